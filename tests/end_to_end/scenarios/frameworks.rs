//! The example pages of other frameworks: each finds its own nodes as it left them, hydrates without a complaint and goes
//! on working, whichever script comes first.

use end_to_end::{Outcome, Server, Site, dist, in_browser, seen};

/// Hydration, a card opened in the widget, the page's own state, and the page's own nodes, on both pages of `name`; `row`
/// is what it is called in the table of host pages.
fn lives_in(name: &str, row: &str) -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        for file in ["index.html", "late.html"] {
            let page = browser.open(&server.url(&format!("/frameworks/{name}/{file}"))).await?;
            let reader = page.widget("checked-article");
            reader.drawn().await?;
            let status = "return document.querySelector('[role=status]').textContent";
            // A node that is kept is the same after the widget and the page have changed.
            page.act("window.kept = [...document.querySelectorAll('main *')]").await?;
            reader.click_words("He’s a realist").await?;
            reader.until_card("q12").await?;
            let counted = async || Ok(page.run::<String>(status, &[]).await? == "Cards opened so far: 1");
            page.until("the page hears of the card", counted).await?;
            page.act("document.querySelector('footer button').click()").await?;
            let again = async || Ok(page.run::<String>(status, &[]).await? == "Cards opened so far: 0");
            page.until("the page's own button works", again).await?;
            let same = "return window.kept.every((node, at) => node === [...document.querySelectorAll('main *')][at])";
            assert!(page.run::<bool>(same, &[]).await?, "{name}/{file}: nodes were replaced");
            let complaints: Vec<String> = page.run("return window.hydrationErrors", &[]).await?;
            assert_eq!(complaints, [""; 0], "{name}/{file}");
            assert_eq!(page.uncaught().await?, [""; 0], "{name}/{file}");
            assert_eq!(browser.console().await?, [""; 0], "{name}/{file}");
        }
        seen(browser.engine, "hosts", row, "works")
    })
}

#[test]
fn react_hydrates_around_the_tag() -> Outcome {
    lives_in("react", "React 19, hydrated before and after the element is defined")
}

#[test]
fn react_hydrates_a_document_that_it_owns_whole() -> Outcome {
    lives_in("next", "React 19 that owns the whole document, as Next.js does")
}

#[test]
fn vue_hydrates_around_the_tag() -> Outcome {
    lives_in("vue", "Vue 3, hydrated before and after the element is defined")
}

#[test]
fn svelte_hydrates_around_the_tag() -> Outcome {
    lives_in("svelte", "Svelte 5, hydrated before and after the element is defined")
}

#[test]
fn react_hydrates_articles_of_its_own_under_the_marks_and_goes_on_changing_them() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        for file in ["index.html", "late.html"] {
            let page = browser.open(&server.url(&format!("/frameworks/react-article/{file}"))).await?;
            // Told before React adds or finds anything: its nodes are those that the server sent.
            page.act("window.kept = [...document.querySelectorAll('main *')]").await?;
            for host in ["#beside", "#around"] {
                page.until_drawn(host).await?;
            }
            let painted = async || page.painted().await;
            let words = ["“there’s no deal until there’s a deal.”", "“He’s a realist,”"];
            let both = async || {
                let painted = painted().await?;
                Ok(words.iter().all(|words| painted.iter().any(|one| one.ends_with(words))))
            };
            page.until("both articles are marked", both).await?;
            // Each has half of the words only; the others were looked for.
            page.until("all are placed", async || Ok(page.placements().await?.len() >= 2)).await?;
            page.settle().await?;
            let before = painted().await?;
            let status = async |opened: u32| {
                let text = "return document.querySelector('[role=status]').textContent";
                Ok(page.run::<String>(text, &[]).await? == format!("Cards opened so far: {opened}"))
            };
            page.click_at(page.words("#first", "no deal until").await?).await?;
            page.until("React hears of the card", async || status(1).await).await?;
            page.click_at(page.words("#around article", "a realist").await?).await?;
            page.until("React hears of the other", async || status(2).await).await?;
            page.press(end_to_end::Key::Escape).await?;
            page.act("document.querySelector('footer button').click()").await?;
            page.until("React's own button works", async || status(0).await).await?;
            // It puts a paragraph in, and takes it out again.
            for there in [2, 0] {
                page.act("document.querySelector('footer button:last-child').click()").await?;
                let count = "return [...document.querySelectorAll('article > p')].filter((one) => one.textContent.startsWith('Updated')).length";
                page.until("the articles are changed", async || Ok(page.run::<u32>(count, &[]).await? == there))
                    .await?;
                page.settle().await?;
                page.until("the marks are there", async || Ok(painted().await? == before)).await?;
            }
            let same = "return window.kept.every((node, at) => node === [...document.querySelectorAll('main *')][at])";
            assert!(page.run::<bool>(same, &[]).await?, "{file}: nodes were replaced");
            let complaints: Vec<String> = page.run("return window.hydrationErrors", &[]).await?;
            assert_eq!(complaints, [""; 0], "{file}");
            assert_eq!(page.uncaught().await?, [""; 0], "{file}");
            assert_eq!(browser.console().await?, [""; 0], "{file}");
        }
        seen(browser.engine, "hosts", "React 19 whose own articles are painted, beside the tag and in it", "works")
    })
}
