//! The element comes, moves, goes and comes back, as pages do such things, and leaves nothing behind.

use std::time::Duration;

use end_to_end::{Browser, Feature, Missing, Outcome, Page, Rule, Server, in_browser, seen};
use serde_json::json;

use crate::{harbour, site};

const TAG: &str = r#"<checked-article src="harbour.json" load="eager"><p>The page's own words.</p></checked-article>"#;
/// Puts the tag into the page by `innerHTML`, and the loader with it.
const PUT_IN: &str =
    "document.querySelector('main').innerHTML = arguments[0]; return __probe.load('/checked-article.js')";

/// The empty page with the element in it.
async fn with_element<'a>(browser: &'a Browser, server: &Server) -> Outcome<Page<'a>> {
    let page = browser.open(&server.url("/index.html")).await?;
    page.run::<serde_json::Value>(PUT_IN, &[json!(TAG)]).await?;
    page.widget("checked-article").drawn().await?;
    Ok(page)
}

#[test]
fn an_element_that_the_page_writes_as_html_is_drawn() -> Outcome {
    let server = Server::start(site("life")?)?;
    in_browser(async |browser| {
        let page = with_element(browser, &server).await?;
        page.widget("checked-article").click_words("Nobody asked us").await?;
        page.widget("checked-article").until_card("q2").await?;
        assert_eq!(page.story().await?, ["ca-ready", "ca-open q2"]);
        Ok(())
    })
}

#[test]
fn properties_that_were_set_before_the_class_was_known_are_heeded() -> Outcome {
    let server = Server::start(site("life")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        server.forget_requests();
        let early = r#"
            document.querySelector("main").innerHTML = arguments[0];
            const [first, second] = document.querySelectorAll("checked-article");
            first.document = { version: 1, article: { body: ["Given as an object."] } };
            second.removeAttribute("src");
            second.src = "harbour.json";
            return __probe.load('/checked-article.js');
        "#;
        page.run::<serde_json::Value>(early, &[json!([TAG, TAG].concat())]).await?;
        page.act("document.querySelectorAll('checked-article').forEach((element, at) => (element.id = 'nr' + at))")
            .await?;
        for (id, words) in [("#nr0", "Given as an object."), ("#nr1", "Nobody asked us")] {
            page.widget(id).drawn().await?;
            assert!(page.widget(id).text("article").await?.contains(words), "{id}");
        }
        // The object goes before the address, which nobody asked for.
        assert_eq!(server.requests().iter().filter(|path| *path == "/harbour.json").count(), 1);
        Ok(())
    })
}

#[test]
fn moving_it_keeps_what_is_open_and_draws_nothing_anew() -> Outcome {
    let server = Server::start(site("life")?)?;
    in_browser(async |browser| {
        let page = with_element(browser, &server).await?;
        let reader = page.widget("checked-article");
        reader.click_words("Nobody asked us").await?;
        reader.until_card("q2").await?;
        page.act("document.body.append(document.querySelector('checked-article'))").await?;
        page.settle().await?;
        assert_eq!(reader.card().await?.as_deref(), Some("q2"));
        reader.click("[part~=card] [data-action=close]").await?;
        reader.until_gone("[part~=panel]").await?;
        assert_eq!(page.story().await?, ["ca-ready", "ca-open q2", "ca-close q2"]);
        Ok(())
    })
}

