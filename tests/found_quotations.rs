//! What the finder gives out as a document: it reads without a fault, and every word is found where it stood.

#![cfg(feature = "serde")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

use checked_article::anchors::resolve;
use checked_article::article::Article;
use checked_article::document::{Document, Value, read};
use checked_article::exchange::document_quotes;
use checked_article::quotes::{Lexicon, Origin, Speaker, find};

const SEED: &str = include_str!("../seeds/000_b83a25d2751925c2.txt");
const TEXT: &str = "\
  The bridge\t

“We will open it,” Mayor Ann Lee said in a statement.
“We will open it,” Lee repeated.\r

“We have\u{a0}closed ‘A\\B’ and nothing else,” an official said. “We have no plans to.”
";

/// The plain text as an article, and what was found in it as its document.
fn document(text: &str) -> Document {
    let found = document_quotes(text, &find(text, &Lexicon::english()));
    let mut whole: serde_json::Value = serde_json::from_str(&found).unwrap();
    let article = Article::from_plain_text(text);
    let body: Vec<&str> = article.plain_blocks();
    whole["version"] = 1.into();
    whole["article"] = serde_json::json!({ "body": body });
    let value: Value = serde_json::from_value(whole).unwrap();
    let read = read(&value).unwrap();
    assert_eq!(read.faults, []);
    read.document
}

#[test]
fn every_found_part_is_placed_in_its_block() {
    for text in [SEED, TEXT] {
        let document = document(text);
        let blocks: Vec<_> =
            document.article.text_blocks().iter().map(|block| block.text.plain().to_string()).collect();
        let blocks: Vec<&str> = blocks.iter().map(String::as_str).collect();
        let targets: Vec<_> = document.quotes.iter().flat_map(|quote| &quote.parts).collect();
        assert!(targets.len() >= 4);
        for (target, placement) in targets.iter().zip(resolve(&blocks, &targets)) {
            let span = placement.found().unwrap_or_else(|| panic!("{target:?}: {placement:?}"));
            assert_eq!(target.block, Some(span.start.block.0), "{target:?}");
        }
    }
}

#[test]
fn speakers_are_people_or_described() {
    let document = document(TEXT);
    let names: Vec<&str> = document.people.iter().map(|person| &*person.name).collect();
    assert_eq!(names, ["Ann Lee"]);
    assert_eq!(document.people[0].role.as_deref(), Some("Mayor"));
    assert!(matches!(document.quotes[0].speaker, Speaker::Person(person) if person.0 == 0));
    assert!(
        document
            .quotes
            .iter()
            .any(|quote| matches!(&quote.speaker, Speaker::Unnamed(words) if words.contains("official")))
    );
    assert!(document.quotes.iter().all(|quote| matches!(quote.origin, Origin::Found { .. })));
}
