//! Other projects' cases: Apache Annotator, Hypothesis, approx-string-match, dom-anchor-text-quote, WPT, W3C.
//!
//! Where we answer differently on purpose, the case is named here, and `docs/anchoring.md` says why.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking, its helpers too")]

use checked_article::anchors::{
    FragmentSelector, Placement, Refinement, Selector, Target, TextFragment, TextPositionSelector, TextQuoteSelector,
    describe, resolve, select,
};
use checked_article::text::approximate::Search;
use checked_article::text::{CodePoints, Counts, Span, View};
use serde_json::Value;

fn fixture(name: &str) -> Value {
    let path = format!("{}/tests/fixtures/anchoring/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or("")
}

fn quote(value: &Value) -> TextQuoteSelector {
    let exact = if value["exact"].is_string() { text(value, "exact") } else { text(value, "quote") };
    TextQuoteSelector {
        exact: exact.into(),
        prefix: text(value, "prefix").into(),
        suffix: text(value, "suffix").into(),
    }
}

fn number(value: &Value) -> u32 {
    u32::try_from(value.as_u64().unwrap()).unwrap()
}

fn points(view: &View, (start, end): (usize, usize)) -> (u32, u32) {
    let counts = Counts::new(view.raw());
    (counts.code_points(view.raw(), start).0, counts.code_points(view.raw(), end).0)
}

fn bytes(view: &View, start: u32, end: u32) -> (usize, usize) {
    let counts = Counts::new(view.raw());
    let byte = |at| counts.byte_of_code_point(view.raw(), CodePoints(at)).unwrap();
    (byte(start), byte(end))
}

fn raw(view: &View, span: Span) -> (usize, usize) {
    (view.offset(span.start), view.offset(span.end))
}

#[test]
fn apache_annotator_s_quotes_and_positions_select_the_same_ranges() {
    let cases = fixture("apache-annotator");
    for case in cases["match"].as_array().unwrap().iter().chain(cases["position"].as_array().unwrap()) {
        let view = View::new(&[text(case, "text")], None);
        let selector = match text(&case["selector"], "type") {
            "TextQuoteSelector" => Selector::Quote(quote(&case["selector"])),
            _ => Selector::Position(TextPositionSelector {
                start: number(&case["selector"]["start"]),
                end: number(&case["selector"]["end"]),
            }),
        };
        let found: Vec<_> = select(&view, &selector).into_iter().map(|range| points(&view, range)).collect();
        let expected: Vec<_> =
            case["expected"].as_array().unwrap().iter().map(|range| (number(&range[0]), number(&range[1]))).collect();
        assert_eq!(found, expected, "{}", case["name"]);
    }
}

/// Described with the very context that they expect; the others have other context, for reasons in
/// `docs/anchoring.md`, and an empty range has none.
const DESCRIBED_ALIKE: [&str; 6] = [
    "no context",
    "use prefix to complete word",
    "use suffix to complete word",
    "only suffix for start of text",
    "multiple, overlapping false matches",
    "multiple, overlapping false matches",
];

#[test]
fn apache_annotator_s_ranges_are_described_so_that_they_are_found_again() {
    let cases = fixture("apache-annotator");
    let mut alike = Vec::new();
    for case in cases["describe"].as_array().unwrap() {
        let view = View::new(&[text(case, "text")], None);
        let (start, end) = bytes(&view, number(&case["range"][0]), number(&case["range"][1]));
        let span = view.span(start, end);
        if start == end {
            assert_eq!(describe(&view, span), None, "an empty range is no passage: {}", case["name"]);
            continue;
        }
        let target = describe(&view, span).unwrap();
        assert_eq!(select(&view, &target.selectors[0]), [(start, end)], "{}", case["name"]);
        assert_eq!(resolve(&[text(case, "text")], &[&target])[0].found(), Some(span), "{}", case["name"]);
        if target.selectors[0] == Selector::Quote(quote(&case["expected"])) {
            alike.push(text(case, "name"));
        }
    }
    alike.sort_unstable();
    let mut expected = DESCRIBED_ALIKE;
    expected.sort_unstable();
    assert_eq!(alike, expected);
}

#[test]
fn hypothesis_context_tells_like_passages_apart() {
    let fixture = fixture("hypothesis");
    let whole = text(&fixture["context"], "text");
    for case in fixture["context"]["cases"].as_array().unwrap() {
        let target = Target { selectors: vec![Selector::Quote(quote(case))], block: None };
        let placement = &resolve(&[whole], &[&target])[0];
        let span = placement.found().unwrap_or_else(|| panic!("{case} {placement:?}"));
        assert!(whole[span.start.offset.index()..].starts_with(text(case, "expected")), "{case}");
    }
}

#[test]
fn hypothesis_ranges_make_the_way_to_selectors_and_back() {
    let fixture = fixture("hypothesis");
    let whole = text(&fixture["ranges"], "text");
    let view = View::new(&[whole], None);
    for case in fixture["ranges"]["cases"].as_array().unwrap() {
        let (start, end) = bytes(&view, number(&case["start"]), number(&case["end"]));
        assert_eq!(&whole[start..end], text(case, "quote"));
        let span = view.span(start, end);
        let target = describe(&view, span).unwrap();
        assert_eq!(resolve(&[whole], &[&target])[0].found(), Some(span), "{}", case["description"]);
        // Moved, so that the words and their context alone have to tell.
        let moved = ["A paragraph put in above.", whole];
        let view = View::new(&moved, None);
        let found = resolve(&moved, &[&target])[0].found().map(|span| raw(&view, span));
        let found = found.map(|(start, end)| view.raw()[start..end].trim());
        assert_eq!(found, Some(text(case, "quote").trim()), "{}", case["description"]);
    }
}

#[test]
fn approximate_search_finds_the_best_ends_with_as_few_errors() {
    for (group, cases) in fixture("approx-string-match").as_object().unwrap() {
        for case in cases.as_array().unwrap() {
            let units = |value: &Value| value.as_str().unwrap().encode_utf16().map(u32::from).collect::<Vec<_>>();
            let (row, pattern) = (units(&case[0]), units(&case[1]));
            let hits = Search::default().find(&row, &pattern, 1 << 16, pattern.len() as u32, 0);
            let least = hits.iter().map(|hit| hit.errors).min().unwrap();
            let best: Vec<_> = hits.iter().filter(|hit| hit.errors == least).map(|hit| (hit.end, hit.errors)).collect();
            // They give the start as well, one of several that are equally good; we take it from the alignment.
            let mut expected: Vec<_> = case[2]
                .as_array()
                .unwrap()
                .iter()
                .map(|hit| (number(&hit["end"]) as usize, number(&hit["errors"])))
                .collect();
            expected.dedup();
            assert_eq!(best, expected, "{group}: {case}");
        }
    }
}

/// Answered otherwise than by dom-anchor-text-quote, by the quotation and what stands beside it.
const PLACED_OTHERWISE: [(&str, &str); 6] = [
    ("on", "suffix"),
    ("commodo vitae", "bogomips"),
    ("Quisque sit amet est et sapien ullam triceracorn", ""),
    ("Pellentesque habitant morbi", ""),
    ("Aenean", "first"),
    ("Aenean", "last"),
];

#[test]
fn dom_anchor_text_quote_s_quotations_are_placed_or_not_alike() {
    let fixture = fixture("dom-anchor-text-quote");
    let whole = text(&fixture, "text");
    let mut otherwise = 0;
    for case in fixture["cases"].as_array().unwrap() {
        let start = match text(case, "hint") {
            "first" => Some(0),
            "last" => Some(whole.chars().count() as u32),
            _ => None,
        };
        let mut selectors = vec![Selector::Quote(quote(case))];
        selectors.extend(start.map(|start| Selector::Position(TextPositionSelector { start, end: start })));
        let span = match resolve(&[whole], &[&Target { selectors, block: None }]).remove(0) {
            Placement::Found { span, .. } => Some(span),
            Placement::Changed { span, .. } if case["fuzzy"] == true || case["expect"].is_null() => Some(span),
            _ => None,
        };
        let found = span.map(|span| &whole[span.start.offset.index()..span.end.offset.index()]);
        if found != case["expect"].as_str() {
            let listed = |(exact, mark): &(&str, &str)| {
                text(case, "exact").starts_with(exact) && case.to_string().contains(mark)
            };
            assert!(PLACED_OTHERWISE.iter().any(listed), "{case}: {found:?}");
            otherwise += 1;
        }
    }
    assert_eq!(otherwise, PLACED_OTHERWISE.len());
}

#[test]
fn wpt_fragments_find_their_ranges() {
    let fixture = fixture("wpt");
    let cases = &fixture["find_range"];
    let blocks: Vec<&str> = cases["blocks"].as_array().unwrap().iter().map(|block| block.as_str().unwrap()).collect();
    let view = View::new(&blocks, None);
    let decoys = number(&cases["decoys"]);
    for case in cases["cases"].as_array().unwrap() {
        let found = TextFragment::parse(text(case, "fragment")).iter().find_map(|fragment| fragment.find(&view));
        let found = found.is_some_and(|(start, _)| view.place(start).block.0 >= decoys);
        assert_eq!(found, case["matches"] == true, "{} {}", case["fragment"], case["description"]);
    }
}

/// Where the element's id in the fragment, or a shadow root, decides: the browser's part.
const NOT_TEXT: [&str; 3] = ["#element:~:directive", "#element:~:text=nomatch", "#:~:text=shadow%20text"];

#[test]
fn wpt_fragments_scroll_to_their_elements() {
    let fixture = fixture("wpt");
    let blocks = fixture["scroll"]["blocks"].as_array().unwrap();
    let texts: Vec<&str> = blocks.iter().map(|block| text(block, "text")).collect();
    let view = View::new(&texts, None);
    for case in fixture["scroll"]["cases"].as_array().unwrap() {
        let found = TextFragment::parse(text(case, "fragment")).iter().find_map(|fragment| fragment.find(&view));
        let found = found.map_or("top", |(start, _)| text(&blocks[view.place(start).block.index()], "id"));
        if !NOT_TEXT.contains(&text(case, "fragment")) {
            assert_eq!(found, text(case, "expected"), "{}", case["fragment"]);
        }
    }
}

/// The valid samples whose selectors a document may hold. The others name another resource, or something that is no
/// text, or are made of several selectors.
#[cfg(feature = "serde")]
const READ_IN_DOCUMENTS: [&str; 2] = ["correct/anno26.json", "correct/anno27.json"];

#[cfg(feature = "serde")]
#[test]
fn w3c_samples_are_read_whole_or_refused_with_their_path() {
    use checked_article::document::{Severity, read};
    for case in fixture("w3c-web-annotation").as_array().unwrap() {
        let document = serde_json::json!({
            "version": 1,
            "article": {"body": ["The fête was held."]},
            "people": [{"id": "ann", "name": "Ann Lee"}],
            "quotes": [{"id": "q1", "target": {"selector": case["selector"]}, "speaker": {"person": "ann"}}],
        });
        let read = read(&serde_json::from_value(document).unwrap()).unwrap();
        if READ_IN_DOCUMENTS.contains(&text(case, "sample")) {
            assert_eq!(read.faults, [], "{case}");
            let [part] = &*read.document.quotes[0].parts else { panic!("{case}") };
            assert_eq!(part.selectors, [selector(&case["selector"]).unwrap()], "{case}");
        } else {
            assert_eq!(read.document.quotes, [], "{case}");
            let [fault] = &*read.faults else { panic!("{case}: {:?}", read.faults) };
            assert!(fault.path.starts_with("quotes[0].target.selector"), "{fault}");
            assert_eq!(fault.severity, Severity::Error, "{fault}");
        }
    }
}

/// A selector as the library holds it; none where it holds no such thing, or the value is not single.
fn selector(value: &Value) -> Option<Selector> {
    let own = match text(value, "type") {
        "TextQuoteSelector" => Selector::Quote(quote(value)),
        "TextPositionSelector" => {
            Selector::Position(TextPositionSelector { start: number(&value["start"]), end: number(&value["end"]) })
        }
        "FragmentSelector" => Selector::Fragment(FragmentSelector {
            value: value["value"].as_str()?.into(),
            conforms_to: text(value, "conformsTo").into(),
        }),
        _ => return None,
    };
    match value.get("refinedBy") {
        Some(by) => Some(Selector::Refined(Refinement { of: own, by: selector(by)? }.into())),
        None => Some(own),
    }
}

#[test]
fn w3c_selectors_of_text_select_what_they_say_and_are_placed_by_their_words() {
    let before = "Somebody wrote on page one that this is an ";
    let quoted = format!("{before}anotation that has some more. Then text before the Selected Text and text after it.");
    let long = "word ".repeat(200);
    // The sample, the article, what it selects to the letter, and what is found by its words.
    let cases = [
        ("correct/anno26.json", &quoted, Some("anotation"), Some("anotation")),
        // A position alone proves nothing.
        ("correct/anno27.json", &long, Some(&long[412..795]), None),
        // An article's text has no elements that a fragment could name; the words in it are evidence all the same.
        ("correct/anno32.json", &quoted, None, Some("Selected Text")),
        // A time in a recording, and a position within an element.
        ("correct/anno23.json", &quoted, None, None),
        ("correct/anno41-example44.json", &quoted, None, None),
    ];
    let fixture = fixture("w3c-web-annotation");
    let samples = fixture.as_array().unwrap();
    let held = samples.iter().filter(|case| selector(&case["selector"]).is_some()).count();
    assert_eq!(held, cases.len(), "no other sample is held");
    for (sample, article, selected, found) in cases {
        let case = samples.iter().find(|case| text(case, "sample") == sample).unwrap();
        let selector = selector(&case["selector"]).unwrap();
        let view = View::new(&[article], None);
        let told: Vec<_> = select(&view, &selector).into_iter().map(|(start, end)| &view.raw()[start..end]).collect();
        assert_eq!(told, selected.into_iter().collect::<Vec<_>>(), "{sample}");
        let target = Target { selectors: vec![selector], block: None };
        let placed = resolve(&[article], &[&target])[0].found().map(|span| raw(&view, span));
        assert_eq!(placed.map(|(start, end)| &view.raw()[start..end]), found, "{sample}");
    }
}