#[test]
fn taken_out_it_leaves_nothing_and_put_back_it_is_drawn_again() -> Outcome {
    let server = Server::start(site("life")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let before: Vec<String> = page.run("return ledger()", &[]).await?;
        page.run::<serde_json::Value>(PUT_IN, &[json!(TAG)]).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        reader.click_words("Nobody asked us").await?;
        reader.until_card("q2").await?;
        assert_ne!(page.run::<Vec<String>>("return ledger()", &[]).await?, before, "it listens to its page");

        page.act("window.kept = document.querySelector('checked-article'); kept.remove()").await?;
        page.settle().await?;
        assert_eq!(page.run::<Vec<String>>("return ledger()", &[]).await?, before);
        let left = "return [kept.shadowRoot.adoptedStyleSheets.length, [...kept.shadowRoot.children].map(node => node.localName).join()]";
        assert_eq!(page.run::<(usize, String)>(left, &[]).await?, (0, "slot".into()));

        page.act("document.querySelector('main').append(kept)").await?;
        reader.drawn().await?;
        reader.click_words("the cheapest way").await?;
        reader.until_card("q3").await?;
        assert_eq!(reader.count("[part~=root]").await?, 1);
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn taken_out_while_it_loads_it_is_not_drawn_and_put_back_it_is_drawn_once() -> Outcome {
    let slow = Rule::new().delay(Duration::from_millis(700));
    let server = Server::start(site("life")?.rule("/runtime.js", slow.clone()).rule("/harbour.json", slow))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.run::<serde_json::Value>(PUT_IN, &[json!(TAG)]).await?;
        let reader = page.widget("checked-article");
        // Out, and in again before anything has come, twice; then out for good, and in again later.
        page.act(
            "const it = window.kept = document.querySelector('checked-article'), main = document.querySelector('main'); \
             const turn = () => new Promise(done => setTimeout(done, 20)); \
             return (async () => { for (let i = 0; i < 2; i++) { it.remove(); await turn(); main.append(it); await turn() } it.remove() })()",
        )
        .await?;
        page.act("return new Promise(done => setTimeout(done, 2500))").await?;
        assert_eq!(page.story().await?, [""; 0]);
        page.act(
            "document.querySelector('main').append(kept); kept.remove(); document.querySelector('main').append(kept)",
        )
        .await?;
        reader.drawn().await?;
        page.settle().await?;
        assert_eq!(reader.count("[part~=root]").await?, 1);
        assert_eq!(page.story().await?, ["ca-ready"]);
        Ok(())
    })
}

