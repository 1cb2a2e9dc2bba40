//! What becomes of a document that is not as it should be: what is left out, what is kept, what is said.

#![cfg(feature = "serde")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

use std::rc::Rc;

use checked_article::anchors::resolve;
use checked_article::article::{Block, Inline, Style};
use checked_article::claims::{PRESETS, Status, preset};
use checked_article::document::{Document, Fault, MAX_DEPTH, Read, Value, read};
use checked_article::quotes::{Origin, Said, Speaker};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

fn value(document: Json) -> Value {
    serde_json::from_value(document).unwrap()
}

fn read_both(document: Json) -> (Document, Vec<String>) {
    let Read { document, faults } = read(&value(document)).unwrap();
    (document, faults.iter().map(Fault::to_string).collect())
}

/// The words of an article with this body, and the faults.
fn words(body: Json) -> (Vec<String>, Vec<String>) {
    let (document, faults) = read_both(json!({"version": 1, "article": {"body": body}}));
    (document.article.text_blocks().iter().map(|block| block.text.plain().to_string()).collect(), faults)
}

fn with(members: Json) -> Json {
    let mut document = json!({"version": 1, "article": {"body": ["The goose won."]}});
    document.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    document
}

fn target(exact: &str) -> Json {
    json!({"selector": {"type": "TextQuoteSelector", "exact": exact}})
}

fn claim(id: &str) -> Json {
    json!({"id": id, "target": target("goose"), "claimReviewed": "c", "verdict": "true", "summary": "s", "explanation": "e"})
}

#[test]
fn only_an_unreadable_body_is_an_error() {
    for article in [json!({}), json!({"body": {}}), json!({"body": []}), json!({"body": [7, ""]}), json!("words")] {
        let faults = read(&value(json!({"version": 1, "article": article}))).unwrap_err();
        assert!(faults.iter().all(|fault| fault.path.starts_with("article")), "{faults:?}");
        assert!(!faults.is_empty());
    }
    assert_eq!(read(&Value::Null).unwrap_err()[0].to_string(), "the document: expected an object, found null");
    let all_else_wrong =
        json!({"article": {"body": ["w"]}, "people": 1, "quotes": {}, "scale": 2, "claims": "", "review": [], "x": 0});
    let (document, faults) = read_both(all_else_wrong);
    assert_eq!(document.article.text_blocks().len(), 1);
    assert_eq!(faults.len(), 7);
}

#[test]
fn no_word_of_the_body_is_lost() {
    let (kept, faults) = words(json!([
        {"type": "aside", "content": ["An ", {"type": "blink", "content": "unknown"}, {"type": "text", "text": " block"}]},
        {"content": "Without a type"},
        {"type": "table", "items": ["One", "Two"], "caption": "Three"},
        ["Pieces ", {"type": "strong", "content": "alone"}],
        {"type": "figure", "image": {"url": "x"}, "caption": "A caption", "credit": "A credit"},
        {"type": "embed", "label": "A label", "url": "javascript:x"},
        {"type": "list", "items": "One item"},
        {"type": "blockquote", "content": [], "cite": "A cite"},
        {"type": "paragraph", "content": ["A ", {"type": "link", "url": "data:x", "content": "link"}, [" nested"]]},
        {"type": "paragraph", "content": {"type": "language", "lang": "?", "content": "Styled alone"}},
        {"type": "paragraph", "text": "Not in content"},
        {"type": "blockquote", "items": ["Not", "in content"]},
        7,
    ]));
    assert_eq!(
        kept,
        [
            "An unknown block",
            "Without a type",
            "One",
            "Two",
            "Three",
            "Pieces alone",
            "A caption",
            "A credit",
            "A label",
            "One item",
            "A cite",
            "A link nested",
            "Styled alone",
            "Not in content",
            "Not",
            "in content"
        ]
    );
    for index in 0..13 {
        let path = format!("article.body[{index}]");
        assert!(faults.iter().any(|fault| fault.starts_with(&path)), "{path} in {faults:#?}");
    }
}

