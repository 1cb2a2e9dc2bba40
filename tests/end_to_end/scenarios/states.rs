//! What a reader is told while there is little, nothing or very much to tell.

use std::time::Duration;

use end_to_end::{Outcome, PHONE, Rule, Server, Site, WIDE, Widget, dist, in_browser, long_article};
use serde_json::{Value, json};

use crate::{harbour, site};

/// The scenario's page with the document changed.
fn changed(change: impl FnOnce(&mut Value)) -> Outcome<Server> {
    Server::start(site("one")?.rule("/harbour.json", harbour(change)?))
}

async fn switches(reader: &Widget<'_>) -> Outcome<Vec<String>> {
    reader.attributes("[part~=switch]", "data-overlay").await
}

#[test]
fn where_nobody_is_quoted_there_is_one_switch_and_the_list_has_the_checks() -> Outcome {
    let server = changed(|document| document["quotes"] = json!([]))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        assert_eq!(switches(&reader).await?, ["checks"]);
        assert_eq!(reader.text(".found > p").await?, "2 claims checked");
        reader.click("[part~=list-button]").await?;
        reader.until_shown("[part~=list]").await?;
        assert_eq!(reader.texts("[part~=tab]").await?, ["In order", "Checks"]);
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn where_nothing_was_checked_nothing_is_said_of_a_check() -> Outcome {
    let server = changed(|document| document["claims"] = json!([]))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        assert_eq!(switches(&reader).await?, ["quotations"]);
        assert!(!reader.text(".ca").await?.to_lowercase().contains("check"));
        reader.click("[part~=list-button]").await?;
        reader.until_shown("[part~=list]").await?;
        assert_eq!(reader.texts("[part~=tab]").await?, ["In order", "Speakers"]);
        Ok(())
    })
}

#[test]
fn an_article_without_marks_has_no_bar_no_map_and_nothing_to_stop_at() -> Outcome {
    let server = changed(|document| {
        document["quotes"] = json!([]);
        document["claims"] = json!([]);
    })?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        assert_eq!(reader.count("[part~=toolbar], button, a, [tabindex]").await?, 0);
        assert_eq!(reader.count(".map path[data-tone]").await?, 0);
        assert_eq!(page.story().await?, ["ca-ready"]);
        Ok(())
    })
}

#[test]
fn a_check_that_cannot_be_read_is_left_out_the_rest_is_there_and_the_page_is_told() -> Outcome {
    let server = changed(|document| document["claims"][1]["verdict"] = json!("certain"))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        let told = async || Ok(page.story().await?.contains(&"ca-error document-faults".to_string()));
        page.until("the page is told", told).await?;
        let events = page.events().await?;
        let faults = events.iter().find(|event| event.kind == "ca-error").map(|event| &event.detail["faults"]);
        assert!(
            faults.is_some_and(|faults| faults[0].as_str().is_some_and(|fault| fault.starts_with("claims[1].verdict")))
        );
        assert_eq!(reader.text(".found > p").await?, "1 claim checked", "only what is there is counted");
        reader.click("[data-overlay=checks]").await?;
        reader.until_attribute("[data-overlay=checks]", "aria-checked", "true").await?;
        assert_eq!(reader.count("article [data-tone=refuted]").await?, 0);
        reader.click_words("Nobody asked us").await?;
        reader.until_card("q2").await
    })
}

#[test]
fn the_demo_says_that_it_loads_and_then_that_it_could_not() -> Outcome {
    let site = |rule| Site::over([dist().unwrap_or_default()]).rule("/alaska-summit.json", rule);
    let loading = Server::start(site(Rule::new().delay(Duration::from_secs(60))))?;
    let failing = Server::start(site(Rule::new().status(404)))?;
    let shown = "return [...document.querySelectorAll('checked-article > p')].filter((p) => p.checkVisibility()).map((p) => p.textContent.trim().split('.')[0])";
    in_browser(async |browser| {
        for size in [WIDE, PHONE] {
            browser.viewport(size).await?;
            let page = browser.open(&loading.url("/index.html")).await?;
            page.settle().await?;
            assert_eq!(page.run::<Vec<String>>(shown, &[]).await?, ["The report is on its way"]);
            let page = browser.open(&failing.url("/index.html")).await?;
            let failed = async || {
                page.run("return document.querySelector('checked-article').matches(':state(failed)')", &[]).await
            };
            page.until("it gives up", failed).await?;
            assert_eq!(page.run::<Vec<String>>(shown, &[]).await?, ["The report could not be shown"]);
        }
        Ok(())
    })
}

#[test]
fn a_very_short_article_has_its_card_and_nothing_scrolls_sideways() -> Outcome {
    let server = changed(|document| {
        document["article"] = json!({ "body": ["It was last mended in 1978."] });
        document["quotes"] = json!([]);
    })?;
    in_browser(async |browser| {
        for size in [WIDE, PHONE] {
            browser.viewport(size).await?;
            let page = browser.open(&server.url("/index.html")).await?;
            let reader = page.widget("checked-article");
            reader.drawn().await?;
            reader.click("[data-overlay=checks]").await?;
            reader.until_attribute("[data-overlay=checks]", "aria-checked", "true").await?;
            reader.click_words("last mended").await?;
            reader.until_card("mended").await?;
            page.act("return Promise.all(document.querySelector('checked-article').shadowRoot.getAnimations().map((motion) => motion.finished)).then(() => null)").await?;
            let card = reader.areas("[part~=card]").await?[0];
            assert!(card.top >= 0.0 && card.top + card.height <= f64::from(size.1) + 0.5, "{card:?} at {size:?}");
            let over =
                "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
            assert_eq!(page.run::<i32>(over, &[]).await?, 0);
        }
        Ok(())
    })
}

#[test]
fn a_thousand_paragraphs_with_five_hundred_marks_are_all_drawn_and_are_one_stop() -> Outcome {
    let document = Rule::new().body(&long_article(1_000, 500).to_string());
    let server = Server::start(site("one")?.rule("/harbour.json", document))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        assert_eq!(reader.count("article p").await?, 1_000 + 1);
        assert_eq!(reader.count("article [data-quote]").await?, 250);
        assert_eq!(reader.count("article button[tabindex='0']").await?, 1);
        assert_eq!(reader.text(".found > p").await?, "250 claims checked");
        page.act("document.querySelector('checked-article').show('c499')").await?;
        reader.until_card("c499").await?;
        assert!(reader.text("[part~=card]").await?.contains("Claim 250 of 250"));
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}
