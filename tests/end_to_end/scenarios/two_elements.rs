//! Two articles on a page keep out of each other's way.

use end_to_end::{Outcome, Rule, Server, in_browser, seen};
use serde_json::json;

use crate::{harbour, site};

#[test]
fn each_of_two_elements_opens_its_own_card() -> Outcome {
    let server = Server::start(site("two-elements")?)?;
    in_browser(async |browser| {
        server.forget_requests();
        let page = browser.open(&server.url("/index.html")).await?;
        let [first, second] = ["#first", "#second"].map(|host| page.widget(host));
        first.drawn().await?;
        second.drawn().await?;
        let asked = |path: &str| server.requests().iter().filter(|asked| *asked == path).count();
        assert_eq!((asked("/reader_bg.wasm"), asked("/harbour.json")), (1, 2), "one module, a document each");
        first.click_words("Nobody asked us").await?;
        first.until_card("q2").await?;
        assert_eq!(second.card().await?, None);
        first.click("[part~=card] [data-action=close]").await?;
        first.until_gone("[part~=panel]").await?;

        second.click_words("the cheapest way").await?;
        second.until_card("q3").await?;
        assert_eq!(first.card().await?, None);
        second.click("[data-overlay=checks]").await?;
        second.until_attribute("[data-overlay=checks]", "aria-checked", "true").await?;
        assert_eq!(first.state("checks").await?, "off");

        let events = page.events().await?;
        let of = |target: &str| -> Vec<String> {
            let own = events.iter().filter(|event| event.target == target && event.kind != "ca-placement");
            own.map(ToString::to_string).collect()
        };
        assert_eq!(of("first"), ["ca-ready", "ca-open q2", "ca-close q2"]);
        assert_eq!(of("second"), ["ca-ready", "ca-open q3", "ca-toggle checks on"]);
        seen(browser.engine, "hosts", "two articles on one page", "works")
    })
}

#[test]
fn of_two_tags_over_one_article_the_first_answers_for_words_that_both_mark() -> Outcome {
    let page = std::fs::read_to_string(crate::pages("in-place").join("index.html"))?;
    let tag = "<checked-article for=\"story\" src=\"harbour.json\"></checked-article>";
    assert!(page.contains(tag));
    let named = |name: &str| tag.replace("for=", &format!("id=\"{name}\" for="));
    let tags = [named("first"), named("second")].concat();
    let rule = Rule::new().body(&page.replace(tag, &tags)).content_type("text/html; charset=utf-8");
    let fewer = harbour(|document| document["quotes"] = json!([]))?;
    let site = site("in-place")?.rule("/index.html", rule).rule("/fewer.json", fewer);
    let server = Server::start(site)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn("#first").await?;
        page.until_drawn("#second").await?;
        let [first, second] = ["#first", "#second"].map(|host| page.widget(host));
        page.click_at(page.words("article", "Nobody asked us").await?).await?;
        first.until_card("q2").await?;
        page.settle().await?;
        assert_eq!(second.card().await?, None);

        // Words that the first has no marks on are the second's.
        page.act("document.querySelector('#first').setAttribute('src', 'fewer.json')").await?;
        first.until_gone("[part~=panel]").await?;
        page.click_at(page.words("article", "Nobody asked us").await?).await?;
        second.until_card("q2").await?;
        assert_eq!(first.card().await?, None);
        Ok(())
    })
}

#[test]
fn what_both_fetch_at_the_same_time_serves_both() -> Outcome {
    let edited = harbour(|document| {
        document["article"]["body"][1] = json!("The quay was built in 1931 and last mended in 1979.");
    })?;
    let server = Server::start(site("two-elements")?.rule("/harbour.json", edited))?;
    in_browser(async |browser| {
        server.forget_requests();
        let page = browser.open(&server.url("/index.html")).await?;
        page.until("both tell how their words stand", async || Ok(page.placements().await?.len() == 2)).await?;
        for told in page.placements().await? {
            let mended = told["placements"].as_array().into_iter().flatten().find(|one| one["id"] == "mended");
            assert_eq!(mended.ok_or("no placement")?["status"], "changed", "{told}");
        }
        assert_eq!(server.requests().iter().filter(|path| *path == "/anchors_bg.wasm").count(), 1);
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
}
