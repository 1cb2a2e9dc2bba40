//! What is not published, or no longer, is not drawn.

use end_to_end::{Outcome, Server, in_browser};

use crate::{harbour, site};

#[test]
fn of_a_withdrawn_document_the_article_alone_is_drawn() -> Outcome {
    let withdrawn = harbour(|document| document["withdrawn"] = true.into())?;
    let server = Server::start(site("one")?.rule("/harbour.json", withdrawn))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        assert!(reader.text("article").await?.contains("Nobody asked us"));
        for mark in ["[part~=toolbar]", "[part~=mark]", "span[data-m]"] {
            assert_eq!(reader.count(mark).await?, 0, "{mark}");
        }
        page.act("return document.querySelector('checked-article').show('mended')").await?;
        page.settle().await?;
        assert_eq!(page.story().await?, ["ca-ready"]);
        Ok(())
    })
}

#[test]
fn drafts_and_withdrawn_checks_are_neither_marked_nor_counted_nor_listed() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        reader.click("[data-overlay=checks]").await?;
        reader.until_shown("[data-verdict=inaccurate]").await?;
        assert!(reader.text("[data-verdict=inaccurate]").await?.contains("1 inaccurate"));
        assert!(reader.text("[data-verdict=accurate]").await?.contains("1 accurate"));
        let mut marks = reader.attributes("[part~=mark]", "data-mark-id").await?;
        marks.sort();
        assert_eq!(marks, ["closing", "mended", "q1", "q2", "q3"]);
        reader.click("[part~=list-button]").await?;
        reader.until_shown("[part~=list]").await?;
        assert_eq!(reader.count("[part~=list-item]").await?, 5);
        Ok(())
    })
}
