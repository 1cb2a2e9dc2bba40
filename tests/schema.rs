//! The reader and `schema.json` say the same of a document.
//!
//! What the schema calls invalid the reader reports, and the other way round. Only what takes a look at another part of
//! the document, or at a calendar, is the reader's alone.

#![cfg(feature = "serde")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

use checked_article::document::{Fault, Read, Severity, Value, read};
use jsonschema::Validator;
use serde_json::{Value as Json, json};

const EVERYTHING: &str = include_str!("fixtures/everything.json");
const RTL: &str = include_str!("fixtures/rtl.json");
const SEED: &str = include_str!("../seeds/alaska-summit.json");

fn validator() -> Validator {
    let schema: Json = serde_json::from_str(include_str!("../src/document/schema.json")).unwrap();
    jsonschema::draft202012::meta::validate(&schema).expect("the schema itself is valid");
    jsonschema::draft202012::new(&schema).unwrap()
}

fn faults(document: &Json) -> Vec<Fault> {
    let value: Value = serde_json::from_value(document.clone()).unwrap();
    match read(&value) {
        Ok(Read { faults, .. }) | Err(faults) => faults,
    }
}

fn lines(document: &Json) -> Vec<String> {
    faults(document).iter().map(Fault::to_string).collect()
}

#[test]
fn sound_documents_are_sound_for_both() {
    let validator = validator();
    for (name, text) in [("everything", EVERYTHING), ("rtl", RTL), ("seed", SEED)] {
        let document: Json = serde_json::from_str(text).unwrap();
        let said: Vec<_> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert_eq!(said, [""; 0], "{name}");
        assert_eq!(lines(&document), [""; 0], "{name}");
    }
}

/// A document with one of each, small enough to be changed in a table.
fn small() -> Json {
    let passage = |words: &str| json!({"selector": {"type": "TextQuoteSelector", "exact": words}});
    json!({
        "version": 1,
        "article": {"body": ["The goose won “twice,” it said."]},
        "people": [{"id": "goose", "name": "Sir Honkalot"}],
        "quotes": [{"id": "q1", "target": passage("twice,"), "speaker": {"person": "goose"}}],
        "scale": "politifact",
        "claims": [{
            "id": "c1", "target": passage("The goose won"), "claimReviewed": "The goose won.", "verdict": "true",
            "summary": "It won.", "explanation": "The rosette says so.",
            "sources": [{"publisher": "Registry", "url": "https://example.org/r", "kind": "record", "stance": "supports"}],
        }],
    })
}

/// Who objects.
#[derive(Debug, PartialEq)]
enum Objects {
    Nobody,
    Both,
    /// It takes more than a schema can say.
    Reader,
}
use Objects::{Both, Nobody, Reader};

/// Pointer, what is put there, who objects, and the reader's first line.
type Case = (&'static str, Json, Objects, &'static str);

