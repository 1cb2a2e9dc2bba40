//! `“…” — Smith`: a name after a dash, and nothing else in the paragraph.

use super::{Attribution, Case, Rule};
use crate::quotes::phrase::PhraseKind;
use crate::quotes::tokens::Kind;

pub(super) fn apply(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    if !narrative.starts_sentence(case.at) {
        return None;
    }
    let mut dash = case.at + 1;
    while narrative.token(dash).kind == Kind::Break && dash < case.at + 3 {
        dash += 1;
    }
    if narrative.token(dash).kind != Kind::Dash {
        return None;
    }
    let speaker = narrative.phrase_after(dash + 1)?;
    let after = narrative.token(speaker.last() + 1).kind;
    let ends = matches!(after, Kind::Break | Kind::Comma | Kind::Stop | Kind::Open);
    (speaker.kind() == PhraseKind::Name && ends)
        .then(|| Attribution::of_phrase(Rule::DashAndName, speaker, None, 0))
        .flatten()
}
