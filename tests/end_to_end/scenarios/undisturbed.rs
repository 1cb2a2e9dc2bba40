//! Marks are painted on an article that reads, breaks, copies and is searched as if they were not there.

use end_to_end::{Feature, Missing, Outcome, Page, Rule, Server, Site, in_browser};
use serde_json::json;

use crate::{harbour, site};

/// The same article with its marks (`/harbour.json`) and without any (`/bare.json`), hyphenated.
fn both() -> Outcome<Site> {
    let bare = harbour(|document| {
        document["quotes"] = json!([]);
        document["claims"] = json!([]);
    })?;
    let page = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Both</title>\
        <style>body { margin: 0; font: 18px/1.6 serif } checked-article { hyphens: auto; -webkit-hyphens: auto; inline-size: var(--wide) }</style>\
        <script type=\"module\" src=\"checked-article.js\"></script>\
        <checked-article id=\"marked\" load=\"eager\" src=\"harbour.json\"></checked-article>\
        <checked-article id=\"bare\" load=\"eager\" src=\"bare.json\"></checked-article>";
    Ok(site("one")?.rule("/bare.json", bare).rule("/index.html", Rule::new().body(page)))
}

async fn drawn<'p>(page: &'p Page<'p>) -> Outcome {
    for host in ["#marked", "#bare"] {
        page.widget(host).drawn().await?;
    }
    let marked = page.widget("#marked");
    marked.click("[data-overlay=checks]").await?;
    marked.until_attribute("[data-overlay=checks]", "aria-checked", "true").await?;
    page.settle().await
}

#[test]
fn lines_break_where_they_would_without_marks_at_any_width() -> Outcome {
    let server = Server::start(both()?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        drawn(&page).await?;
        // How high the line of each letter is, as seen from its paragraph, at forty widths.
        let differing = "const lines = (host) => [...document.querySelector(host).shadowRoot.querySelectorAll('article p, article h1')].map((paragraph) => {
                const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
                const { top } = paragraph.getBoundingClientRect();
                const found = [];
                while (texts.nextNode()) for (let at = 0; at < texts.currentNode.length; at += 1) {
                    const range = document.createRange();
                    range.setStart(texts.currentNode, at);
                    range.setEnd(texts.currentNode, at + 1);
                    // A space at a line's end may be told of the next line, where it has no width.
                    if (String(range).trim()) found.push([Math.round(range.getBoundingClientRect().top - top), String(range)]);
                }
                return found;
            }).flat();
            const found = [];
            for (let wide = 200; wide < 680; wide += 12) {
                document.body.style.setProperty('--wide', `${wide}px`);
                const [one, other] = [lines('#marked'), lines('#bare')];
                // Less than a line is how a browser rounds.
                const at = one.findIndex(([top], at) => !(Math.abs(top - other[at]?.[0]) < 4));
                if (one.length !== other.length || at >= 0) found.push(`${wide} pixels: ${one.slice(at - 20, at + 20).map(([top, letter]) => letter).join('')}: ${one.slice(at-3,at+3).map(([top]) => top).join()} ${other.slice(at-3,at+3).map(([top]) => top).join()}`);
            }
            return found";
        assert_eq!(page.run::<Vec<String>>(differing, &[]).await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn what_is_copied_is_the_article_s_own_text() -> Outcome {
    let server = Server::start(both()?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        drawn(&page).await?;
        let mut copied = Vec::new();
        for host in ["#marked", "#bare"] {
            let select = format!(
                "const article = document.querySelector('{host}').shadowRoot.querySelector('article [part~=body]');
                 getSelection().setBaseAndExtent(article, 0, article, article.childNodes.length)"
            );
            page.act(&select).await?;
            copied.push(page.selection(host).await?);
        }
        assert!(copied[0].contains("last mended in 1978. Fishermen say the works come too late."), "{copied:#?}");
        assert_eq!(copied[0], copied[1]);
        Ok(())
    })
}

#[test]
fn the_browser_s_own_search_finds_words_across_the_edges_of_marks() -> Outcome {
    let server = Server::start(both()?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        drawn(&page).await?;
        page.act("document.querySelector('#bare').remove()").await?;
        let find = "getSelection().removeAllRanges(); return find(arguments[0], false, false, true)";
        let finds = async |words: &str| page.run::<bool>(find, &[words.into()]).await;
        assert!(!finds("no such words in it").await?);
        // Words that bear no mark; where not even they are found, the browser's search looks into no shadow root.
        if !finds("to cost 4.2 million crowns").await? {
            return Err(Missing(Feature::ShadowSearch).into());
        }
        for words in [
            "1931 and last mended in 1978. Fishermen say",
            "“Nobody asked us,” said Jon",
            "the town,” she told reporters",
        ] {
            assert!(finds(words).await?, "{words}");
        }
        Ok(())
    })
}
