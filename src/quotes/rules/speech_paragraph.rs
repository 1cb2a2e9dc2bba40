//! A paragraph that is nothing but speech takes the speaker of the paragraph before.

use super::{Attribution, Case, Rule, speaking_subject};
use crate::quotes::lexicon::Class;
use crate::quotes::narrative::{Ending, Narrative};
use crate::quotes::tokens::Kind;

pub(super) fn apply(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    if !case.is_sentence() || narrative.before(case.at).kind != Kind::Break {
        return None;
    }
    let continues = narrative.marked.get(case.quote).is_some_and(|marked| marked.continues);
    let own_verb = |at: usize| narrative.is(at, Class::STRONG) && narrative.is_cue(at);
    let goes_on = case.shape.ending == Ending::Comma && narrative.token(case.at + 1).kind != Kind::Break;
    if !continues && (goes_on || (case.at + 1..narrative.sentence_end(case.at)).any(own_verb)) {
        // Its own sentence says who speaks, in a way that no rule reads.
        return None;
    }
    let rule = if continues { Rule::Continuation } else { Rule::SpeechParagraph };
    let mut end = case.at;
    while end > 0 && narrative.before(end).kind == Kind::Break {
        end -= 1;
    }
    let start = narrative.paragraph_start(end);
    let mut last = None;
    for at in (start..end).rev() {
        match narrative.token(at).kind {
            Kind::Quote => {
                if let Some(known) = case.known_at(at) {
                    return known.inherited(rule, case.at - at);
                }
                if last.is_none() && !continues {
                    last = Some(at);
                }
            }
            Kind::Word if narrative.is(at, Class::STRONG) && narrative.is_cue(at) && narrative.is_asserted(at) => {
                if let Some(known) = quoted_before(case, at) {
                    return known.inherited(rule, case.at - at);
                }
                let verb = reporting(narrative, at);
                if let Some(subject) = speaking_subject(narrative, verb) {
                    return Attribution::new(rule, subject, Some(verb), case.at - at);
                }
            }
            _ => {}
        }
    }
    None
}

/// The first verb of speech in the sentence of the one at `verb`, unless a dependent clause opens it: "Lee | said | that
/// critics had warned of it".
fn reporting(narrative: &Narrative<'_>, verb: usize) -> usize {
    let start = narrative.sentence_start(verb);
    let dependent = narrative.is(start, Class::SUBORDINATOR.with(Class::PREPOSITION));
    (start..verb)
        .find(|at| {
            let token = narrative.token(*at);
            token.is(Class::STRONG)
                && token.is(Class::PAST.with(Class::THIRD))
                && narrative.is_cue(*at)
                && narrative.subject_of(*at).is_some()
        })
        .filter(|_| !dependent)
        .unwrap_or(verb)
}

/// The attributed quotation in the sentence of the verb at `verb`, whose own verb comes first: "“…,” Lee said, a day after
/// Park | promised".
fn quoted_before(case: &Case<'_, '_>, verb: usize) -> Option<Attribution> {
    (case.narrative.sentence_start(verb)..verb)
        .find_map(|at| case.known_at(at).filter(|known| known.cue().is_some_and(|cue| cue < verb)))
}
