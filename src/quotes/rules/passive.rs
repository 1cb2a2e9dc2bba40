//! `Lee was asked by Park, “…?”` and `labelled “…” by critics`: the agent of a passive cue.

use super::{Attribution, Case, Rule, speaker_after};
use crate::quotes::lexicon::Class;
use crate::quotes::narrative::Narrative;
use crate::quotes::phrase::{PhraseKind, SPEAKING};
use crate::quotes::tokens::Kind;

/// The passive stands no further from the quotation than this (tokens).
const REACH: usize = 30;
/// The "by" of an agent before the words stands no further from them than this (tokens).
const AGENT: usize = 16;
/// The cue before a quotation whose agent follows it: "described as | “…” | by".
const BESIDE: usize = 3;

pub(super) fn apply(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    if let Some(cue) = question(narrative, case.at) {
        let by = (cue + 1..case.at).find(|at| narrative.word_is(*at, "by"))?;
        let speaker = speaker_after(narrative, by + 1)?;
        return Attribution::of_phrase(Rule::Passive, speaker, Some(cue), case.at - cue);
    }
    if let Some(found) = agent_before(case) {
        return Some(found);
    }
    if case.shape.capital || !narrative.word_is(case.at + 1, "by") {
        return None;
    }
    let cue = (case.at.saturating_sub(BESIDE)..case.at)
        .rev()
        .find(|at| narrative.is(*at, Class::WEAK) && narrative.is(*at, Class::PAST))?;
    let speaker = narrative.phrase_after(case.at + 2).filter(|phrase| {
        phrase.kind() == PhraseKind::Name || narrative.is(phrase.head(), SPEAKING.with(Class::DETERMINER))
    })?;
    Attribution::of_phrase(Rule::Passive, speaker, Some(cue), case.at - cue)
}

/// The agent that stands between a passive cue and the words: "was described | by Lee | as a “…”".
fn agent_before(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    let start = narrative.sentence_start(case.at).max(case.at.saturating_sub(AGENT));
    let by = (start + 1..case.at).rev().find(|at| narrative.word_is(*at, "by"))?;
    let cue = narrative.token(by - 1);
    let speaker = speaker_after(narrative, by + 1).filter(|speaker| speaker.last() < case.at)?;
    // "accused by Lee | of playing “…”", "told by Lee | that it was “…”"
    let joined = narrative.word_in(speaker.last() + 1, "as of for that");
    let spoken = |at: usize| narrative.is(at, Class::STRONG) && narrative.is_cue(at);
    let plain = (speaker.last() + 1..case.at).all(|at| narrative.token(at).is_word() && !spoken(at));
    (cue.is(Class::STRONG.with(Class::WEAK)) && cue.is(Class::PAST) && joined && plain)
        .then(|| Attribution::of_phrase(Rule::Passive, speaker, Some(by - 1), case.at - by))
        .flatten()
}

/// Whether the quotation is a question that somebody was asked, without a word on who asked it.
pub(super) fn asked_by_nobody(narrative: &Narrative<'_>, at: usize) -> bool {
    question(narrative, at).is_some_and(|cue| !(cue..at).any(|word| narrative.word_is(word, "by")))
}

/// The passive that introduces the question at `at`: "was | asked | on Monday, “…?”".
fn question(narrative: &Narrative<'_>, at: usize) -> Option<usize> {
    let announced = matches!(narrative.before(at).kind, Kind::Comma | Kind::Colon);
    let cue = (narrative.sentence_start(at)..at)
        .rev()
        .take(if announced { REACH } else { 1 })
        .find(|cue| narrative.word_is(*cue, "asked") && narrative.follows_be(*cue))?;
    // "was asked by Park, who | called | it a plan, “…?”"
    let other = (cue + 1..at).find(|verb| narrative.is_cue(*verb) || narrative.word_is(*verb, "asked"));
    let relative = |verb: usize| (cue..verb).any(|at| narrative.word_in(at, "who which whom"));
    let own = announced && at > 1 && narrative.is_cue(at - 2);
    (!own && other.is_none_or(relative)).then_some(cue)
}
