//! Whatever comes as a document, or does not come: text is text, what is too much is refused, what fails for a moment is
//! asked for again, and one element's trouble is not the next one's.

use std::collections::BTreeMap;
use std::time::Duration;

use end_to_end::{Outcome, Rule, Server, in_browser, repository};
use serde_json::{Value, json};

use crate::site;

/// Strings that would run something, name something or hide something, if they were taken for anything but text, by class: by
/// way of elements, event handlers, attributes, URLs, control characters, SVG, `data:`, templates, what parsers make of broken
/// markup, comments, style sheets, encodings, writing directions, names of prototypes.
fn injections() -> Outcome<BTreeMap<String, Vec<String>>> {
    Ok(serde_json::from_slice(&std::fs::read(repository().join("tests/fixtures/injections.json"))?)?)
}

/// Members that hold a word of a closed list, a name that others refer to, or words to be found in the text.
const NOT_TEXT: [&str; 17] = [
    "type",
    "id",
    "kind",
    "stance",
    "tone",
    "symbol",
    "status",
    "verdict",
    "person",
    "sameAs",
    "finding",
    "exact",
    "prefix",
    "suffix",
    "$schema",
    "rule",
    "inLanguage",
];

/// Puts `vectors` into every free string of a document, a different one into each, beginning with the one at `at`.
fn poison(value: &mut Value, name: &str, vectors: &[String], at: &mut usize) {
    match value {
        Value::String(text) if !NOT_TEXT.contains(&name) && !name.starts_with("date") => {
            let vector = &vectors[*at % vectors.len()];
            // Where the words of a mark stand they stay, so that there are cards.
            *text = if name == "body" || name == "content" { format!("{text} {vector}") } else { vector.clone() };
            *at += 1;
        }
        Value::Array(items) => items.iter_mut().for_each(|item| poison(item, name, vectors, at)),
        Value::Object(members) => members.iter_mut().for_each(|(name, member)| poison(member, name, vectors, at)),
        _ => {}
    }
}

#[test]
fn whatever_a_string_says_it_is_drawn_as_text() -> Outcome {
    let whole: Value = serde_json::from_slice(&std::fs::read(repository().join("tests/fixtures/everything.json"))?)?;
    let vectors: Vec<String> = injections()?.into_values().flatten().collect();
    // Each string gets two dozen of them, one document after the other.
    const DOCUMENTS: usize = 24;
    let documents: Vec<Value> = (0..DOCUMENTS)
        .map(|number| {
            let (mut document, mut at) = (whole.clone(), number * vectors.len() / DOCUMENTS);
            poison(&mut document, "", &vectors, &mut at);
            document
        })
        .collect();
    let served = |value: Value| Rule::new().body(&value.to_string());
    let site =
        site("life")?.rule("/poisoned.json", served(json!(documents))).rule("/vectors.json", served(json!(vectors)));
    let server = Server::start(site)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.act("return __probe.load('/sweep.js')").await?;
        for number in 0..DOCUMENTS {
            page.run::<Value>("return sweep(arguments[0])", &[json!(number)]).await?;
        }
        let (hits, shown, found): (usize, usize, Vec<String>) = page.run("return swept()", &[]).await?;
        assert_eq!(found, [""; 0]);
        assert_eq!(hits, 0, "something ran");
        assert!(shown >= DOCUMENTS, "the strings were drawn {shown} times only");
        // All of them, to the letter, in one article.
        assert_eq!(page.run::<Vec<String>>("return sweepText()", &[]).await?, [""; 0], "drawn otherwise than they are");
        assert_eq!(page.run::<Value>("return swept()", &[]).await?[0], 0, "something ran");
        Ok(())
    })
}

#[test]
fn whatever_an_attribute_or_a_message_says_nothing_runs_and_the_next_element_works() -> Outcome {
    let some: Vec<String> = injections()?.into_values().flat_map(|class| class.into_iter().take(2)).collect();
    let served = Rule::new().body(&json!(some).to_string());
    let none = Rule::new().body("[]");
    let server = Server::start(site("life")?.rule("/vectors.json", served).rule("/poisoned.json", none))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.act("return __probe.load('/sweep.js')").await?;
        page.act("return sweepAttributes()").await?;
        let (hits, _, found): (usize, usize, Vec<String>) = page.run("return swept()", &[]).await?;
        assert_eq!(found, [""; 0]);
        assert_eq!(hits, 0, "something ran");
        assert_eq!(page.uncaught().await?, [""; 0]);
        page.act("return sweepMessages()").await?;
        let (hits, shown, found): (usize, usize, Vec<String>) = page.run("return swept()", &[]).await?;
        assert_eq!(found, [""; 0]);
        assert!(hits == 0 && shown > 0, "{hits} ran, {shown} were shown");
        let (after, errors): (bool, Vec<String>) = page.run("return sweepEnd()", &[]).await?;
        assert!(after, "a sound element is drawn no more");
        assert_eq!(errors, [""; 0]);
        Ok(())
    })
}

