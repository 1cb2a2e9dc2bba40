//! What stands beside a passage's first and last word and belongs to it: a number's signs and digits, and the quotation mark
//! that its words are said in.

use std::rc::Rc;

use super::change::Change;
use super::sort::sort;
use crate::text::View;
use crate::text::letter::{Kind, kind};
use crate::text::words::{Bounds, is_minus};

/// An end of a passage.
#[derive(Clone, Copy)]
pub enum Edge {
    /// Where its first word stands.
    First,
    /// Where its last word stands.
    Last,
}

/// What changed beside a number that is the passage's first or last word, of what belongs to the number: *35* is not the
/// same in *-35*, *$35*, *35%*, *35,000* and *35-40*. Where the target does not tell what stood
/// beside it, nothing is said.
pub fn at_edge(before: (&View, Bounds), now: (&View, Bounds), edge: Edge) -> Option<Change> {
    let (folded, word) = (before.0.folded(), before.1);
    let told = match edge {
        Edge::First => word.start > 0,
        Edge::Last => (word.end as usize) < folded.len(),
    };
    if !told || word.of(folded) != now.1.of(now.0.folded()) {
        return None;
    }
    let (own, other) = (beside_number(before, edge), beside_number(now, edge));
    let kind = sort(own).max(sort(other));
    (own != other).then(|| Change {
        kind,
        before: with_beside(before, own.len(), edge),
        now: with_beside(now, other.len(), edge),
    })
}

/// A word with so many bytes beside it, as they are written.
fn with_beside((view, word): (&View, Bounds), beside: usize, edge: Edge) -> Rc<str> {
    let (start, end) = match edge {
        Edge::First => (word.start as usize - beside, word.end as usize),
        Edge::Last => (word.start as usize, word.end as usize + beside),
    };
    view.raw().get(view.raw_start(start)..view.raw_end(end)).unwrap_or_default().into()
}

/// What was put between a quotation mark that the target `quotes` beside its first or last word and that word: who is quoted
/// with *“Almost nobody asked us”* has not said *“Nobody asked us”*. Where the mark stands as it did, or is gone from the
/// paragraph, nothing is said.
pub fn at_mark(before: (&View, Bounds), quotes: (usize, usize), now: (&View, Bounds), edge: Edge) -> Option<Change> {
    let (folded, word) = (before.0.folded(), before.1);
    let (article, there) = (now.0.folded(), now.1);
    if word.of(folded) != there.of(article) {
        return None;
    }
    let is_mark = |c: &char| matches!(c, '"' | '\'');
    let is_apart = |c: char| !matches!(kind(c), Kind::Letter | Kind::Digit | Kind::Alone);
    let (own, between) = match edge {
        Edge::First => {
            let own = folded.get(quotes.0..word.start as usize)?;
            let mark = own.chars().find(is_mark)?;
            let text = article.get(..there.start as usize)?;
            let at = text.rfind([mark, '\n'])?;
            // One that opens, and not the end of what was quoted before.
            (own, text.get(at..)?.strip_prefix(mark).filter(|between| !between.starts_with(is_apart))?)
        }
        Edge::Last => {
            let own = folded.get(word.end as usize..quotes.1)?;
            let mark = own.chars().find(is_mark)?;
            let text = article.get(there.end as usize..)?;
            let (between, after) = text.split_at_checked(text.find([mark, '\n'])?)?;
            (own, Some(between).filter(|between| after.starts_with(mark) && !between.ends_with([' ', '(', '[']))?)
        }
    };
    let kind = between.split(is_apart).filter(|word| !word.is_empty()).map(sort).max()?;
    Some(Change { kind, before: with_beside(before, own.len(), edge), now: with_beside(now, between.len() + 1, edge) })
}

/// How many bytes beside a number are looked at.
const BESIDE: usize = 16;

/// The signs and digits that stand right beside a number and belong to it; empty where there are none, or no number.
fn beside_number((view, word): (&View, Bounds), edge: Edge) -> &str {
    let folded = view.folded();
    let (start, end) = (word.start as usize, word.end as usize);
    let apart = |c: char| matches!(kind(c), Kind::Space | Kind::Letter | Kind::Alone);
    let mark = |c: char| kind(c) == Kind::Mark;
    // Or its currency: what stands before *$5* is a minus as it is before *5*.
    let number = |c: char| matches!(kind(c), Kind::Digit | Kind::Sign);
    let (beside, is_number) = match edge {
        Edge::First => {
            let before = folded[folded.floor_char_boundary(start.saturating_sub(BESIDE))..start]
                .rsplit(apart)
                .next()
                .unwrap_or_default();
            (before.trim_start_matches(|c| mark(c) && c != '-'), word.of(folded).starts_with(number))
        }
        Edge::Last => {
            let after = folded[end..folded.floor_char_boundary(end + BESIDE)].split(apart).next().unwrap_or_default();
            (after.trim_end_matches(mark), word.of(folded).ends_with(number))
        }
    };
    let signed = matches!(edge, Edge::First) && beside == "-" && is_minus(folded, start - 1);
    let belongs = signed || beside.contains(number);
    if is_number && belongs { beside } else { "" }
}
