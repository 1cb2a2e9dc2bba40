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

#[test]
fn what_a_switch_a_filter_and_a_search_led_to_is_said() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        // How many there are is told before it.
        let says = async |end: &str| {
            page.until(end, async || Ok(reader.texts("[role=status]").await?.concat().ends_with(end))).await
        };
        reader.click("[data-overlay=checks]").await?;
        says("Fact check on. 15 claims checked").await?;
        reader.click("[data-verdict=inaccurate]").await?;
        says("1 claim shown: inaccurate").await?;
        reader.click("[data-verdict=inaccurate]").await?;
        says("All shown").await?;
        reader.click("[part~=list-button]").await?;
        reader.click("[role=tab][data-view=speakers]").await?;
        reader.click("[part~=group]").await?;
        says(" passages shown: Donald Trump").await?;
        reader.click("[part~=only]").await?;
        says("All shown").await?;
        reader.click("[part~=search]").await?;
        page.write("ceasefire").await?;
        says(" found").await?;
        reader.click("[data-overlay=quotations]").await?;
        says("Quotations not marked").await
    })
}
