//! The tag, or the page's article, in a closed shadow root of the page's own: outside, a click there is told as one on its host.

use end_to_end::{Outcome, Page, Rule, Server, in_browser};
use serde_json::json;

use crate::{pages, site};

/// The middle of the first of these words in what the page's script knows as `place`.
async fn words(page: &Page<'_>, place: &str, words: &str) -> Outcome<(i64, i64)> {
    let script = format!(
        "const texts = document.createTreeWalker({place}, NodeFilter.SHOW_TEXT), range = document.createRange();
        while (texts.nextNode()) {{
            const at = texts.currentNode.data.indexOf(arguments[0]);
            if (at < 0) continue;
            range.setStart(texts.currentNode, at);
            range.setEnd(texts.currentNode, at + 4);
            range.startContainer.parentElement.scrollIntoView({{ block: 'center', behavior: 'instant' }});
            const {{ left, top, width, height }} = range.getBoundingClientRect();
            return [Math.round(left + width / 2), Math.round(top + height / 2)];
        }}
        throw new Error('no such words')"
    );
    page.run(&script, &[json!(words)]).await
}

async fn until_card(page: &Page<'_>, id: Option<&str>) -> Outcome {
    let card = async || {
        let card = "return window.tag.shadowRoot.querySelector('[part~=card]')?.dataset.markId ?? null";
        Ok(page.run::<Option<String>>(card, &[]).await?.as_deref() == id)
    };
    page.until(&format!("the card is {id:?}"), card).await?;
    page.settle().await?;
    assert!(card().await?, "the card did not stay {id:?}: {:?}", page.story().await?);
    Ok(())
}

/// The page's own article in a closed root, and the tag there too or outside.
fn in_place(tag_is_inside: bool) -> Outcome<Server> {
    let page = std::fs::read_to_string(pages("in-place").join("index.html"))?;
    let (head, rest) = page.split_once("<checked-article").ok_or("no tag")?;
    let (tag, rest) = rest.split_once("</checked-article>").ok_or("no end of the tag")?;
    let (article, tail) = rest.split_once("</article>").ok_or("no end of the article")?;
    let tag = format!("<checked-article{tag}</checked-article>");
    let (outside, inside) = if tag_is_inside { ("", &*tag) } else { (&*tag, "") };
    let put = "<script>
        const root = document.getElementById('box').attachShadow({ mode: 'closed' });
        root.append(document.getElementById('inside').content.cloneNode(true));
        const tag = root.querySelector('checked-article') ?? document.querySelector('checked-article');
        if (!root.contains(tag)) tag.target = root.getElementById('story');
        Object.assign(window, { root, tag });
    </script>";
    let page = format!(
        "{head}{outside}<div id=\"box\"></div><template id=\"inside\">{inside}{article}</article></template>{put}{tail}"
    );
    let rule = Rule::new().body(&page).content_type("text/html; charset=utf-8");
    Server::start(site("in-place")?.rule("/index.html", rule))
}

#[test]
fn an_article_drawn_in_one_keeps_its_card_until_a_click_elsewhere() -> Outcome {
    let server = Server::start(site("life")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let put = "const root = document.querySelector('main').attachShadow({ mode: 'closed' });
            window.tag = document.createElement('checked-article');
            tag.setAttribute('load', 'eager');
            tag.setAttribute('src', 'harbour.json');
            root.append(document.createElement('p'), tag);
            root.firstChild.textContent = 'Beside it.';
            window.root = root;
            await __probe.load('/checked-article.js');
            return tag.ready";
        page.act(put).await?;
        page.settle().await?;
        page.click_at(words(&page, "tag.shadowRoot", "Nobody asked").await?).await?;
        until_card(&page, Some("q2")).await?;
        page.click_at(words(&page, "tag.shadowRoot.querySelector('[part~=card]')", "Jon Berg").await?).await?;
        until_card(&page, Some("q2")).await?;
        page.click_at(words(&page, "root", "Beside it").await?).await?;
        until_card(&page, None).await?;
        let before: Vec<String> = page.run("return ledger()", &[]).await?;
        page.act("tag.remove(); return new Promise(done => setTimeout(done))").await?;
        assert!(page.run::<Vec<String>>("return ledger()", &[]).await?.len() < before.len());
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn words_of_the_page_s_own_article_in_one_open_their_cards() -> Outcome {
    for tag_is_inside in [true, false] {
        let server = in_place(tag_is_inside)?;
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            let drawn = async || page.run("return window.tag?.matches(':state(drawn)') ?? false", &[]).await;
            page.until("it is drawn", drawn).await?;
            page.settle().await?;
            page.click_at(words(&page, "root.getElementById('story')", "Nobody asked").await?).await?;
            until_card(&page, Some("q2")).await?;
            page.click_at(words(&page, "tag.shadowRoot.querySelector('[part~=card]')", "Jon Berg").await?).await?;
            until_card(&page, Some("q2")).await?;
            // Its links are the page's own, and words that nobody marked close it.
            page.click_at(words(&page, "root.getElementById('story')", "The council").await?).await?;
            until_card(&page, None).await?;
            page.act("tag.remove()").await?;
            page.settle().await?;
            assert_eq!(page.run::<usize>("return root.adoptedStyleSheets.length + CSS.highlights.size", &[]).await?, 0);
            assert_eq!(page.uncaught().await?, [""; 0]);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn where_a_yew_page_has_the_tag_close_its_own_root_cards_over_the_page_s_own_article_can_be_used() -> Outcome {
    let page = std::fs::read_to_string(pages("in-place").join("index.html"))?;
    // As Yew notes on each element that it has drawn something into.
    let yew = "<script>document.documentElement.__yew_subtree_id = 1</script>";
    let page = page.replacen("<script type", &format!("{yew}<script type"), 1);
    let rule = Rule::new().body(&page).content_type("text/html; charset=utf-8");
    let server = Server::start(site("in-place")?.rule("/index.html", rule))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn("checked-article").await?;
        let closed = "return document.querySelector('checked-article').shadowRoot === null";
        assert!(page.run::<bool>(closed, &[]).await?);
        page.settle().await?;
        let reader = page.widget("checked-article");
        page.click_at(page.words("article", "Nobody asked").await?).await?;
        reader.until_card("q2").await?;
        page.settle().await?;
        page.click_at(reader.middle("[part~=card] [part~=speaker]").await?).await?;
        page.settle().await?;
        assert_eq!(reader.card().await?.as_deref(), Some("q2"), "a click in the card closes it");
        reader.click("[data-overlay=checks]").await?;
        reader.until_attribute("[data-overlay=checks]", "aria-checked", "true").await?;
        reader.click("[part~=list-button]").await?;
        reader.until_shown("[part~=list]").await?;
        page.settle().await?;
        assert!(reader.shows("[part~=list]").await?);
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}
