//! What a screen reader is told, by the browser's own accessibility tree.

use end_to_end::{Outcome, Server, Site, dist, in_browser};

#[test]
fn marks_cards_and_views_have_the_names_that_the_documentation_gives() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        let heard = browser.heard().await?;
        let says = |heard: &[String], what: &str| heard.iter().any(|line| line == what);
        assert!(says(&heard, "button: Quotation, Vladimir Putin, 2 of 14"), "{heard:#?}");
        assert!(!heard.iter().any(|line| line.contains("Fact check: ")), "no verdict is heard before it is asked for");

        reader.click("[data-overlay=checks]").await?;
        reader.until_attribute("[data-overlay=checks]", "aria-checked", "true").await?;
        let heard = browser.heard().await?;
        assert!(says(&heard, "button: Fact check: inaccurate, claim 9 of 15"), "{heard:#?}");
        assert!(
            says(&heard, "status: Fact check on. 15 claims checked")
                || says(&heard, "StaticText: Fact check on. 15 claims checked")
        );

        reader.click_words("F-35 fighter jets").await?;
        reader.until_card("6b").await?;
        assert!(says(&browser.heard().await?, "dialog: Fact check: inaccurate, claim 9 of 15"));

        reader.click("[data-action=list]").await?;
        reader.click("[role=tab][data-view=speakers]").await?;
        reader.until_attribute("[role=tab][data-view=speakers]", "aria-selected", "true").await?;
        let heard = browser.heard().await?;
        assert!(says(&heard, "tab: Speakers") && says(&heard, "tabpanel: Speakers"), "{heard:#?}");
        assert!(
            heard
                .iter()
                .any(|line| line.starts_with("button: Donald Trump President of the United States 9 quotations")),
            "{heard:#?}"
        );
        Ok(())
    })
}
