//! The list's views by keyboard: one stop for the tabs, arrows among them, and out of one person's words with Escape.

use end_to_end::{Key, Outcome, Server, Site, dist, in_browser};
use serde_json::json;

use crate::{harbour, site};

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

#[test]
fn a_search_finds_words_without_their_accents_vowel_marks_and_soft_hyphens() -> Outcome {
    let document = harbour(|document| {
        document["people"][0]["name"] = json!("Zoë Ångström-Müller");
        document["people"][1]["name"] = json!("إِبْراهيم");
    })?;
    let server = Server::start(site("one")?.rule("/harbour.json", document))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        reader.click("[part~=list-button]").await?;
        reader.until_shown("[part~=list]").await?;
        reader.click("[data-view=speakers]").await?;
        reader.until_shown("[part~=group]").await?;
        for (search, found) in [
            ("zoe angstrom", 2),
            ("ÅNGSTRÖM-MÜLLER", 2),
            ("müller zoe\u{308}", 2),
            ("ابراهيم", 1),
            ("har\u{ad}bour", 1),
            ("\"nobody", 1),
            ("zoe ابراهيم", 0),
        ] {
            page.run::<serde_json::Value>(
                "const search = document.querySelector('checked-article').shadowRoot.querySelector('[part~=search]');
                 search.value = arguments[0];
                 search.dispatchEvent(new Event('input', { bubbles: true }))",
                &[search.into()],
            )
            .await?;
            page.until(&format!("{search} is found {found} times"), async || {
                Ok(reader.count("[part~=list-item]").await? == found)
            })
            .await?;
        }
        Ok(())
    })
}

#[test]
fn the_shares_of_two_speakers_are_together_all_words() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        reader.click("[part~=list-button]").await?;
        reader.until_shown("[part~=list]").await?;
        reader.click("[data-view=speakers]").await?;
        reader.until_shown("[part~=group]").await?;
        // 19 words and 3.
        assert_eq!(
            reader.texts(".group small").await?,
            ["2 quotations, 86% of the words quoted", "1 quotation, 14% of the words quoted"]
        );
        Ok(())
    })
}
