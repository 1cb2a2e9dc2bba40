//! `Smith: “…”`: a name and a colon, without a verb.

use super::{Attribution, Case, Rule, may_speak};
use crate::quotes::lexicon::Class;
use crate::quotes::phrase::PhraseKind;
use crate::quotes::tokens::Kind;

pub(super) fn apply(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    let colon = case.at.checked_sub(1)?;
    if narrative.token(colon).kind != Kind::Colon {
        return None;
    }
    let speaker = narrative.phrase_before(colon)?;
    let before = narrative.before(speaker.first);
    let first = narrative.starts_sentence(speaker.first) || matches!(before.kind, Kind::Sign | Kind::Dash);
    let source = narrative.token(speaker.head).is(Class::RECORD) && before.is(Class::PREPOSITION);
    // "This is no surprise to pollster Ann Lee: …", where no verb of the sentence announces the words
    let named =
        speaker.kind == PhraseKind::Name && speaker.last > speaker.first && case.shape.capital && case.shape.words > 4;
    ((first || source || named) && speaker.kind != PhraseKind::Pronoun && may_speak(narrative, speaker))
        .then(|| Attribution::of_phrase(Rule::NameAndColon, speaker, None, 0))
}
