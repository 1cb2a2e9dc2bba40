//! `“…,” according to Smith` and `According to Smith, “…”`.

use super::{Attribution, Case, Rule, speaker_after};
use crate::quotes::tokens::Kind;
use crate::quotes::verb::BE;

pub(super) fn apply(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    let end = narrative.sentence_end(case.at);
    let start = narrative.sentence_start(case.at);
    // "According to Lee, “…”", "For Lee, it is “…”": nothing after the quotation is nearer.
    let opening = if narrative.word_is(start, "according") && narrative.before(case.at).kind == Kind::Comma {
        Some((2, 2))
    } else if narrative.word_is(start, "for") && narrative.word_in(case.at - 1, BE) {
        Some((1, 4))
    } else {
        None
    };
    if let Some((link, gap)) = opening
        && let Some(speaker) = speaker_after(narrative, start + link)
        && speaker.last() + gap == case.at
    {
        return Attribution::of_phrase(Rule::AccordingTo, speaker, Some(start), case.at - start);
    }
    let after = (case.at + 1..end).take_while(|at| !matches!(narrative.token(*at).kind, Kind::Quote));
    let before = (start..case.at).rev();
    for at in after.chain(before) {
        let source = |noun: &str, link: &str| narrative.word_is(at, noun) && narrative.word_is(at + 1, link);
        if source("according", "to") || source("words", "of") {
            let speaker = speaker_after(narrative, at + 2)?;
            return Attribution::of_phrase(Rule::AccordingTo, speaker, Some(at), at.abs_diff(case.at));
        }
        if narrative.is_cue(at) && at > case.at {
            return None;
        }
    }
    None
}
