//! The page edits its own article while the widget is laid over it: no mark stands on words that it was not made for.

use end_to_end::{Outcome, Page, Rule, Server, in_browser};
use serde_json::json;

use crate::site;

const HOST: &str = "checked-article";

/// Runs `edit` and says what is painted when the browser is about to draw the next frame.
async fn painted_next(page: &Page<'_>, edit: &str) -> Outcome<Vec<String>> {
    let script = format!(
        "const story = document.getElementById('story');
         const paragraph = (words) => [...story.querySelectorAll('p')].find((one) => one.textContent.includes(words));
         {edit};
         return new Promise((done) => requestAnimationFrame(() => done(window.__probe.painted())))"
    );
    page.run(&script, &[]).await
}

async fn with_checks(page: &Page<'_>) -> Outcome {
    page.until_drawn(HOST).await?;
    page.widget(HOST).click("[data-overlay=checks]").await?;
    until_painted(page, "refuted: last mended in 1978").await
}

async fn until_painted(page: &Page<'_>, words: &str) -> Outcome {
    page.until(words, async || Ok(page.painted().await?.iter().any(|painted| painted == words))).await
}

/// Whether all that is painted stands on nodes of the page.
const CONNECTED: &str = "return [...CSS.highlights.values()].every((highlight) => [...highlight].every((range) => range.startContainer.isConnected))";

fn has(painted: &[String], words: &str) -> bool {
    painted.iter().any(|painted| painted.contains(words))
}

#[test]
fn a_verdict_leaves_before_changed_words_are_drawn_and_comes_back_with_the_words() -> Outcome {
    for way in ["wrap", "in-place"] {
        let server = Server::start(site(way)?)?;
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            with_checks(&page).await?;
            let change =
                "const words = paragraph('built in 1931').firstChild; words.data = words.data.replace('1978', '1979')";
            let painted = painted_next(&page, change).await?;
            assert!(!has(&painted, "last mended"), "{way}: {painted:#?}");
            assert!(has(&painted, "Nobody asked us"), "{way}: what was not touched stays: {painted:#?}");
            let away = "return document.querySelector('checked-article').shadowRoot.querySelector('.rail [data-mark-id=mended]').checkVisibility({ visibilityProperty: true })";
            until_painted(&page, "changed: last mended in 1979").await?;
            assert!(page.run::<bool>(away, &[]).await?);
            let tone = page.widget(HOST).attribute(".rail [data-mark-id=mended]", "data-tone").await?;
            assert_eq!(tone.as_deref(), Some("changed"), "the verdict is withheld");

            let back =
                "const words = paragraph('built in 1931').firstChild; words.data = words.data.replace('1979', '1978')";
            assert!(!has(&painted_next(&page, back).await?, "last mended"), "{way}");
            until_painted(&page, "refuted: last mended in 1978").await?;
            assert_eq!(page.uncaught().await?, [""; 0]);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_paragraph_that_is_taken_out_takes_its_marks_with_it() -> Outcome {
    let server = Server::start(site("in-place")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        with_checks(&page).await?;
        let painted = painted_next(&page, "paragraph('built in 1931').remove()").await?;
        assert!(!has(&painted, "last mended"), "{painted:#?}");
        let reader = page.widget(HOST);
        let gone = async || Ok(!reader.shows(".rail [data-mark-id=mended]").await?);
        page.until("its button is gone", gone).await?;
        assert!(has(&page.painted().await?, "for two winters"));
        Ok(())
    })
}

#[test]
fn what_is_put_between_paragraphs_disturbs_no_mark() -> Outcome {
    let server = Server::start(site("in-place")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        with_checks(&page).await?;
        let before = page.painted().await?;
        // Every frame from the change until the page's words were read again and two more.
        let put = "let read = false;
            addEventListener('ca-placement', () => (read = true), { once: true });
            const late = document.createElement('p');
            late.textContent = 'Late words.';
            document.getElementById('story').prepend(late);
            const frames = [];
            for (let after = 0; after < 2; after += read) {
                await new Promise((next) => requestAnimationFrame(next));
                frames.push(window.__probe.painted());
            }
            return frames";
        let frames: Vec<Vec<String>> = page.run(put, &[]).await?;
        assert!(frames.iter().all(|painted| *painted == before), "a frame was drawn without some mark: {frames:#?}");
        assert_eq!(page.painted().await?, before);
        // The places are those of the article as it is now.
        page.click_at(page.words("article", "Nobody asked").await?).await?;
        page.widget(HOST).until_card("q2").await
    })
}

