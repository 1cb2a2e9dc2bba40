//! Any text: whatever the finder gives out lies in the text, on boundaries of characters, in order.

#![no_main]

use std::ops::Range;
use std::sync::LazyLock;

use checked_article::quotes::marks::pair;
use checked_article::quotes::{Lexicon, find_above};
use libfuzzer_sys::fuzz_target;

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(Lexicon::english);

fuzz_target!(|text: &str| {
    let marked = pair(text);
    for stretch in &marked {
        assert!(text.get(stretch.outer.clone()).is_some() && text.get(stretch.inner.clone()).is_some(), "{stretch:?}");
        assert!(stretch.outer.start <= stretch.inner.start && stretch.inner.end <= stretch.outer.end, "{stretch:?}");
    }
    assert!(marked.windows(2).all(|pair| pair[0].outer.end <= pair[1].outer.start), "{marked:?}");

    let findings = find_above(text, &ENGLISH, 0);
    let mut last = 0;
    for quote in &findings.quotes {
        let first = quote.parts.first().expect("a quotation has words");
        assert!(last <= first.start, "quotations in text order: {findings:?}");
        last = first.start;
        assert!(quote.parts.windows(2).all(|pair| pair[0].end <= pair[1].start), "parts in text order: {quote:?}");
        assert!(quote.parts.iter().all(|part| !part.is_empty()), "{quote:?}");
        assert!(quote.confidence <= 100);
        assert!(quote.person.is_none_or(|person| person.0 < findings.people.len()), "{quote:?}");
        let named = [&quote.cue, &quote.addressee, &quote.medium].into_iter().flatten();
        within(text, quote.parts.iter().chain([&quote.speaker]).chain(named));
    }
    for person in &findings.people {
        within(text, person.aliases.iter().chain([&person.name]).chain(&person.role));
    }
});

fn within<'r>(text: &str, ranges: impl Iterator<Item = &'r Range<usize>>) {
    for range in ranges {
        assert!(text.get(range.clone()).is_some(), "{range:?} in {} bytes", text.len());
    }
}