#[test]
fn members_that_name_a_prototype_change_none() -> Outcome {
    fn with_names(value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(with_names),
            Value::Object(members) => {
                members.values_mut().for_each(with_names);
                for name in ["__proto__", "constructor", "prototype"] {
                    members.insert(name.into(), json!({ "polluted": "hit()", "prototype": { "polluted": "hit()" } }));
                }
            }
            _ => {}
        }
    }
    let document = crate::harbour(with_names)?;
    let server = Server::start(site("one")?.rule("/harbour.json", document))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        page.act("const it = document.querySelector('checked-article'); it.messages = JSON.parse('{\"__proto__\": {\"polluted\": \"hit()\"}, \"constructor\": \"hit()\"}'); it.document = JSON.parse(await (await fetch('harbour.json')).text())").await?;
        page.settle().await?;
        reader.click_words("Nobody asked us").await?;
        reader.until_card("q2").await?;
        let polluted =
            "return [{}, [], () => {}, '', document.body, Object, Array].some((one) => one.polluted !== undefined)";
        assert!(!page.run::<bool>(polluted, &[]).await?);
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn what_is_nested_without_end_is_refused_and_the_next_element_works() -> Outcome {
    let deep = |levels: usize| ["[".repeat(levels), "]".repeat(levels)].concat();
    let page = std::fs::read_to_string(end_to_end::pages("two-elements").join("index.html"))?;
    assert!(page.contains("harbour.json"));
    let page = page.replacen("harbour.json", "deep.json", 1);
    for levels in [200, 5_000, 400_000] {
        let document = ["{\"version\":1,\"article\":{\"body\":", &deep(levels), "}}"].concat();
        let linked = ["<script type=\"application/ld+json\">", &deep(levels), "</script></html>"].concat();
        let site = site("two-elements")?
            .rule("/deep.json", Rule::new().body(&document))
            .rule("/index.html", Rule::new().body(&page.replace("</html>", &linked)));
        let server = Server::start(site)?;
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            page.widget("#second").drawn().await?;
            let told = async || {
                let events = page.events().await?;
                let error = events.iter().find(|event| event.kind == "ca-error" && event.target == "first");
                Ok(error.is_some_and(|error| {
                    error.detail["code"].as_str().is_some_and(|code| code.starts_with("document-"))
                }))
            };
            page.until("the document is refused", told).await?;
            assert!(page.widget("#first").falls_back().await?);
            page.widget("#second").click_words("Nobody asked us").await?;
            page.widget("#second").until_card("q2").await?;
            assert_eq!(page.uncaught().await?, [""; 0], "{levels}");
            Ok(())
        })?;
    }
    Ok(())
}

/// The page is told `code` and nothing else, and `asked` requests were made for the document.
fn is_refused(document: Rule, timeout: Option<u64>, code: &str, asked: usize) -> Outcome {
    let page = std::fs::read_to_string(end_to_end::pages("one").join("index.html"))?;
    let attribute = timeout.map(|timeout| format!("timeout=\"{timeout}\" src=")).unwrap_or("src=".into());
    let page = page.replace("article src=", &format!("article {attribute}"));
    let server =
        Server::start(site("one")?.rule("/harbour.json", document).rule("/index.html", Rule::new().body(&page)))?;
    in_browser(async |browser| {
        server.forget_requests();
        let page = browser.open(&server.url("/index.html")).await?;
        page.until("an error is told", async || Ok(!page.events().await?.is_empty())).await?;
        page.settle().await?;
        assert_eq!(page.story().await?, [format!("ca-error {code}")]);
        assert!(page.widget("checked-article").falls_back().await?);
        assert_eq!(server.requests().iter().filter(|path| *path == "/harbour.json").count(), asked);
        Ok(())
    })
}

#[test]
fn fifty_megabytes_are_refused() -> Outcome {
    is_refused(Rule::new().body(&vec![b' '; 50_000_000]), None, "document-too-large", 1)
}

#[test]
fn a_document_without_an_end_is_refused() -> Outcome {
    is_refused(Rule::new().body(&vec![b' '; 100_000]).endless(), None, "document-too-large", 1)
}

