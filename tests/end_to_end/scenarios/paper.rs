//! On paper the checks are numbered notes below the article; while the fact check is off, the article stands alone.

use end_to_end::{Outcome, Server, Site, dist, in_browser};

use crate::site;

#[test]
fn the_numbers_in_the_text_go_up_to_that_of_the_last_note() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        reader.click("[data-overlay=checks]").await?;
        reader.until_attribute("[data-overlay=checks]", "aria-checked", "true").await?;
        browser.emulate("print", &[]).await?;
        page.act("dispatchEvent(new Event('beforeprint'))").await?;
        page.settle().await?;
        let notes = reader.count(".notes > ol > li").await?;
        // What style sheets count is in no document, but it is told.
        let told = browser.heard().await;
        browser.prefer("light").await?;
        let told = told?;
        let numbers = told.iter().filter_map(|line| line.strip_prefix("StaticText: ")?.parse().ok());
        // After those in the text comes what stands in the notes.
        assert_eq!(numbers.take(notes).collect::<Vec<usize>>(), (1..=notes).collect::<Vec<_>>());
        Ok(())
    })
}

#[test]
fn with_the_fact_check_on_every_claim_has_its_note_in_the_order_of_the_text() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        page.act("dispatchEvent(new Event('beforeprint'))").await?;
        page.settle().await?;
        assert_eq!(reader.count(".notes li").await?, 0, "what is off on the screen is not printed");
        page.act("dispatchEvent(new Event('afterprint'))").await?;

        reader.click("[data-overlay=checks]").await?;
        reader.until_attribute("[data-overlay=checks]", "aria-checked", "true").await?;
        let buttons = "article .end button:not([hidden], [data-tone=quote])";
        let numbered = reader.count(buttons).await?;
        page.act("dispatchEvent(new Event('beforeprint'))").await?;
        page.settle().await?;
        assert_eq!(reader.count(".notes > ol > li").await?, numbered);
        assert_eq!(reader.count(buttons).await?, numbered, "the article was not drawn again");
        // In the order of the numbers: each note speaks the verdict of the button that has its number.
        let tones = reader.attributes(buttons, "data-tone").await?;
        assert_eq!(reader.attributes(".notes > ol > li > p > .finding", "data-tone").await?, tones);
        assert!(reader.count(".notes a[href^=https]").await? > numbered);
        page.act("dispatchEvent(new Event('afterprint'))").await?;
        reader.until_gone(".notes li").await
    })
}

#[test]
fn over_the_page_s_own_article_where_no_number_can_stand_each_note_quotes_its_words() -> Outcome {
    let servers = [("wrap", Server::start(site("wrap")?)?), ("in-place", Server::start(site("in-place")?)?)];
    in_browser(async |browser| {
        for (way, server) in &servers {
            let page = browser.open(&server.url("/index.html")).await?;
            let reader = page.widget("checked-article");
            page.until_drawn("checked-article").await?;
            reader.click("[data-overlay=checks]").await?;
            reader.until_attribute("[data-overlay=checks]", "aria-checked", "true").await?;
            let painted = reader.attributes(".rail button:not([hidden], [data-tone=quote])", "data-mark-id").await?;
            page.act("dispatchEvent(new Event('beforeprint'))").await?;
            page.settle().await?;
            let words = "const { shadowRoot } = document.querySelector('checked-article');
                return [...shadowRoot.querySelectorAll('.notes > ol > li > .words')].map(({ textContent }) => textContent)";
            let quoted: Vec<String> = page.run(words, &[]).await?;
            assert_eq!(quoted.len(), painted.len(), "{way}: {painted:?}");
            let article: String = page.run("return document.querySelector('article').textContent", &[]).await?;
            let plain = |text: &str| text.replace('\u{AD}', "").split_whitespace().collect::<Vec<_>>().join(" ");
            for words in &quoted {
                assert!(plain(&article).contains(&plain(words)), "{way}: {words}");
            }
            assert!(quoted.iter().any(|words| words.contains("last mended in 1978")), "{way}: {quoted:?}");
            page.act("dispatchEvent(new Event('afterprint'))").await?;
        }
        Ok(())
    })
}

/// The colours on paper of the article, of its byline, of the grounds of marked words, and of the first note's sign.
const INK: &str = "const { shadowRoot } = document.querySelector('checked-article');
    const style = (selector) => getComputedStyle(shadowRoot.querySelector(selector));
    const grounds = [...shadowRoot.querySelectorAll('article [data-m]')].map((words) => getComputedStyle(words).backgroundColor);
    const sign = style('.notes .sign');
    return [style('article').color, style('[part~=byline]').color, [...new Set(grounds)].join(), sign.backgroundColor, sign.color]";

#[test]
fn what_is_open_dimmed_or_dark_on_the_screen_is_ink_on_paper() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let mut seen: Vec<Vec<String>> = Vec::new();
        for state in ["closed", "open", "dimmed", "dark"] {
            browser.prefer("light").await?;
            let page = browser.open(&server.url("/index.html")).await?;
            let reader = page.widget("checked-article");
            reader.drawn().await?;
            reader.click("[data-overlay=checks]").await?;
            reader.until_attribute("[data-overlay=checks]", "aria-checked", "true").await?;
            match state {
                "open" => {
                    page.act("document.querySelector('checked-article').show('mended')").await?;
                    reader.until_card("mended").await?;
                }
                "dimmed" => {
                    reader.click("[part~=list-button]").await?;
                    reader.click("[role=tab][data-view=speakers]").await?;
                    reader.click("[part~=group]").await?;
                    reader.until_shown("[part~=only]").await?;
                }
                "dark" => page.act("document.querySelector('checked-article').setAttribute('theme', 'dark')").await?,
                _ => {}
            }
            browser.emulate("print", &[]).await?;
            page.act("dispatchEvent(new Event('beforeprint'))").await?;
            page.settle().await?;
            let ink: Vec<String> = page.run(INK, &[]).await?;
            // Browsers print no grounds unless asked to: a sign that is light on a dark disc would be nothing.
            let bare = "rgba(0, 0, 0, 0)";
            assert_eq!(ink[2..4], [bare, bare], "{state}");
            seen.push(ink);
        }
        browser.prefer("light").await?;
        for ink in &seen[1..] {
            assert_eq!(ink[..2], seen[0][..2]);
        }
        Ok(())
    })
}
