//! Describing a passage: the shortest selectors that find it again.

use super::{Selector, Target, TextPositionSelector, TextQuoteSelector};
use crate::text::letter::{Kind, kind};
use crate::text::words::{Bounds, cut};
use crate::text::{Counts, Span, View};

/// How many bytes behind a passage tell how its first sign is read.
const BESIDE: usize = 16;
/// The most words of prefix and of suffix that are tried.
const MOST: usize = 40;

/// Describes a passage as its words with the fewest characters of context, in whole words, that make them unique in the
/// text, and as its position. `None` where it holds no words or numbers: of a sign by itself nobody can say what it belongs
/// to.
///
/// Where no context of forty words on each side makes it unique, the position alone tells it from its likes.
///
/// ```
/// use checked_article::anchors::{Selector, describe};
/// use checked_article::text::{Place, Span, View};
/// let view = View::new(&["To annotate or not to annotate."], None);
/// let span = Span { start: Place::new(0, 22), end: Place::new(0, 30) };
/// let target = describe(&view, span).unwrap();
/// let Selector::Quote(quote) = &target.selectors[0] else { unreachable!() };
/// assert_eq!((&*quote.prefix, &*quote.exact, &*quote.suffix), ("", "annotate", "."));
/// ```
pub fn describe(view: &View, span: Span) -> Option<Target> {
    let raw = view.raw();
    let (start, end) =
        (raw.floor_char_boundary(view.offset(span.start)), raw.floor_char_boundary(view.offset(span.end)));
    let exact = raw.get(start..end)?;
    let words = cut(view.folded());
    let (from, to) = (view.folded_at(start), view.folded_at(end));
    let first = words.partition_point(|word| word.end as usize <= from);
    let said = |c: char| !matches!(kind(c), Kind::Mark | Kind::Sign);
    let holds = |word: &Bounds| {
        view.folded()
            .get(from.max(word.start as usize)..to.min(word.end as usize))
            .is_some_and(|part| part.contains(said))
    };
    if !words[first..].iter().take_while(|word| (word.start as usize) < to).any(holds) {
        return None;
    }
    // Without what stands beside it a dash may be a minus, and a full stop a decimal point, that it is not there.
    let folded = view.folded();
    let is_read = |to: usize| {
        let alone = cut(&folded[from..to]).first().map(|word| word.start as usize + from);
        alone == words.get(first).map(|word| (word.start as usize).max(from))
    };
    let before = steps_back(view, &words, from, is_read(folded.floor_char_boundary(to + BESIDE)));
    let after = steps_on(view, &words, to, is_read(to));
    let reach = |steps: &[usize]| steps.iter().copied().max().unwrap_or(0);
    let others = others(view.folded(), from, to, [reach(&before), reach(&after)]);
    let (left, right) = shortest(&before, &after, &others);
    let (left, right) = (view.raw_start(from - left).min(start), view.raw_end(to + right).max(end));
    let quote =
        TextQuoteSelector { exact: exact.into(), prefix: raw[left..start].into(), suffix: raw[end..right].into() };
    let counts = Counts::new(raw);
    let position =
        TextPositionSelector { start: counts.code_points(raw, start).0, end: counts.code_points(raw, end).0 };
    Some(Target {
        selectors: vec![Selector::Quote(quote), Selector::Position(position)],
        block: Some(span.start.block.0),
    })
}

/// How far a prefix may reach back, in bytes of the view: to the beginning of the word that `from` lies in or at, and
/// of each one before. Without a prefix only where the passage is read without one as it is there.
fn steps_back(view: &View, words: &[Bounds], from: usize, is_read_so: bool) -> Vec<usize> {
    let next = words.partition_point(|word| (word.start as usize) < from);
    let mut steps = Vec::new();
    let (before, own) = view.folded().split_at(from);
    let number_goes_on = before.ends_with(number) && own.starts_with(mark);
    if is_read_so && !number_goes_on && (next == 0 || words[next - 1].end as usize <= from) {
        steps.push(0);
    }
    steps.extend(words[..next].iter().rev().take(MOST).map(|word| from - word.start as usize));
    if next < MOST && from <= view.folded().len() {
        steps.push(from);
    }
    steps
}

/// How far a suffix may reach on; without one only where the passage is read without it as it is there.
fn steps_on(view: &View, words: &[Bounds], to: usize, is_read_so: bool) -> Vec<usize> {
    let next = words.partition_point(|word| word.end as usize <= to);
    let mut steps = Vec::new();
    let (own, after) = view.folded().split_at(to);
    let number_goes_on = own.ends_with(|c| mark(c) || kind(c) == Kind::Sign) && after.starts_with(number);
    if is_read_so && !number_goes_on && words.get(next).is_none_or(|word| word.start as usize >= to) {
        steps.push(0);
    }
    steps.extend(words[next..].iter().take(MOST).map(|word| word.end as usize - to));
    if words.len() - next < MOST {
        steps.push(view.folded().len() - to);
    }
    steps
}

fn number(c: char) -> bool {
    matches!(kind(c), Kind::Digit | Kind::Sign)
}

fn mark(c: char) -> bool {
    kind(c) == Kind::Mark
}

/// For each other place of the same characters, how many bytes before and after are the same too, as far as a prefix and
/// a suffix may reach.
fn others(folded: &str, from: usize, to: usize, [left, right]: [usize; 2]) -> Vec<(usize, usize)> {
    let bytes = folded.as_bytes();
    let mut others = Vec::new();
    let mut next = 0;
    while let Some(at) = folded.get(next..).and_then(|rest| rest.find(&folded[from..to])).map(|at| next + at) {
        next = at + folded[at..].chars().next().map_or(1, char::len_utf8);
        if at != from {
            let back = bytes[..from].iter().rev().zip(bytes[..at].iter().rev()).take(left);
            let on = bytes[to..].iter().zip(&bytes[at + to - from..]).take(right);
            others.push((back.take_while(|(a, b)| a == b).count(), on.take_while(|(a, b)| a == b).count()));
        }
    }
    others
}

/// The prefix and suffix of the fewest bytes together that none of the others has; the longest where there are none.
fn shortest(before: &[usize], after: &[usize], others: &[(usize, usize)]) -> (usize, usize) {
    let mut best: Option<(usize, usize)> = None;
    for left in before {
        let rest = others.iter().filter(|other| other.0 >= *left).map(|other| other.1).max();
        let right = after.iter().find(|right| rest.is_none_or(|same| **right > same));
        if let Some(right) = right
            && best.is_none_or(|best| left + right < best.0 + best.1)
        {
            best = Some((*left, *right));
        }
    }
    best.unwrap_or((before.last().copied().unwrap_or(0), after.last().copied().unwrap_or(0)))
}
