//! The article as text: its normalised view, its words, searching and aligning them, and the countings of places.
//!
//! A place is a block and a byte offset in it, so that a paragraph put in above shifts nothing. Every other counting
//! (the whole text in code points or UTF-16 units) is derived from it and is a type of its own.

pub mod align;
pub mod approximate;
mod case;
mod count;
mod decimal;
pub mod letter;
pub mod occurrences;
mod place;
mod sentence;
mod view;
pub mod words;

pub use case::is_small_letter;
pub use count::{CodePoints, Counts, Utf16Units};
pub use decimal::{decimal, decimals};
pub use place::{BlockIndex, ByteOffset, Place, Span};
pub use sentence::sentences_around;
pub use view::{Canonical, View};
