//! The walk of a reader with a mouse through the demo: from the first quotation to a claim's source and back.

use end_to_end::{Outcome, Server, Site, dist, in_browser};

#[test]
fn a_reader_walks_from_a_quotation_to_a_claim_s_source_and_back_into_the_text() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        assert_eq!(reader.state("checks").await?, "off", "the article is read before it is judged");

        reader.click_words("extremely productive").await?;
        reader.until_shown("[part~=card]").await?;
        let first = reader.card().await?.ok_or("no card")?;
        assert!(reader.text("[part~=card]").await?.contains("1 of 9"));
        reader.click("[data-action=next]").await?;
        reader.until_gone(&format!("[part~=card][data-mark-id={first}]")).await?;
        let second = reader.card().await?.ok_or("no card")?;
        assert!(reader.text("[part~=card]").await?.contains("2 of 9"));

        reader.click("[data-overlay=checks]").await?;
        reader.until_attribute("[data-overlay=checks]", "aria-checked", "true").await?;
        assert_eq!(reader.state("checks").await?, "on");
        reader.click("[data-verdict=inaccurate]").await?;
        reader.until_attribute("[data-verdict=inaccurate]", "aria-pressed", "true").await?;
        assert!(reader.text("[data-verdict=inaccurate]").await?.contains("1 inaccurate"));

        reader.click_words("F-35 fighter jets").await?;
        reader.until_card("6b").await?;
        let links = reader.attributes("[part~=card] a[part~=source-link]", "href").await?;
        assert!(!links.is_empty() && links.iter().all(|link| link.starts_with("https://")), "{links:?}");
        let rels = reader.attributes("[part~=card] a[part~=source-link]", "rel").await?;
        assert_eq!(rels, vec!["noopener noreferrer"; links.len()]);
        let targets = reader.attributes("[part~=card] a[part~=source-link]", "target").await?;
        assert_eq!(targets, vec!["_blank"; links.len()]);

        reader.click("[data-action=show-in-text]").await?;
        page.until("the keyboard is at the words", async || {
            let focus = page.focus().await?;
            Ok(focus.contains(r#"[part="mark"]"#) && focus.contains(r#"[data-mark-id="6b"]"#))
        })
        .await?;
        reader.click("[part~=card] [data-action=close]").await?;
        reader.until_gone("[part~=panel]").await?;

        let [open, close] = ["ca-open", "ca-close"].map(|kind| move |id: &str| format!("{kind} {id}"));
        let walk = [
            "ca-ready".into(),
            open(&first),
            close(&first),
            open(&second),
            "ca-toggle checks on".into(),
            close(&second),
            open("6b"),
            close("6b"),
        ];
        assert_eq!(page.story().await?, walk);
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}
