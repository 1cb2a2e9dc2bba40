//! A mark is handed on: by its link, its words, the system's sheet, or as an image. The script for it comes when it is
//! asked for.

use end_to_end::{Key, Outcome, Page, Rule, Server, Widget, in_browser};

use crate::site;

/// The clipboard as a page sees it: what it took, or a refusal. Put in before the reader does anything.
const CLIPBOARD: &str = "
    window.clipped = [];
    const take = async (text) => { if (window.refuses) throw new DOMException('', 'NotAllowedError'); clipped.push(text); };
    Object.defineProperty(navigator, 'clipboard', { value: {
        writeText: take,
        write: async ([item]) => take(await (await item.getType('text/plain')).text()),
    } });";

async fn open<'p>(page: &'p Page<'p>, words: &str, card: &str) -> Outcome<Widget<'p>> {
    page.act(CLIPBOARD).await?;
    let reader = page.widget("checked-article");
    reader.drawn().await?;
    reader.click("[data-overlay=checks]").await?;
    reader.click_words(words).await?;
    reader.until_card(card).await?;
    Ok(reader)
}

async fn clipped(page: &Page<'_>, count: usize) -> Outcome<Vec<String>> {
    page.until("the clipboard has it", async || {
        Ok(page.run::<Vec<String>>("return clipped", &[]).await?.len() == count)
    })
    .await?;
    page.run("return clipped", &[]).await
}

/// How the page was told that something was shared, in order.
async fn how(page: &Page<'_>) -> Outcome<Vec<String>> {
    let shared = page.events().await?.into_iter().filter(|event| event.kind == "ca-share");
    Ok(shared.map(|event| event.detail["how"].as_str().unwrap_or_default().to_string()).collect())
}

#[test]
fn the_script_comes_when_it_is_asked_for_and_offers_words_link_and_image() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        server.forget_requests();
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = open(&page, "Nobody asked us", "q2").await?;
        assert!(!server.requests().contains(&"/share.js".to_string()));
        reader.click("[data-action=share]").await?;
        reader.click("[data-share=shareWords]").await?;
        let all = clipped(&page, 1).await?.remove(0);
        let lines: Vec<&str> = all.lines().collect();
        assert_eq!(lines[..2], ["“Nobody asked us,”", "— Jon Berg, said"]);
        assert!(lines[2].starts_with(&server.url("/index.html#ca-q2")), "{lines:?}");
        reader.click("[data-share=shareLink]").await?;
        assert_eq!(clipped(&page, 2).await?[1], lines[2]);
        assert_eq!(reader.text(".share [role=status]").await?, "Link copied");
        assert_eq!(how(&page).await?, ["copy", "link"]);
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn the_cards_own_link_and_words_go_to_the_clipboard() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = open(&page, "Nobody asked us", "q2").await?;
        let address: String = page.run("return location.href", &[]).await?;
        reader.click("[data-action=link]").await?;
        let link = clipped(&page, 1).await?.remove(0);
        assert!(link.starts_with(&server.url("/index.html#ca-q2")), "{link}");
        reader.until_shown(".told").await?;
        assert_eq!(reader.text(".told").await?, "Copied");
        assert_eq!(page.run::<String>("return location.href", &[]).await?, address, "the address was left alone");
        reader.click("[data-action=copy]").await?;
        assert!(clipped(&page, 2).await?[1].starts_with("“Nobody asked us,”"));
        assert_eq!(how(&page).await?, ["link", "copy"]);
        Ok(())
    })
}

