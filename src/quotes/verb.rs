//! What a verb does: whether it attributes words, stands in the passive, is finite.

use super::lexicon::Class;
use super::narrative::Narrative;
use super::phrase::SPEAKING;
use super::tokens::Kind;

/// Determiners that can be a subject by themselves: "others say"; and those that take a singular verb.
const ALONE_PLURAL: &str = "others many some both two most few";
const ALONE: &str = "others many some both two most few another one that this";
const CONTINUE: &str = "continue continues continued continuing";
/// The forms of "be".
pub const BE: &str = "was were is are be been being";

impl Narrative<'_> {
    /// Whether the word at `index` is a verb that attributes words, rather than a noun, a passive or an infinitive.
    pub fn is_cue(&self, index: usize) -> bool {
        let token = self.token(index);
        if !token.is_word() || !token.is(Class::CUE) || token.possessive {
            return false;
        }
        if token.capital && !self.starts_sentence(index) && !self.before(index).is_quote() {
            return false;
        }
        let before = self.before(index);
        // "has | since | said"
        let preposition = before.is(Class::PREPOSITION) && !before.is(Class::ADVERB);
        if before.possessive && before.capital || preposition && !before.capital {
            return token.is(Class::ING) && before.is(Class::PREPOSITION);
        }
        // "will continue to be"
        let goes_on = token.is(Class::STRONG) && self.word_is(index + 1, "to") && self.word_in(index, CONTINUE);
        if self.is_plural_noun(index) || goes_on {
            return false;
        }
        if before.is(Class::DETERMINER) && !before.is(Class::PRONOUN) {
            // "the report" and "at one point", but also "others said"
            let speaks = if token.is(Class::PAST.with(Class::THIRD)) { ALONE } else { ALONE_PLURAL };
            // "the mother of three said"
            let parent =
                index > 1 && self.word_is(index - 2, "of") && self.word_in(index - 1, "two three four five six");
            return !token.is(Class::RECORD.with(Class::MEDIUM).with(Class::CUE_NOUN))
                && (parent || self.word_in(index - 1, speaks));
        }
        if token.is(Class::PAST) {
            return !self.is_passive(index);
        }
        if token.is(Class::THIRD) {
            // "she claims", but not "their claims" or "diverse states"
            return before.capital
                || !before.is_word()
                || before.is(SPEAKING
                    .with(Class::PRONOUN)
                    .with(Class::ADVERB)
                    .with(Class::CONJUNCTION)
                    .with(Class::SUBORDINATOR)
                    .with(Class::TIME));
        }
        if token.is(Class::ING) {
            return true;
        }
        // A base form is a verb after "they", a plural or an auxiliary.
        let auxiliary = before.is(Class::AUXILIARY)
            || before.is(Class::ADVERB) && index > 1 && self.is(index - 2, Class::AUXILIARY);
        // "They heard Lee | shout"
        let heard =
            || self.phrase_before(index).is_some_and(|who| who.first() > 0 && self.word_is(who.first() - 1, "heard"));
        before.is(Class::PLURAL)
            || auxiliary
            || heard()
            || (index > 0 && self.word_in(index - 1, "they we i you who to"))
    }

    /// Whether what looks like a third person is rather a plural: "many Asian | states", "Republican | claims of",
    /// "that | states can".
    fn is_plural_noun(&self, index: usize) -> bool {
        let token = self.token(index);
        if !token.is(Class::THIRD) || token.is(Class::PAST) || token.is(Class::BASE) {
            return false;
        }
        if self.word_in(index, "says tells writes asks speaks thinks") {
            return false;
        }
        // "Republican claims of", but not "Lee warns of"
        let of = self.word_is(index + 1, "of") && self.word_in(index, "claims charges reports states notes posts");
        let several = || {
            let first = self.phrase_before(index).map_or(index, |phrase| phrase.first());
            self.token(first).kind == Kind::Number || self.word_in(first, "many some these those several few other")
        };
        let before = self.before(index);
        // "that | states can", but not "which Lee | claims will"
        let subject = !before.is_capital() && !before.is(SPEAKING.with(Class::PRONOUN));
        of || subject && self.word_in(index + 1, "are were have can could will would should must may")
            || before.is_capital() && several()
    }

    /// Whether its ending shows an adverb: "slowly", but not "family".
    pub fn is_manner(&self, index: usize) -> bool {
        self.ends_in(index, "ly") && !self.is(index, SPEAKING)
    }

    /// Whether the verb stands in the passive: "was told", "when asked".
    pub fn is_passive(&self, verb: usize) -> bool {
        let asked = self.is(verb, Class::TELL) && (verb > 0 && self.word_in(verb - 1, "when if while once"));
        self.is(verb, Class::PAST) && (asked || self.follows_be(verb))
    }

    /// Whether the cue says that somebody spoke, not that they would: "said", but not "should ask".
    pub fn is_asserted(&self, cue: usize) -> bool {
        self.is(cue, Class::PAST.with(Class::THIRD).with(Class::ING))
            || !self.before_is(cue - usize::from(cue > 0 && self.before_is(cue, Class::ADVERB)), Class::AUXILIARY)
                && (cue == 0 || !self.word_is(cue - 1, "to"))
    }

    /// Whether a form of "be" stands before the verb, adverbs apart.
    pub fn follows_be(&self, verb: usize) -> bool {
        verb > 0
            && (self.word_in(verb - 1, BE)
                || verb > 1 && self.before_is(verb, Class::ADVERB) && self.word_in(verb - 2, BE))
    }

    /// Whether a finite verb stands at `index`, or after words for when: "on Sunday | rejected".
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn acts_at(&self, index: usize) -> bool {
        let mut at = index;
        while at < index + 4
            && (self.is(at, Class::ADVERB.with(Class::TIME))
                || self.is(at, Class::PREPOSITION) && self.is(at + 1, Class::TIME))
        {
            at += 1;
        }
        self.is_finite(at)
    }

    /// Whether the word looks like a finite verb.
    pub fn is_finite(&self, index: usize) -> bool {
        let token = self.token(index);
        if !token.is_word() || token.capital || token.possessive {
            return false;
        }
        let before = self.before(index);
        if before.is(Class::DETERMINER.with(Class::PREPOSITION)) && !before.capital {
            return false;
        }
        if token.is(Class::AUXILIARY.with(Class::VERB))
            || token.is(Class::CUE) && token.is(Class::PAST.with(Class::THIRD))
        {
            return true;
        }
        if token.class != Class::NONE {
            return false;
        }
        self.ends_in(index, "ed") || self.ends_in(index, "s") && (before.capital || before.is(Class::PRONOUN))
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::*;

    #[test]
    fn plurals_are_no_third_persons() {
        let cues = |text: &str| {
            let narrative = Narrative::read(text, &Lexicon::english());
            (0..narrative.tokens.len()).filter(|at| narrative.is_cue(*at)).count()
        };
        assert_eq!(cues("Many Asian states and Republican claims of it."), 0);
        assert_eq!(cues("Lee warns of it. The plan, which Lee claims will work."), 2);
    }

    #[test]
    fn nouns_and_passives_are_no_cues() {
        let narrative = Narrative::read("The report was told a claim in reply.", &Lexicon::english());
        assert!((0..narrative.tokens.len()).all(|at| !narrative.is_cue(at)));
    }
}
