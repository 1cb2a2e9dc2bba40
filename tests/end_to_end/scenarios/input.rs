//! Whatever comes as a document, or does not come: text is text, what is too much is refused, what fails for a moment is
//! asked for again, and one element's trouble is not the next one's.

use std::time::Duration;

use end_to_end::{Outcome, Rule, Server, in_browser, repository};
use serde_json::{Value, json};

use crate::site;

/// Strings that would run something, if they were taken for anything but text: by way of elements, attributes, URLs, style
/// sheets, entities, comments, templates, encodings, control characters.
const VECTORS: [&str; 40] = [
    "<script>hit()</script>",
    "</script><script>hit()</script>",
    "<img src=x onerror=hit()>",
    "<svg onload=hit()>",
    "<svg><script>hit()</script></svg>",
    "<body onload=hit()>",
    "<iframe src=javascript:parent.hit()></iframe>",
    "<iframe srcdoc='<script>parent.hit()</script>'></iframe>",
    "<a href=javascript:hit()>x</a>",
    "javascript:hit()",
    "JaVaScRiPt:hit()",
    "java\tscript:hit()",
    "\u{1}javascript:hit()",
    "data:text/html,<script>hit()</script>",
    "vbscript:hit()",
    "\" onmouseover=\"hit()",
    "' onfocus='hit()' autofocus='",
    "x\" autofocus onfocus=hit() y=\"",
    "`-hit()-`",
    "${hit()}",
    "{{constructor.constructor('hit()')()}}",
    "<details open ontoggle=hit()>",
    "<video><source onerror=hit()></video>",
    "<input autofocus onfocus=hit()>",
    "<style>@import 'javascript:hit()'; * { background: url(x) }</style>",
    "<link rel=stylesheet href=data:text/css,*{display:none}>",
    "<base href=//example.org/>",
    "<meta http-equiv=refresh content='0;url=javascript:hit()'>",
    "<form action=javascript:hit()><button>x</button></form>",
    "<math><mi xlink:href=javascript:hit()>x</mi></math>",
    "<object data=javascript:hit()></object>",
    "<template><script>hit()</script></template>",
    "<!--><script>hit()</script>-->",
    "<![CDATA[<script>hit()</script>]]>",
    "&lt;script&gt;hit()&lt;/script&gt;",
    "&#60;img src=x onerror=hit()&#62;",
    "\u{202e})(tih\u{202c}<b>",
    "\u{0}<img src=x onerror=hit()>\u{0}",
    "%3Cscript%3Ehit()%3C/script%3E",
    "<slot name=x></slot><checked-article src=x></checked-article>",
];

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

/// Puts `vectors` into every free string of a document, a different one into each, and says how many strings there were.
fn poison(value: &mut Value, name: &str, at: &mut usize) {
    match value {
        Value::String(text) if !NOT_TEXT.contains(&name) && !name.starts_with("date") => {
            let vector = VECTORS[*at % VECTORS.len()];
            // Where the words of a mark stand they stay, so that there are cards.
            *text = if name == "body" || name == "content" { format!("{text} {vector}") } else { vector.into() };
            *at += 1;
        }
        Value::Array(items) => items.iter_mut().for_each(|item| poison(item, name, at)),
        Value::Object(members) => members.iter_mut().for_each(|(name, member)| poison(member, name, at)),
        _ => {}
    }
}

#[test]
fn whatever_a_string_says_it_is_drawn_as_text() -> Outcome {
    let whole: Value = serde_json::from_slice(&std::fs::read(repository().join("tests/fixtures/everything.json"))?)?;
    // Each string gets a dozen of them, one document after the other.
    const DOCUMENTS: usize = 12;
    let documents: Vec<Value> = (0..DOCUMENTS)
        .map(|number| {
            let (mut document, mut at) = (whole.clone(), number * VECTORS.len() / DOCUMENTS);
            poison(&mut document, "", &mut at);
            document
        })
        .collect();
    let server = Server::start(site("life")?.rule("/poisoned.json", Rule::new().body(&json!(documents).to_string())))?;
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
        Ok(())
    })
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
fn a_server_that_keeps_failing_is_asked_three_times() -> Outcome {
    is_refused(Rule::new().status(503), None, "document-unavailable", 3)
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
