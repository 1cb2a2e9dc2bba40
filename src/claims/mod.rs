//! What was checked: claims, the verdict on each, its sources and its history. Verdicts speak of words, not of persons.

mod claim;
#[cfg(feature = "presets")]
mod presets;
mod scale;
mod source;

pub use claim::{Claim, Claimant, Reviewer, Revision, Status};
#[cfg(feature = "presets")]
pub use presets::{PRESETS, preset};
pub use scale::{Scale, Symbol, Tone, Verdict, VerdictIndex};
pub use source::{Source, SourceKind, Stance};
