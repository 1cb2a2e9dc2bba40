//! `in Smith’s statement: “…”`: a noun that announces words, with its owner.

use super::{Attribution, Case, Rule, main_speaker, may_speak};
use crate::quotes::lexicon::Class;
use crate::quotes::phrase::{Phrase, PhraseKind};

/// The noun stands no further from the quotation than this (tokens).
const REACH: usize = 6;

pub(super) fn apply(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    let start = narrative.sentence_start(case.at);
    for noun in (start..case.at).rev().take(REACH) {
        if !narrative.is(noun, Class::CUE_NOUN) || narrative.token(noun).capital {
            continue;
        }
        let owner = (start..noun).rev().take(4).find(|at| narrative.token(*at).possessive);
        if let Some(owner) = owner
            && narrative.token(owner).is_capital()
        {
            let mut first = owner;
            while first > start
                && narrative.token(first - 1).is_capital()
                && !narrative.is(first - 1, Class::PREPOSITION)
            {
                first -= 1;
            }
            let speaker = Phrase::new(first, owner, PhraseKind::Name);
            return may_speak(narrative, speaker)
                .then(|| Attribution::of_phrase(Rule::NounBefore, speaker, Some(noun), case.at - noun))
                .flatten();
        }
        let subject = main_speaker(narrative, case.at)?;
        return Attribution::new(Rule::NounBefore, subject, Some(noun), case.at - noun);
    }
    None
}
