//! Motion is short, and there is none for those who want less of it.

use end_to_end::{Feature, Missing, Outcome, PHONE, Page, Server, Site, WIDE, dist, in_browser};

/// How long each thing that moves in the article moves, in milliseconds.
async fn moving(page: &Page<'_>) -> Outcome<Vec<f64>> {
    let times = "return document.querySelector('checked-article').shadowRoot.getAnimations().map((motion) => motion.effect.getComputedTiming().endTime)";
    page.run(times, &[]).await
}

/// What moves just after each thing that a reader does.
async fn walk(page: &Page<'_>) -> Outcome<Vec<f64>> {
    page.widget("checked-article").drawn().await?;
    let mut found = Vec::new();
    for act in [
        "shadowRoot.querySelector('[data-overlay=checks]').click()",
        "shadowRoot.querySelector('article [data-mark-id=\"6b\"]').click()",
        "shadowRoot.querySelector('[data-action=next]').click()",
        "shadowRoot.querySelector('[data-action=list]').click()",
    ] {
        page.act(&format!("document.querySelector('checked-article').{act}; return new Promise((done) => requestAnimationFrame(() => done(null)))")).await?;
        found.extend(moving(page).await?);
        page.settle().await?;
    }
    Ok(found)
}

#[test]
fn nothing_moves_for_longer_than_a_fifth_of_a_second() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let found = walk(&page).await?;
        assert!(!found.is_empty(), "a card that opens arrives");
        assert!(found.iter().all(|time| *time <= 200.0), "{found:?}");
        Ok(())
    })
}

#[test]
fn nothing_moves_for_those_who_want_less_motion() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        browser.emulate("", &[("prefers-reduced-motion", "reduce")]).await?;
        for size in [WIDE, PHONE] {
            browser.viewport(size).await?;
            let page = browser.open(&server.url("/index.html")).await?;
            if !page.run::<bool>("return matchMedia('(prefers-reduced-motion: reduce)').matches", &[]).await? {
                return Err(Missing(Feature::EmulatedMedia).into());
            }
            assert_eq!(walk(&page).await?, [0.0; 0], "at {size:?}");
        }
        Ok(())
    })
}
