//! `Smith said, “…”`, `Smith called it “…”`: the cue before the quotation in its own sentence.

use super::{Attribution, Case, Rule, speaking_subject};
use crate::quotes::clause::SubjectKind;
use crate::quotes::lexicon::Class;
use crate::quotes::narrative::Ending;
use crate::quotes::tokens::Kind;

/// A cue and a comma or colon right before the quotation: stronger than any words after it.
pub(super) fn introduced(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    let announced = matches!(narrative.before(case.at).kind, Kind::Comma | Kind::Colon)
        && (case.shape.capital || case.shape.ending == Ending::Open);
    // "Lee said “…”", "Lee said on Monday that “…”"
    let that = case.at > 0 && narrative.word_is(case.at - 1, "that");
    let mut verb = case.at.checked_sub(1 + usize::from(that))?;
    while that && narrative.is(verb, Class::TIME.with(Class::PREPOSITION)) && verb > 0 {
        verb -= 1;
    }
    let beside = narrative.is(verb, Class::STRONG) && narrative.is_cue(verb) && !narrative.is(verb, Class::TELL);
    if !announced && !beside {
        return None;
    }
    let reach = if case.shape.ending == Ending::Comma { (case.at - verb).max(2) } else { 8 };
    apply(case).filter(|found| {
        // Where the sentence ends with the quotation, nothing after it says who speaks.
        let last = narrative.ends_sentence(case.at) && found.distance as usize <= BESIDE;
        found.rule == Rule::SubjectVerbBefore
            && found.distance as usize <= reach
            && (last || found.subject.kind() != SubjectKind::Main)
    })
}

/// A verb and a comma: no more stands between it and the quotation.
const BESIDE: usize = 3;
/// A weak cue stands no further away than this (tokens).
const WEAK_REACH: usize = 12;
/// A few words belong to an earlier quotation of their sentence only as near to it as this.
const SCRAP_REACH: usize = 8;
/// Beyond this a new clause may have begun that a colon ends.
const ANNOUNCED_REACH: usize = 6;
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
    // "as | one trader | has it, “…”"
    if narrative.before(case.at).kind == Kind::Comma
        && let Some(has) = case
            .at
            .checked_sub(3)
            .filter(|has| narrative.word_in(*has, "has had have") && narrative.word_is(has + 1, "it"))
        && let Some(subject) = speaking_subject(narrative, has)
    {
        return Attribution::new(Rule::SubjectVerbBefore, subject, Some(has), 3);
    }
    let announced = case.shape.capital && narrative.before(case.at).kind == Kind::Colon;
    for verb in (start..case.at).rev().take(REACH) {
        // "Lee said, and I quote, “…”"
        let aside = narrative.word_is(verb, "quote") && verb > 0 && narrative.word_is(verb - 1, "I");
        if aside || !narrative.is_cue(verb) {
            continue;
        }
        let token = narrative.token(verb);
        let distance = case.at - verb;
        if !token.is(Class::STRONG) && distance > WEAK_REACH {
            continue;
        }
        // "would not | say | whether it was “safe”", "he had | read | it “twice”"
        // "had | told | “one lie”", "Lee said they had | responded | to “one threat”"
        if distance == 1 && narrative.word_in(verb, "tell tells told")
            || distance == 2 && narrative.word_is(verb + 1, "to") && narrative.word_in(verb, "responded reacted")
            || narrative.word_is(verb, "say") && narrative.word_in(verb + 1, "whether if when")
            || narrative.word_is(verb, "read") && narrative.word_is(verb + 1, "it")
        {
            continue;
        }
        // The cue of an earlier quotation: “…,” he said, “…”
        let Some(subject) = speaking_subject(narrative, verb) else {
            if verb == start && matches!(narrative.before(verb).kind, Kind::Quote) {
                break;
            }
            continue;
        };
        if !token.is(Class::STRONG.with(Class::WEAK)) {
            let across = matches!(narrative.before(case.at).kind, Kind::Comma | Kind::Colon);
            // "Lee spoke of “…”"
            let of = verb + 2 == case.at && narrative.word_is(verb + 1, "of");
            // "The report found the bridge “…”"
            let found = narrative.word_in(verb, "found ruled")
                && narrative.is(subject.phrase().head(), Class::RECORD.with(Class::BODY).with(Class::ROLE));
            if !(across || of || found) || subject.kind() == SubjectKind::Main {
                continue;
            }
        }
        if let Some(reporting) = narrative.reporting(verb, subject.phrase())
            && let Some(reporter) = speaking_subject(narrative, reporting)
        {
            return Attribution::new(Rule::SubjectVerbBefore, reporter, Some(reporting), distance);
        }
        // "Lee said no, but Park paid her a compliment: “…”"
        if announced
            && distance > ANNOUNCED_REACH
            && let Some(last) = narrative.main_subject(case.at - 1).filter(|last| last.phrase().first() > verb)
        {
            return Attribution::new(Rule::SubjectVerbBefore, last, None, distance);
        }
        return Attribution::new(Rule::SubjectVerbBefore, subject, Some(verb), distance);
    }
    pair_before(case, start)
}

/// `“…,” said Smith, “…”`: the speaker of the quotation before in this sentence.
fn pair_before(case: &Case<'_, '_>, start: usize) -> Option<Attribution> {
    let narrative = case.narrative;
    let scrap = case.shape.words < 6 && narrative.before(case.at).kind != Kind::Comma;
    let reach = if scrap { SCRAP_REACH } else { REACH };
    (start.max(case.at.saturating_sub(reach))..case.at)
        .rev()
        .find_map(|at| case.known_at(at)?.inherited(Rule::SamePair, case.at - at))
}
