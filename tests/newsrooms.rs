//! Whole articles, all invented, in the manner of many newsrooms: house styles of quotation marks, titles, courts, sport,
//! business, science, interviews. After the line `====` stand the first words of quotations, and who says them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

use checked_article::quotes::{Findings, Lexicon, find};

/// The person behind the quotation that begins so, or "nobody".
fn speaker<'t>(text: &'t str, findings: &Findings, beginning: &str) -> &'t str {
    let begins = |range: &std::ops::Range<usize>| text[range.clone()].trim_start().starts_with(beginning);
    let found = findings.quotes.iter().find(|found| found.parts.iter().any(begins));
    assert!(found.is_some() || findings.unattributed.iter().any(begins), "no quotation begins with {beginning:?}");
    found.map_or("nobody", |found| {
        let person = found.person.and_then(|person| findings.people.get(person.0));
        &text[person.map_or(found.speaker.clone(), |person| person.name.clone())]
    })
}

/// Checks one article, and gives back how many quotations it was asked about.
fn check(name: &str, article: &str) -> usize {
    let (text, expected) = article.split_once("\n====\n").expect(name);
    let findings = find(text, &Lexicon::english());
    for line in expected.lines() {
        let (beginning, who) = line.split_once(" => ").expect(line);
        assert_eq!(speaker(text, &findings, beginning), who, "{name}: {beginning}");
    }
    expected.lines().count()
}

#[test]
fn every_newsroom_has_its_quotations_in_the_right_mouth() {
    let mut asked = 0;
    for entry in std::fs::read_dir("tests/fixtures/newsrooms").unwrap() {
        let path = entry.unwrap().path();
        asked += check(&path.display().to_string(), &std::fs::read_to_string(&path).unwrap());
    }
    assert!(asked > 200, "only {asked} quotations were asked about");
}
