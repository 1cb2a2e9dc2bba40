//! Placing the words that a document speaks of in the article as it stands.
//!
//! [`place_exactly`] finds words that stand unchanged, and no others. [`resolve`] places all targets of a document in an
//! article that may have been edited; [`Resolver`] does it in slices. It searches for a target by its words and by what
//! stands around them, scores every candidate alike, and judges word by word whether the words are still those that
//! were checked. Where that cannot be told, no place is given.

mod candidate;
mod change;
mod checked;
mod describe;
mod difference;
mod edge;
mod exact;
mod fragment;
mod passage;
mod placement;
mod resolver;
mod run;
mod search;
mod select;
mod selector;
mod slip;
mod sort;

pub use change::{Change, ChangeKind, Gravity};
pub use checked::CheckedWords;
pub use describe::describe;
pub use exact::place_exactly;
pub use fragment::TextFragment;
pub use placement::{Placement, resolve};
pub use resolver::Resolver;
pub use select::select;
pub use selector::{
    FragmentSelector, RangeSelector, Refinement, Selector, Target, TextPositionSelector, TextQuoteSelector,
};
