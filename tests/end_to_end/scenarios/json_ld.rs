//! Without a document, the page's own JSON-LD says what was checked, and quotations are found.

use end_to_end::{Outcome, Server, in_browser};

use crate::site;

#[test]
fn a_review_is_laid_on_the_words_that_it_quotes_and_on_no_others() -> Outcome {
    let server = Server::start(site("json-ld")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn("checked-article").await?;
        let reader = page.widget("checked-article");
        reader.click("[data-overlay=checks]").await?;
        let words = "refuted: The quay was last mended in 1978";
        page.until(words, async || Ok(page.painted().await?.iter().any(|painted| painted == words))).await?;
        // One review's words stand nowhere, another's in two places.
        let claims = page.painted().await?.into_iter().filter(|painted| !painted.starts_with("quote"));
        assert_eq!(claims.count(), 1);
        page.click_at(page.words("article", "last mended").await?).await?;
        reader.until_shown("[part~=card]").await?;
        let card = reader.text("[part~=card]").await?;
        for words in ["Not so", "Ada Lind", "Example Checks"] {
            assert!(card.contains(words), "{words} in {card}");
        }
        assert!(!page.story().await?.iter().any(|event| event.starts_with("ca-error")));
        Ok(())
    })
}
