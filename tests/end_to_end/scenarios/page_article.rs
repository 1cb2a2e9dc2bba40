//! The widget over an article that the page drew, inside the tag and elsewhere: it is painted and never changed.

use end_to_end::{Key, Outcome, PHONE, Page, Rule, Server, WIDE, in_browser};
use serde_json::Value;

use crate::site;

const HOST: &str = "checked-article";
/// The two ways: the article stands in the tag, or the tag names it.
const WAYS: [&str; 2] = ["wrap", "in-place"];

const QUOTATIONS: [&str; 4] = [
    "quote: “Nobody asked us,”",
    "quote: “We are not closing the town,”",
    "quote: “the cheapest way to keep the harbour.”",
    "quote: “we are mending its front door.”",
];

/// The page of a way without the widget's script, which the test puts in when it has seen the page as it was.
fn bare(way: &str) -> Outcome<Server> {
    let page = std::fs::read_to_string(crate::pages(way).join("index.html"))?;
    let script = "<script type=\"module\" src=\"checked-article.js\"></script>\n";
    assert!(page.contains(script));
    let rule = Rule::new().body(&page.replace(script, "")).content_type("text/html; charset=utf-8");
    Server::start(site(way)?.rule("/index.html", rule))
}

async fn begin(page: &Page<'_>) -> Outcome {
    page.act("return import('/checked-article.js').then(() => undefined)").await?;
    page.until_drawn(HOST).await
}

/// What differs between two looks at the page, by name.
fn differences(before: &Value, after: &Value, but_for: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, was) in before.as_object().into_iter().flatten() {
        let is = &after[name.as_str()];
        match (was.as_array(), is.as_array()) {
            _ if was == is || but_for.contains(&name.as_str()) => {}
            (Some(was), Some(is)) if was.len() == is.len() => {
                let pairs = was.iter().zip(is).filter(|(was, is)| was != is);
                found.extend(pairs.map(|(was, is)| format!("{name}: {was:.300} -> {is:.300}")));
            }
            (Some(was), Some(is)) => {
                let only = |these: &[Value], others: &[Value]| {
                    these
                        .iter()
                        .filter(|one| !others.contains(one))
                        .map(|one| format!("{one:.200}"))
                        .collect::<Vec<_>>()
                };
                found.push(format!("{name}: gone {:?}, new {:?}", only(was, is), only(is, was)));
            }
            _ => found.push(format!("{name}: {was:.300} -> {is:.300}")),
        }
    }
    found
}

