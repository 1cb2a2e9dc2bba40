//! Any bytes: reading them as a document ends, each fault is one line with nothing in it that upsets a terminal, and a
//! document that could be read has a body, no id twice, and targets that can be placed.

#![no_main]

use std::collections::BTreeSet;

use checked_article::anchors::resolve;
use checked_article::document::{Fault, Value, read};
use checked_article::marks::Marks;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(value) = serde_json::from_slice::<Value>(bytes) else { return };
    let read = match read(&value) {
        Ok(read) => read,
        Err(faults) => {
            assert!(!faults.is_empty(), "an unreadable document says why");
            return faults.iter().for_each(is_one_line);
        }
    };
    read.faults.iter().for_each(is_one_line);
    let document = &read.document;
    assert!(!document.article.body.is_empty());
    let quotes = document.quotes.iter().map(|quote| &quote.id);
    let ids: Vec<_> = quotes.chain(document.claims.iter().map(|claim| &claim.id)).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
    assert!(document.claims.iter().all(|claim| document.scale.get(claim.verdict).is_some()));

    let texts = document.article.text_blocks();
    let blocks: Vec<&str> = texts.iter().map(|block| &**block.text.plain()).collect();
    let parts = document.quotes.iter().flat_map(|quote| &quote.parts);
    let targets: Vec<_> = parts.chain(document.claims.iter().map(|claim| &claim.target)).collect();
    assert_eq!(resolve(&blocks, &targets).len(), targets.len());
    for mark in &Marks::of(document).all {
        for span in &mark.spans {
            let (start, end) = (span.start, span.end);
            assert!(start <= end && end.block.index() < blocks.len(), "{span:?}");
            assert!(blocks[start.block.index()].is_char_boundary(start.offset.index()), "{span:?}");
            assert!(blocks[end.block.index()].is_char_boundary(end.offset.index()), "{span:?}");
        }
    }
});

fn is_one_line(fault: &Fault) {
    let line = fault.to_string();
    assert!(!line.contains(char::is_control), "{line:?}");
    assert!(!fault.expected.is_empty() && !fault.found.is_empty(), "{line:?}");
}
