//! `Smith said, “…”`, `Smith called it “…”`: the cue before the quotation in its own sentence.

use super::{Attribution, Case, Rule, may_speak};
use crate::quotes::clause::SubjectKind;
use crate::quotes::lexicon::Class;
use crate::quotes::narrative::Ending;
use crate::quotes::tokens::Kind;

/// A cue and a comma or colon right before the quotation: stronger than any words after it.
pub(super) fn introduced(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    let announced = matches!(narrative.before(case.at).kind, Kind::Comma | Kind::Colon)
        && (case.shape.capital || case.shape.ending == Ending::Open);
    // "Lee said “…”", "Lee said that “…”"
    let that = usize::from(case.at > 0 && narrative.word_is(case.at - 1, "that"));
    let verb = case.at.checked_sub(1 + that)?;
    let beside = narrative.token(verb).is(Class::STRONG) && narrative.is_cue(verb);
    if !announced && !beside {
        return None;
    }
    let reach = if case.shape.ending == Ending::Comma { 2 } else { 8 };
    apply(case).filter(|found| {
        found.rule == Rule::SubjectVerbBefore && found.distance <= reach && found.subject != SubjectKind::Main
    })
}

/// A weak cue stands no further away than this (tokens).
const WEAK_REACH: usize = 12;
/// A few words belong to an earlier quotation of their sentence only as near to it as this.
const SCRAP_REACH: usize = 8;
/// A strong one no further than this.
const REACH: usize = 60;

pub(super) fn apply(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    let start = narrative.sentence_start(case.at);
    if !case.shape.capital
        && narrative.before(case.at).kind == Kind::Comma
        && let Some(known) = pair_before(case, start)
    {
        return Some(known);
    }
    for verb in (start..case.at).rev().take(REACH) {
        if !narrative.is_cue(verb) {
            continue;
        }
        let token = narrative.token(verb);
        let distance = case.at - verb;
        if !token.is(Class::STRONG) && distance > WEAK_REACH {
            continue;
        }
        let across = matches!(narrative.before(case.at).kind, Kind::Comma | Kind::Colon);
        if !token.is(Class::STRONG.with(Class::WEAK)) && !across {
            continue;
        }
        // The cue of an earlier quotation: “…,” he said, “…”
        let Some(subject) = narrative.subject_of(verb).filter(|subject| may_speak(narrative, subject.phrase)) else {
            if verb == start && matches!(narrative.before(verb).kind, Kind::Quote(_)) {
                break;
            }
            continue;
        };
        if !token.is(Class::STRONG.with(Class::WEAK)) && subject.kind == SubjectKind::Main {
            continue;
        }
        return Some(Attribution::new(Rule::SubjectVerbBefore, subject, Some(verb), distance));
    }
    pair_before(case, start)
}

/// `“…,” said Smith, “…”`: the speaker of the quotation before in this sentence.
fn pair_before(case: &Case<'_, '_>, start: usize) -> Option<Attribution> {
    let narrative = case.narrative;
    let scrap = case.shape.words < 6 && narrative.before(case.at).kind != Kind::Comma;
    let reach = if scrap { SCRAP_REACH } else { REACH };
    (start.max(case.at.saturating_sub(reach))..case.at).rev().find_map(|at| match narrative.token(at).kind {
        Kind::Quote(earlier) => {
            let known = (*case.known.get(earlier)?)?;
            Some(known.inherited(Rule::SamePair, earlier, case.at - at))
        }
        _ => None,
    })
}
