//! In a browser without `CSS.highlights`, rectangles lie over the page's own words: the same words, wherever they go.

use end_to_end::{Area, Browser, Outcome, Page, Rule, Server, in_browser};

use crate::{pages, site};

const HOST: &str = "checked-article";
const WAYS: [&str; 2] = ["wrap", "in-place"];
/// Runs before the widget's script does.
const OLDER: &str = "<script>delete CSS.highlights; delete window.Highlight</script>\n";

/// The page of `folder`, in a browser as it was before highlights.
fn older(folder: &str) -> Outcome<Server> {
    let page = std::fs::read_to_string(pages(folder).join("index.html"))?;
    let loader = "<script type=\"module\"";
    assert!(page.contains(loader));
    let page = page.replace(loader, &format!("{OLDER}{loader}"));
    let rule = Rule::new().body(&page).content_type("text/html; charset=utf-8");
    Server::start(site(folder)?.rule("/index.html", rule))
}

async fn opened<'b>(browser: &'b Browser, server: &Server) -> Outcome<Page<'b>> {
    let page = browser.open(&server.url("/index.html")).await?;
    let is_older = "return CSS.highlights === undefined && window.Highlight === undefined";
    assert!(page.run::<bool>(is_older, &[]).await?);
    page.until_drawn(HOST).await?;
    page.settle().await?;
    Ok(page)
}

fn covers(over: &[Area], line: &Area) -> bool {
    over.iter().any(|one| {
        let same = |a: f64, b: f64| (a - b).abs() < 1.5;
        one.left - 1.5 <= line.left
            && line.left + line.width <= one.left + one.width + 1.5
            && same(one.top, line.top)
            && same(one.height, line.height)
    })
}

/// The paragraph of the quay; an advertisement before it says the same words.
const QUAY: &str = "article p:has(+ table)";

/// Every line of `words` that is in the window has a rectangle of this kind on it, and nothing else has.
async fn lies_on(page: &Page<'_>, kind: &str, within: &str, words: &[&str]) -> Outcome {
    page.settle().await?;
    let over = page.widget(HOST).areas(&format!(".overlay .{kind}")).await?;
    let mut lines = Vec::new();
    for piece in words {
        lines.extend(page.lines(within, piece).await?);
    }
    let height: f64 = page.run("return innerHeight", &[]).await?;
    lines.retain(|line| line.top >= 0.0 && line.top + line.height <= height);
    assert!(!lines.is_empty(), "no line is in the window");
    for line in &lines {
        assert!(covers(&over, line), "{kind}: {line:?} is not under any of {over:#?}");
    }
    for one in &over {
        let middle = (one.left + one.width / 2.0, one.top + one.height / 2.0);
        // What is cut off by the window's edge is none of the lines above.
        if one.top <= 0.0 || one.top + one.height >= height {
            continue;
        }
        let is_line = |line: &Area| {
            line.left - 1.5 <= middle.0
                && middle.0 <= line.left + line.width + 1.5
                && line.top <= middle.1
                && middle.1 <= line.top + line.height
        };
        assert!(lines.iter().any(is_line), "{kind}: {one:?} lies on none of {lines:#?}");
    }
    Ok(())
}

const QUOTED: [&str; 5] = [
    "“We are not closing the",
    "town,”",
    "“we are mending its front door.”",
    "“Nobody asked us,”",
    "“the cheapest way to keep the harbour.”",
];

