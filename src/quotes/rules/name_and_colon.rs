//! `Smith: “…”`: a name and a colon, without a verb.

use super::{Attribution, Case, Rule, may_speak};
use crate::quotes::lexicon::Class;
use crate::quotes::narrative::Ending;
use crate::quotes::phrase::PhraseKind;
use crate::quotes::tokens::Kind;

/// A name that a dash or a paragraph's beginning sets apart: `The pollsters agree — Ann Lee: “…”`.
pub(super) fn label(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    // “…,” Lee said: that is the nearer
    let followed = case.shape.ending == Ending::Comma && narrative.token(case.at + 1).kind != Kind::Break;
    apply(case).filter(|found| {
        let first = found.speaker().first();
        !followed
            && found.speaker().kind() == PhraseKind::Name
            && matches!(narrative.before(first).kind, Kind::Dash | Kind::Break)
            && (first..=found.speaker().last()).all(|at| narrative.token(at).is_capital())
    })
}

pub(super) fn apply(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    let colon = case.at.checked_sub(1)?;
    if narrative.token(colon).kind != Kind::Colon {
        return None;
    }
    let speaker = narrative.phrase_before(colon)?;
    if narrative.is(speaker.head(), Class::CUE_NOUN) {
        return None;
    }
    let before = narrative.before(speaker.first());
    let first = narrative.starts_sentence(speaker.first()) || matches!(before.kind, Kind::Sign | Kind::Dash);
    let source = narrative.is(speaker.head(), Class::RECORD) && before.is(Class::PREPOSITION);
    // "This is no surprise to pollster Ann Lee: …", where no verb of the sentence announces the words
    let named = speaker.kind() == PhraseKind::Name
        && speaker.last() > speaker.first()
        && !narrative.is(speaker.first(), Class::DETERMINER)
        && case.shape.capital
        && case.shape.words > 4;
    ((first || source || named) && speaker.kind() != PhraseKind::Pronoun && may_speak(narrative, speaker))
        .then(|| Attribution::of_phrase(Rule::NameAndColon, speaker, None, 0))
        .flatten()
}
