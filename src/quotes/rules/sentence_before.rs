//! A quotation that stands alone as a sentence, after a sentence of the same paragraph that says who speaks.

use super::{Attribution, Case, Rule, may_speak};
use crate::quotes::lexicon::Class;
use crate::quotes::tokens::Kind;

/// No more sentences than this are looked back on.
const SENTENCES: usize = 4;

pub(super) fn apply(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    if !case.is_sentence() {
        return None;
    }
    let mut end = case.at;
    let mut without_cue = None;
    for back in 0..SENTENCES {
        if end == 0 || narrative.before(end).kind == Kind::Break {
            break;
        }
        let start = narrative.sentence_start(end - 1);
        if let Some(found) = spoken_in(case, start, end, back) {
            return Some(found);
        }
        if without_cue.is_none()
            && let Some(subject) =
                narrative.main_subject(end - 1).filter(|subject| may_speak(narrative, subject.phrase))
        {
            without_cue = Some(Attribution::new(Rule::SubjectBefore, subject, None, back));
        }
        end = start;
    }
    without_cue
}

/// Who speaks in the sentence of tokens `start..end`.
fn spoken_in(case: &Case<'_, '_>, start: usize, end: usize, back: usize) -> Option<Attribution> {
    let narrative = case.narrative;
    for at in start..end {
        if let Kind::Quote(earlier) = narrative.token(at).kind
            && let Some(Some(known)) = case.known.get(earlier)
        {
            return Some(known.inherited(Rule::SamePair, earlier, back));
        }
    }
    for verb in start..end {
        if narrative.token(verb).is(Class::STRONG)
            && narrative.is_cue(verb)
            && narrative.is_asserted(verb)
            && let Some(subject) = narrative.subject_of(verb).filter(|subject| may_speak(narrative, subject.phrase))
        {
            return Some(Attribution::new(Rule::SentenceBefore, subject, Some(verb), back));
        }
    }
    None
}
