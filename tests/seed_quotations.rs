//! The seed article, as plain text: every passage between quotation marks, and who says it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

use checked_article::quotes::{Findings, Found, Lexicon, find};

const ARTICLE: &str = include_str!("../seeds/000_b83a25d2751925c2.txt");

/// How the words begin (every part), the speaker, the cue, and the addressee or medium.
type Row = (&'static [&'static str], &'static str, &'static str, &'static str);

const ROWS: [Row; 14] = [
    (&["extremely productive,"], "Donald Trump", "called", ""),
    (&["agreement"], "Vladimir Putin", "alluding", ""),
    (&["I would like to hope"], "Vladimir Putin", "said", ""),
    (&["the most significant,"], "Donald Trump", "indicated", ""),
    (&["There were many, many points", "A couple of big ones"], "Donald Trump", "told", "reporters"),
    (&["there’s no deal until there’s a deal."], "Donald Trump", "added", ""),
    (&["I’m not going to be happy"], "Donald Trump", "told", "reporters"),
    (&["have to think about"], "Donald Trump", "told", "Fox News host Sean Hannity"),
    (&["get it done"], "Donald Trump", "told", "Hannity"),
    (&["We look forward to dealing"], "Donald Trump", "said", ""),
    (&["Today, when President Trump", "I think that overall"], "Vladimir Putin", "said", ""),
    (
        &["He’s a realist,", "And I don’t think there are any pretenses here."],
        "a White House official",
        "told",
        "NOTUS",
    ),
    (&["I want to see a ceasefire rapidly,", "I don’t know if"], "Donald Trump", "told", "Fox News"),
    (&["On the day of negotiations"], "Volodymyr Zelenskyy", "said", "in the post"),
];

fn words(range: Option<&std::ops::Range<usize>>) -> &'static str {
    range.and_then(|range| ARTICLE.get(range.clone())).unwrap_or_default()
}

fn person(findings: &Findings, found: &Found) -> &'static str {
    words(found.person.and_then(|person| findings.people.get(person.0)).map(|person| &person.name))
}

#[test]
fn every_quotation_comes_out_with_its_speaker() {
    let findings = find(ARTICLE, &Lexicon::for_language("en-US"));
    for (found, (parts, speaker, cue, listener)) in findings.quotes.iter().zip(ROWS) {
        let said: Vec<&str> = found.parts.iter().map(|part| words(Some(part))).collect();
        assert_eq!(said.len(), parts.len(), "{said:?}");
        assert!(said.iter().zip(parts).all(|(said, part)| said.starts_with(part)), "{said:?} for {parts:?}");
        assert_eq!(person(&findings, found), speaker, "{said:?}");
        assert_eq!(words(found.cue.as_ref()), cue, "{said:?}");
        let heard = found.addressee.as_ref().or(found.medium.as_ref());
        assert!(listener.is_empty() || words(heard) == listener, "{:?} for {listener:?}", words(heard));
    }
    assert_eq!(findings.quotes.len(), ROWS.len(), "nothing else is given to anybody");
}

#[test]
fn lettering_and_a_borrowed_word_are_nobodys() {
    let findings = find(ARTICLE, &Lexicon::english());
    let given = |start: usize| findings.quotes.iter().flat_map(|found| &found.parts).any(|part| part.start == start);
    for passage in ["pursuing peace,", "Alaska 2025"] {
        assert!(!given(ARTICLE.find(passage).unwrap()), "{passage}");
    }
    assert!(!given(ARTICLE.find("agreement").unwrap()), "the borrowed word of the first paragraph");
}

#[test]
fn the_official_is_one_unnamed_person() {
    let findings = find(ARTICLE, &Lexicon::english());
    let unnamed: Vec<&str> =
        findings.people.iter().filter(|person| !person.named).map(|person| words(Some(&person.name))).collect();
    assert_eq!(unnamed, ["a White House official"]);
}

#[test]
fn everybody_is_one_person_under_all_their_names() {
    let findings = find(ARTICLE, &Lexicon::english());
    let names: Vec<&str> = findings.people.iter().map(|person| words(Some(&person.name))).collect();
    assert_eq!(names, ["Donald Trump", "Vladimir Putin", "a White House official", "Volodymyr Zelenskyy"]);
    let putin = &findings.people[1];
    assert_eq!(words(putin.role.as_ref()), "Russian President");
    assert!(putin.aliases.iter().any(|alias| words(Some(alias)) == "the Russian president"));
}
