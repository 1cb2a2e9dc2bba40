//! A reader's finger on a phone: a tap opens, the sheet is dragged larger or away, and a swipe leads to the next card.

use end_to_end::{Browser, Outcome, PHONE, Page, Server, Site, Widget, dist, in_browser};

/// The demo on a phone, with a quotation of Trump's open by a tap.
async fn tapped<'b>(browser: &'b Browser, server: &Server) -> Outcome<Page<'b>> {
    browser.viewport(PHONE).await?;
    let page = browser.open(&server.url("/index.html")).await?;
    let reader = page.widget("checked-article");
    reader.drawn().await?;
    let words = reader.words("have to think about").await?;
    page.touch(&[words]).await?;
    reader.until_card("q8").await?;
    // The sheet has come up, and its script is there for the next touch.
    page.act("return Promise.all(document.querySelector('checked-article').shadowRoot.getAnimations().map((motion) => motion.finished)).then(() => null)").await?;
    Ok(page)
}

/// A point in the middle of the sheet, so far down its height.
async fn on_sheet(reader: &Widget<'_>, part: f64) -> Outcome<(i64, i64)> {
    let sheet = reader.areas("[part~=panel]").await?[0];
    Ok(((sheet.left + sheet.width / 2.0) as i64, (sheet.top + sheet.height * part) as i64))
}

async fn height(reader: &Widget<'_>) -> Outcome<f64> {
    Ok(reader.areas("[part~=panel]").await?.first().map_or(0.0, |area| area.height))
}

#[test]
fn a_swipe_over_the_sheet_leads_to_the_next_card_and_back() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        let page = tapped(browser, &server).await?;
        let reader = page.widget("checked-article");
        let (x, y) = on_sheet(&reader, 0.4).await?;
        page.touch(&[(x + 90, y), (x - 90, y)]).await?;
        reader.until_card("q9").await?;
        let (x, y) = on_sheet(&reader, 0.4).await?;
        page.touch(&[(x - 90, y), (x + 90, y)]).await?;
        reader.until_card("q8").await?;
        // Up and down it is scrolled, however far the finger strays.
        page.touch(&[(x - 30, y + 80), (x + 30, y - 80)]).await?;
        page.settle().await?;
        assert_eq!(reader.card().await?.as_deref(), Some("q8"));
        Ok(())
    })
}

#[test]
fn where_the_interface_runs_from_right_to_left_a_swipe_does_too() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        let page = tapped(browser, &server).await?;
        let reader = page.widget("checked-article");
        page.act("document.querySelector('checked-article').lang = 'ar'").await?;
        reader.until_attribute(".ca", "dir", "rtl").await?;
        let (x, y) = on_sheet(&reader, 0.4).await?;
        page.touch(&[(x - 90, y), (x + 90, y)]).await?;
        reader.until_card("q9").await
    })
}

#[test]
fn the_sheet_is_dragged_larger_and_away_by_its_handle() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        let page = tapped(browser, &server).await?;
        let reader = page.widget("checked-article");
        let low = height(&reader).await?;
        assert!(low <= f64::from(PHONE.1) / 2.0 + 1.0, "at most half of the window: {low}");
        let (x, y) = reader.middle("[part~=grip]").await?;
        page.touch(&[(x, y), (x, y - 200)]).await?;
        page.until("the sheet is higher", async || Ok(height(&reader).await? > low + 150.0)).await?;
        let (x, y) = reader.middle("[part~=grip]").await?;
        page.touch(&[(x, y), (x, i64::from(PHONE.1) - 20)]).await?;
        reader.until_gone("[part~=panel]").await?;
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn a_tap_on_the_handle_enlarges_the_sheet_and_another_makes_it_low_again() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        let page = tapped(browser, &server).await?;
        let reader = page.widget("checked-article");
        page.act("document.querySelector('checked-article').show('6b')").await?;
        reader.until_card("6b").await?;
        let low = height(&reader).await?;
        page.touch(&[reader.middle("[part~=grip]").await?]).await?;
        page.until("the sheet is higher", async || Ok(height(&reader).await? > low + 100.0)).await?;
        page.touch(&[reader.middle("[part~=grip]").await?]).await?;
        page.until("the sheet is low again", async || Ok((height(&reader).await? - low).abs() < 1.0)).await
    })
}

/// Flings the sheet's handle so many pixels up, or down where they are negative, with no time between the last movements.
async fn fling(page: &Page<'_>, up: i32) -> Outcome {
    page.run::<serde_json::Value>(
        "const grip = document.querySelector('checked-article').shadowRoot.querySelector('.grip');
         const { left, width, top, height } = grip.getBoundingClientRect();
         const [clientX, y] = [left + width / 2, top + height / 2];
         const point = (kind, clientY) => grip.dispatchEvent(
             new PointerEvent(kind, { pointerId: 7, pointerType: 'touch', buttons: kind === 'pointerup' ? 0 : 1, clientX, clientY, bubbles: true, composed: true }));
         point('pointerdown', y);
         // The script that follows the finger comes with the first touch.
         const script = () => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/sheet.js'));
         while (!script()) await new Promise((done) => setTimeout(done, 10));
         await new Promise((done) => setTimeout(done, 100));
         for (const part of [0.5, 1]) point('pointermove', y - arguments[0] * part);
         point('pointerup', y - arguments[0])",
        &[up.into()],
    )
    .await
    .map(drop)
}

#[test]
fn a_sheet_that_is_flung_goes_all_the_way() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        browser.viewport(PHONE).await?;
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        page.act("document.querySelector('checked-article').show('6b')").await?;
        reader.until_card("6b").await?;
        fling(&page, 60).await?;
        page.until("it covers most of the window", async || Ok(height(&reader).await? > f64::from(PHONE.1) * 0.88))
            .await?;
        fling(&page, -60).await?;
        reader.until_gone("[part~=panel]").await
    })
}

#[test]
fn a_tap_that_is_over_before_the_script_has_come_drags_nothing() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        browser.viewport(PHONE).await?;
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        page.act("document.querySelector('checked-article').show('6b')").await?;
        reader.until_card("6b").await?;
        let before = height(&reader).await?;
        page.act(
            "const grip = document.querySelector('checked-article').shadowRoot.querySelector('.grip');
             const point = (kind, clientY) => grip.dispatchEvent(
                 new PointerEvent(kind, { pointerId: 1, pointerType: 'mouse', clientY, bubbles: true, composed: true }));
             point('pointerdown', 400);
             point('pointerup', 400);
             const script = () => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/sheet.js'));
             while (!script()) await new Promise((done) => setTimeout(done, 10));
             await new Promise((done) => setTimeout(done, 100));
             // No button is down: the pointer wanders.
             point('pointermove', 300)",
        )
        .await?;
        let after = height(&reader).await?;
        // A browser may count in parts of a pixel.
        assert!((after - before).abs() < 1.0, "the sheet follows a pointer that went up: {before} -> {after}");
        Ok(())
    })
}
