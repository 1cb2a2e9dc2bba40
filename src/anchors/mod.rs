//! Placing the words that a document speaks of in the article as it stands.

mod placement;
mod selector;

pub use placement::{Placement, resolve};
pub use selector::{Selector, Target, TextPositionSelector, TextQuoteSelector};
