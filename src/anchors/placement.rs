//! What became of a target in the article as it stands.

use super::{Selector, Target, TextQuoteSelector};
use crate::text::{Place, Span};

/// Where a target is, or why it is nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placement {
    /// These are the words that were checked.
    Found(Span),
    /// Several passages fit equally well.
    Ambiguous,
    /// No passage holds the words.
    Orphan,
}

impl Placement {
    /// The words that a verdict or a card may stand on, if there are any.
    pub fn found(&self) -> Option<Span> {
        match self {
            Placement::Found(span) => Some(*span),
            Placement::Ambiguous | Placement::Orphan => None,
        }
    }
}

/// Places `targets` in the text blocks `blocks`, in the same order.
///
/// ```
/// use checked_article::anchors::{Placement, Selector, Target, TextQuoteSelector, resolve};
/// let exact = TextQuoteSelector { exact: "met".into(), ..Default::default() };
/// let target = Target { selectors: vec![Selector::Quote(exact)], block: None };
/// assert!(matches!(resolve(&["They met."], &[&target])[0], Placement::Found(_)));
/// assert_eq!(resolve(&["They met. They met."], &[&target])[0], Placement::Ambiguous);
/// assert_eq!(resolve(&["They parted."], &[&target])[0], Placement::Orphan);
/// ```
pub fn resolve(blocks: &[&str], targets: &[&Target]) -> Vec<Placement> {
    targets.iter().map(|target| place(blocks, target)).collect()
}

fn place(blocks: &[&str], target: &Target) -> Placement {
    let quote = target.selectors.iter().find_map(|selector| match selector {
        Selector::Quote(quote) if !quote.exact.is_empty() => Some(quote),
        _ => None,
    });
    let Some(quote) = quote else { return Placement::Orphan };
    let mut hits = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        for (start, _) in block.match_indices(&*quote.exact) {
            let end = start + quote.exact.len();
            let span =
                Span { start: Place::new(index as u32, start as u32), end: Place::new(index as u32, end as u32) };
            hits.push((span, in_context(block, start, end, quote)));
        }
    }
    if hits.iter().any(|(_, context)| *context) {
        hits.retain(|(_, context)| *context);
    }
    match hits.as_slice() {
        [] => Placement::Orphan,
        [(span, _)] => Placement::Found(*span),
        _ => Placement::Ambiguous,
    }
}

fn in_context(block: &str, start: usize, end: usize, quote: &TextQuoteSelector) -> bool {
    let (before, after) = (&block[..start], &block[end..]);
    (before.ends_with(&*quote.prefix) || quote.prefix.ends_with(before))
        && (after.starts_with(&*quote.suffix) || quote.suffix.starts_with(after))
}
