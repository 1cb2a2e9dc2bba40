//! A card is reached by a link and by the element's methods, and none of it writes the reader's history.

use end_to_end::{Outcome, Server, Site, dist, in_browser};

use crate::site;

#[test]
fn a_link_to_a_claim_opens_its_card_with_the_fact_check_on() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html#ca-6b")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        reader.until_card("6b").await?;
        assert_eq!(reader.state("checks").await?, "on");
        let link = reader.attribute("[part~=card] a[data-action=link]", "href").await?;
        assert!(
            link.is_some_and(|link| link.ends_with("/index.html#ca-6b")),
            "the link is whole, whatever the page's base"
        );
        // Its words are in the window.
        let words = reader.areas(".open").await?;
        assert!(!words.is_empty() && words.iter().all(|area| area.top >= 0.0 && area.top < 900.0), "{words:?}");
        Ok(())
    })
}

#[test]
fn a_link_followed_on_the_open_page_opens_the_card() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        page.act("location.hash = '#ca-mended'").await?;
        reader.until_card("mended").await
    })
}

#[test]
fn opening_and_leafing_leave_history_and_address_alone() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        let address = "return [location.href, history.length, history.state]";
        let before: serde_json::Value = page.run(address, &[]).await?;
        reader.click_words("Nobody asked us").await?;
        reader.until_card("q2").await?;
        let call = async |method: &str, card: &str| {
            page.act(&format!("return document.querySelector('checked-article').{method}")).await?;
            reader.until_card(card).await
        };
        call("show('q1')", "q1").await?;
        call("next()", "q2").await?;
        call("previous()", "q1").await?;
        // What is asked for by name is shown, even where the fact check was off.
        call("show('mended')", "mended").await?;
        assert_eq!(reader.state("checks").await?, "on");
        assert_eq!(page.run::<serde_json::Value>(address, &[]).await?, before);
        Ok(())
    })
}

#[test]
fn a_link_to_what_does_not_exist_changes_nothing() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html#ca-nothing")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        page.act("return document.querySelector('checked-article').show('nothing-either')").await?;
        page.settle().await?;
        assert_eq!(page.story().await?, ["ca-ready"]);
        assert_eq!(reader.count("[part~=panel]").await?, 0);
        Ok(())
    })
}
