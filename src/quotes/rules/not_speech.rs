//! What stands between quotation marks and is nobody's utterance: titles, names, lettering, borrowed words.

use super::Attribution;
use crate::quotes::lexicon::Class;
use crate::quotes::narrative::{Ending, Narrative, Shape};
use crate::quotes::tokens::Kind;

/// A title is no longer than this (words).
const TITLE: usize = 12;

/// Whether the quotation at a token is a title, a name or lettering.
pub(super) fn is_name(narrative: &Narrative<'_>, at: usize, shape: &Shape) -> bool {
    let before = narrative.before(at);
    let after = narrative.token(at + 1);
    if before.is(Class::NAMING) && !before.is(Class::CUE) && shape.words <= TITLE && before.kind == Kind::Word {
        return shape.ending != Ending::Stop || shape.words <= 4 || shape.title_case;
    }
    if !(shape.title_case && shape.capital && shape.words <= TITLE) {
        return false;
    }
    // "in her memoir, “…”"
    let named = before.kind == Kind::Comma && at > 1 && {
        let noun = narrative.token(at - 2);
        noun.is_small() && noun.is(Class::NAMING) && !noun.is(Class::CUE.with(Class::CUE_NOUN))
    };
    let owner = before.possessive && (before.capital || shape.words <= 2);
    let place = before.is(Class::PREPOSITION) && !before.capital;
    let the = before.is(Class::DETERMINER) && !before.capital;
    owner
        || named
        || place
        || the
        || after.is(Class::TITLE_FOLLOWER)
        || before.is(Class::NAMING)
        || at > 0 && narrative.word_is(at - 1, "called")
}

/// Whether it is what a thing bears, in words or print: "a placard | reading “…”", "“…,” read | one sign".
pub(super) fn is_lettering(narrative: &Narrative<'_>, at: usize, found: &Attribution) -> bool {
    let apart = matches!(narrative.before(at).kind, Kind::Comma | Kind::Colon);
    let beside = at.wrapping_sub(1 + usize::from(apart));
    let head = found.speaker().head();
    [(found.cue().unwrap_or(beside), head), (beside, beside.wrapping_sub(1))].into_iter().any(|(verb, bearer)| {
        let token = narrative.token(bearer);
        let says = token.is(Class::RECORD) && !token.is(Class::MEDIUM) && narrative.word_in(verb, "says said");
        (says || narrative.word_in(verb, "read reads reading"))
            && (token.is_small() || narrative.ends_in(bearer, "shirt"))
            && token.is(Class::NAMING)
            && !token.is(Class::CUE_NOUN)
    })
}

#[cfg(test)]
mod tests {
    use crate::quotes::{Lexicon, find_above};

    #[test]
    fn lettering_is_nobodys_speech() {
        let speakers = |text: &str| find_above(text, &Lexicon::english(), 0).quotes.len();
        assert_eq!(speakers("Lee said that a sign reading “No entry after dark for anyone” hung there."), 0);
        assert_eq!(speakers("The banner at the port reads: “Save our bridge before it falls.”"), 0);
        assert_eq!(speakers("Her T-shirt read, “Save our bridge before it falls.”"), 0);
        assert_eq!(speakers("The statement reads: “Save our bridge before it falls.”"), 1);
    }
}
