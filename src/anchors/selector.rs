//! W3C selectors: how a document says which words it means.

use std::rc::Rc;

use super::CheckedWords;

/// One way to say which words are meant (W3C Web Annotation Data Model, section 4.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// By the words themselves and what stands around them.
    Quote(TextQuoteSelector),
    /// By position in the whole text.
    Position(TextPositionSelector),
    /// From one selection up to another.
    Range(RangeSelector),
    /// By a fragment identifier, such as a text fragment.
    Fragment(FragmentSelector),
    /// By one selector within what another selects (`refinedBy`).
    Refined(Rc<Refinement>),
    /// By a hash of the words that were checked: evidence that selects nothing by itself.
    Checked(CheckedWords),
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

/// From the beginning of one selection up to the beginning of another (W3C, section 4.2.9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeSelector {
    /// Selects where the range begins.
    pub start: Rc<Selector>,
    /// Selects what follows the range; it does not belong to it.
    pub end: Rc<Selector>,
}

/// A fragment identifier (W3C, section 4.2.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FragmentSelector {
    /// The fragment, without its number sign.
    pub value: Rc<str>,
    /// The specification that tells how to read it; may be empty.
    pub conforms_to: Rc<str>,
}

/// A selector within what another one selects (W3C, section 4.2.10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refinement {
    /// The wider selection.
    pub of: Selector,
    /// The selection in it.
    pub by: Selector,
}

/// What a claim or a part of a quotation points at: one passage, described in one or several ways.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// All of them describe the same passage; each is evidence.
    pub selectors: Vec<Selector>,
    /// The text block in which the passage stood when it was written, counted from 0: a hint, never proof.
    pub block: Option<u32>,
}

#[cfg(test)]
impl Target {
    /// What quotes these words and says nothing more.
    pub(crate) fn quoting(exact: &str) -> Self {
        let quote = TextQuoteSelector { exact: exact.into(), ..TextQuoteSelector::default() };
        Self { selectors: vec![Selector::Quote(quote)], block: None }
    }
}

impl Target {
    /// Its words with what stands around them, where it has them.
    pub fn quote(&self) -> Option<&TextQuoteSelector> {
        self.selectors.iter().find_map(|selector| match selector {
            Selector::Quote(quote) if !quote.exact.is_empty() => Some(quote),
            _ => None,
        })
    }
}