#[test]
fn what_the_clipboard_refuses_can_be_taken_by_hand() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = open(&page, "Nobody asked us", "q2").await?;
        page.act("window.refuses = true").await?;
        reader.click("[data-action=copy]").await?;
        reader.until_shown(".told").await?;
        assert_eq!(reader.text(".told").await?, "Copying was refused by the browser");
        reader.click("[data-action=link]").await?;
        reader.until_shown(".share textarea").await?;
        let field = "return document.querySelector('checked-article').shadowRoot.querySelector('textarea').value";
        assert!(page.run::<String>(field, &[]).await?.contains("#ca-q2"));
        assert_eq!(how(&page).await?, [""; 0], "nothing was shared");
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn the_choice_closes_by_itself_and_leaves_the_card_open() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = open(&page, "Nobody asked us", "q2").await?;
        reader.click("[data-action=share]").await?;
        reader.until_shown(".share").await?;
        page.press(Key::Escape).await?;
        reader.until_gone(".share").await?;
        assert_eq!(reader.card().await?.as_deref(), Some("q2"));
        assert!(page.focus().await?.contains("data-action=\"share\""), "the keyboard is back where it was");
        Ok(())
    })
}

#[test]
fn the_image_is_a_png_of_the_words_in_both_formats() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = open(&page, "last mended in 1978", "mended").await?;
        // What the browser would save: name, and the size in the header of the PNG.
        page.act(
            "window.saved = [];
            const url = URL.createObjectURL;
            URL.createObjectURL = (blob) => (window.blob = blob, url(blob));
            HTMLAnchorElement.prototype.click = function () { saved.push([this.download, blob]); };",
        )
        .await?;
        reader.click("[data-action=share]").await?;
        reader.until_shown(".share canvas").await?;
        reader.click("[data-share=shareWide]").await?;
        let saved = async |count: usize| Ok(page.run::<usize>("return saved.length", &[]).await? == count);
        page.until("the wide image is saved", async || saved(1).await).await?;
        reader.click("[data-share=shareTall]").await?;
        page.until("the tall image is saved", async || saved(2).await).await?;
        let sizes = "return Promise.all(saved.map(async ([name, blob]) => {
            const header = new DataView(await blob.arrayBuffer());
            return [name, blob.type, header.getUint32(16), header.getUint32(20)];
        }))";
        let sizes: Vec<(String, String, u32, u32)> = page.run(sizes, &[]).await?;
        let png = "image/png".to_string();
        assert_eq!(
            sizes,
            [("mended-1200x630.png".into(), png.clone(), 1200, 630), ("mended-1080x1350.png".into(), png, 1080, 1350)]
        );
        assert_eq!(how(&page).await?, ["image", "image"]);
        // Without the verdict it is another image.
        let drawn =
            "return document.querySelector('checked-article').shadowRoot.querySelector('.share canvas').toDataURL()";
        let with: String = page.run(drawn, &[]).await?;
        reader.click(".share input").await?;
        page.until("the image is drawn anew", async || Ok(page.run::<String>(drawn, &[]).await? != with)).await?;
        Ok(())
    })
}

#[test]
fn without_the_script_the_card_says_so() -> Outcome {
    let server = Server::start(site("one")?.rule("/share.js", Rule::new().status(404)))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = open(&page, "Nobody asked us", "q2").await?;
        reader.click("[data-action=share]").await?;
        reader.until_shown(".told").await?;
        assert_eq!(reader.text(".told").await?, "Sharing could not be loaded");
        assert_eq!(reader.card().await?.as_deref(), Some("q2"));
        Ok(())
    })
}

#[test]
fn where_the_interface_runs_from_right_to_left_neither_the_choice_nor_its_images_are_mirrored() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = open(&page, "Nobody asked us", "q2").await?;
        page.act("document.querySelector('checked-article').lang = 'ar'").await?;
        reader.until_attribute(".ca", "dir", "rtl").await?;
        reader.click("[data-action=share]").await?;
        reader.until_shown(".share canvas").await?;
        let areas = reader.areas(".share > :first-child > *").await?;
        assert!(areas[0].left > areas[1].left, "title, then the button that closes: {areas:?}");
        // A mirrored choice would be measured as it is seen, and the words of its images set in the order of a mirror.
        let mirrored = "const root = document.querySelector('checked-article').shadowRoot;
            const found = [];
            for (let at = root.querySelector('.share canvas'); at; at = at.parentElement)
                if (getComputedStyle(at).transform.startsWith('matrix(-')) found.push(at.className);
            return found";
        assert_eq!(page.run::<Vec<String>>(mirrored, &[]).await?, [""; 0]);
        Ok(())
    })
}
