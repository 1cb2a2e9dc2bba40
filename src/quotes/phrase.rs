//! Noun phrases without a parser: what they are, and the one that ends at a given place.
//!
//! English news puts a phrase's head last ("former Obama adviser David Axelrod"), so a phrase is walked from the verb
//! outwards until a word that cannot be part of it.

use std::num::NonZeroU64;

use super::lexicon::Class;
use super::narrative::{Ending, Narrative};
use super::tokens::{Kind, without_apostrophes};

/// What kind of phrase it is, by its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhraseKind {
    /// "she"
    Pronoun,
    /// "Sen. Smith"
    Name,
    /// "a White House official"
    Description,
}

/// A noun phrase: the tokens from [`first`](Self::first) to [`last`](Self::last).
///
/// One number, so that functions hand it on in a register, `None` included: the rules do little else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase(NonZeroU64);

// From the lowest bit on: 1, the kind (7 bits), the tokens after the first up to the last and up to the head (8 each), a mark
// of whoever holds it (8 bits), the first token (32 bits).
const LAST: u32 = 8;
const HEAD: u32 = 16;
const MARK: u32 = 24;
const FIRST: u32 = 32;

impl Phrase {
    /// The phrase of the tokens `first..=last` whose head is the last.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn new(first: usize, last: usize, kind: PhraseKind) -> Self {
        Self::packed(first, span(first, last), span(first, last), kind)
    }

    fn packed(first: usize, last: u64, head: u64, kind: PhraseKind) -> Self {
        Self(NonZeroU64::MIN | (first as u64) << FIRST | head << HEAD | last << LAST | (kind as u64) << 1)
    }

    /// First token.
    pub fn first(self) -> usize {
        (self.0.get() >> FIRST) as usize
    }

    /// Last token.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn last(self) -> usize {
        self.first() + usize::from((self.0.get() >> LAST) as u8)
    }

    /// The last token of its core, before any "of …".
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn head(self) -> usize {
        self.first() + usize::from((self.0.get() >> HEAD) as u8)
    }

    /// What kind it is.
    pub fn kind(self) -> PhraseKind {
        match self.0.get() as u8 >> 1 {
            0 => PhraseKind::Pronoun,
            1 => PhraseKind::Name,
            _ => PhraseKind::Description,
        }
    }

    /// The same with a mark, for those that keep a phrase and one thing more.
    pub fn marked(self, mark: u8) -> Self {
        Self(self.unmarked().0 | u64::from(mark) << MARK)
    }

    /// The mark.
    pub fn mark(self) -> u8 {
        (self.0.get() >> MARK) as u8
    }

    /// The same without a mark.
    pub fn unmarked(self) -> Self {
        Self(NonZeroU64::MIN | self.0.get() & !(0xFF << MARK))
    }

    /// The same with its first token further to the left.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn from(self, first: usize) -> Self {
        Self::packed(first, span(first, self.last()), span(first, self.head()), self.kind())
    }

    /// The same up to another last token, the head staying the same.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn to(self, last: usize) -> Self {
        Self::packed(self.first(), span(self.first(), last), span(self.first(), self.head()), self.kind())
    }
}

/// Tokens from one to another, 255 at most: no mention is as long.
fn span(first: usize, last: usize) -> u64 {
    last.saturating_sub(first).min(255) as u64
}

/// A mention longer than this is cut to its core (tokens).
pub const LONGEST: usize = 8;
/// A phrase hangs on no more phrases than this: "the head | of the office | of the mayor".
const LINKS: usize = 2;
/// No phrase is walked further than this (tokens).
pub const FARTHEST: usize = 14;

/// Words that open or close a phrase and are never inside it.
pub const CLOSED: Class = Class::PREPOSITION
    .with(Class::CONJUNCTION)
    .with(Class::SUBORDINATOR)
    .with(Class::AUXILIARY)
    .with(Class::ADVERB)
    .with(Class::TIME)
    .with(Class::PRONOUN);
/// Nouns that may speak.
pub const SPEAKING: Class = Class::ROLE
    .with(Class::PLURAL)
    .with(Class::BODY)
    .with(Class::RECORD)
    .with(Class::MALE)
    .with(Class::FEMALE)
    .with(Class::PAIR);
/// Adjectives that stand after their noun: "a source | close to the talks".
pub const CLOSE: &str = "close familiar opposed loyal sympathetic";
const FINITE: Class = Class::PAST.with(Class::THIRD);

