//! The list's views by keyboard: one stop for the tabs, arrows among them, and out of one person's words with Escape.

use end_to_end::{Key, Outcome, Server, Site, dist, in_browser};

#[test]
fn the_speakers_are_reached_chosen_and_left_by_keyboard() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        page.tab_to(|focus| focus.contains("list-button")).await?;
        page.press(Key::Enter).await?;
        reader.until_shown("[part~=list]").await?;
        page.run::<serde_json::Value>(
            "document.querySelector('checked-article').shadowRoot.querySelector('[role=tab]').focus()",
            &[],
        )
        .await?;
        page.press(Key::Right).await?;
        reader.until_attribute("[data-view=speakers]", "aria-selected", "true").await?;
        page.until("the keyboard went along", async || Ok(page.focus().await?.contains(r#"[part="tab"]"#))).await?;
        // Past the close button and the search, to the first person.
        page.tab_to(|focus| focus.contains("group")).await?;
        page.press(Key::Enter).await?;
        reader.until_shown("[data-dimmed]").await?;
        assert_eq!(reader.text("[role=status]").await?, "9 passages shown: Donald Trump");
        let shown = "article button[data-mark-id]:not([hidden])";
        assert_eq!(reader.count(shown).await?, 9);
        page.press(Key::Escape).await?;
        reader.until_gone("[part~=panel]").await?;
        assert_eq!(reader.count(shown).await?, 9, "the list closes first");
        page.tab_to(|focus| focus.contains(r#"[part="mark"]"#)).await?;
        page.press(Key::Escape).await?;
        reader.until_gone("[data-dimmed]").await?;
        assert_eq!(reader.count(shown).await?, 14);
        Ok(())
    })
}

#[test]
fn dimming_the_article_moves_no_word() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        reader.click("[part~=list-button]").await?;
        reader.click("[data-view=speakers]").await?;
        reader.until_shown("[part~=group]").await?;
        let pieces = "article p, article span[data-m]";
        let before = reader.areas(pieces).await?;
        reader.click("[part~=group]").await?;
        reader.until_shown("[data-dimmed]").await?;
        assert_eq!(reader.areas(pieces).await?, before);
        Ok(())
    })
}