#[test]
fn a_framework_that_draws_its_paragraphs_anew_gets_them_marked_anew_and_finds_its_nodes() -> Outcome {
    let server = Server::start(site("wrap")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        with_checks(&page).await?;
        let before = page.painted().await?;
        // It keeps the nodes that it made, and takes them out one by one: what is not where it was put would throw.
        let again = "window.mine = [...story.childNodes]; const fresh = mine.map((node) => node.cloneNode(true));
            mine.forEach((node, index) => { story.insertBefore(fresh[index], node); story.removeChild(node); })";
        painted_next(&page, again).await?;
        assert!(page.run::<bool>(CONNECTED, &[]).await?, "something is painted on nodes that are gone");
        page.until("all is marked again", async || Ok(page.painted().await? == before)).await?;
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn an_article_that_comes_late_is_marked_when_it_comes() -> Outcome {
    let page = std::fs::read_to_string(crate::pages("in-place").join("index.html"))?
        .replace("<article id=\"story\">", "<template id=\"late\">")
        .replace("</article>", "</template><article id=\"story\"></article>");
    let rule = Rule::new().body(&page).content_type("text/html; charset=utf-8");
    let server = Server::start(site("in-place")?.rule("/index.html", rule))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.settle().await?;
        page.act("document.getElementById('story').append(document.getElementById('late').content)").await?;
        until_painted(&page, "quote: “Nobody asked us,”").await?;
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn five_hundred_marks_are_switched_in_one_frame_with_no_work_but_their_own() -> Outcome {
    let paragraph = |number: usize| format!("<p>Claim {number}a is here. Claim {number}b is there. And more.</p>");
    let article: String = (0..250).map(paragraph).collect();
    let claim = |number: usize, end: &str| {
        let words = format!("Claim {number}{end} is {}.", if end == "a" { "here" } else { "there" });
        json!({
            "id": format!("c{number}{end}"), "target": { "selector": { "type": "TextQuoteSelector", "exact": words } },
            "claimReviewed": words, "verdict": "true", "summary": "It is.", "explanation": "It was seen.", "sources": [],
            "author": { "name": "Test Desk" }, "datePublished": "2026-01-13"
        })
    };
    let claims: Vec<_> = (0..250).flat_map(|number| [claim(number, "a"), claim(number, "b")]).collect();
    let scale = json!({ "verdicts": [{ "id": "true", "label": "true", "tone": "upheld", "symbol": "check", "definition": "It is so." }] });
    let document = json!({ "version": 1, "article": { "body": ["x"] }, "scale": scale, "claims": claims });
    let page = std::fs::read_to_string(crate::pages("in-place").join("index.html"))?;
    let (head, rest) = page.split_once("<article id=\"story\">").ok_or("no article")?;
    let (_, tail) = rest.split_once("</article>").ok_or("no end")?;
    let page = format!("{head}<article id=\"story\">{article}</article>{tail}");
    let site = site("in-place")?
        .rule("/harbour.json", Rule::new().body(&document.to_string()))
        .rule("/index.html", Rule::new().body(&page).content_type("text/html; charset=utf-8"));
    let server = Server::start(site)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn(HOST).await?;
        let count = "window.work = { add: 0, delete: 0, nodes: 0 };
            for (const name of ['add', 'delete']) { const original = Highlight.prototype[name]; Highlight.prototype[name] = function (range) { work[name] += 1; return original.call(this, range); }; }
            new MutationObserver((records) => (work.nodes += records.length)).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })";
        page.act(count).await?;
        let switch = async |count: usize| -> Outcome<Vec<usize>> {
            let script = format!(
                "Object.assign(work, {{ add: 0, delete: 0, nodes: 0 }});
                document.querySelector('checked-article').shadowRoot.querySelector('[data-overlay=checks]').click();
                return (async () => {{
                    // Once begun, all of it is there: no frame shows a part.
                    const seen = new Set();
                    while (!seen.has({count})) {{
                        await new Promise((next) => requestAnimationFrame(next));
                        seen.add(window.__probe.painted().length);
                    }}
                    return [work.add, work.delete, work.nodes, seen.size];
                }})()"
            );
            page.run(&script, &[]).await
        };
        let whole_frames = |work: &[usize]| work[3] <= 2;
        for (count, expected) in [(500, [500, 0, 0]), (0, [0, 500, 0]), (500, [500, 0, 0])] {
            let work = switch(count).await?;
            assert!(work[..3] == expected && whole_frames(&work), "{work:?}, not {expected:?}");
        }
        let open = "Object.assign(work, { add: 0, delete: 0, nodes: 0 });
            const host = document.querySelector('checked-article');
            await host.show('c100b');
            while (!window.__probe.painted().some((words) => words.startsWith('upheld-open'))) await new Promise((next) => requestAnimationFrame(next));
            return [work.add, work.delete, work.nodes]";
        assert_eq!(page.run::<Vec<usize>>(&format!("return (async () => {{ {open} }})()"), &[]).await?, [1, 0, 0]);
        Ok(())
    })
}