impl Narrative<'_> {
    /// The phrase whose last token stands right before `end`.
    pub fn phrase_before(&self, end: usize) -> Option<Phrase> {
        self.phrase_to(end, LINKS)
    }

    /// The same with at most `links` phrases that it hangs on.
    fn phrase_to(&self, end: usize, links: usize) -> Option<Phrase> {
        let mut last = end.checked_sub(1)?;
        if self.token(last).kind == Kind::Close {
            last = self.opening_bracket(last)?.checked_sub(1)?;
        }
        if let Some(parent) = last.checked_sub(2)
            && self.word_is(last - 1, "of")
            && self.is(last, Class::DETERMINER.with(Class::PAIR))
            && self.is(parent, Class::ROLE.with(Class::MALE).with(Class::FEMALE))
        {
            // "the mother of three"
            return Some(self.phrase_to(last - 1, 0)?.to(last));
        }
        let token = self.token(last);
        // "Channel 4", but not "March 4"
        let numbered =
            token.kind == Kind::Number && self.before(last).is_capital() && !self.before_is(last, Class::TIME);
        if !(token.is_word() || numbered) || token.possessive {
            return None;
        }
        if token.is(Class::PRONOUN) {
            return Some(Phrase::new(last, last, PhraseKind::Pronoun));
        }
        if !token.capital && token.is(CLOSED) || self.is_verb_form(last) && !token.is(SPEAKING) {
            return None;
        }
        let verb = self.token(end);
        // “…,” From said: no other word has a capital letter there.
        let inside = self.before(last).is_quote() && !self.ends_sentence(last - 1);
        let surname = verb.is(Class::CUE)
            && verb.is(FINITE)
            && (inside || token.is(Class::AUXILIARY) && !self.before_is(last, Class::PREPOSITION));
        if token.capital && token.is(CLOSED) && !self.before(last).is_capital() && !surname {
            // "Will wrote" and "May said" are people
            return None;
        }
        let mut first = last;
        while first > 0 && last - first < FARTHEST && !token.is(Class::DETERMINER) {
            if !self.may_precede(first - 1) {
                break;
            }
            first -= 1;
            if self.is(first, Class::DETERMINER) && !self.token(first).possessive {
                break;
            }
        }
        let the = first > 0 && self.is(first, Class::DETERMINER) && self.word_is(first - 1, "the");
        if the || self.is(first, Class::PAIR) && self.before_is(first, Class::DETERMINER) {
            // "the two", "the two senators", "the three countries"
            first -= 1;
        }
        if token.capital && self.is(first, Class::DETERMINER) && first > 0 && self.before_is(first, Class::PREPOSITION)
        {
            // "At one point | Lee said"
            let name = (first..last).rev().find(|at| !self.token(*at).capital).unwrap_or(first);
            if self.starts_sentence(first - 1) && name > first && !self.is(name, Class::ROLE) {
                first = name + 1;
            }
        }
        if !token.capital && self.second_adjective(first) {
            first -= 3;
        }
        let phrase = self.judged(first, last)?;
        Some(if links > 0 { self.extended_back(phrase, links - 1) } else { phrase })
    }

    /// Whether an adjective and a comma stand before `first`, and a determiner before them: "the small, | loud crowd".
    fn second_adjective(&self, first: usize) -> bool {
        let Some(adjective) = first.checked_sub(2) else { return false };
        self.before(first).kind == Kind::Comma
            && !self.is(first, Class::DETERMINER)
            && !self.token(first).capital
            && self.token(adjective).is_small()
            && !self.is(adjective, CLOSED.with(SPEAKING))
            && self.before_is(adjective, Class::DETERMINER)
    }

    /// The bracket that opens what the one at `close` closes.
    pub fn opening_bracket(&self, close: usize) -> Option<usize> {
        (close.saturating_sub(FARTHEST)..close).rev().find(|at| self.token(*at).kind == Kind::Open)
    }

    /// Whether the bracket at `index` stands inside an office: "Commissioner | (South) | Ann Lee".
    pub fn is_office_bracket(&self, index: usize) -> bool {
        let opens = self.token(index).kind == Kind::Open;
        let word = self.before(index).is_capital() && self.token(index + 1).is_capital();
        word && (opens && self.before_is(index, Class::ROLE.with(Class::TITLE))
            || !opens && self.before(index - 1).kind == Kind::Open)
    }

    /// Whether the token may stand inside a phrase, before its head.
    fn may_precede(&self, index: usize) -> bool {
        let token = self.token(index);
        let next = self.token(index + 1);
        match token.kind {
            Kind::Number => true,
            Kind::Quote => self.is_nickname(index) && next.is_capital() && self.before(index).is_capital(),
            Kind::Word if token.is(Class::DETERMINER) => {
                // "that Smith said": no determiner
                let opens_clause = token.is(Class::SUBORDINATOR) && next.capital;
                (!next.is(Class::DETERMINER) || token.possessive) && !opens_clause
            }
            Kind::Word if token.capital => {
                if token.is(CLOSED) {
                    // "Will Hurd", but not "Tuesday Trump" or "But Trump"
                    return token.is(Class::AUXILIARY) && next.is_capital() && token.end - token.start == 4;
                }
                !(token.is(Class::STRONG) && token.is(Class::PAST) && self.starts_sentence(index))
            }
            Kind::Word => {
                if token.is(CLOSED) && !token.is(Class::TITLE) || self.is_verb_form(index) && !token.is(SPEAKING) {
                    return false;
                }
                if token.is(Class::CUE) && token.is(Class::ING) {
                    return false;
                }
                true
            }
            Kind::Open | Kind::Close => self.is_office_bracket(index),
            _ => false,
        }
    }

    /// Whether the quotation at `index` looks like a name between a given name and a surname: Ann “The Voice” Lee.
    pub fn is_nickname(&self, index: usize) -> bool {
        self.shape(index).is_some_and(|shape| shape.words <= 3 && shape.title_case && shape.ending == Ending::Bare)
    }

    /// Whether the token begins a sentence.
    pub fn starts_sentence(&self, index: usize) -> bool {
        index == 0 || self.ends_sentence(index - 1)
    }

    /// Whether a small word is a verb rather than part of a phrase.
    pub fn is_verb_form(&self, index: usize) -> bool {
        let token = self.token(index);
        if !token.is_word() || token.capital {
            return false;
        }
        let before = self.before(index);
        let inside = before.is(Class::DETERMINER) || before.possessive || before.is(Class::HUMAN_ADJECTIVE);
        if inside {
            return false;
        }
        token.is(Class::VERB)
            || token.is(Class::CUE) && token.is(FINITE)
            || self.ends_in(index, "ed") && !token.is(SPEAKING)
    }

    /// Decides what kind of phrase the tokens make, if any.
    pub fn judged(&self, first: usize, last: usize) -> Option<Phrase> {
        let head = self.token(last);
        let opening = self.token(first);
        if head.is(Class::DETERMINER) && !head.is(Class::PAIR) && !(first == last && self.stands_alone(last)) {
            return None;
        }
        // "goes | an old | saying"
        if head.is(Class::HUMAN_ADJECTIVE) && head.is_small() && !head.is(SPEAKING) {
            return None;
        }
        // "the Serb"
        let people = last == first + 1 && head.is(Class::TOPIC) && opening.is(Class::DETERMINER) && !opening.possessive;
        let kind = if head.capital && !head.is(Class::DETERMINER) && !people {
            PhraseKind::Name
        } else {
            let any_capital = (first..last).any(|at| self.token(at).is_capital());
            let counted = opening.is(Class::DETERMINER) || opening.kind == Kind::Number;
            if !(counted || any_capital || head.is(SPEAKING)) {
                return None;
            }
            PhraseKind::Description
        };
        Some(Phrase::new(first, last, kind))
    }

    /// Whether a determiner can be a whole phrase: "others said".
    fn stands_alone(&self, index: usize) -> bool {
        self.word_in(index, "others many some one another both most few")
    }

    /// Takes in what the phrase hangs on: "a spokesman for | the campaign", "Smith and | Jones".
    fn extended_back(&self, phrase: Phrase, links: usize) -> Phrase {
        let Some(link) = phrase.first().checked_sub(1) else { return phrase };
        let token = self.token(link);
        if token.capital || !token.is_word() || phrase.last() - phrase.first() > LONGEST {
            return phrase;
        }
        if token.is(Class::CONJUNCTION) {
            // "the Vermont senator and | presidential candidate", "Lee and | Park", "Lee and | her husband"
            let others = self.word_in(phrase.first(), "his her their") && self.before(link).is_capital();
            let joins = match phrase.kind() {
                PhraseKind::Description => {
                    !self.is(phrase.first(), Class::DETERMINER) && self.before_is(link, Class::ROLE) || others
                }
                PhraseKind::Name => self.before(link).is_capital(),
                PhraseKind::Pronoun => false,
            };
            if joins
                && self.word_is(link, "and")
                && let Some(other) = self.phrase_to(link, links)
                && (other.kind() == phrase.kind() || others && !self.before(other.first()).is_word())
                && (other.kind() == PhraseKind::Description || !self.before_is(other.first(), Class::PREPOSITION))
            {
                return if phrase.last() - other.first() < LONGEST { phrase.from(other.first()) } else { other };
            }
            return phrase;
        }
        // "a source close | to", "a person familiar | with"
        let close = link > 0 && self.word_in(link - 1, CLOSE);
        let linked = self.word_in(link, "of for at from in with on to");
        let link = link - usize::from(close);
        if !linked {
            return phrase;
        }
        let Some(whole) = self.phrase_to(link, links) else { return phrase };
        let holds = match whole.kind() {
            PhraseKind::Description => self.is(whole.head(), SPEAKING.with(Class::DETERMINER)),
            PhraseKind::Name => !self.word_in(link, "to on"),
            PhraseKind::Pronoun => false,
        };
        // "A notice on the website | reads": the website never does
        let whole_subject = whole.kind() == PhraseKind::Description
            && self.is(whole.first(), Class::DETERMINER)
            && self.starts_sentence(whole.first())
            && !self.ends_in(whole.head(), "ing");
        if !holds && !whole_subject {
            phrase
        } else if phrase.last() - whole.first() < LONGEST {
            whole.to(phrase.last())
        } else {
            whole
        }
    }

    /// The words of a phrase as they stand in the text, without a closing `’s`.
    pub fn phrase_range(&self, phrase: Phrase) -> std::ops::Range<usize> {
        let last = self.token(phrase.last());
        let mut end = last.end;
        if last.possessive {
            let written = self.written(phrase.last());
            let owner = without_apostrophes(written.strip_suffix('s').unwrap_or(written));
            end = last.start + owner.len();
        }
        if phrase.kind() == PhraseKind::Pronoun
            && let Some(apostrophe) = self.written(phrase.last()).bytes().position(|byte| matches!(byte, b'\'' | 0xe2))
        {
            // "he’d"
            end = last.start + apostrophe;
        }
        self.token(phrase.first()).start..end
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::*;

    fn before(text: &str, word: &str) -> Option<String> {
        let narrative = Narrative::read(text, &Lexicon::english());
        let end = (0..narrative.tokens.len()).find(|at| narrative.written(*at) == word).unwrap();
        narrative.phrase_before(end).map(|phrase| text[narrative.phrase_range(phrase)].to_owned())
    }

    #[test]
    fn a_phrase_before_a_verb_reaches_back_to_its_first_word() {
        assert_eq!(
            before("But former Obama adviser David Axelrod said no.", "said").unwrap(),
            "former Obama adviser David Axelrod"
        );
        assert_eq!(before("On Monday the Russian president said so.", "said").unwrap(), "the Russian president");
        assert_eq!(before("Rep. Ann Lee (D-Va.) said so.", "said").unwrap(), "Rep. Ann Lee");
        assert_eq!(
            before("The grumpy, 71-year-old diplomat said so.", "said").unwrap(),
            "The grumpy, 71-year-old diplomat"
        );
        assert_eq!(before("The mother of three said so.", "said").unwrap(), "The mother of three");
        assert_eq!(before("Dr al-Masri said so.", "said").unwrap(), "Dr al-Masri");
        assert_eq!(before("A letter from the family said so.", "said").unwrap(), "A letter from the family");
        assert_eq!(before("Then he said so.", "said").unwrap(), "he");
    }

    #[test]
    fn a_number_may_end_a_name() {
        assert_eq!(before("On Monday Channel 4 said so.", "said").unwrap(), "Channel 4");
        assert_eq!(before("On March 15 said Lee.", "said"), None);
    }

    #[test]
    fn what_hangs_on_a_noun_belongs_to_it() {
        assert_eq!(before("A spokesman for the campaign said so.", "said").unwrap(), "A spokesman for the campaign");
        assert_eq!(before("Lee and Park said so.", "said").unwrap(), "Lee and Park");
    }

    #[test]
    fn no_phrase_stands_after_a_function_word() {
        assert_eq!(before("It was often said so.", "said"), None);
        assert_eq!(before("Those of whom it said so.", "it"), None);
    }
}
