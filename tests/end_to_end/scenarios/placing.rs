//! A card follows the eye: beside its words, below them, or as a sheet; it never covers them, and gives the place in the
//! text back.

use end_to_end::{Area, Key, Outcome, PHONE, Page, Server, Site, WIDE, Widget, dist, in_browser};

/// The words of the open card, from the top of the first line to the bottom of the last, and the card.
async fn words_and_card(reader: &Widget<'_>) -> Outcome<(f64, f64, Area)> {
    let words = reader.areas("article [data-m].open").await?;
    let card = reader.areas("[part~=card]").await?;
    let (Some(first), Some(last), Some(card)) = (words.first(), words.last(), card.first()) else {
        return Err("no words, or no card".into());
    };
    Ok((first.top, last.top + last.height, *card))
}

async fn scrolled(page: &Page<'_>) -> Outcome<f64> {
    page.run("return scrollY", &[]).await
}

#[test]
fn no_card_covers_the_words_it_speaks_of_at_any_width() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        for size in [WIDE, (800, 900), (600, 800), (500, 800), PHONE, (320, 640)] {
            browser.viewport(size).await?;
            let page = browser.open(&server.url("/index.html")).await?;
            let reader = page.widget("checked-article");
            reader.drawn().await?;
            // A quotation of one line, one of two parts, the longest, and the last of the article.
            for id in ["q1", "q4", "q10", "q14"] {
                page.act(&format!("document.querySelector('checked-article').show({id:?})")).await?;
                reader.until_card(id).await?;
                page.settle().await?;
                let (top, bottom, card) = words_and_card(&reader).await?;
                let window = f64::from(size.1);
                let at = format!("{id} at {size:?}: words {top} to {bottom}, {card:?}");
                assert!(top >= 0.0 && bottom <= window, "in the window: {at}");
                if size.0 < 1000 {
                    assert!(card.top >= bottom - 1.0 || card.top + card.height <= top + 1.0, "{at}");
                } else {
                    let text = reader.areas("article").await?[0];
                    assert!(card.left >= text.left + text.width, "{at}");
                }
                if size.0 < 560 {
                    assert!(card.height <= window / 2.0 + 1.0, "at most half the height: {at}");
                }
            }
        }
        Ok(())
    })
}

#[test]
fn a_closed_sheet_gives_the_place_in_the_text_back_unless_the_reader_went_on() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        browser.viewport(PHONE).await?;
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        // The middle of the window, where the sheet will be.
        reader.words("fantastic relationship").await?;
        page.act("scrollBy(0, -250)").await?;
        let before = scrolled(&page).await?;
        reader.click_words("fantastic relationship").await?;
        reader.until_card("q10").await?;
        page.settle().await?;
        assert!(scrolled(&page).await? > before, "the words were scrolled clear above the sheet");
        page.press(Key::Escape).await?;
        reader.until_gone("[part~=panel]").await?;
        assert_eq!(scrolled(&page).await?, before);

        reader.click_words("fantastic relationship").await?;
        reader.until_card("q10").await?;
        page.settle().await?;
        page.act("scrollBy(0, 40)").await?;
        let gone_on = scrolled(&page).await?;
        page.press(Key::Escape).await?;
        reader.until_gone("[part~=panel]").await?;
        assert_eq!(scrolled(&page).await?, gone_on);
        Ok(())
    })
}

#[test]
fn the_sheet_is_enlarged_by_a_key_and_dragged_by_its_handle() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        browser.viewport(PHONE).await?;
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        page.act("document.querySelector('checked-article').show('3')").await?;
        reader.until_card("3").await?;
        page.settle().await?;
        let height =
            async || Ok::<f64, Box<dyn std::error::Error + Send + Sync>>(reader.areas("[part~=card]").await?[0].height);
        let half = f64::from(PHONE.1) / 2.0;
        assert!(height().await? <= half + 1.0);

        page.tab_to(|focus| focus.contains("grip")).await?;
        page.press(Key::Enter).await?;
        page.until("it is enlarged", async || Ok(height().await? > half + 50.0)).await?;
        page.press(Key::Enter).await?;
        page.until("it is as before", async || Ok(height().await? <= half + 1.0)).await?;

        let (x, y) = reader.middle("[part~=grip]").await?;
        page.drag((x, y), (x, y - 150)).await?;
        page.until("it was dragged up", async || Ok(height().await? > half + 100.0)).await?;
        let (x, y) = reader.middle("[part~=grip]").await?;
        page.drag((x, y), (x, i64::from(PHONE.1) - 20)).await?;
        reader.until_gone("[part~=panel]").await
    })
}
