//! The article as text: which countings of characters there are, and how a place is named.
//!
//! A place is a block and a byte offset in it, so that a paragraph put in above shifts nothing. Every other counting
//! (the whole text in code points or UTF-16 units) is derived from it and is a type of its own.

mod place;
mod sentence;

pub use place::{BlockIndex, ByteOffset, Place, Span};
pub use sentence::sentences_around;