#[test]
fn words_are_painted_and_open_their_cards() -> Outcome {
    for way in WAYS {
        let server = Server::start(site(way)?)?;
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            page.until_drawn(HOST).await?;
            let reader = page.widget(HOST);
            assert_eq!(page.painted().await?, QUOTATIONS, "{way}");

            page.click_at(page.words("article", "Nobody asked").await?).await?;
            reader.until_card("q2").await?;
            assert!(page.painted().await?.contains(&"quote-open: “Nobody asked us,”".to_string()), "{way}");
            page.press(Key::Escape).await?;
            reader.until_gone("[part~=card]").await?;
            reader.click("[data-overlay=checks]").await?;
            reader.until_attribute("[data-overlay=checks]", "aria-checked", "true").await?;
            page.settle().await?;
            let painted = page.painted().await?;
            let claims = ["refuted: last mended in 1978", "upheld: for two winters", "upheld: will close"];
            let claimed: Vec<&str> =
                painted.iter().map(|words| words.trim_end()).filter(|words| !words.starts_with("quote")).collect();
            assert_eq!(claimed, claims.map(|words| words.replace(": for", ":  for")), "{way}");
            page.click_at(page.words("article", "quay was built").await?).await?;
            reader.until_gone("[part~=card]").await?;
            page.click_at(
                page.words("article p", "last mended").await.or(page.words("p + div + p", "last mended").await)?,
            )
            .await?;
            reader.until_card("mended").await?;
            // The same words close it again.
            page.click_at(page.words("p + div + p", "last mended").await?).await?;
            reader.until_gone("[part~=card]").await?;
            assert_eq!(page.uncaught().await?, [""; 0]);
            assert_eq!(browser.console().await?, [""; 0]);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn the_page_is_the_same_before_during_and_after() -> Outcome {
    for way in WAYS {
        let server = bare(way)?;
        in_browser(async |browser| {
            for size in [WIDE, PHONE] {
                browser.viewport(size).await?;
                let page = browser.open(&server.url("/index.html")).await?;
                let before = page.surroundings(HOST).await?;
                begin(&page).await?;
                page.settle().await?;
                page.click_at(page.words("article", "Nobody asked").await?).await?;
                page.widget(HOST).until_card("q2").await?;
                page.settle().await?;
                page.act("scrollTo(0, 0)").await?;
                let during = page.surroundings(HOST).await?;
                let ours = ["sheets", "highlights", "listening"];
                assert_eq!(differences(&before, &during, &ours), [""; 0], "{way}, during, at {size:?}");

                // A wrapped article stays where it is: only the tag around it loses its work.
                let leave = "const host = document.querySelector('checked-article'); const stay = host.querySelector('article');
                    if (stay) { const other = document.createElement('div'); host.before(other); other.append(...host.childNodes); }
                    host.remove();";
                if way == "in-place" {
                    page.act(leave).await?;
                    page.settle().await?;
                    let after = page.surroundings(HOST).await?;
                    assert_eq!(differences(&before, &after, &[]), [""; 0], "{way}, after, at {size:?}");
                } else {
                    page.act(leave).await?;
                    page.settle().await?;
                    let after = page.surroundings(HOST).await?;
                    for name in ["sheets", "highlights", "listening", "globals", "history", "stored"] {
                        assert_eq!(after[name], before[name], "{way}: {name} after");
                    }
                }
                assert_eq!(page.painted().await?, [""; 0]);
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn coming_and_opening_a_card_it_shifts_nothing() -> Outcome {
    for way in WAYS {
        let server = bare(way)?;
        in_browser(async |browser| {
            for size in [WIDE, PHONE] {
                browser.viewport(size).await?;
                let page = browser.open(&server.url("/index.html")).await?;
                begin(&page).await?;
                page.settle().await?;
                page.click_at(page.words("article", "Nobody asked").await?).await?;
                page.widget(HOST).until_card("q2").await?;
                page.settle().await?;
                assert_eq!(page.layout_shift().await?, 0.0, "{way} at {size:?}");
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_card_follows_the_page_s_words_without_a_layout_shift() -> Outcome {
    for way in WAYS {
        // A page that can be scrolled from the first.
        let html = std::fs::read_to_string(crate::pages(way).join("index.html"))?
            .replace("</style>", "body { min-block-size: 3000px }</style>");
        let rule = Rule::new().body(&html).content_type("text/html; charset=utf-8");
        let server = Server::start(site(way)?.rule("/index.html", rule))?;
        in_browser(async |browser| {
            browser.viewport((1700, 900)).await?;
            let page = browser.open(&server.url("/index.html")).await?;
            page.until_drawn(HOST).await?;
            let reader = page.widget(HOST);
            page.click_at(page.words("article", "Nobody asked").await?).await?;
            reader.until_card("q2").await?;
            // What moves within half a second of a click is the reader's doing.
            page.act("return new Promise((done) => setTimeout(done, 600))").await?;
            let before = reader.areas("[part~=card]").await?[0];
            page.act("scrollBy(0, 90)").await?;
            page.settle().await?;
            let after = reader.areas("[part~=card]").await?[0];
            assert!(after.top < before.top, "{way}: it follows, from {before:?} to {after:?}");
            assert_eq!(page.layout_shift().await?, 0.0, "{way}");
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn the_page_s_own_links_and_selections_work_as_before() -> Outcome {
    for way in WAYS {
        let server = Server::start(site(way)?)?;
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            page.until_drawn(HOST).await?;
            page.click_at(page.words("article", "reporters").await?).await?;
            let followed = async || Ok(page.run::<String>("return location.hash", &[]).await? == "#reporters");
            page.until("the link is followed", followed).await?;
            let (x, y) = page.words("article", "Nobody asked").await?;
            page.drag((x - 30, y), (x + 30, y)).await?;
            page.settle().await?;
            let selected: String = page.run("return String(getSelection())", &[]).await?;
            assert!(selected.len() > 3 && "“Nobody asked us,”".contains(&selected), "{way}: {selected:?}");
            assert!(!page.story().await?.iter().any(|event| event.starts_with("ca-open")), "{way}");
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn the_keyboard_goes_from_the_rail_to_the_card_and_back() -> Outcome {
    for way in WAYS {
        let server = Server::start(site(way)?)?;
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            page.until_drawn(HOST).await?;
            let reader = page.widget(HOST);
            page.tab_to(|name| name.contains(r#"[part="mark"]"#)).await?;
            assert!(page.focus_is_shown().await?);
            page.press(Key::Down).await?;
            let on =
                async |id: &str| Ok(page.focus().await?.contains(&format!(r#"[part="mark"][data-mark-id="{id}"]"#)));
            page.until("the next button has the keyboard", async || on("q2").await).await?;
            let label = reader.attribute(".rail [data-mark-id=q2]", "aria-label").await?;
            assert!(
                label
                    .as_deref()
                    .is_some_and(|label| label.contains("Jon Berg") && label.contains("“Nobody asked us,”")),
                "{label:?}"
            );
            // A fragment never stands alone.
            let label = reader.attribute(".rail [data-mark-id=q3]", "aria-label").await?;
            assert!(label.as_deref().is_some_and(|label| label.contains("Ms Lind called the plan")), "{label:?}");
            let details = "return document.querySelector('checked-article').shadowRoot.querySelector('.rail [data-mark-id=q2]').ariaDetailsElements.map((element) => element.localName).join()";
            assert_eq!(page.run::<String>(details, &[]).await?, "p", "{way}");
            page.press(Key::Enter).await?;
            reader.until_card("q2").await?;
            page.press(Key::Escape).await?;
            reader.until_gone("[part~=card]").await?;
            page.until("the keyboard is back", async || on("q2").await).await?;
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_button_of_the_rail_stands_level_with_its_line_and_makes_nothing_scroll() -> Outcome {
    for way in WAYS {
        let server = Server::start(site(way)?)?;
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            page.until_drawn(HOST).await?;
            page.act("scrollTo(0, 40)").await?;
            page.settle().await?;
            let (_, y) = page.words("article", "Nobody asked").await?;
            let button = page.widget(HOST).areas(".rail [data-mark-id=q2]").await?[0];
            assert!((button.top + button.height / 2.0 - y as f64).abs() < 3.0, "{way}: {button:?} at {y}");
            assert!(button.width >= 24.0 && button.height >= 24.0);
            Ok(())
        })?;
    }
    Ok(())
}