#[test]
fn words_that_a_class_around_the_article_reveals_are_marked_then_and_hidden_they_have_no_button() -> Outcome {
    let page = std::fs::read_to_string(crate::pages("in-place").join("index.html"))?
        .replace(
            "</style>",
            ".short #story > p:nth-last-of-type(-n + 3) { display: none } .shut { display: none }</style>",
        )
        .replace("<article id=\"story\">", "<div id=\"around\" class=\"short\"><article id=\"story\">")
        .replace("</article>", "</article></div>");
    let rule = Rule::new().body(&page).content_type("text/html; charset=utf-8");
    let server = Server::start(site("in-place")?.rule("/index.html", rule))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn(HOST).await?;
        page.settle().await?;
        assert!(!has(&page.painted().await?, "Nobody asked us"));
        page.act("document.getElementById('around').className = ''").await?;
        until_painted(&page, "quote: “Nobody asked us,”").await?;
        let reader = page.widget(HOST);
        page.click_at(page.words("article", "Nobody asked").await?).await?;
        reader.until_card("q2").await?;
        page.press(end_to_end::Key::Escape).await?;
        page.act("document.getElementById('around').className = 'short'").await?;
        let gone = async || Ok(!reader.shows(".rail [data-mark-id=q2]").await?);
        page.until("its button is gone", gone).await?;
        assert!(has(&page.painted().await?, "We are not closing the town"));
        // The whole of it, as in a tab that is not open.
        page.act("document.getElementById('around').className = 'shut'").await?;
        page.settle().await?;
        page.act("document.getElementById('around').className = ''").await?;
        until_painted(&page, "quote: “Nobody asked us,”").await?;
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn without_the_script_that_looks_for_changed_words_the_marks_on_all_others_come_back_after_an_edit() -> Outcome {
    let server = Server::start(site("in-place")?.rule("/anchors.js", Rule::new().status(404)))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        with_checks(&page).await?;
        let edit = |from: &str, to: &str| {
            format!(
                "const words = paragraph('built in 1931').firstChild; words.data = words.data.replace('{from}', '{to}')"
            )
        };
        painted_next(&page, &edit("1978", "1979")).await?;
        let told = async |count: usize| {
            page.until("the page's words are read again", async || Ok(page.placements().await?.len() >= count)).await
        };
        told(2).await?;
        let before = page.placements().await?.len();
        painted_next(&page, &edit("1979", "1978")).await?;
        told(before + 1).await?;
        until_painted(&page, "refuted: last mended in 1978").await?;
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}
