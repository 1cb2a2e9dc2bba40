//! The page replaces, takes out, brings and moves the article that a tag belongs to; what the reader opened and chose stays
//! where it still makes sense.

use end_to_end::{Outcome, Page, Rule, Server, in_browser, seen};

use crate::{pages, site};

const HOST: &str = "checked-article";
const WAYS: [&str; 2] = ["wrap", "in-place"];

const QUOTATIONS: [&str; 4] = [
    "quote: “Nobody asked us,”",
    "quote: “We are not closing the town,”",
    "quote: “the cheapest way to keep the harbour.”",
    "quote: “we are mending its front door.”",
];

async fn until_painted(page: &Page<'_>, words: &str) -> Outcome {
    page.until(words, async || Ok(page.painted().await?.iter().any(|painted| painted == words))).await
}

/// Runs `change` and says what is painted when the browser is about to draw the next frame, and whether all of it stands on
/// nodes of the page.
async fn painted_next(page: &Page<'_>, change: &str) -> Outcome<(Vec<String>, bool)> {
    let script = format!(
        "const story = document.getElementById('story'), tag = document.querySelector('checked-article');
         {change};
         return new Promise((done) => requestAnimationFrame(() => done([window.__probe.painted(), [...CSS.highlights.values()].every((highlight) => [...highlight].every((range) => range.startContainer.isConnected))])))"
    );
    page.run(&script, &[]).await
}

/// The page of the article elsewhere, changed.
fn changed(change: impl FnOnce(&str) -> String) -> Outcome<Server> {
    let page = change(&std::fs::read_to_string(pages("in-place").join("index.html"))?);
    let rule = Rule::new().body(&page).content_type("text/html; charset=utf-8");
    Server::start(site("in-place")?.rule("/index.html", rule))
}

#[test]
fn an_article_that_is_replaced_as_a_whole_is_marked_in_the_same_frame_and_the_card_stays_open() -> Outcome {
    for way in WAYS {
        let server = Server::start(site(way)?)?;
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            page.until_drawn(HOST).await?;
            page.click_at(page.words("article", "Nobody asked").await?).await?;
            page.widget(HOST).until_card("q2").await?;
            page.settle().await?;
            let before = page.painted().await?;
            let swapped = "story.replaceWith(story.cloneNode(true))";
            let (painted, connected) = painted_next(&page, swapped).await?;
            assert_eq!(painted, before, "{way}");
            assert!(connected, "{way}: something is painted on nodes that are gone");
            // It is followed as the first was.
            let edited = "const words = [...story.querySelectorAll('p')].find((one) => one.textContent.includes('Nobody')).firstChild; words.data = words.data.replace('Nobody', 'Somebody')";
            let (painted, _) = painted_next(&page, edited).await?;
            assert!(!painted.iter().any(|words| words.contains("asked us")), "{way}: {painted:#?}");
            page.click_at(page.words("article", "the cheapest way").await?).await?;
            page.widget(HOST).until_card("q3").await?;
            assert_eq!(page.story().await?, ["ca-ready", "ca-open q2", "ca-close q2", "ca-open q3"], "{way}");
            page.act("const tag = document.querySelector('checked-article'); tag.replaceWith(...tag.childNodes)")
                .await?;
            page.settle().await?;
            let surroundings = page.surroundings(HOST).await?;
            assert_eq!((&surroundings["highlights"], &surroundings["sheets"]), (&0.into(), &0.into()), "{way}");
            assert_eq!(page.uncaught().await?, [""; 0]);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn on_a_page_that_changes_its_route_the_article_of_the_same_id_is_found_again() -> Outcome {
    let server = changed(|page| {
        page.replace("<article id=\"story\">", "<main><article id=\"story\">")
            .replace("</article>", "</article></main>")
    })?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn(HOST).await?;
        // The box around it goes with it, and the next one comes a while later.
        let left =
            "history.pushState(null, '', '/next'); window.story = document.querySelector('main'); story.remove()";
        page.act(left).await?;
        page.settle().await?;
        assert_eq!(page.painted().await?, [""; 0]);
        page.until("the page is told", async || Ok(page.story().await? == ["ca-ready", "ca-error article-missing"]))
            .await?;
        assert!(!page.widget(HOST).inside().await?.iter().any(|name| name.contains("root")), "nothing is left of it");
        page.act("const main = document.createElement('main'); main.append(...story.cloneNode(true).childNodes); document.body.append(main)").await?;
        until_painted(&page, QUOTATIONS[0]).await?;
        page.click_at(page.words("article", "Nobody asked").await?).await?;
        page.widget(HOST).until_card("q2").await?;
        assert_eq!(page.story().await?, ["ca-ready", "ca-error article-missing", "ca-ready", "ca-open q2"]);

        // Another article at once, and another document for it.
        let next = "history.pushState(null, '', '/third'); const next = document.createElement('article'); next.id = 'story'; next.innerHTML = '<p>“Nobody told us,” said Jon Berg.</p>'; document.getElementById('story').replaceWith(next)";
        page.act(next).await?;
        page.until("nothing is marked", async || Ok(page.painted().await?.is_empty())).await?;
        page.act("document.getElementById('story').remove(); document.querySelector('checked-article').remove()")
            .await?;
        page.settle().await?;
        assert_eq!(page.story().await?.iter().filter(|told| told.starts_with("ca-error")).count(), 1);
        assert_eq!(page.uncaught().await?, [""; 0]);
        seen(browser.engine, "hosts", "a page that replaces the article which `for` names", "works")
    })
}

