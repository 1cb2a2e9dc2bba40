//! A quotation that stands alone as a sentence, after a sentence of the same paragraph that says who speaks.

use super::{Attribution, Case, Rule, speaking_subject};
use crate::quotes::lexicon::Class;
use crate::quotes::narrative::Narrative;
use crate::quotes::phrase::{PhraseKind, SPEAKING};
use crate::quotes::tokens::Kind;

/// The last clause of a sentence that hands over to another speaker is no longer than this after its subject (tokens).
const LAST: usize = 6;
/// No more sentences than this are looked back on.
const SENTENCES: usize = 4;

pub(super) fn apply(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    if !case.is_sentence() {
        return None;
    }
    let mut end = case.at;
    for back in 0..SENTENCES {
        if end == 0 || narrative.before(end).kind == Kind::Break {
            break;
        }
        let start = narrative.sentence_start(end - 1);
        if let Some(found) = spoken_in(case, start, end, back) {
            return Some(found);
        }
        end = start;
    }
    None
}

/// Whether the sentence that ends at `end` closes with what somebody else does: "Lee said, and | her husband cut in".
fn another_acts(narrative: &Narrative<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|and| {
        narrative.is(and, Class::CONJUNCTION)
            && narrative.before(and).kind == Kind::Comma
            && narrative.phrase_after(and + 1).is_some_and(|phrase| {
                let human = phrase.kind() == PhraseKind::Name || narrative.is(phrase.head(), SPEAKING);
                human && narrative.is_finite(phrase.last() + 1) && phrase.last() + LAST > end
            })
    })
}

/// Who speaks in the sentence of tokens `start..end`.
fn spoken_in(case: &Case<'_, '_>, start: usize, end: usize, back: usize) -> Option<Attribution> {
    let narrative = case.narrative;
    for at in start..end {
        if let Some(known) = case.known_at(at) {
            if known.cue().is_some_and(|cue| cue > at && another_acts(narrative, cue + 1, end)) {
                return None;
            }
            return known.inherited(Rule::SamePair, back);
        }
    }
    for verb in start..end {
        // "Lee | shrugged. | “…”"
        let gesture = back == 0 && narrative.is(verb, Class::LOOSE) && verb + 2 == end;
        if (gesture || narrative.is(verb, Class::STRONG))
            && narrative.is_cue(verb)
            && narrative.is_asserted(verb)
            && let Some(subject) = speaking_subject(narrative, verb)
        {
            return Attribution::new(Rule::SentenceBefore, subject, Some(verb), back);
        }
    }
    None
}
