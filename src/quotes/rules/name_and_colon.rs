//! `Smith: “…”`: a name and a colon, without a verb.

use super::{Attribution, Case, Rule, may_speak};
use crate::quotes::phrase::PhraseKind;
use crate::quotes::tokens::Kind;

pub(super) fn apply(case: Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    let colon = case.at.checked_sub(1)?;
    if narrative.token(colon).kind != Kind::Colon {
        return None;
    }
    let speaker = narrative.phrase_before(colon)?;
    let first = narrative.starts_sentence(speaker.first) || narrative.before(speaker.first).kind == Kind::Sign;
    (first && speaker.kind != PhraseKind::Pronoun && may_speak(narrative, speaker))
        .then(|| Attribution::of_phrase(Rule::NameAndColon, speaker, None, 0))
}
