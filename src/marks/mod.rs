//! Marks: the words of the article that a quotation or a claim stands on, in text order, and the segments they cut the
//! text into.

mod build;
mod passage;
mod segment;
mod standing;

pub use build::Marks;
pub use passage::{Passage, Piece};
pub use segment::{Segment, segments};
pub use standing::{Edit, Placed, Standing};

use std::rc::Rc;

use crate::text::Span;

/// The position of a mark in [`Marks::all`]: text order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MarkIndex(pub usize);

/// What a mark stands for, by its position in the document's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A quotation.
    Quote(usize),
    /// A claim.
    Claim(usize),
}

/// A quotation or a claim with the words it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The document's id for it.
    pub id: Rc<str>,
    /// What it is.
    pub subject: Subject,
    /// Its words, a span a part; empty where they were not found, and then nothing is drawn in the text.
    pub spans: Vec<Span>,
    /// Whether those are the words that it was written for.
    pub standing: Standing,
}

impl Mark {
    /// Whether it is a claim.
    pub fn is_claim(&self) -> bool {
        matches!(self.subject, Subject::Claim(_))
    }

    /// Whether it stands after `other` in text order. Where two begin together the longer one is first, the quotation
    /// before the claim inside it; what stands nowhere is last.
    fn comes_after(&self, other: &Mark) -> bool {
        match (self.spans.first(), other.spans.first()) {
            (Some(own), Some(others)) if own.start == others.start => own.end < others.end,
            (Some(own), Some(others)) => own.start > others.start,
            (own, others) => own.is_none() && others.is_some(),
        }
    }
}