#[test]
fn a_document_that_does_not_come_in_time_is_given_up_after_three_attempts() -> Outcome {
    is_refused(Rule::new().delay(Duration::from_secs(4)), Some(300), "document-unavailable", 3)
}

#[test]
fn an_empty_time_out_is_none() -> Outcome {
    let page = std::fs::read_to_string(end_to_end::pages("one").join("index.html"))?;
    assert!(page.contains("article src="));
    let page = page.replace("article src=", "article timeout=\"\" src=");
    let server = Server::start(site("one")?.rule("/index.html", Rule::new().body(&page)))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.widget("checked-article").drawn().await?;
        assert_eq!(page.story().await?, ["ca-ready"]);
        Ok(())
    })
}

#[test]
fn a_server_that_keeps_failing_is_asked_three_times() -> Outcome {
    is_refused(Rule::new().status(503), None, "document-unavailable", 3)
}

#[test]
fn each_pause_before_it_is_asked_again_is_longer() -> Outcome {
    let page = std::fs::read_to_string(end_to_end::pages("one").join("index.html"))?;
    let loader = "<script type=\"module\"";
    assert!(page.contains(loader));
    // What waits long waits no time here, and is noted; what gives up after half a minute, as drivers do, is left alone.
    let noted = "<script>{ const { setTimeout } = window; window.pauses = []; window.setTimeout = (act, pause, ...rest) => { const isOurs = pause >= 100 && pause < 10000; if (isOurs) pauses.push(pause); return setTimeout(act, isOurs ? 0 : pause, ...rest); } }</script>";
    let page = page.replacen(loader, &[noted, loader].concat(), 1);
    let site = site("one")?.rule("/index.html", Rule::new().body(&page)).rule("/harbour.json", Rule::new().status(503));
    let server = Server::start(site)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until("an error is told", async || Ok(!page.events().await?.is_empty())).await?;
        let pauses: Vec<f64> = page.run("return window.pauses", &[]).await?;
        assert!(pauses.len() == 2 && pauses[0] > 0.0 && pauses[1] >= 2.0 * pauses[0], "{pauses:?}");
        Ok(())
    })
}

#[test]
fn what_is_not_there_is_asked_for_once() -> Outcome {
    is_refused(Rule::new().status(404), None, "document-unavailable", 1)
}

#[test]
fn a_network_that_fails_twice_draws_the_article_at_the_third_attempt() -> Outcome {
    let failing = Rule::new().fails(2, 503);
    let server = Server::start(site("one")?.rule("/harbour.json", failing.clone()).rule("/reader_bg.wasm", failing))?;
    in_browser(async |browser| {
        server.forget_requests();
        let page = browser.open(&server.url("/index.html")).await?;
        page.widget("checked-article").drawn().await?;
        assert_eq!(page.story().await?, ["ca-ready"]);
        Ok(())
    })
}

#[test]
fn broken_elements_do_not_touch_the_one_between_them() -> Outcome {
    let page = std::fs::read_to_string(end_to_end::pages("one").join("index.html"))?;
    let tag = |id: &str, src: &str| {
        format!("<checked-article id=\"{id}\" src=\"{src}\" load=\"eager\"><p>Own words.</p></checked-article>")
    };
    let tags = ["none", "page", "good", "empty", "stalls"].map(|id| tag(id, &format!("{id}.json"))).concat();
    let page = page.replace("<p>What follows.</p>", &tags);
    let server = Server::start(
        site("one")?
            .rule("/index.html", Rule::new().body(&page))
            .rule("/page.json", Rule::new().body("<!doctype html>"))
            .rule("/good.json", Rule::new().body(&std::fs::read(end_to_end::pages("shared").join("harbour.json"))?))
            .rule("/empty.json", Rule::new().body("{}"))
            .rule("/stalls.json", Rule::new().body("{}").delay(Duration::from_secs(60))),
    )?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let good = page.widget("#good");
        good.drawn().await?;
        let told = async || Ok(page.events().await?.iter().filter(|event| event.kind == "ca-error").count() == 3);
        page.until("three errors are told", told).await?;
        good.click_words("Nobody asked us").await?;
        good.until_card("q2").await?;
        for id in ["#none", "#page", "#empty", "#stalls"] {
            assert!(page.widget(id).falls_back().await?, "{id}");
        }
        let events = page.events().await?;
        let of = |target: &str| events.iter().find(|event| event.target == target).map(ToString::to_string);
        assert_eq!(of("none").as_deref(), Some("ca-error document-unavailable"));
        assert_eq!(of("page").as_deref(), Some("ca-error document-not-json"));
        assert_eq!(of("empty").as_deref(), Some("ca-error document-invalid"));
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}
