//! A paragraph or sentence that ends in a colon, and the quotation in the next paragraph.

use super::{Attribution, Case, Rule, main_speaker, speaking_subject};
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
            && let Some(subject) = speaking_subject(narrative, verb)
        {
            return Attribution::new(Rule::ColonBefore, subject, Some(verb), colon - verb);
        }
    }
    let announces = at == case.at && case.shape.capital && case.shape.words > 4
        || (start..colon).any(|at| narrative.is(at, Class::CUE_NOUN.with(Class::RECORD)));
    let subject = main_speaker(narrative, colon).filter(|_| announces)?;
    Attribution::new(Rule::ColonBefore, subject, None, colon - start)
}
