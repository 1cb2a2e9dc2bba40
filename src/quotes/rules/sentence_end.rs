//! `the “…” plan would fail, Smith said`: the cue at the end of the quotation's sentence.

use super::{Attribution, Case, Rule, speaking_subject};
use crate::quotes::clause::SubjectKind;
use crate::quotes::lexicon::Class;
use crate::quotes::tokens::Kind;

pub(super) fn apply(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    if narrative.ends_sentence(case.at) {
        return None;
    }
    let end = narrative.sentence_end(case.at);
    for verb in case.at + 1..end {
        if !narrative.is(verb, Class::STRONG) || !narrative.is_cue(verb) {
            continue;
        }
        let Some(subject) = speaking_subject(narrative, verb) else { continue };
        let first = subject.phrase().first();
        // "…, said Lee"
        let inverted = first == verb + 1;
        let own_clause = inverted
            || first > case.at && matches!(narrative.before(first).kind, Kind::Comma | Kind::Quote | Kind::Dash);
        if own_clause && subject.kind() != SubjectKind::Main {
            return Attribution::new(Rule::SentenceEnd, subject, Some(verb), verb - case.at);
        }
        if first < case.at && subject.kind() == SubjectKind::Main {
            return Attribution::new(Rule::SentenceEnd, subject, Some(verb), verb - case.at);
        }
    }
    None
}
