//! `“…,” according to Smith` and `According to Smith, “…”`.

use super::{Attribution, Case, Rule, may_speak};
use crate::quotes::tokens::Kind;

pub(super) fn apply(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    let end = narrative.sentence_end(case.at);
    let start = narrative.sentence_start(case.at);
    let after = (case.at + 1..end).take_while(|at| !matches!(narrative.token(*at).kind, Kind::Quote(_)));
    let before = (start..case.at).rev();
    for at in after.chain(before) {
        if narrative.word_is(at, "according") && narrative.word_is(at + 1, "to") {
            let speaker = narrative.phrase_after(at + 2).filter(|phrase| may_speak(narrative, *phrase))?;
            return Some(Attribution::of_phrase(Rule::AccordingTo, speaker, Some(at), at.abs_diff(case.at)));
        }
        if narrative.is_cue(at) && at > case.at {
            return None;
        }
    }
    None
}