#[rustfmt::skip]
fn cases() -> Vec<Case> {
    vec![
        ("/$schema", json!("schema.json"), Nobody, ""),
        ("/withdrawn", json!(true), Nobody, ""),
        ("/withdrawn", json!("yes"), Both, "withdrawn: expected true or false, found \"yes\""),
        ("/version", json!(2), Both, "version: expected 1, found 2: written for version 2; this reads version 1"),
        ("/version", json!("1"), Both, "version: expected 1, found \"1\""),
        ("/versoin", json!(1), Both, "versoin: expected no member of this name, found 1"),
        ("/people/0/role", json!(null), Both, "people[0].role: expected a value or no such member, found null"),
        ("/people/0/id", json!("a b"), Both,
            "people[0].id: expected an id of 1 to 64 ASCII letters, digits, hyphens, underscores and dots, found \"a b\""),
        ("/people/0/name", json!("\u{202E}"), Reader, "people[0].name: expected a text, found \"\\u{202e}\""),
        ("/people/0/image", json!({"url": "https://example.org/a.png", "alt": "A goose.", "width": 0, "height": 9}), Both,
            "people[0].image.width: expected a whole number of pixels from 1 to 65535, found 0"),
        ("/article/headline", json!(""), Both, "article.headline: expected a text, found \"\""),
        ("/article/author", json!(["Dorabella Crumpet", {"name": "Bartholomew Fizz"}]), Nobody, ""),
        ("/article/datePublished", json!("2031-07-06"), Nobody, ""),
        ("/article/datePublished", json!("6 July"), Both,
            "article.datePublished: expected an ISO 8601 date, or date and time, such as 2026-11-23 or \
             2026-11-23T09:30:00Z, found \"6 July\""),
        ("/article/datePublished", json!("2031-02-30"), Reader,
            "article.datePublished: expected an ISO 8601 date, or date and time, such as 2026-11-23 or \
             2026-11-23T09:30:00Z, found \"2031-02-30\""),
        ("/article/body", json!([]), Both, "article.body: expected at least one block with words, found an empty array"),
        ("/article/body", json!("words"), Both, "article.body: expected an array, found \"words\""),
        ("/article/body/0", json!({"type": "aside", "content": "words"}), Both,
            "article.body[0].type: expected \"paragraph\", \"heading\", \"list\", \"blockquote\", \"figure\" or \"embed\", \
             found \"aside\""),
        ("/article/body/0", json!({"type": "heading", "content": "words", "level": 1}), Both,
            "article.body[0].level: expected a level from 2 to 6, found 1"),
        ("/article/body/0", json!({"type": "paragraph", "content": [{"type": "link", "content": "w", "url": "javascript:alert(1)"}]}),
            Both, "article.body[0].content[0].url: expected an https, http or mailto URL, found \"javascript:alert(1)\""),
        ("/quotes/0/speaker", json!({"unnamed": "a goose"}), Nobody, ""),
        ("/quotes/0/speaker", json!({"person": "goose", "unnamed": "a goose"}), Both,
            "quotes[0].speaker: expected either person or unnamed, found an object"),
        ("/quotes/0/speaker", json!({"person": "gander"}), Reader,
            "quotes[0].speaker.person: expected the id of somebody in people, found \"gander\""),
        ("/quotes/0/sameAs", json!("q9"), Reader, "quotes[0].sameAs: expected the id of another quotation, found \"q9\""),
        ("/quotes/0/sameAs", json!("q1"), Reader, "quotes[0].sameAs: expected the id of another quotation, found \"q1\""),
        ("/quotes/0/target", json!([]), Both, "quotes[0].target: expected an object or an array of them, found an empty array"),
        ("/quotes/0/target/selector", json!({"type": "CssSelector", "value": "p"}), Both,
            "quotes[0].target.selector.type: expected \"TextQuoteSelector\" or \"TextPositionSelector\", found \"CssSelector\""),
        ("/quotes/0/target/selector", json!({"type": "TextPositionSelector", "start": 5, "end": 5}), Reader,
            "quotes[0].target.selector.end: expected a position after the start, found 5"),
        ("/quotes/0/origin", json!({"rule": "verb", "confidence": 101}), Both,
            "quotes[0].origin.confidence: expected a whole number of per cent, found 101"),
        ("/quotes/0/said", json!({"finding": "true"}), Both,
            "quotes[0].said.finding: expected \"confirmed\", \"confirmed in translation\", \"unconfirmed\" or \"disputed\", \
             found \"true\""),
        ("/claims/0/id", json!("q1"), Reader, "claims[0].id: expected an id that nothing before it has, found \"q1\""),
        ("/claims/0/verdict", json!("so-so"), Reader,
            "claims[0].verdict: expected the id of a verdict in the scale, found \"so-so\""),
        ("/claims/0/status", json!("retracted"), Both,
            "claims[0].status: expected \"draft\", \"published\" or \"withdrawn\", found \"retracted\""),
        ("/claims/0/explanation", json!([]), Both,
            "claims[0].explanation: expected at least one paragraph, found an empty array"),
        ("/claims/0/sources/0/url", json!("mailto:registry@example.org"), Nobody, ""),
        ("/claims/0/sources/0/url", json!("data:text/html,x"), Both,
            "claims[0].sources[0].url: expected an https, http or mailto URL, found \"data:text/html,x\""),
        ("/claims/0/sources/0/archive", json!("mailto:registry@example.org"), Both,
            "claims[0].sources[0].archive: expected an https or http URL, found \"mailto:registry@example.org\""),
        ("/claims/0/sources/0/kind", json!("gossip"), Both,
            "claims[0].sources[0].kind: expected \"record\", \"news\", \"state media\", \"statement\", \"aggregator\", \
             \"research\" or \"other\", found \"gossip\""),
        ("/claims/0/contact", json!("mailto:desk@example.org"), Nobody, ""),
        ("/scale", json!("stars"), Both, "scale: expected the name of a preset scale, found \"stars\""),
        ("/review", json!({"author": {"name": "Spoon Auditors"}, "datePublished": "2031-07-07"}), Nobody, ""),
        ("/review", json!({"author": "Spoon Auditors"}), Both, "review.author: expected an object, found \"Spoon Auditors\""),
    ]
}

