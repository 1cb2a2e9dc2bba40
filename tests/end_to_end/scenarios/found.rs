//! Quotations that nobody wrote down are found, and what is wrong in a document is worded, by modules that are fetched then.

use end_to_end::{Outcome, Rule, Server, in_browser};
use serde_json::json;

use crate::{harbour, pages, site};

#[test]
fn an_article_without_a_document_gets_cards_for_its_quotations() -> Outcome {
    let server = Server::start(site("found")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn("checked-article").await?;
        let reader = page.widget("checked-article");
        assert_eq!(page.painted().await?, ["quote: “We will rebuild the bridge by May,”"]);
        page.click_at(page.words("checked-article", "We will rebuild").await?).await?;
        reader.until_card("found-q1").await?;
        let card = reader.text("[part~=card]").await?;
        assert!(card.contains("Ada Example") && card.contains("Found by software"), "{card}");
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn what_a_document_cannot_hold_stays_where_the_page_drew_it() -> Outcome {
    let page = std::fs::read_to_string(crate::pages("found").join("index.html"))?;
    let with_table = page.replace("<p>Nobody", "<table><tr><td>1</td></tr></table><p>Nobody");
    let server =
        Server::start(site("found")?.rule("/index.html", Rule::new().body(&with_table).content_type("text/html")))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn("checked-article").await?;
        assert_eq!(page.painted().await?, ["quote: “We will rebuild the bridge by May,”"]);
        let height = "return document.querySelector('checked-article > table').getBoundingClientRect().height";
        assert!(page.run::<f64>(height, &[]).await? > 10.0);
        Ok(())
    })
}

#[test]
fn quotations_are_found_in_a_document_that_has_none() -> Outcome {
    let document = harbour(|document| {
        document["quotes"] = json!([]);
    })?;
    let page = std::fs::read_to_string(crate::pages("one").join("index.html"))?
        .replace("src=\"harbour", "quotes=\"find\" src=\"harbour");
    let site = site("one")?
        .rule("/harbour.json", document)
        .rule("/index.html", Rule::new().body(&page).content_type("text/html"));
    let server = Server::start(site)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        assert!(reader.count("article [data-quote]").await? > 0, "no quotation was found");
        Ok(())
    })
}

#[test]
fn a_faulty_source_is_left_out_and_named() -> Outcome {
    let document = harbour(|document| {
        document["claims"][0]["sources"][0]["url"] = json!("javascript:alert(1)");
    })?;
    let server = Server::start(site("one")?.rule("/harbour.json", document))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.widget("checked-article").drawn().await?;
        page.until("the fault is told", async || Ok(page.story().await?.len() > 1)).await?;
        assert_eq!(page.story().await?, ["ca-ready", "ca-error document-faults"]);
        let events = page.events().await?;
        let faults =
            events.iter().find(|event| event.kind == "ca-error").ok_or("no error")?.detail["faults"].to_string();
        assert!(faults.contains("claims[0].sources[0].url: expected an https, http or mailto URL"), "{faults}");
        Ok(())
    })
}

#[test]
fn without_the_wording_of_faults_the_article_is_drawn_all_the_same() -> Outcome {
    let document = harbour(|document| {
        document["claims"][0]["sources"][0]["url"] = json!("javascript:alert(1)");
    })?;
    let server =
        Server::start(site("one")?.rule("/harbour.json", document).rule("/faults.js", Rule::new().status(404)))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.widget("checked-article").drawn().await?;
        page.until("the fault is told", async || Ok(page.story().await?.len() > 1)).await?;
        assert_eq!(page.story().await?, ["ca-ready", "ca-error document-faults"]);
        Ok(())
    })
}

#[test]
fn a_preset_scale_is_fetched_by_its_name() -> Outcome {
    let document = harbour(|document| {
        document["scale"] = json!("politifact");
        document["claims"]
            .as_array_mut()
            .into_iter()
            .flatten()
            .for_each(|claim| claim["verdict"] = json!("mostly-true"));
    })?;
    let server = Server::start(site("one")?.rule("/harbour.json", document))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        page.settle().await?;
        assert_eq!(page.story().await?, ["ca-ready"]);
        assert_eq!(reader.count("[part~=filter][data-verdict=mostly-true]").await?, 1);
        Ok(())
    })
}

#[test]
fn a_finder_that_does_not_come_is_no_error_of_the_page_where_it_is_not_needed() -> Outcome {
    let page = std::fs::read_to_string(pages("one").join("index.html"))?;
    assert!(page.contains("article src="));
    let page = page.replace("article src=", "article quotes=\"find\" src=");
    let missing = Rule::new().status(404);
    let server =
        Server::start(site("one")?.rule("/finder_bg.wasm", missing).rule("/index.html", Rule::new().body(&page)))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.widget("checked-article").drawn().await?;
        page.settle().await?;
        assert_eq!(page.story().await?, ["ca-ready"]);
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}