#[test]
fn rectangles_lie_on_the_words_are_seen_and_open_their_cards() -> Outcome {
    for way in WAYS {
        let server = older(way)?;
        in_browser(async |browser| {
            let page = opened(browser, &server).await?;
            let reader = page.widget(HOST);
            lies_on(&page, "quote", "article", &QUOTED).await?;
            reader.click("[data-overlay=checks]").await?;
            page.until("the checks are drawn", async || Ok(reader.count(".overlay .refuted").await? > 0)).await?;
            lies_on(&page, "refuted", QUAY, &["last mended in 1978"]).await?;
            // Each kind draws something, and no two that stand for different verdicts the same.
            let looks = "const { shadowRoot } = document.querySelector('checked-article');
                return ['quote', 'refuted', 'upheld'].map((kind) => {
                    const { borderBottomStyle, borderBottomWidth, borderBottomColor, backgroundImage } = getComputedStyle(shadowRoot.querySelector('.overlay .' + kind));
                    return [borderBottomStyle, borderBottomWidth, borderBottomColor, backgroundImage].join();
                })";
            let looks: Vec<String> = page.run(looks, &[]).await?;
            assert!(
                looks.iter().all(|look| look.contains("px") && !look.starts_with("none,0px,rgba(0, 0, 0, 0),none"))
            );
            assert!(looks[0] != looks[1] && looks[1] != looks[2] && looks[0] != looks[2], "{looks:#?}");

            page.click_at(page.words("article", "Nobody asked").await?).await?;
            reader.until_card("q2").await?;
            lies_on(&page, "quote-open", "article", &["“Nobody asked us,”"]).await?;
            assert_eq!(page.uncaught().await?, [""; 0]);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn they_follow_scrolling_a_narrower_window_larger_type_and_what_comes_in_above() -> Outcome {
    for way in WAYS {
        let server = older(way)?;
        in_browser(async |browser| {
            let page = opened(browser, &server).await?;
            page.act("document.body.style.paddingBlockEnd = '150vh'; scrollBy({ top: 90, behavior: 'instant' })")
                .await?;
            lies_on(&page, "quote", "article", &QUOTED).await?;
            browser.viewport((700, 800)).await?;
            lies_on(&page, "quote", "article", &QUOTED).await?;
            page.act("document.body.style.fontSize = '23px'").await?;
            lies_on(&page, "quote", "article", &QUOTED).await?;
            page.act("document.getElementById('before').style.paddingBlockEnd = '77px'").await?;
            lies_on(&page, "quote", "article", &QUOTED).await?;
            let late = "const late = document.createElement('img'); late.width = late.height = 130; document.getElementById('story').prepend(late)";
            page.act(late).await?;
            lies_on(&page, "quote", "article", &QUOTED).await
        })?;
    }
    Ok(())
}

#[test]
fn one_leaves_before_changed_words_are_drawn() -> Outcome {
    let server = older("in-place")?;
    in_browser(async |browser| {
        let page = opened(browser, &server).await?;
        let reader = page.widget(HOST);
        reader.click("[data-overlay=checks]").await?;
        page.until("the check is drawn", async || Ok(reader.count(".overlay .refuted").await? > 0)).await?;
        let change = "const words = [...document.querySelectorAll('article p')].find((one) => one.textContent.includes('1978')).firstChild;
            words.data = words.data.replace('1978', '1979');
            const count = (kind) => document.querySelector('checked-article').shadowRoot.querySelectorAll('.overlay .' + kind).length;
            return new Promise((done) => requestAnimationFrame(() => done([count('refuted'), count('quote')])))";
        let (refuted, quotations): (usize, usize) = page.run(change, &[]).await?;
        assert_eq!(refuted, 0, "a verdict stands on changed words");
        assert!(quotations > 0, "what was not touched stays");
        page.until("it is withheld", async || Ok(reader.count(".overlay .changed").await? > 0)).await?;
        lies_on(&page, "changed", QUAY, &["last mended in 1979"]).await
    })
}

#[test]
fn they_go_with_the_tag() -> Outcome {
    for way in WAYS {
        let server = older(way)?;
        in_browser(async |browser| {
            let page = opened(browser, &server).await?;
            page.act("window.kept = document.querySelector('checked-article'); kept.replaceWith(...kept.childNodes)")
                .await?;
            page.settle().await?;
            let left = "return [kept.shadowRoot.querySelectorAll('i').length, [...kept.shadowRoot.children].map((node) => node.localName).join()]";
            assert_eq!(page.run::<(usize, String)>(left, &[]).await?, (0, "slot".into()));
            assert_eq!(page.uncaught().await?, [""; 0]);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn in_forced_colours_lines_are_drawn_and_nothing_looks_selected() -> Outcome {
    let page = std::fs::read_to_string(pages("in-place").join("index.html"))?;
    // The reader's choice, as the page's scripts are told of it.
    let told = "<script>{
        const { matchMedia } = window;
        window.forced = Object.assign(new EventTarget(), { matches: false });
        window.matchMedia = (query) => (query.includes('forced-colors') ? forced : matchMedia.call(window, query));
    }</script>";
    let page = page.replacen("<script type", &[told, "<script type"].concat(), 1);
    let rule = Rule::new().body(&page).content_type("text/html; charset=utf-8");
    let server = Server::start(site("in-place")?.rule("/index.html", rule))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn(HOST).await?;
        let painted = page.painted().await?;
        if painted.is_empty() {
            return Err("nothing is painted in usual colours".into());
        }
        let choose = async |forced: bool| {
            page.act(&format!("forced.matches = {forced}; forced.dispatchEvent(new Event('change'))")).await
        };
        choose(true).await?;
        page.settle().await?;
        assert_eq!(page.painted().await?, [""; 0]);
        lies_on(&page, "quote", "article", &QUOTED).await?;
        choose(false).await?;
        page.settle().await?;
        assert_eq!(page.painted().await?, painted);
        assert_eq!(page.widget(HOST).count(".overlay .quote").await?, 0);
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}