#[test]
fn an_article_that_is_not_there_is_told_and_taken_up_when_it_comes() -> Outcome {
    for (way, come) in [
        ("put in", "document.body.append(document.getElementById('late').content)"),
        ("named", "document.querySelector('article').id = 'story'"),
    ] {
        let server = changed(|page| {
            let page = page.replace("<article id=\"story\">", "<template id=\"late\"><article id=\"story\">");
            let page = page.replace("</article>", "</article></template>");
            if way == "named" {
                page.replace("<template id=\"late\"><article id=\"story\">", "<article>").replace("</template>", "")
            } else {
                page
            }
        })?;
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            page.until("the page is told", async || Ok(page.story().await? == ["ca-error article-missing"])).await?;
            let message = page.events().await?[0].detail["message"].clone();
            assert!(message.as_str().is_some_and(|message| message.contains("\"story\"")), "{message}");
            page.act("document.body.append('Something else comes.')").await?;
            page.settle().await?;
            page.act(come).await?;
            page.until_drawn(HOST).await?;
            until_painted(&page, QUOTATIONS[0]).await?;
            assert_eq!(page.story().await?, ["ca-error article-missing", "ca-ready"], "{way}");
            assert_eq!(page.uncaught().await?, [""; 0]);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_target_given_as_an_element_is_let_go_with_it_and_taken_up_again() -> Outcome {
    let server = changed(|page| page.replace(" for=\"story\"", ""))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn(HOST).await?;
        page.act(
            "window.kept = document.getElementById('story'); document.querySelector('checked-article').target = kept",
        )
        .await?;
        until_painted(&page, QUOTATIONS[0]).await?;
        page.act("kept.remove()").await?;
        page.until("it is told", async || Ok(page.story().await?.contains(&"ca-error article-missing".into()))).await?;
        assert_eq!(page.painted().await?, [""; 0]);
        page.act("document.body.append(kept)").await?;
        until_painted(&page, QUOTATIONS[0]).await?;
        // Moved, it is the same article.
        let (painted, _) = painted_next(&page, "document.getElementById('before').before(kept)").await?;
        assert_eq!(painted, QUOTATIONS);
        assert_eq!(page.story().await?.iter().filter(|told| *told == "ca-error article-missing").count(), 1);
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn adopted_by_another_document_a_tag_around_its_article_keeps_card_looks_and_marks() -> Outcome {
    let server = Server::start(site("wrap")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn(HOST).await?;
        page.click_at(page.words("article", "Nobody asked").await?).await?;
        page.widget(HOST).until_card("q2").await?;
        let adopted = r#"
            const frame = document.createElement("iframe");
            frame.width = 900; frame.height = 700;
            document.body.append(frame);
            const other = frame.contentDocument, it = document.querySelector("checked-article");
            window.kept = it;
            other.body.append(it);
            await new Promise((done) => frame.contentWindow.requestAnimationFrame(() => frame.contentWindow.requestAnimationFrame(done)));
            const { highlights } = frame.contentWindow.CSS;
            const names = (registry) => [...registry].filter(([, ranges]) => ranges.size).map(([name, { size }]) => `${name.replace(/^ca\d+-/, "")} ${size}`).sort();
            const card = it.shadowRoot.querySelector("[part~=card]");
            const rail = it.shadowRoot.querySelector(".rail [data-mark-id=q2]");
            const position = (element) => frame.contentWindow.getComputedStyle(element).position;
            return [names(highlights).join(), CSS.highlights.size, card.dataset.markId, position(card), position(rail), other.adoptedStyleSheets.length, document.adoptedStyleSheets.length];
        "#;
        let seen: (String, usize, String, String, String, usize, usize) = page.run(adopted, &[]).await?;
        let expected = ("quote 4,quote-open 1".into(), 0, "q2".into(), "fixed".into(), "absolute".into(), 1, 0);
        assert_eq!(seen, expected);
        // The other document's edits are followed, and its clicks are heard.
        let used = r#"
            const other = kept.ownerDocument, { CSS, requestAnimationFrame } = other.defaultView;
            const words = [...other.querySelectorAll("p")].find((one) => one.textContent.includes("Nobody")).firstChild;
            words.data = words.data.replace("Nobody", "Somebody");
            await new Promise((done) => requestAnimationFrame(done));
            const open = [...CSS.highlights].filter(([name, ranges]) => name.endsWith("quote-open") && ranges.size).length;
            other.body.click();
            return open;
        "#;
        assert_eq!(page.run::<usize>(used, &[]).await?, 0);
        page.until("a click elsewhere closes the card", async || {
            page.run("return kept.shadowRoot.querySelector('[part~=card]') === null", &[]).await
        })
        .await?;
        page.act("document.body.append(kept)").await?;
        until_painted(&page, "quote: “the cheapest way to keep the harbour.”").await?;
        page.act("kept.remove()").await?;
        page.settle().await?;
        let left = "const { contentWindow: { CSS, document: other } } = document.querySelector('iframe'); return [CSS.highlights.size, other.adoptedStyleSheets.length]";
        assert_eq!(page.run::<(usize, usize)>(left, &[]).await?, (0, 0));
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn an_edit_of_the_page_leaves_the_reader_s_filter_list_and_card_as_they_are() -> Outcome {
    for way in WAYS {
        let server = Server::start(site(way)?)?;
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            page.until_drawn(HOST).await?;
            let reader = page.widget(HOST);
            reader.click("[data-overlay=checks]").await?;
            until_painted(&page, "refuted: last mended in 1978").await?;
            // Only what is inaccurate.
            reader.click(".tally [data-verdict=inaccurate]").await?;
            let only = async |what: &str| {
                let one = async || {
                    let painted = page.painted().await?;
                    let claims = painted.iter().filter(|words| !words.starts_with("quote"));
                    Ok(claims.collect::<Vec<_>>() == ["refuted: last mended in 1978"])
                };
                page.until(what, one).await
            };
            only("the verdict is filtered").await?;
            let edits = [
                "const late = document.createElement('p'); late.textContent = 'Late words.'; story.prepend(late)",
                "const words = [...story.querySelectorAll('p')].find((one) => one.textContent.includes('nobody checked')).firstChild; words.data += ' Nor after.'",
            ];
            let reread = async |before: usize| {
                page.until("the page's words are read again", async || Ok(page.placements().await?.len() > before))
                    .await
            };
            for edit in edits {
                let told = page.placements().await?.len();
                painted_next(&page, edit).await?;
                reread(told).await?;
                page.settle().await?;
                only(edit).await?;
                let pressed = reader.attribute(".tally [data-verdict=inaccurate]", "aria-pressed").await?;
                assert_eq!(pressed.as_deref(), Some("true"), "{way}");
            }
            // One card, opened from the list, in which the keyboard stands.
            reader.click(".tally [data-verdict=inaccurate]").await?;
            reader.click("[part~=list-button]").await?;
            reader.until_shown("[part~=list]").await?;
            reader.click("[part~=list] .item[data-mark-id=q3]").await?;
            reader.until_card("q3").await?;
            let told = page.placements().await?.len();
            painted_next(&page, "story.querySelector('h1').after(document.createElement('hr'), 'More words.')").await?;
            reread(told).await?;
            page.settle().await?;
            assert_eq!(reader.card().await?.as_deref(), Some("q3"), "{way}");
            reader.click("[part~=card] [data-action=close]").await?;
            reader.until_shown("[part~=list]").await?;
            let told = page.placements().await?.len();
            painted_next(&page, "story.append('And more.')").await?;
            reread(told).await?;
            page.settle().await?;
            assert!(reader.shows("[part~=list]").await?, "{way}: the list is open");
            assert_eq!(page.uncaught().await?, [""; 0]);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_card_whose_mark_another_document_does_not_have_is_closed_and_the_page_is_told() -> Outcome {
    let other = crate::harbour(|document| {
        if let Some(quotes) = document["quotes"].as_array_mut() {
            quotes.retain(|quote| quote["id"] != "q2");
        }
    })?;
    let server = Server::start(site("in-place")?.rule("/other.json", other))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn(HOST).await?;
        page.click_at(page.words("article", "Nobody asked").await?).await?;
        page.widget(HOST).until_card("q2").await?;
        page.act("document.querySelector('checked-article').src = 'other.json'").await?;
        page.widget(HOST).until_gone("[part~=panel]").await?;
        assert_eq!(page.story().await?, ["ca-ready", "ca-open q2", "ca-close q2"]);
        Ok(())
    })
}

#[test]
fn taken_out_at_any_moment_it_harms_no_other() -> Outcome {
    let server = Server::start(site("life")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        // One is there already, so that nothing has to be fetched any more.
        let tag = "const main = document.querySelector('main');
            const put = () => {
                const tag = document.createElement('checked-article'), article = document.createElement('article');
                tag.setAttribute('load', 'eager');
                tag.setAttribute('src', 'harbour.json');
                article.append(document.createElement('p'));
                article.firstChild.textContent = '“Nobody asked us,” said Jon Berg, who lands cod there.';
                tag.append(article);
                main.append(tag);
                return tag;
            };
            const frame = () => new Promise((next) => requestAnimationFrame(next));
            const task = () => new Promise((next) => setTimeout(next));";
        page.act(&format!("{tag} await __probe.load('/checked-article.js'); await put().ready")).await?;
        let come_and_go = format!(
            "{tag} for (const turn of [frame, task, () => Promise.resolve()]) for (let moment = 0; moment < 20; moment += 1) {{
                const tag = put();
                for (let passed = 0; passed < moment; passed += 1) await turn();
                if (moment % 2) tag.remove(); else tag.firstChild.remove();
                await frame();
                tag.remove();
            }}
            const last = put();
            last.id = 'last';
            await last.ready"
        );
        page.act(&come_and_go).await?;
        let traps = page.story().await?.iter().filter(|told| told.contains("trap")).count();
        assert_eq!(traps, 0);
        page.click_at(page.words("#last", "Nobody asked").await?).await?;
        page.widget("#last").until_card("q2").await?;
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}
