//! Selecting as the W3C model says it: every passage that a selector describes, to the letter.
//!
//! No passage is searched for that has changed, and none is preferred; [`super::Resolver`] does both. Kept apart from
//! it so that a program which places targets by their words alone does not carry this.

use super::fragment::TextFragment;
use super::{FragmentSelector, Selector, TextPositionSelector, TextQuoteSelector};
use crate::text::{CodePoints, Counts, View};

/// All passages that a selector describes, as raw offsets in text order.
///
/// ```
/// use checked_article::anchors::{Selector, TextQuoteSelector, select};
/// use checked_article::text::View;
/// let ana = Selector::Quote(TextQuoteSelector { exact: "ana".into(), ..Default::default() });
/// assert_eq!(select(&View::new(&["bananas"], None), &ana), [(1, 4), (3, 6)]);
/// ```
pub fn select(view: &View, selector: &Selector) -> Vec<(usize, usize)> {
    match selector {
        Selector::Quote(quote) => quotations(view.raw(), quote),
        Selector::Position(position) => positions(view.raw(), *position),
        Selector::Range(range) => {
            let (starts, ends) = (select(view, &range.start), select(view, &range.end));
            let up_to = |start: &(usize, usize)| ends.iter().find(|end| end.0 >= start.1).map(|end| (start.0, end.0));
            starts.iter().filter_map(up_to).collect()
        }
        Selector::Fragment(fragment) => fragments(view, fragment),
        Selector::Refined(refinement) => {
            let mut found = Vec::new();
            for (start, end) in select(view, &refinement.of) {
                let part = View::new(&[&view.raw()[start..end]], None);
                found.extend(select(&part, &refinement.by).into_iter().map(|(from, to)| (start + from, start + to)));
            }
            found
        }
        Selector::Checked(_) => Vec::new(),
    }
}

fn quotations(raw: &str, quote: &TextQuoteSelector) -> Vec<(usize, usize)> {
    let places = raw.char_indices().map(|(at, _)| at).chain([raw.len()]);
    let fits = |start: &usize| {
        let (before, rest) = raw.split_at(*start);
        rest.strip_prefix(&*quote.exact)
            .is_some_and(|after| before.ends_with(&*quote.prefix) && after.starts_with(&*quote.suffix))
    };
    places.filter(fits).map(|start| (start, start + quote.exact.len())).collect()
}

fn positions(raw: &str, position: TextPositionSelector) -> Vec<(usize, usize)> {
    let counts = Counts::new(raw);
    let byte = |at| counts.byte_of_code_point(raw, CodePoints(at));
    byte(position.start).zip(byte(position.end)).filter(|(start, end)| start <= end).into_iter().collect()
}

/// Text fragments (WICG), and character ranges of plain text (RFC 5147, section 2.1.1). Other fragments name
/// elements, which an article's text has none of.
fn fragments(view: &View, fragment: &FragmentSelector) -> Vec<(usize, usize)> {
    if let Some(range) = fragment.value.strip_prefix("char=") {
        let mut ends = range.split(';').next().unwrap_or("").splitn(2, ',').map(str::parse::<u32>);
        return match (ends.next(), ends.next()) {
            (Some(Ok(start)), Some(Ok(end))) => positions(view.raw(), TextPositionSelector { start, end }),
            _ => Vec::new(),
        };
    }
    TextFragment::parse(&fragment.value).iter().filter_map(|text| text.find(view)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{RangeSelector, Refinement};
    use super::*;
    use std::rc::Rc;

    fn quote(exact: &str) -> Selector {
        Selector::Quote(TextQuoteSelector { exact: exact.into(), ..Default::default() })
    }

    fn told<'v>(view: &'v View, selector: &Selector) -> Vec<&'v str> {
        select(view, selector).into_iter().map(|(start, end)| &view.raw()[start..end]).collect()
    }

    #[test]
    fn a_range_ends_before_what_its_end_selects() {
        let view = View::new(&["one two three four"], None);
        let range = RangeSelector { start: Rc::new(quote("two")), end: Rc::new(quote("four")) };
        assert_eq!(told(&view, &Selector::Range(range)), ["two three "]);
    }

    #[test]
    fn a_refinement_counts_from_where_the_wider_selection_begins() {
        let view = View::new(&["é one two"], None);
        let by = Selector::Position(TextPositionSelector { start: 4, end: 7 });
        let refined = Refinement { of: quote("one two"), by };
        assert_eq!(told(&view, &Selector::Refined(Rc::new(refined))), ["two"]);
    }

    #[test]
    fn fragments_of_plain_text_and_of_text_directives_select() {
        let view = View::new(&["é one two"], None);
        let fragment =
            |value: &str| Selector::Fragment(FragmentSelector { value: value.into(), conforms_to: "".into() });
        assert_eq!(told(&view, &fragment("char=2,5")), ["one"]);
        assert_eq!(told(&view, &fragment(":~:text=one-,two")), ["two"]);
        assert!(told(&view, &fragment("para5")).is_empty());
    }
}
