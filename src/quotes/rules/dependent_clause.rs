//! `While Lee praised the “bold plan,” Park said no`: the cue of the dependent clause that opens the sentence and that the
//! quotation ends.

use super::{Attribution, Case, Rule, subject_verb_before};
use crate::quotes::lexicon::Class;
use crate::quotes::narrative::Ending;
use crate::quotes::tokens::Kind;

pub(super) fn apply(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    if case.shape.capital || case.shape.ending != Ending::Comma {
        return None;
    }
    let start = narrative.sentence_start(case.at);
    // "Even as", "But while"
    let first = start + usize::from(narrative.is(start, Class::CONJUNCTION.with(Class::ADVERB)));
    let opens = narrative.is(first, Class::SUBORDINATOR) || narrative.word_in(first, "after before since until");
    if !opens || narrative.phrase_after(case.at + 1).is_none() {
        return None;
    }
    let found = subject_verb_before::apply(case).filter(|found| found.rule == Rule::SubjectVerbBefore)?;
    let closed = (found.cue()?..case.at).any(|at| narrative.token(at).kind == Kind::Comma);
    (found.speaker().first() > first && !closed).then_some(found)
}
