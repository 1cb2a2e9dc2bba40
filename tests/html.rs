//! A document as plain HTML holds every word of the article, every quotation with its speaker and every check.

#![cfg(feature = "serde")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

use checked_article::document::{Document, Value, read};
use checked_article::exchange::{article_html, document_html};

fn document(json: &str) -> Document {
    let value: Value = serde_json::from_str(json).unwrap();
    read(&value).unwrap().document
}

/// The words between tags.
fn words(html: &str) -> String {
    let mut words = String::new();
    for piece in html.split('<') {
        words.push_str(piece.split_once('>').map_or(piece, |(_, words)| words));
    }
    words.replace("&#39;", "'").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[test]
fn the_seeds_words_are_all_there_and_in_order() {
    let seed = document(include_str!("../seeds/alaska-summit.json"));
    let html = article_html(&seed.article);
    let paragraphs: Vec<String> = html.lines().filter(|line| line.starts_with("<p>")).map(words).collect();
    let plain: Vec<&str> = include_str!("../seeds/000_b83a25d2751925c2.txt").lines().collect();
    assert_eq!(paragraphs, plain);
}

#[test]
fn every_quotation_is_a_figure_with_its_speaker_and_a_fragment_stands_in_its_sentence() {
    let html = document_html(&document(include_str!("../seeds/alaska-summit.json")));
    assert_eq!(html.matches("<figure id=\"ca-q").count(), 14);
    let fragment = html.lines().find(|line| line.starts_with("<figure id=\"ca-q8\"")).unwrap();
    assert!(fragment.contains("he does not <mark>“have to think about”</mark> any severe consequences"), "{fragment}");
    assert!(fragment.contains("<cite>Donald Trump</cite>"), "{fragment}");
}

#[test]
fn every_check_has_its_verdict_and_its_sources() {
    let seed = document(include_str!("../seeds/alaska-summit.json"));
    let html = document_html(&seed);
    let check = html.lines().find(|line| line.starts_with("<figure id=\"ca-6b\"")).unwrap();
    assert!(check.contains("<strong>inaccurate</strong>") && check.contains("Disputes it: <a"), "{check}");
    let sources: usize = seed.claims.iter().map(|claim| claim.sources.len()).sum();
    let revisions: usize = seed.claims.iter().map(|claim| claim.revisions.len()).sum();
    assert_eq!(html.matches("<li>").count(), sources + revisions);
}

#[test]
fn a_check_says_whose_words_it_is_of_what_was_checked_by_whom_and_what_was_changed_since() {
    let html = document_html(&document(include_str!("fixtures/everything.json")));
    let check = |id: &str| words(html.lines().find(|line| line.contains(&format!("id=\"ca-{id}\""))).unwrap());
    assert!(check("c1").starts_with("The article’s own words"), "{}", check("c1"));
    let said = check("c3");
    assert!(said.starts_with("Claim by Prunella Quack"), "{said}");
    for words in [
        "As checked: The pudding was nine metres tall.",
        "Checked by ",
        "Report an error",
        "Changes to this check:",
        "Eight metres and a cherry.",
        "(archived)",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn what_no_longer_stands_in_the_article_is_left_out() {
    let changed = include_str!("../seeds/alaska-summit.json").replacen(
        "nearly three-hour meeting",
        "nearly five-hour meeting",
        1,
    );
    let html = document_html(&document(&changed));
    assert!(!html.contains("id=\"ca-1\"") && html.contains("id=\"ca-6b\""));
}

#[test]
fn all_kinds_of_block_and_style_are_written() {
    let html = document_html(&document(include_str!("fixtures/everything.json")));
    for tag in [
        "<h1>",
        "<h2>",
        "<ul>",
        "<ol>",
        "<blockquote>",
        "<figcaption>",
        "<img ",
        "<em>",
        "<strong>",
        "<del>",
        "<sup>",
        "<sub>",
        "<br>",
        "<a ",
        "<span lang=",
    ] {
        assert!(html.contains(tag), "{tag}");
    }
}
