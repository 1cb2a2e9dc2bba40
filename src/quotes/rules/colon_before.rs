//! A paragraph or sentence that ends in a colon, and the quotation in the next paragraph.

use super::{Attribution, Case, Rule, may_speak};
use crate::quotes::lexicon::Class;
use crate::quotes::tokens::Kind;

pub(super) fn apply(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    let mut at = case.at;
    while at > 0 && narrative.before(at).kind == Kind::Break {
        at -= 1;
    }
    if narrative.before(at).kind != Kind::Colon {
        return None;
    }
    let colon = at - 1;
    let start = narrative.sentence_start(colon);
    for verb in (start..colon).rev() {
        if narrative.is_cue(verb)
            && let Some(subject) = narrative.subject_of(verb).filter(|subject| may_speak(narrative, subject.phrase))
        {
            return Some(Attribution::new(Rule::ColonBefore, subject, Some(verb), colon - verb));
        }
    }
    let announces = at == case.at && case.shape.capital && case.shape.words > 4
        || (start..colon).any(|at| narrative.token(at).is(Class::CUE_NOUN.with(Class::RECORD)));
    let subject = narrative.main_subject(colon).filter(|subject| announces && may_speak(narrative, subject.phrase))?;
    Some(Attribution::new(Rule::ColonBefore, subject, None, colon - start))
}