#[test]
fn adopted_by_another_document_it_keeps_its_card_and_its_looks() -> Outcome {
    let server = Server::start(site("life")?)?;
    in_browser(async |browser| {
        let page = with_element(browser, &server).await?;
        let reader = page.widget("checked-article");
        reader.click_words("Nobody asked us").await?;
        reader.until_card("q2").await?;
        let adopted = r#"
            const frame = document.createElement("iframe");
            frame.width = 800; frame.height = 600;
            document.body.append(frame);
            const other = frame.contentDocument, it = document.querySelector("checked-article");
            other.body.append(it);
            window.kept = it;
            await new Promise(done => setTimeout(done, 100));
            const card = it.shadowRoot.querySelector("[part~=card]"), look = frame.contentWindow.getComputedStyle(card);
            const seen = [card.dataset.markId, look.position !== "static", it.shadowRoot.adoptedStyleSheets.length];
            other.body.click();
            await new Promise(done => setTimeout(done, 100));
            seen.push(it.shadowRoot.querySelector("[part~=card]") === null, ledger().includes("document click"));
            return seen;
        "#;
        let adopted = format!("return (async () => {{ {adopted} }})()");
        let seen: (String, bool, usize, bool, bool) = page.run(&adopted, &[]).await?;
        assert_eq!(seen, ("q2".into(), true, 1, true, false));

        // And back, into its first document.
        page.act("document.querySelector('main').append(kept)").await?;
        reader.click_words("the cheapest way").await?;
        reader.until_card("q3").await?;
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn in_a_document_without_a_window_nothing_happens_until_it_is_out_of_it() -> Outcome {
    let server = Server::start(site("life")?)?;
    in_browser(async |browser| {
        let page = with_element(browser, &server).await?;
        page.act(
            "window.kept = document.querySelector('checked-article'); \
             document.implementation.createHTMLDocument().body.append(kept)",
        )
        .await?;
        page.settle().await?;
        assert_eq!(
            page.run::<String>("return [...kept.shadowRoot.children].map(node => node.localName).join()", &[]).await?,
            "slot"
        );
        page.act("document.querySelector('main').append(kept)").await?;
        page.widget("checked-article").drawn().await?;
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

/// Where the third paragraph's top is.
const THIRD: &str = "const all = [...document.querySelector('checked-article').shadowRoot.querySelectorAll('article p')]; \
                     return all.find(p => p.textContent.includes('Nobody asked us')).getBoundingClientRect().top";

#[test]
fn another_version_keeps_the_open_card_and_the_place_where_one_reads() -> Outcome {
    let longer = harbour(|document| {
        let body = document["article"]["body"].as_array_mut();
        body.into_iter().for_each(|body| body.insert(0, json!("A paragraph that came in later. ".repeat(40))));
    })?;
    let server = Server::start(site("life")?.rule("/longer.json", longer))?;
    in_browser(async |browser| {
        browser.viewport((600, 500)).await?;
        let page = with_element(browser, &server).await?;
        let reader = page.widget("checked-article");
        page.act("document.body.style.paddingBlockEnd = '200vh'").await?;
        reader.click_words("Nobody asked us").await?;
        reader.until_card("q2").await?;
        page.act(&format!("const top = (() => {{ {THIRD} }})(); scrollBy({{ top: top - 40, behavior: 'instant' }})"))
            .await?;
        page.settle().await?;
        let before: f64 = page.run(THIRD, &[]).await?;
        for (change, blocks) in [
            ("src = 'longer.json'", 5),
            ("src = 'harbour.json'", 4),
            ("document = await (await fetch('longer.json')).json()", 5),
        ] {
            page.act(&format!("return (async () => {{ document.querySelector('checked-article').{change} }})()"))
                .await?;
            let drawn = async || Ok(reader.count("article [part~=body] > p").await? == blocks);
            page.until("the other version is drawn", drawn).await?;
            page.settle().await?;
            let after: f64 = page.run(THIRD, &[]).await?;
            assert!((after - before).abs() < 3.0, "{change}: the words moved from {before} to {after}");
            assert_eq!(reader.card().await?.as_deref(), Some("q2"), "{change}");
        }
        assert_eq!(page.story().await?, ["ca-ready", "ca-open q2"]);
        Ok(())
    })
}

#[test]
fn out_of_the_browser_s_memory_the_page_comes_back_with_its_card_open() -> Outcome {
    let kept = Rule::new().header("Cache-Control", "max-age=60");
    let server = Server::start(site("life")?.rule("/index.html", kept))?;
    in_browser(async |browser| {
        let page = with_element(browser, &server).await?;
        let reader = page.widget("checked-article");
        reader.click_words("Nobody asked us").await?;
        reader.until_card("q2").await?;
        page.act("addEventListener('pageshow', event => (window.persisted = event.persisted))").await?;
        browser.open(&server.url("/harbour.json")).await?;
        page.back().await?;
        if !page.run::<bool>("return window.persisted === true", &[]).await? {
            return Err(Missing(Feature::BackForwardCache).into());
        }
        assert_eq!(reader.card().await?.as_deref(), Some("q2"));
        reader.click_words("the cheapest way").await?;
        reader.until_card("q3").await?;
        assert_eq!(page.story().await?, ["ca-ready", "ca-open q2", "ca-close q2", "ca-open q3"]);
        Ok(())
    })
}

#[test]
fn a_page_that_changes_its_route_without_loading_gets_each_article_once() -> Outcome {
    let other = harbour(|document| document["article"]["headline"] = "Another story".into())?;
    let server = Server::start(site("life")?.rule("/other.json", other))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let before: Vec<String> = page.run("return ledger()", &[]).await?;
        let route = async |path: &str, document: &str| {
            page.run::<serde_json::Value>(
                &format!("history.pushState(null, '', '{path}'); {PUT_IN}"),
                &[json!(TAG.replace("harbour.json", document))],
            )
            .await?;
            page.widget("checked-article").drawn().await
        };
        for (path, document, headline) in [
            ("/one", "/harbour.json", "Westmere"),
            ("/two", "/other.json", "Another"),
            ("/one", "/harbour.json", "Westmere"),
        ] {
            route(path, document).await?;
            let reader = page.widget("checked-article");
            assert!(reader.text("[part~=headline]").await?.contains(headline));
            reader.click_words("Nobody asked us").await?;
            reader.until_card("q2").await?;
        }
        assert_eq!(page.story().await?, ["ca-ready", "ca-open q2", "ca-ready", "ca-open q2", "ca-ready", "ca-open q2"]);
        page.act("history.pushState(null, '', '/none'); document.querySelector('main').replaceChildren()").await?;
        page.settle().await?;
        assert_eq!(page.run::<Vec<String>>("return ledger()", &[]).await?, before);
        seen(browser.engine, "hosts", "a page that changes its route without loading", "works")
    })
}

#[test]
fn an_element_that_comes_while_the_browser_tells_of_sizes_makes_no_error_of_it() -> Outcome {
    let server = Server::start(site("life")?)?;
    in_browser(async |browser| {
        let page = with_element(browser, &server).await?;
        // All that the page gives is there, so that the element is drawn before the browser has told of everything.
        let comes = r#"return new Promise((came) => {
            const second = document.createElement("checked-article");
            second.id = "second";
            second.setAttribute("load", "eager");
            second.document = { version: 1, article: { body: ["Come with a size."] } };
            const deep = document.querySelector("main").appendChild(document.createElement("div")).appendChild(document.createElement("div"));
            new ResizeObserver((_, sizes) => {
                sizes.disconnect();
                document.body.append(second);
                came();
            }).observe(deep.appendChild(document.createElement("div")));
        })"#;
        page.act(comes).await?;
        page.widget("#second").drawn().await?;
        page.settle().await?;
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn of_a_thousand_that_came_and_went_none_is_kept_alive() -> Outcome {
    let server = Server::start(site("life")?)?;
    in_browser(async |browser| {
        let page = with_element(browser, &server).await?;
        browser.collect_garbage().await?;
        // A short document: what is to be seen does not hang on its length.
        let short = "window.gone = []; window.found = { version: 1, article: { body: ['“Nobody asked us,” said Jon Berg.'] }, \
                     quotes: [{ id: 'q2', target: { selector: { type: 'TextQuoteSelector', exact: '“Nobody asked us,”' } }, speaker: { unnamed: 'a fisherman' } }] }";
        page.act(short).await?;
        let before: Vec<String> = page.run("return ledger()", &[]).await?;
        let twenty = r#"return (async () => {
            for (let i = 0; i < 20; i++) {
                const element = document.createElement("checked-article");
                element.setAttribute("load", "eager");
                element.document = found;
                document.body.append(element);
                gone.push(new WeakRef(element));
                await element.ready;
                if (!element.shadowRoot.querySelector("[part~=mark]")) throw new Error("nothing is marked");
                if (i % 10 === 0) await element.show("q2");
                element.remove();
                await 0;
            }
        })()"#;
        for _ in 0..50 {
            page.act(twenty).await?;
        }
        page.act("window.found = undefined").await?;
        assert_eq!(page.run::<usize>("return gone.length", &[]).await?, 1000);
        let none = async || {
            browser.collect_garbage().await?;
            let alive: usize = page.run("return gone.filter(reference => reference.deref()).length", &[]).await?;
            if alive == 0 { Ok(true) } else { Err(format!("{alive} are alive").into()) }
        };
        page.until("none is kept alive", none).await?;
        assert_eq!(page.run::<Vec<String>>("return ledger()", &[]).await?, before);
        assert_eq!(page.uncaught().await?, [""; 0]);
        seen(browser.engine, "hosts", "tags that came and went, and how many of them are kept alive", "0 of 1,000")
    })
}

#[test]
fn of_those_that_came_and_went_over_the_page_s_own_articles_neither_tag_nor_article_is_kept() -> Outcome {
    let server = Server::start(site("life")?)?;
    in_browser(async |browser| {
        let page = with_element(browser, &server).await?;
        browser.collect_garbage().await?;
        page.act("document.querySelector('checked-article').remove(); window.gone = []; window.found = await (await fetch('/harbour.json')).json(); for (const member of ['claims', 'scale']) delete found[member]").await?;
        page.settle().await?;
        let left =
            "return [...ledger(), `${CSS.highlights.size} highlights`, `${document.adoptedStyleSheets.length} sheets`]";
        let before: Vec<String> = page.run(left, &[]).await?;
        let twenty = r#"for (let i = 0; i < 20; i++) {
            const tag = document.createElement("checked-article"), article = document.createElement("article");
            article.innerHTML = "<p>“Nobody asked us,” said Jon Berg, who lands cod there.</p>";
            tag.setAttribute("load", "eager");
            tag.document = found;
            if (i % 2) tag.append(article);
            else tag.setAttribute("for", (article.id = "story"));
            document.body.append(tag, ...(i % 2 ? [] : [article]));
            gone.push(new WeakRef(tag), new WeakRef(article));
            await tag.ready;
            if (i % 5 === 0) await tag.show("q2");
            if (i % 7 === 0) article.append("More.");
            // The tag alone, the article before it, or both at once.
            if (i % 3) tag.remove();
            if (i % 3 === 2) await 0;
            article.remove();
            tag.remove();
            await 0;
        }"#;
        for _ in 0..10 {
            page.act(twenty).await?;
        }
        page.act("window.found = undefined").await?;
        assert_eq!(page.run::<usize>("return gone.length", &[]).await?, 400);
        let none = async || {
            browser.collect_garbage().await?;
            let alive: usize = page.run("return gone.filter(reference => reference.deref()).length", &[]).await?;
            if alive == 0 { Ok(true) } else { Err(format!("{alive} are alive").into()) }
        };
        page.until("none is kept alive", none).await?;
        assert_eq!(page.run::<Vec<String>>(left, &[]).await?, before);
        assert_eq!(page.uncaught().await?, [""; 0]);
        seen(
            browser.engine,
            "hosts",
            "tags over the page's own articles that came and went, and how many of them are kept alive",
            "0 of 200",
        )
    })
}
