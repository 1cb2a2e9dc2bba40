//! Placing the words that a document speaks of in the article as it stands.
//!
//! [`resolve`] places all targets of a document; [`Resolver`] does it in slices. A target is searched for by its words
//! and by what stands around them, every candidate is scored alike, and whether the words are still those that were
//! checked is judged word by word. Where that cannot be told, no place is given.

mod candidate;
mod change;
mod checked;
mod describe;
mod fragment;
mod passage;
mod placement;
mod resolver;
mod search;
mod select;
mod selector;
mod slip;

pub use change::{Change, ChangeKind, Gravity};
pub use checked::CheckedWords;
pub use describe::describe;
pub use fragment::TextFragment;
pub use placement::{Placement, resolve};
pub use resolver::Resolver;
pub use select::select;
pub use selector::{
    FragmentSelector, RangeSelector, Refinement, Selector, Target, TextPositionSelector, TextQuoteSelector,
};
