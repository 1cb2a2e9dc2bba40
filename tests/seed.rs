//! The seed article's document: it reads without a fault, and every word it speaks of is found in the article.

#![cfg(feature = "serde")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

use checked_article::anchors::{Selector, resolve};
use checked_article::claims::{Claim, Claimant};
use checked_article::document::{Document, Value, read};
use checked_article::quotes::Speaker;

const TEXT: &str = include_str!("../seeds/000_b83a25d2751925c2.txt");
const DOCUMENT: &str = include_str!("../seeds/alaska-summit.json");

fn seed() -> Document {
    let value: Value = serde_json::from_str(DOCUMENT).unwrap();
    let read = read(&value).unwrap();
    assert_eq!(read.faults, []);
    read.document
}

fn blocks(document: &Document) -> Vec<&str> {
    document.article.text_blocks().iter().map(|block| &**block.text.plain()).collect()
}

#[test]
fn its_paragraphs_are_the_articles_byte_for_byte() {
    let document = seed();
    assert_eq!(blocks(&document).join("\n"), TEXT.trim_end_matches('\n'));
    assert_eq!(document.article.checked.as_deref(), Some(&*document.article.text_hash()));
}

#[test]
fn every_target_is_found_where_all_its_selectors_say() {
    let document = seed();
    let blocks = blocks(&document);
    let whole: Vec<char> = blocks.join("\n").chars().collect();
    let targets: Vec<_> = document
        .quotes
        .iter()
        .flat_map(|quote| &quote.parts)
        .chain(document.claims.iter().map(|claim| &claim.target))
        .collect();
    assert_eq!(targets.len(), 14 + 4 + 15, "14 quotations, four of them in two parts, and 15 claims");
    for (target, placement) in targets.iter().zip(resolve(&blocks, &targets)) {
        let Some(span) = placement.found() else { panic!("{target:?}: {placement:?}") };
        assert_eq!(target.block, Some(span.start.block.0));
        let [Selector::Quote(words), Selector::Position(position)] = &*target.selectors else {
            panic!("{target:?}: not described by its words and its position")
        };
        let block = blocks[span.start.block.index()];
        assert_eq!(&block[span.start.offset.index()..span.end.offset.index()], &*words.exact);
        let stretch: String = whole[position.start as usize..position.end as usize].iter().collect();
        assert_eq!(stretch, *words.exact);
        assert!(words.prefix.chars().count() <= 32 && words.suffix.chars().count() <= 32);
    }
}

#[test]
fn fifteen_claims_are_tallied_by_verdict() {
    let document = seed();
    let tally: Vec<_> = document
        .scale
        .verdicts
        .iter()
        .map(|verdict| {
            let of_it = |claim: &&Claim| document.scale.get(claim.verdict) == Some(verdict);
            (&*verdict.label, document.claims.iter().filter(of_it).count())
        })
        .collect();
    assert_eq!(
        tally,
        [
            ("accurate", 8),
            ("supported", 3),
            ("partly accurate", 1),
            ("inaccurate", 1),
            ("unproven", 1),
            ("not checkable", 1)
        ]
    );
    let ids: Vec<_> = document.claims.iter().map(|claim| &*claim.id).collect();
    assert_eq!(ids, ["1", "2", "3", "4", "5", "6a", "6b", "6c", "7", "8", "9a", "9b", "10", "11", "12"]);
}

#[test]
fn hedges_stay_with_their_claims() {
    let document = seed();
    let words = |id: &str| {
        let claim = document.claims.iter().find(|claim| &*claim.id == id).unwrap();
        match &claim.target.selectors[0] {
            Selector::Quote(quote) => quote.exact.to_string(),
            other => panic!("{other:?}"),
        }
    };
    assert!(words("8").ends_with("according to some sources"));
    assert!(words("9a").contains("reportedly"));
}

#[test]
fn speakers_are_people_of_the_article_and_the_official_stays_unnamed() {
    let document = seed();
    let blocks = blocks(&document).join("\n");
    for person in &document.people {
        assert!(blocks.contains(&*person.name), "{}", person.name);
        for alias in &person.aliases {
            assert!(blocks.contains(&**alias), "{alias}");
        }
    }
    let by = |name: &str| {
        let says = |speaker: &Speaker| match speaker {
            Speaker::Person(person) => &*document.people[person.0].id == name,
            Speaker::Unnamed(description) => &**description == name,
        };
        document.quotes.iter().filter(|quote| says(&quote.speaker)).count()
    };
    assert_eq!((by("trump"), by("putin"), by("zelenskyy"), by("a White House official")), (9, 3, 1, 1));
    let unnamed = document.quotes.iter().find(|quote| matches!(quote.speaker, Speaker::Unnamed(_))).unwrap();
    assert!(unnamed.said.is_none());
    let counterfactual = document.claims.iter().find(|claim| &*claim.id == "10").unwrap();
    assert!(
        matches!(counterfactual.claimant, Some(Claimant::Person(index)) if &*document.people[index.0].id == "trump")
    );
    assert_eq!(document.claims.iter().filter(|claim| claim.claimant.is_some()).count(), 1);
}

#[test]
fn the_remark_quoted_twice_is_one_remark() {
    let document = seed();
    let links: Vec<_> =
        document.quotes.iter().filter_map(|quote| Some((&*quote.id, &**quote.same_as.as_ref()?))).collect();
    assert_eq!(links, [("q7", "q13"), ("q13", "q7")]);
    assert_eq!(document.quotes.iter().filter(|quote| quote.said.is_some()).count(), 7);
}

#[test]
fn nothing_is_invented_that_the_article_does_not_have() {
    let document = seed();
    let article = &document.article;
    assert_eq!(
        (&article.headline, &article.publisher, &article.date_published, &article.url),
        (&None, &None, &None, &None)
    );
    assert!(article.authors.is_empty());
    assert_eq!(document.reviewer.contact, None);
    assert!(document.claims.iter().all(|claim| claim.revisions.is_empty() && claim.reviewer.name.is_none()));
}
