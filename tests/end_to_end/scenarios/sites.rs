//! Pages as sites have them: a blog's theme with a header that stays and a column beside, a news site with advertisements that
//! come late and another story below, a page from right to left. The tag is put in; nothing else is done for it.

use end_to_end::{Browser, Outcome, PHONE, Page, Server, Site, WIDE, dist, in_browser, pages, repository, seen};

fn server(folder: &str) -> Outcome<Server> {
    Server::start(Site::over([pages(folder), pages("shared"), repository().join("tests/fixtures"), dist()?]))
}

/// Words that were clicked are to be seen beside or above the card that they open, and nothing has begun to scroll sideways.
async fn card_is_clear_of(page: &Page<'_>, host: &str, words: &str, id: &str) -> Outcome {
    let reader = page.widget(host);
    let closed =
        format!("document.querySelector('{host}').shadowRoot.querySelector('.panel [data-action=close]')?.click()");
    page.act(&closed).await?;
    reader.until_gone("[part~=panel]").await?;
    page.act(
        "document.querySelector('#story p:nth-of-type(2)').scrollIntoView({ block: 'center', behavior: 'instant' })",
    )
    .await?;
    page.settle().await?;
    page.click_at(page.words("#story", words).await?).await?;
    reader.until_card(id).await?;
    reader.until_shown("[part~=card]").await?;
    page.settle().await?;
    let card = reader.areas("[part~=card]").await?[0];
    for line in page.lines("#story", words).await? {
        let beside = line.left + line.width <= card.left || card.left + card.width <= line.left;
        assert!(beside || line.top + line.height <= card.top + 1.0, "{words}: {card:?} covers {line:?}");
        assert!(line.top >= 0.0, "{words}: out of sight at {line:?}");
    }
    let sideways = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
    assert!(page.run::<f64>(sideways, &[]).await? <= 0.0, "the page scrolls sideways");
    let level = reader.areas(&format!(".rail [data-mark-id='{id}']")).await?[0];
    let line = page.lines("#story", words).await?[0];
    let off = (level.top + level.height / 2.0 - line.top - line.height / 2.0).abs();
    assert!(off < 26.0, "{words}: its button is {off} from its line");
    Ok(())
}

async fn opened<'b>(browser: &'b Browser, server: &Server, host: &str) -> Outcome<Page<'b>> {
    let page = browser.open(&server.url("/index.html")).await?;
    page.until_drawn(host).await?;
    page.widget(host).click("[data-overlay=checks]").await?;
    page.widget(host).until_attribute("[data-overlay=checks]", "aria-checked", "true").await?;
    Ok(page)
}

#[test]
fn a_blog_with_the_tag_in_its_text() -> Outcome {
    let server = server("blog-theme")?;
    in_browser(async |browser| {
        for size in [WIDE, PHONE] {
            browser.viewport(size).await?;
            let page = opened(browser, &server, "checked-article").await?;
            card_is_clear_of(&page, "checked-article", "last mended in 1978", "mended").await?;
            card_is_clear_of(&page, "checked-article", "Nobody asked", "q2").await?;
            // The theme's own controls look as they do.
            let own = "const { backgroundColor, textTransform } = getComputedStyle(document.querySelector('.widget button')); return [backgroundColor, textTransform]";
            assert_eq!(page.run::<Vec<String>>(own, &[]).await?, ["rgb(122, 31, 43)", "uppercase"]);
            assert_eq!(page.uncaught().await?, [""; 0]);
        }
        seen(
            browser.engine,
            "hosts",
            "a blog: a header that stays, a column beside, type at 62.5 %, the tag in the text",
            "works",
        )
    })
}

#[test]
fn a_news_site_whose_advertisements_and_further_stories_come_late() -> Outcome {
    let server = server("news-site")?;
    in_browser(async |browser| {
        for size in [WIDE, PHONE] {
            browser.viewport(size).await?;
            let page = opened(browser, &server, "#first").await?;
            card_is_clear_of(&page, "#first", "last mended in 1978", "mended").await?;
            page.act("fill()").await?;
            card_is_clear_of(&page, "#first", "Nobody asked", "q2").await?;
            page.press(end_to_end::Key::Escape).await?;
            // Further stories, of which each has its own tag.
            page.act("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })").await?;
            page.until_drawn("#tag-2").await?;
            page.act("document.querySelector('#story-2').scrollIntoView({ behavior: 'instant' })").await?;
            let second = page.widget("#tag-2");
            page.until("the second story has its bar", async || second.shows(".bar").await).await?;
            assert!(!page.widget("#first").shows(".bar").await?, "two bars");
            assert_eq!(page.uncaught().await?, [""; 0]);
        }
        seen(
            browser.engine,
            "hosts",
            "a news site: advertisements, lazy images, another story below, each with its tag",
            "works",
        )
    })
}

#[test]
fn a_page_from_right_to_left() -> Outcome {
    let server = server("rtl-site")?;
    in_browser(async |browser| {
        for size in [WIDE, PHONE] {
            browser.viewport(size).await?;
            let page = opened(browser, &server, "checked-article").await?;
            card_is_clear_of(&page, "checked-article", "لم يبدأ", "q2").await?;
            if size == WIDE {
                let (card, text) = (
                    page.widget("checked-article").areas("[part~=card]").await?[0],
                    page.lines("#story", "لم يبدأ").await?[0],
                );
                assert!(card.left + card.width < text.left, "the card stands where lines end");
            }
            assert_eq!(page.uncaught().await?, [""; 0]);
        }
        seen(browser.engine, "hosts", "a page from right to left: a header that stays, a column beside", "works")
    })
}
