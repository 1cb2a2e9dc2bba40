//! Whatever fails on the way, the words inside the tag stay readable, and the page is told once why.

use end_to_end::{Outcome, Rule, Server, Site, in_browser};

use crate::site;

const HTML: &str = "<!doctype html><title>Not found</title><p>This page does not exist.";

/// The page shows its own words and is told `code`, and nothing is left of an attempt.
fn gives_up(site: Site, code: &str) -> Outcome {
    let server = Server::start(site)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        page.until("an error is told", async || Ok(!page.events().await?.is_empty())).await?;
        // A second one would come late.
        page.settle().await?;
        assert_eq!(page.story().await?, [format!("ca-error {code}")]);
        let events = page.events().await?;
        assert!(events[0].detail["message"].as_str().is_some_and(|message| !message.is_empty()));
        assert!(reader.falls_back().await?, "the page's own words are hidden");
        assert_eq!(reader.count("[part~=root]").await?, 0);
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

fn is_drawn(site: Site) -> Outcome {
    let server = Server::start(site)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        reader.click_words("Nobody asked us").await?;
        reader.until_card("q2").await?;
        assert_eq!(page.story().await?, ["ca-ready", "ca-open q2"]);
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn there_is_no_document() -> Outcome {
    gives_up(site("one")?.rule("/harbour.json", Rule::new().status(404)), "document-unavailable")
}

#[test]
fn the_document_is_broken_json() -> Outcome {
    gives_up(site("one")?.rule("/harbour.json", Rule::new().body("{ \"version\": 1, ")), "document-not-json")
}

#[test]
fn the_document_is_a_web_page() -> Outcome {
    let page = Rule::new().body(HTML).content_type("text/html");
    gives_up(site("one")?.rule("/harbour.json", page), "document-not-json")
}

#[test]
fn the_document_holds_no_article() -> Outcome {
    gives_up(site("one")?.rule("/harbour.json", Rule::new().body(r#"{ "version": 1 }"#)), "document-invalid")
}

#[test]
fn the_document_is_another_kind_of_json() -> Outcome {
    gives_up(site("one")?.rule("/harbour.json", Rule::new().body("[1, null]")), "document-invalid")
}

#[test]
fn the_page_s_policy_refuses_webassembly() -> Outcome {
    let policy = Rule::new().header("Content-Security-Policy", "default-src 'self'");
    gives_up(site("one")?.rule("/index.html", policy), "wasm-blocked")
}

#[test]
fn the_module_is_missing() -> Outcome {
    gives_up(site("one")?.rule("*.wasm", Rule::new().status(404)), "runtime-unavailable")
}

#[test]
fn the_module_is_a_web_page() -> Outcome {
    let page = Rule::new().body(HTML).content_type("text/html");
    gives_up(site("one")?.rule("*.wasm", page), "runtime-unavailable")
}

#[test]
fn the_runtime_is_missing() -> Outcome {
    gives_up(site("one")?.rule("/runtime.js", Rule::new().status(404)), "runtime-unavailable")
}

#[test]
fn the_style_sheet_is_missing() -> Outcome {
    gives_up(site("one")?.rule("/checked-article.css", Rule::new().status(404)), "runtime-unavailable")
}

#[test]
fn a_module_without_a_type_is_drawn_nevertheless() -> Outcome {
    is_drawn(site("one")?.rule("*.wasm", Rule::new().no_content_type()))
}

#[test]
fn a_module_of_the_type_of_anything_is_drawn_nevertheless() -> Outcome {
    is_drawn(site("one")?.rule("*.wasm", Rule::new().content_type("application/octet-stream")))
}

#[test]
fn the_strictest_policy_that_allows_webassembly_is_kept_without_a_word() -> Outcome {
    let policy = "default-src 'self'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
                  require-trusted-types-for 'script'; trusted-types";
    is_drawn(site("one")?.rule("/index.html", Rule::new().header("Content-Security-Policy", policy)))
}

#[test]
fn an_update_that_does_not_come_leaves_the_article_that_is_drawn() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        reader.click_words("Nobody asked us").await?;
        reader.until_card("q2").await?;
        page.act("document.querySelector('checked-article').src = 'nowhere.json'").await?;
        let told = async || Ok(page.story().await?.contains(&"ca-error document-unavailable".to_string()));
        page.until("the error is told", told).await?;
        assert_eq!(reader.card().await?.as_deref(), Some("q2"));
        Ok(())
    })
}
