//! Selecting text is not clicking.

use end_to_end::{Key, Outcome, Server, in_browser};

use crate::site;

#[test]
fn dragging_over_marked_words_selects_them_and_opens_nothing() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        let (x, y) = reader.words("Nobody asked us").await?;
        page.drag((x - 30, y), (x + 30, y)).await?;
        page.settle().await?;
        let selected = page.selection("checked-article").await?;
        assert!(selected.len() > 3 && "“Nobody asked us,”".contains(&selected), "{selected:?}");
        assert_eq!(page.story().await?, ["ca-ready"]);

        // The same words answer to a click.
        page.click_at((x, y)).await?;
        reader.until_card("q2").await
    })
}

#[test]
fn a_click_that_extends_a_selection_to_marked_words_opens_nothing() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        let from = reader.words("last mended").await?;
        let to = reader.words("Nobody asked us").await?;
        page.click_at(from).await?;
        page.click_with(Key::Shift, to).await?;
        page.settle().await?;
        let selected = page.selection("checked-article").await?;
        assert!(selected.contains("Fishermen say the works come too late."), "{selected:?}");
        assert_eq!(page.story().await?, ["ca-ready"]);
        Ok(())
    })
}
