//! Motion is short, and there is none for those who want less of it.

use end_to_end::{Feature, Missing, Outcome, PHONE, Page, Server, Site, WIDE, dist, in_browser};

/// How long each thing moves, in milliseconds, that moves just after something that a reader does.
async fn walk(page: &Page<'_>) -> Outcome<Vec<f64>> {
    page.widget("checked-article").drawn().await?;
    let mut found = Vec::new();
    for (control, shows) in [
        ("[data-overlay=checks]", "[data-overlay=checks][aria-checked=true]"),
        ("article [data-mark-id='6b']", "[part~=card][data-mark-id='6b']"),
        ("[data-action=next]", "[part~=card]:not([data-mark-id='6b'])"),
        ("[data-action=list]", "[part~=list]"),
    ] {
        // What moves is asked of the frame in which it came.
        let moved = "const [control, shows] = arguments;
            const { shadowRoot } = document.querySelector('checked-article');
            shadowRoot.querySelector(control).click();
            while (!shadowRoot.querySelector(shows)) await new Promise(requestAnimationFrame);
            return shadowRoot.getAnimations().map((motion) => motion.effect.getComputedTiming().endTime)";
        found.extend(page.run::<Vec<f64>>(moved, &[control.into(), shows.into()]).await?);
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
