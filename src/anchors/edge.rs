//! A number that is the first or last word of a passage, with the signs and digits beside it that belong to it.

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
    let with_number = |(view, word): (&View, Bounds), beside: &str| {
        let (start, end) = match edge {
            Edge::First => (word.start as usize - beside.len(), word.end as usize),
            Edge::Last => (word.start as usize, word.end as usize + beside.len()),
        };
        view.raw().get(view.raw_start(start)..view.raw_end(end)).unwrap_or_default().into()
    };
    (own != other).then(|| Change { kind, before: with_number(before, own), now: with_number(now, other) })
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
