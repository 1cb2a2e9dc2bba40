//! `“…” “…,” Smith said`: a paragraph opens with a quotation that the next one's attribution covers.

use super::{Attribution, Case, Rule};
use crate::quotes::tokens::Kind;

pub(super) fn apply(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    if !case.is_sentence() || narrative.before(case.at).kind != Kind::Break {
        return None;
    }
    for at in case.at + 1..case.at + 60 {
        match narrative.token(at).kind {
            Kind::Break => return None,
            Kind::Quote => {
                let known = case.known_at(at)?;
                let own =
                    matches!(known.rule, Rule::SubjectVerbAfter | Rule::VerbSubjectAfter | Rule::SubjectVerbBefore);
                return known.inherited(Rule::NextQuotation, at - case.at).filter(|_| own);
            }
            _ => {}
        }
    }
    None
}
