//! Any text: what is described is found again where it was, and whatever is put in, each placement lies in the text and
//! `found` is said of no other words.

#![no_main]

use std::borrow::Cow;

use checked_article::anchors::{Placement, Resolver, Target, describe};
use checked_article::text::words::{Bounds, cut};
use checked_article::text::{Canonical, Span, View};
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use unicode_normalization::UnicodeNormalization;

#[derive(Arbitrary, Debug)]
struct Case<'a> {
    /// The article's blocks, a line each.
    text: &'a str,
    /// The passage, in bytes.
    passage: (u16, u16),
    /// What is cut out of the text, in bytes, and what is put in there.
    cut: (u16, u16),
    put_in: &'a str,
    canonical: bool,
}

fuzz_target!(|case: Case| {
    let canonical: Option<Canonical> = case.canonical.then_some(nfc);
    let blocks: Vec<&str> = case.text.split('\n').collect();
    let view = View::new(&blocks, canonical);
    let (start, end) = range(case.text, case.passage);
    let span = view.span(start, end);
    let Some(target) = describe(&view, span) else { return };
    assert_eq!(place(&blocks, &target, canonical).found(), Some(span), "{target:?}");

    let (from, to) = range(case.text, case.cut);
    let edited = [&case.text[..from], case.put_in, &case.text[to..]].concat();
    let blocks: Vec<&str> = edited.split('\n').collect();
    let placement = place(&blocks, &target, canonical);
    let spans: Vec<Span> = match &placement {
        Placement::Found { span, .. } | Placement::Changed { span, .. } => vec![*span],
        Placement::Ambiguous { candidates } => candidates.clone(),
        Placement::Orphan { lookalike, .. } => lookalike.iter().copied().collect(),
    };
    let now = View::new(&blocks, canonical);
    for span in spans {
        let (from, to) = (now.offset(span.start), now.offset(span.end));
        assert!(edited.get(from..to).is_some(), "{span:?}");
        // In an English text one slip of spelling is forgiven.
        let english = ["the", "of", "and"].iter().all(|word| now.folded().contains(word));
        if placement.found().is_some() && !english {
            assert_eq!(letters(&now, from, to), letters(&view, start, end), "{target:?}");
        }
    }
});

fn place(blocks: &[&str], target: &Target, canonical: Option<Canonical>) -> Placement {
    let resolver = Resolver::new(blocks, &[target]);
    let resolver = if let Some(canonical) = canonical { resolver.with_canonical(canonical) } else { resolver };
    resolver.finish().remove(0)
}

/// Two offsets as a range of the text, on boundaries of characters.
fn range(text: &str, (a, b): (u16, u16)) -> (usize, usize) {
    let at = |at: u16| text.floor_char_boundary(usize::from(at) % (text.len() + 1));
    (at(a).min(at(b)), at(a).max(at(b)))
}

/// The words of a passage without what stands between them.
fn letters(view: &View, start: usize, end: usize) -> String {
    let (start, end) = (view.folded_at(start), view.folded_at(end));
    let inside = |word: Bounds| view.folded().get(start.max(word.start as usize)..end.min(word.end as usize));
    let letters: String = cut(view.folded()).into_iter().filter_map(inside).collect();
    // In a passage from inside a word an apostrophe may stand at the end, where it is a mark like any other.
    letters.trim_matches('\'').into()
}

fn nfc(text: &str) -> Cow<'_, str> {
    text.nfc().collect::<String>().into()
}