#[test]
fn a_refused_link_is_plain_words() {
    let link = |url: &str| json!([{"type": "paragraph", "content": [{"type": "link", "url": url, "content": "here"}]}]);
    let inline = |url: &str| {
        let (document, _) = read_both(json!({"version": 1, "article": {"body": link(url)}}));
        let Block::Paragraph(text) = &document.article.body[0] else { panic!() };
        text.inlines()[0].clone()
    };
    assert_eq!(inline("javascript:alert(1)"), Inline::Plain("here".into()));
    assert!(matches!(inline("https://example.org"), Inline::Styled { style: Style::Link(_), .. }));
}

#[test]
fn what_is_faulty_is_left_out_and_the_rest_is_kept() {
    let mut doubtful = claim("c2");
    doubtful["claimant"] = json!({"person": "nobody"});
    let mut sourced = claim("c3");
    sourced["sources"] = json!([
        {"publisher": "A", "url": "ftp://example.org", "kind": "news", "stance": "supports"},
        {"publisher": "B", "url": "https://example.org", "kind": "news", "stance": "supports"},
    ]);
    sourced["revisions"] = json!([{"date": "yesterday", "note": "n"}, {"date": "2031-07-06", "note": "kept"}]);
    let (document, faults) = read_both(with(json!({
        "people": [{"id": "goose"}, {"id": "gander", "name": "The gander", "role": 7}],
        "quotes": [
            {"id": "q1", "target": [target("The"), {"selector": []}], "speaker": {"person": "gander"}},
            {"id": "q2", "target": target("goose"), "speaker": {"person": "goose"}},
            {"id": "q3", "target": target("won"), "speaker": {"person": "gander"}, "said": {"finding": 1}, "sameAs": "q1"},
        ],
        "scale": "politifact",
        "claims": [claim("c1"), doubtful, sourced, claim("c1"), claim("q3")],
    })));
    assert_eq!(document.people.len(), 1);
    assert_eq!(document.people[0].role, None);
    let [quote] = &*document.quotes else { panic!("{:?}", document.quotes) };
    assert_eq!((&*quote.id, &quote.said, &quote.same_as), ("q3", &None, &None));
    let ids: Vec<_> = document.claims.iter().map(|claim| &*claim.id).collect();
    assert_eq!(ids, ["c1", "c3"]);
    assert_eq!(document.claims[1].sources.len(), 1);
    assert_eq!(document.claims[1].revisions.len(), 1);
    assert_eq!(
        faults,
        [
            "people[0].name: expected a text, found nothing",
            "people[1].role: expected a text, found 7",
            "quotes[0].target[1].selector: expected an object or an array of them, found an empty array",
            "quotes[1].speaker.person: expected the id of somebody in people, found \"goose\"",
            "quotes[2].said.finding: expected \"confirmed\", \"confirmed in translation\", \"unconfirmed\" or \
             \"disputed\", found 1",
            "quotes[2].sameAs: expected the id of another quotation, found \"q1\"",
            "claims[1].claimant.person: expected the id of somebody in people, found \"nobody\"",
            "claims[2].sources[0].url: expected an https, http or mailto URL, found \"ftp://example.org\"",
            "claims[2].revisions[0].date: expected an ISO 8601 date, or date and time, such as 2026-11-23 or \
             2026-11-23T09:30:00Z, found \"yesterday\"",
            "claims[3].id: expected an id that nothing before it has, found \"c1\"",
            "claims[4].id: expected an id that nothing before it has, found \"q3\"",
        ]
    );
}

#[test]
fn a_claim_has_exactly_one_target() {
    let mut two = claim("c1");
    two["target"] = json!([target("The"), target("goose")]);
    let mut one = claim("c2");
    one["target"] = json!([target("goose")]);
    let (document, faults) = read_both(with(json!({"scale": "politifact", "claims": [two, one]})));
    assert_eq!(document.claims.len(), 1);
    assert_eq!(faults, ["claims[0].target: expected exactly one target, found an array"]);
}

#[test]
fn a_later_version_is_read_as_far_as_it_goes() {
    let (document, faults) = read_both(json!({"version": 2, "article": {"body": ["w"], "mood": "festive"}}));
    assert_eq!(document.article.text_blocks().len(), 1);
    assert_eq!(
        faults,
        [
            "version: expected 1, found 2: written for version 2; this reads version 1",
            "article.mood: expected no member of this name, found \"festive\""
        ]
    );
}

