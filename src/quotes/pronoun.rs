//! Whom a pronoun means: the best of the people named or heard before it.

use super::coreference::{MENTIONS, Referent, Resolver, SPEAKERS, Who};
use super::lexicon::Class;
use super::people::Mention;
use super::phrase::{Phrase, PhraseKind};
use super::plural;
use super::tokens::Kind;

/// What every paragraph end in between costs.
const FARTHER: i32 = 9;
/// What a name costs that may be a place's or body's.
const GUESSED: i32 = 5;
/// What a known gender counts for.
const KNOWN: i32 = 3;
/// Tokens looked back on for somebody described.
const DESCRIBED: usize = 60;
/// Sentences looked back on that open with the same pronoun.
const CHAIN: usize = 4;

impl Resolver<'_, '_> {
    /// "he", "she": the best of the people named or heard before. "they", "it": the last body or group heard.
    pub(super) fn pronoun(&self, speaker: Phrase) -> Option<Referent> {
        let at = self.first_of_chain(speaker.last());
        if self.narrative.word_is(at, "who") {
            let antecedent = self.narrative.antecedent(at)?;
            return if antecedent.kind() == PhraseKind::Name {
                self.name(antecedent)
            } else {
                Some(self.description(antecedent))
            };
        }
        let male = self.narrative.word_in(at, "he him");
        if !male && !self.narrative.word_in(at, "she her") {
            let several = self.narrative.word_in(at, "they it them");
            let group =
                |phrase: &Phrase| self.narrative.is(phrase.head(), Class::PLURAL.with(Class::BODY).with(Class::RECORD));
            let heard = self.spoke.iter().rev().take(3).find(|spoke| match spoke.0.who() {
                Who::Described(phrase) => several && (group(&phrase) || self.is_pair(phrase)),
                Who::Named(person) => several && self.people.named.get(person).is_some_and(|named| named.is_body()),
            });
            // "The Relief Corps was angry. It said"
            if self.narrative.word_is(at, "it")
                && let Some(body) = self.acting_body(at, true)
            {
                return Some(Referent::named(body));
            }
            let pair = plural::pair_before(self.narrative, self.people, at, true)
                .filter(|pair| self.narrative.word_is(at, "they") && heard.is_none_or(|heard| heard.2 < pair.first()));
            return pair.map(Referent::described).or(heard.map(|heard| heard.0));
        }
        let mut best: Option<(i32, Referent)> = None;
        let mut consider = |score: i32, referent: Referent| {
            if best.is_none_or(|(highest, _)| score > highest) {
                best = Some((score, referent));
            }
        };
        let sentence = self.narrative.sentence_start(at);
        let mut seen = 0;
        for mention in self.people.before(at).take(MENTIONS) {
            let Some(named) = self.people.named.get(mention.person) else { continue };
            let gender = self.genders.get(mention.person).copied().unwrap_or_default();
            let human = named.human || self.has_spoken(mention.person);
            if !gender.allows(male) || !human && !named.may_be_human() {
                continue;
            }
            let score = self.weight(mention, at, sentence) - 2 * seen + if gender.is(male) { KNOWN } else { 0 }
                - if human { 0 } else { GUESSED };
            consider(score, Referent::named(mention.person));
            seen += 1;
        }
        for (back, (referent, gender, token)) in self.spoke.iter().rev().take(SPEAKERS).enumerate() {
            if !gender.allows(male) {
                continue;
            }
            let back = i32::try_from(back).unwrap_or(i32::MAX / 8);
            let known = if gender.is(male) { KNOWN } else { 0 };
            let score = 13 - 4 * back - FARTHER * self.paragraphs(*token, at) + known;
            match referent.who() {
                Who::Named(person) => {
                    let known = self.people.named.get(person).is_some_and(|named| named.human || gender.is(male));
                    consider(if known { score } else { score - 2 }, *referent);
                }
                Who::Described(phrase) if self.narrative.is(phrase.head(), Class::ROLE) || gender.is(male) => {
                    consider(score, *referent);
                }
                Who::Described(_) => {}
            }
        }
        if let Some(described) = self.described_before(at) {
            let referent = self.description(described);
            if self.gender_of(referent).allows(male) {
                consider(10 - FARTHER * self.paragraphs(described.last(), at), referent);
            }
        }
        best.map(|(_, referent)| referent)
    }

    /// The first of the same pronouns that open this sentence and those before it in the paragraph: they mean one person.
    pub(super) fn first_of_chain(&self, pronoun: usize) -> usize {
        let narrative = self.narrative;
        let mut first = pronoun;
        let mut start = narrative.sentence_start(pronoun);
        for _ in 0..CHAIN {
            let link = narrative.is(start, Class::CONJUNCTION.with(Class::ADVERB));
            let opening = start + usize::from(link);
            let known = opening < first && narrative.word_is(opening, narrative.written(pronoun));
            if known {
                first = opening;
            }
            if start == 0 || narrative.before(start).kind == Kind::Break || !known {
                break;
            }
            start = narrative.sentence_start(start - 1);
        }
        first
    }

    /// The last human being who is said to speak shortly before, in words other than a name: "a delegate said that …".
    pub(super) fn described_before(&self, at: usize) -> Option<Phrase> {
        let narrative = self.narrative;
        (at.saturating_sub(DESCRIBED)..at).rev().find_map(|verb| {
            let token = narrative.token(verb);
            if !token.is(Class::STRONG) || !token.is(Class::PAST.with(Class::THIRD)) || !narrative.is_cue(verb) {
                return None;
            }
            let phrase = narrative.subject_of(verb)?.phrase();
            let human = phrase.kind() == PhraseKind::Description && narrative.is(phrase.head(), Class::ROLE);
            human.then_some(phrase)
        })
    }

    pub(super) fn has_spoken(&self, person: usize) -> bool {
        self.spoke.iter().rev().take(SPEAKERS).any(|spoke| spoke.0 == Referent::named(person))
    }

    /// How well a mention fits as what a pronoun at `at` means, by place and part in its sentence.
    pub(super) fn weight(&self, mention: &Mention, at: usize, sentence: usize) -> i32 {
        let narrative = self.narrative;
        let mut score = -FARTHER * self.paragraphs(mention.last, at);
        if mention.first >= sentence {
            score += 1;
        }
        if mention.is_subject(narrative) {
            score += 10;
        }
        if narrative.starts_sentence(mention.office) {
            score += 2;
        }
        if narrative.before_is(mention.office, Class::SUBORDINATOR) {
            score -= 3;
        }
        if mention.is_attribute(narrative) {
            score -= 8;
        }
        if narrative.token(mention.last).possessive {
            score -= 3;
        }
        if narrative.before_is(mention.office, Class::PREPOSITION) {
            // "For Ann Lee, it was too late."
            let topic =
                narrative.starts_sentence(mention.office - 1) && narrative.token(mention.last + 1).kind == Kind::Comma;
            score += if topic { 6 } else { -4 };
        }
        score
    }

    /// Paragraph ends between two tokens, 6 at most.
    pub(super) fn paragraphs(&self, from: usize, to: usize) -> i32 {
        i32::try_from(self.narrative.breaks_between(from, to).min(6)).unwrap_or(6)
    }
}