/// Puts `value` where `pointer` says (RFC 6901), as a new member if there is none.
fn put(document: &mut Json, pointer: &str, value: Json) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Json::Object(members) => {
            members.insert(name.into(), value);
        }
        Json::Array(items) => items[name.parse::<usize>().unwrap()] = value,
        _ => panic!("{pointer}: nothing to put it in"),
    }
}

#[test]
fn each_fault_has_its_path_and_what_was_expected() {
    let validator = validator();
    for (pointer, value, objects, line) in cases() {
        let mut document = small();
        put(&mut document, pointer, value.clone());
        let said = lines(&document);
        assert_eq!(said.first().map_or("", String::as_str), line, "{pointer} = {value}");
        let expected = if validator.is_valid(&document) { if said.is_empty() { Nobody } else { Reader } } else { Both };
        assert_eq!(objects, expected, "{pointer} = {value}");
    }
}

#[test]
fn each_required_member_is_missed_by_both() {
    let validator = validator();
    for pointer in [
        "/version",
        "/article",
        "/article/body",
        "/people/0/id",
        "/people/0/name",
        "/quotes/0/id",
        "/quotes/0/target",
        "/quotes/0/target/selector/exact",
        "/quotes/0/speaker",
        "/claims/0/id",
        "/claims/0/target",
        "/claims/0/claimReviewed",
        "/claims/0/verdict",
        "/claims/0/summary",
        "/claims/0/explanation",
        "/claims/0/sources/0/publisher",
        "/claims/0/sources/0/url",
        "/claims/0/sources/0/kind",
        "/claims/0/sources/0/stance",
    ] {
        let mut document = small();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        document.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name).unwrap();
        assert!(!validator.is_valid(&document), "{pointer}");
        let said = faults(&document);
        assert!(said.iter().any(|fault| fault.severity == Severity::Error), "{pointer}: {said:?}");
    }
}

/// What only the reader can see: it looks at another part of the document, at the calendar, or past bidi controls.
fn is_beyond_the_schema(fault: &Fault) -> bool {
    let beyond = [
        "an id that nothing before it has",
        "the id of somebody in people",
        "the id of a verdict in the scale",
        "the id of another quotation",
        "a position after the start",
    ];
    beyond.contains(&&*fault.expected) || fault.found.contains("\\u{202e}") || fault.found.contains("-02-30")
}

/// Every place in a document, as RFC 6901 pointers.
fn places(value: &Json, pointer: &str, places: &mut Vec<String>) {
    places.push(pointer.into());
    match value {
        Json::Object(members) => {
            members.iter().for_each(|(name, member)| self::places(member, &format!("{pointer}/{name}"), places));
        }
        Json::Array(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(index, item)| self::places(item, &format!("{pointer}/{index}"), places));
        }
        _ => {}
    }
}

#[test]
fn a_document_with_one_thing_changed_is_wrong_for_both_or_for_neither() {
    let validator = validator();
    let document: Json = serde_json::from_str(EVERYTHING).unwrap();
    let mut all = Vec::new();
    places(&document, "", &mut all);
    assert!(all.len() > 600, "{} places", all.len());
    let put_there = [
        json!(null),
        json!(true),
        json!(0),
        json!(3.5),
        json!(-1),
        json!(1e300),
        json!(""),
        json!("words"),
        json!("two words"),
        json!("\u{202E}"),
        json!("2031-02-30"),
        json!("mailto:desk@example.org"),
        json!("https://example.org/"),
        json!([]),
        json!(["words"]),
        json!([[]]),
        json!({}),
        json!({"name": "words", "type": "lineBreak"}),
        json!({"type": "paragraph", "content": ["words", {"type": "strong", "content": "words"}]}),
    ];
    for (index, pointer) in all.iter().enumerate().skip(1) {
        // A third of the values at each place, in turn: like places are many, and all would take half a minute.
        for value in put_there.iter().skip(index % 3).step_by(3) {
            let mut changed = document.clone();
            put(&mut changed, pointer, value.clone());
            let said = faults(&changed);
            if validator.is_valid(&changed) {
                let only_readers = said.iter().all(is_beyond_the_schema);
                assert!(only_readers, "{pointer} = {value}: the schema accepts it, the reader says {said:?}");
            } else {
                assert!(!said.is_empty(), "{pointer} = {value}: the reader accepts it, the schema does not");
            }
        }
    }
}