#[test]
fn a_doubtful_withdrawal_counts_as_one_and_a_doubtful_status_draws_nothing() {
    assert!(read_both(with(json!({"withdrawn": "true"}))).0.withdrawn);
    assert!(!read_both(with(json!({"withdrawn": false}))).0.withdrawn);
    let mut retracted = claim("c1");
    retracted["status"] = json!("Withdrawn");
    assert!(read_both(with(json!({"scale": "politifact", "claims": [retracted]}))).0.claims.is_empty());
}

#[test]
fn names_and_labels_cannot_turn_the_words_around_them() {
    let (document, faults) = read_both(with(json!({
        "people": [{"id": "goose", "name": "\u{202E}Sir\u{2066} Honkalot", "aliases": ["\u{200F}Goose", "\u{200F}"]}],
    })));
    assert_eq!(&*document.people[0].name, "Sir Honkalot");
    assert_eq!(document.people[0].aliases, ["Goose".into()]);
    assert_eq!(faults, ["people[0].aliases[1]: expected a text, found \"\\u{200f}\""]);
}

#[test]
fn of_members_with_the_same_name_the_last_one_counts() {
    let value: Value = serde_json::from_str(r#"{"version": 7, "article": {"body": ["w"]}, "version": 1}"#).unwrap();
    let read = read(&value).unwrap();
    assert_eq!(read.faults.len(), 1);
    assert_eq!(read.faults[0].to_string(), "version: expected a member once, found it again");
}

#[test]
fn deep_nesting_is_an_error_before_the_stack_is_exhausted() {
    let nested = |levels: u8| format!("{}{}", "[".repeat(levels.into()), "]".repeat(levels.into()));
    assert!(serde_json::from_str::<Value>(&nested(MAX_DEPTH)).is_ok());
    let error = serde_json::from_str::<Value>(&nested(MAX_DEPTH + 1)).unwrap_err();
    assert!(error.to_string().contains("nested too deeply"), "{error}");
    let objects = |levels: u8| format!("{}1{}", "{\"a\":".repeat(levels.into()), "}".repeat(levels.into()));
    assert!(serde_json::from_str::<Value>(&objects(MAX_DEPTH)).is_ok());
    assert!(serde_json::from_str::<Value>(&objects(MAX_DEPTH + 1)).is_err());
}

#[test]
fn strings_are_shared_with_the_value_they_were_read_from() {
    let value = value(with(json!({"people": [{"id": "goose", "name": "Sir Honkalot"}]})));
    let document = read(&value).unwrap().document;
    // The value's own, and the document's.
    assert_eq!(Rc::strong_count(&document.people[0].name), 2);
}

#[test]
fn presets_have_distinct_ids() {
    for name in PRESETS {
        let scale = preset(name).unwrap();
        for (index, verdict) in scale.verdicts.iter().enumerate() {
            assert_eq!(scale.find(&verdict.id).unwrap().0, index, "{name}: {}", verdict.id);
            assert!(!verdict.id.contains(' '));
        }
    }
    assert_eq!(preset("stars"), None);
}

#[test]
fn the_custom_element_fetches_the_same_presets() {
    for name in PRESETS {
        let file = std::fs::read_to_string(format!("{}/www/scales/{name}.json", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let fetched: Json = serde_json::from_str(&file).unwrap();
        let (document, faults) = read_both(with(json!({ "scale": fetched })));
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(Some(document.scale), preset(name));
    }
}

const EVERYTHING: &str = include_str!("fixtures/everything.json");
const RTL: &str = include_str!("fixtures/rtl.json");

fn fixture(text: &str) -> Document {
    read(&serde_json::from_str(text).unwrap()).unwrap().document
}

#[test]
fn every_target_of_the_fixtures_is_found() {
    for (text, passages) in [(EVERYTHING, 9 + 10), (RTL, 2 + 2)] {
        let document = fixture(text);
        let blocks = document.article.text_blocks();
        let blocks: Vec<&str> = blocks.iter().map(|block| &**block.text.plain()).collect();
        let parts = document.quotes.iter().flat_map(|quote| &quote.parts);
        let targets: Vec<_> = parts.chain(document.claims.iter().map(|claim| &claim.target)).collect();
        assert_eq!(targets.len(), passages);
        for (target, placement) in targets.iter().zip(resolve(&blocks, &targets)) {
            let Some(span) = placement.found() else { panic!("{target:?}: {placement:?}") };
            assert_eq!(target.block, Some(span.start.block.0));
        }
        assert_eq!(document.article.checked.as_deref(), Some(&*document.article.text_hash()));
    }
}

#[test]
fn the_fixture_with_everything_is_read_to_the_last_member() {
    let document = fixture(EVERYTHING);
    assert_eq!(document.article.authors, ["Bartholomew Fizz".into(), "Dorabella Crumpet".into()]);
    assert_eq!(document.article.publisher.as_deref(), Some("Pudding Gazette"));
    assert!(document.people[0].image.is_some() && document.people[0].same_as.is_some());
    let finding = |index: usize| document.quotes[index].said.as_ref().map(|said| said.finding);
    assert_eq!(finding(0), Some(Said::Confirmed));
    assert_eq!(finding(3), Some(Said::Disputed));
    assert_eq!(document.quotes[3].origin, Origin::Found { rule: "speaker-verb".into(), confidence: 91 });
    assert_eq!(document.quotes[1].speaker, Speaker::Unnamed("a person dressed as a teapot".into()));
    assert_eq!(document.quotes[5].translated_from.as_deref(), Some("art-x-dragon"));
    let statuses: Vec<_> = document.claims.iter().map(|claim| claim.status).collect();
    assert_eq!(statuses[7..], [Status::Published, Status::Draft, Status::Withdrawn]);
    let pudding = &document.claims[2];
    assert_eq!(pudding.reviewer.contact.as_deref(), Some("mailto:crumpet@example.org"));
    assert_eq!((pudding.revisions.len(), pudding.sources.len()), (2, 3));
    assert_eq!(document.scale.get(document.claims[5].verdict).and_then(|verdict| verdict.rank), Some(0));
    assert_eq!(document.reviewer.url.as_deref(), Some("https://example.org/spoons"));
}

/// Names and strings that the reader knows, so that it gets far into what is generated.
fn known() -> impl Strategy<Value = Rc<str>> {
    let words = [
        "version",
        "article",
        "body",
        "type",
        "content",
        "items",
        "paragraph",
        "list",
        "figure",
        "embed",
        "link",
        "lineBreak",
        "image",
        "url",
        "label",
        "people",
        "quotes",
        "claims",
        "id",
        "name",
        "target",
        "selector",
        "exact",
        "TextQuoteSelector",
        "TextPositionSelector",
        "start",
        "end",
        "speaker",
        "person",
        "unnamed",
        "scale",
        "politifact",
        "verdict",
        "verdicts",
        "true",
        "sources",
        "https://example.org",
        "é\u{202E}",
        "",
        "2031-07-06T09:30:00Z",
        "datePublished",
        "inLanguage",
    ];
    proptest::sample::select(words.map(Rc::from).to_vec())
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<f64>().prop_map(Value::Number),
        (-1i8..9).prop_map(|number| Value::Number(number.into())),
        known().prop_map(Value::String),
        any::<String>().prop_map(|text| Value::String(text.into())),
    ];
    leaf.prop_recursive(6, 64, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
            proptest::collection::vec((known(), inner), 0..8).prop_map(Value::Object),
        ]
    })
}

