//! How sure an attribution is.

use super::narrative::Narrative;
use super::rules::{Attribution, Rule};

/// The confidence of an attribution, in per cent.
pub fn of(narrative: &Narrative<'_>, token: usize, attribution: &Attribution) -> u8 {
    let _ = (narrative, token);
    match attribution.rule {
        Rule::SubjectVerbAfter | Rule::VerbSubjectAfter => 95,
        Rule::SubjectBefore => 55,
        _ => 80,
    }
}
