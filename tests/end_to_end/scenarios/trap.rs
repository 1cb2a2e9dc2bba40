//! A trap in the module ends every article on the page, because they share its memory: all go back to the page's own
//! words.

use end_to_end::{Outcome, Server, Site, in_browser, pages, trap_dist};

use crate::harbour;

#[test]
fn a_trap_gives_both_elements_back_to_the_page_and_is_told_once_each() -> Outcome {
    let document = harbour(|document| document["quotes"][1]["id"] = "trap".into())?;
    let site = Site::over([pages("two-elements"), pages("shared"), trap_dist()?]).rule("/harbour.json", document);
    let server = Server::start(site)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let both = ["first", "second"].map(|id| page.widget(&format!("#{id}")));
        for reader in &both {
            reader.drawn().await?;
        }
        both[1].click_words("We are not closing the town").await?;
        both[1].until_card("q1").await?;

        let place = both[0].words("Nobody asked us").await?;
        page.click_at(place).await?;
        for reader in &both {
            page.until("the page has its own words back", async || reader.falls_back().await).await?;
            assert_eq!(reader.inside().await?, ["slot"]);
        }
        let before = page.events().await?;
        let told = |target: &str| {
            before.iter().filter(|event| event.target == target && event.to_string() == "ca-error trap").count()
        };
        assert_eq!((told("first"), told("second")), (1, 1));

        // What used to be there no longer answers, and nobody calls into the module again.
        page.click_at(place).await?;
        page.act("document.querySelector('#second').show('q1'); location.hash = '#ca-second-q1'").await?;
        page.settle().await?;
        assert_eq!(page.events().await?, before);
        for reader in &both {
            assert_eq!(reader.inside().await?, ["slot"]);
            assert!(reader.falls_back().await?);
        }
        Ok(())
    })
}