proptest! {
    #[test]
    fn no_value_makes_the_reader_panic(value in any_value()) {
        let faults = match read(&value) {
            Ok(read) => read.faults,
            Err(faults) => {
                prop_assert!(!faults.is_empty());
                faults
            }
        };
        for fault in faults {
            let line = fault.to_string();
            prop_assert!(!line.contains(char::is_control), "{line:?}");
        }
    }

    #[test]
    fn whatever_the_body_holds_its_words_are_in_the_text(body in proptest::collection::vec(any_value(), 1..5)) {
        let mut strings = Vec::new();
        for item in &body {
            match item {
                Value::String(text) => strings.push(text.clone()),
                Value::Array(items) => strings.extend(items.iter().filter_map(|item| match item {
                    Value::String(text) => Some(text.clone()),
                    _ => None,
                })),
                _ => {}
            }
        }
        let object = |name: &str, value| Value::Object(vec![(Rc::from(name), value)]);
        if let Ok(read) = read(&object("article", object("body", Value::Array(body)))) {
            let blocks = read.document.article.text_blocks();
            for text in strings {
                prop_assert!(blocks.iter().any(|block| block.text.plain().contains(&*text)));
            }
        } else {
            prop_assert!(strings.iter().all(|text| text.is_empty()));
        }
    }
}
