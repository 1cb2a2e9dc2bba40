//! A check never stands on words that it did not read, and the page is told how its checks stand.

use end_to_end::{Outcome, Server, in_browser};
use serde_json::{Value, json};

use crate::{harbour, site};

/// How the mark `id` stands, by the last `ca-placement`.
fn status(details: &[Value], id: &str) -> Option<String> {
    let last = details.last()?["placements"].as_array()?;
    last.iter().find(|placement| placement["id"] == id)?["status"].as_str().map(str::to_string)
}

#[test]
fn where_all_words_stand_the_page_is_told_so_and_nothing_more_is_fetched() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.widget("checked-article").drawn().await?;
        page.until("the placements are told", async || Ok(page.placements().await?.len() == 1)).await?;
        let told = page.placements().await?;
        for id in ["q1", "q2", "q3", "closing", "mended"] {
            assert_eq!(status(&told, id).as_deref(), Some("found"), "{id}");
        }
        assert_eq!(status(&told, "late"), None, "a draft is nobody's business");
        assert!(!server.requests().contains(&"/anchors.js".to_string()));
        Ok(())
    })
}

#[test]
fn a_changed_year_withholds_the_verdict() -> Outcome {
    let document = harbour(|document| {
        document["article"]["body"][1] =
            json!("The quay was built in 1931 and last mended in 1979. Fishermen say the works come too late.");
    })?;
    let server = Server::start(site("one")?.rule("/harbour.json", document))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        page.until("it is told", async || Ok(status(&page.placements().await?, "mended").is_some())).await?;
        assert_eq!(status(&page.placements().await?, "mended").as_deref(), Some("changed"));
        reader.click("[data-overlay=checks]").await?;
        reader.until_shown(".tally .withheld").await?;
        assert_eq!(reader.texts("article [data-m][data-tone=changed]").await?, ["last mended in 1979"]);
        assert_eq!(reader.count("article [data-m][data-tone=refuted]").await?, 0);
        reader.click_words("last mended in 1979").await?;
        reader.until_card("mended").await?;
        let card = reader.text("[part~=card]").await?;
        assert!(card.contains("“1978” is now “1979”") && !card.contains("Inaccurate"), "{card}");
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn without_the_search_for_changed_words_nothing_is_said_of_them() -> Outcome {
    use end_to_end::Rule;
    let document = harbour(|document| document["article"]["body"][1] = json!("The quay was last mended in 1979."))?;
    let site = site("one")?.rule("/harbour.json", document).rule("/anchors.js", Rule::new().status(404));
    let server = Server::start(site)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        page.until("it is told", async || Ok(!page.placements().await?.is_empty())).await?;
        assert_eq!(status(&page.placements().await?, "mended").as_deref(), Some("orphan"));
        reader.click("[data-overlay=checks]").await?;
        reader.until_shown(".tally .withheld").await?;
        assert_eq!(reader.count("article [data-m][data-tone=refuted]").await?, 0);
        Ok(())
    })
}
