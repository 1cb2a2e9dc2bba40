//! What became of a target in the article as it stands.

use std::rc::Rc;

use super::{Change, Resolver, Target};
use crate::text::Span;

/// Where a target is, or why it is nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placement {
    /// These are the words that were checked.
    Found {
        /// Where they stand.
        span: Span,
        /// How well words and surroundings fit, from 0 to 100.
        confidence: u8,
    },
    /// The passage stands here, but its words are not those that were checked.
    Changed {
        /// Where it stands as it reads now.
        span: Span,
        /// What is different, in text order. Empty where the words can only be compared as a whole.
        changes: Vec<Change>,
        /// How well words and surroundings fit, from 0 to 100.
        confidence: u8,
    },
    /// Several passages fit equally well.
    Ambiguous {
        /// The passages, the best first.
        candidates: Vec<Span>,
    },
    /// No passage holds the words.
    Orphan {
        /// The words that were checked, as far as the target quotes them.
        words: Rc<str>,
        /// The passage that is most like them, if any is at all.
        lookalike: Option<Span>,
    },
}

impl Placement {
    /// The words that a verdict or a card may stand on, if there are any.
    pub fn found(&self) -> Option<Span> {
        match self {
            Placement::Found { span, .. } => Some(*span),
            _ => None,
        }
    }

    /// Its name, as documents of JSON have it: `found`, `changed`, `ambiguous` or `orphan`.
    pub fn status(&self) -> &'static str {
        match self {
            Placement::Found { .. } => "found",
            Placement::Changed { .. } => "changed",
            Placement::Ambiguous { .. } => "ambiguous",
            Placement::Orphan { .. } => "orphan",
        }
    }
}

/// Places `targets` in the text blocks `blocks`, in the same order, at once.
///
/// Letters that are written in canonically different ways count as different here; [`Resolver::with_canonical`] makes
/// them equal, and [`Resolver::step`] does the work in slices.
///
/// ```
/// use checked_article::anchors::{Placement, Selector, Target, TextQuoteSelector, resolve};
/// let exact = TextQuoteSelector { exact: "met".into(), ..Default::default() };
/// let target = Target { selectors: vec![Selector::Quote(exact)], block: None };
/// assert!(matches!(resolve(&["They met."], &[&target])[0], Placement::Found { .. }));
/// assert!(matches!(resolve(&["They met. They met."], &[&target])[0], Placement::Ambiguous { .. }));
/// assert!(matches!(resolve(&["They parted."], &[&target])[0], Placement::Orphan { .. }));
/// ```
pub fn resolve(blocks: &[&str], targets: &[&Target]) -> Vec<Placement> {
    Resolver::new(blocks, targets).finish()
}
