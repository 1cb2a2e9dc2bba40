//! `“…,” said Smith`: the cue right after the quotation, its subject after it.

use super::{Attribution, Case, Rule, may_speak};
use crate::quotes::lexicon::Class;
use crate::quotes::narrative::Ending;
use crate::quotes::phrase::PhraseKind;
use crate::quotes::tokens::Kind;

pub(super) fn apply(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    let mut verb = case.at + 1;
    if matches!(narrative.token(verb).kind, Kind::Comma | Kind::Dash) {
        verb += 1;
    }
    if case.shape.ending == Ending::Stop && !narrative.token(verb).is_small() {
        return None;
    }
    if narrative.is(verb, Class::ADVERB) {
        verb += 1;
    }
    let cue = narrative.token(verb);
    // "say the farmers"
    let base = cue.is(Class::BASE) && !cue.is(Class::PAST);
    if !cue.is_word() || !cue.is(if base { Class::STRONG } else { Class::CUE }) || cue.is(Class::ING) {
        return None;
    }
    let mut start = verb + 1;
    // "added later Lee", "pointed out Lee"
    if narrative.is(start, Class::ADVERB) || narrative.word_is(start, "out") {
        start += 1;
    }
    let speaker = narrative.phrase_after(start)?;
    let after = narrative.token(speaker.last() + 1);
    if speaker.kind() == PhraseKind::Pronoun && !matches!(after.kind, Kind::Stop | Kind::Comma) {
        return None;
    }
    // "the man known as Bob" is a subject, but not "said Smith was": there the quotation does not open its sentence.
    let clause = narrative.is_finite(speaker.last() + 1) && !narrative.starts_sentence(case.at);
    let several = narrative.is(speaker.head(), Class::PLURAL);
    if base && !several || clause || !may_speak(narrative, speaker) || narrative.is(speaker.first(), Class::TIME) {
        return None;
    }
    Attribution::of_phrase(Rule::VerbSubjectAfter, speaker, Some(verb), 0)
}
