//! axe-core finds nothing to complain of in any state, and every control can be hit.

use std::fs;
use std::path::Path;

use end_to_end::{Outcome, PHONE, Page, Rule, Server, Site, WIDE, Widget, dist, in_browser};

use crate::site;

/// The rules of WCAG 2.2 and axe's own good practice, as npm brings them (`tools/package.json`).
fn axe() -> Outcome<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tools/node_modules/axe-core/axe.min.js");
    Ok(fs::read_to_string(file)?)
}

/// What axe finds in `part` of the page as it stands, a line a fault.
async fn faults(page: &Page<'_>, part: &str) -> Outcome<Vec<String>> {
    page.settle().await?;
    let find =
        "return axe.run(document.querySelector(arguments[0]), { resultTypes: ['violations'] }).then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`)))";
    page.run(find, &[part.into()]).await
}

/// Every state that a reader can bring the demo into, and what axe finds in it.
async fn walk(page: &Page<'_>, reader: &Widget<'_>, found: &mut Vec<String>) -> Outcome {
    let mut look = async |state: &str| -> Outcome {
        found.extend(faults(page, "html").await?.into_iter().map(|fault| format!("{state}: {fault}")));
        Ok(())
    };
    look("closed").await?;
    reader.click("[data-overlay=checks]").await?;
    look("fact check on").await?;
    reader.click_words("F-35 fighter jets").await?;
    reader.until_card("6b").await?;
    look("a claim's card").await?;
    reader.click("[data-action=list]").await?;
    reader.until_shown("[part~=list]").await?;
    look("the list").await?;
    reader.click("[role=tab][data-view=speakers]").await?;
    look("the speakers").await?;
    reader.click("[part~=group]").await?;
    reader.until_shown("[part~=only]").await?;
    look("one person's words").await?;
    reader.click("[part~=group]").await?;
    reader.click("[role=tab][data-view=verdicts]").await?;
    look("the checks").await?;
    reader.click("[part~=list-item]").await?;
    reader.until_shown("[part~=card]").await?;
    look("a card from the list").await
}

#[test]
fn axe_finds_nothing_in_any_state_wide_on_a_phone_light_and_dark() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    let axe = axe()?;
    in_browser(async |browser| {
        let mut found = Vec::new();
        for (scheme, size) in [("light", WIDE), ("dark", PHONE)] {
            browser.viewport(size).await?;
            browser.prefer(scheme).await?;
            let page = browser.open(&server.url("/index.html")).await?;
            let reader = page.widget("checked-article");
            reader.drawn().await?;
            page.act(&axe).await?;
            walk(&page, &reader, &mut found).await?;
        }
        assert_eq!(found, [""; 0]);
        Ok(())
    })
}

#[test]
fn axe_finds_nothing_where_the_article_cannot_be_drawn() -> Outcome {
    let site = site("one")?.rule("/harbour.json", Rule::new().status(404));
    let server = Server::start(site)?;
    let axe = axe()?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        page.until("it gives up", async || reader.falls_back().await).await?;
        page.act(&axe).await?;
        assert_eq!(faults(&page, "checked-article").await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn what_is_wrong_is_found() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    let axe = axe()?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.widget("checked-article").drawn().await?;
        page.act(&axe).await?;
        page.act("document.querySelector('checked-article').shadowRoot.querySelector('[part~=list-button]').replaceChildren(); \
                  document.querySelector('checked-article').shadowRoot.querySelector('[part~=list-button]').removeAttribute('aria-label'); \
                  document.querySelector('checked-article').shadowRoot.querySelector('[part~=list-button]').removeAttribute('title')")
            .await?;
        assert!(faults(&page, "checked-article").await?.iter().any(|fault| fault.starts_with("button-name")));
        Ok(())
    })
}

#[test]
fn every_control_is_at_least_24_pixels_and_nothing_scrolls_sideways_at_320() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        browser.viewport((320, 640)).await?;
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        reader.click("[data-overlay=checks]").await?;
        let sideways =
            "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
        assert_eq!(page.run::<i32>(sideways, &[]).await?, 0);
        for open in [
            "[part~=list-button]",
            "[role=tab][data-view=speakers]",
            "[role=tab][data-view=verdicts]",
            "[part~=list-item]",
        ] {
            reader.click(open).await?;
            page.settle().await?;
            assert_eq!(page.run::<i32>(sideways, &[]).await?, 0, "after {open}");
            // A link in running text is an exception of the guideline; so is what is done by the list as well.
            let controls = ":is(button, input, summary, .plain):not([part~=mark])";
            for (control, area) in reader.texts(controls).await?.iter().zip(reader.areas(controls).await?) {
                let shown = area.width > 0.0;
                assert!(!shown || (area.width >= 24.0 && area.height >= 24.0), "{control:?} after {open}: {area:?}");
            }
        }
        Ok(())
    })
}
