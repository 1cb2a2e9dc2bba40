//! The forms in which what was found leaves the house: JSON for programs and for the document.
//!
//! Written without serde, so that the module in the reader's browser and the native command line share one writer.

mod json;
mod placements;
mod quotes;

pub use placements::document_placements;
pub use quotes::document_quotes;
