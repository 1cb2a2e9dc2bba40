//! W3C selectors: how a document says which words it means.

use std::rc::Rc;

/// One way to say which words are meant (W3C Web Annotation Data Model, section 4.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// By the words themselves and what stands around them.
    Quote(TextQuoteSelector),
    /// By position in the whole text.
    Position(TextPositionSelector),
}

/// The words themselves, with the text just before and after them (W3C, section 4.2.4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextQuoteSelector {
    /// The words meant.
    pub exact: Rc<str>,
    /// What stands immediately before them; may be empty.
    pub prefix: Rc<str>,
    /// What stands immediately after them; may be empty.
    pub suffix: Rc<str>,
}

/// Positions in the whole text (W3C, section 4.2.5), in code points, the blocks joined by one line feed each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextPositionSelector {
    /// The first code point meant.
    pub start: u32,
    /// The code point after the last one meant.
    pub end: u32,
}

/// What a claim or a part of a quotation points at: one passage, described in one or several ways.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// All of them describe the same passage; each is evidence.
    pub selectors: Vec<Selector>,
    /// The text block in which the passage stood when it was written, counted from 0: a hint, never proof.
    pub block: Option<u32>,
}
