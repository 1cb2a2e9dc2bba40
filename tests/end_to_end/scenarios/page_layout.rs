//! What the page does to its own layout while the widget is laid over its article: rail and card stay with their lines, and
//! nothing scrolls but what the reader scrolls.

use end_to_end::{Area, Browser, Feature, Outcome, Page, Rule, Server, in_browser};
use serde_json::json;

use crate::{harbour, pages, site};

const HOST: &str = "checked-article";
const WAYS: [&str; 2] = ["wrap", "in-place"];

async fn line(page: &Page<'_>, words: &str) -> Outcome<Area> {
    Ok(*page.lines("article", words).await?.first().ok_or("no line")?)
}

/// How far the rail's button of a mark is from being level with its words.
async fn off(page: &Page<'_>, id: &str, words: &str) -> Outcome<f64> {
    page.settle().await?;
    let button = page.widget(HOST).areas(&format!(".rail [data-mark-id={id}]")).await?[0];
    let line = line(page, words).await?;
    Ok((button.top + button.height / 2.0 - (line.top + line.height / 2.0)).abs())
}

/// The rail's buttons are level with their words, and an open card beside its line or as near to it as the window lets it.
async fn stays_with_its_line(page: &Page<'_>, because: &str) -> Outcome {
    for (id, words) in [("q2", "Nobody asked"), ("q1", "We are not closing")] {
        let off = off(page, id, words).await?;
        assert!(off < 3.0, "{because}: the button of {id} is {off} away from its line");
    }
    let reader = page.widget(HOST);
    if let Some(card) = reader.areas("[data-beside]").await?.first() {
        let line = line(page, "Nobody asked").await?;
        let height: f64 = page.run("return innerHeight", &[]).await?;
        // Out of the window it is as far out of it as its line.
        let away = (line.top + line.height).min(0.0) + (line.top - height).max(0.0);
        let wanted = line.top.min(height - card.height - 16.0).max(16.0) + away;
        assert!((card.top - wanted).abs() < 3.0, "{because}: the card is at {}, its line at {}", card.top, line.top);
    }
    Ok(())
}

#[test]
fn rail_and_card_follow_whatever_moves_the_words() -> Outcome {
    for way in WAYS {
        let server = Server::start(site(way)?)?;
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            page.until_drawn(HOST).await?;
            page.click_at(page.words("article", "Nobody asked").await?).await?;
            page.widget(HOST).until_card("q2").await?;
            stays_with_its_line(&page, way).await?;
            let story = "document.getElementById('story')";
            let image = format!(
                "const late = document.createElement('img'); late.id = 'late'; late.width = 50; late.height = 170; {story}.children[2].before(late)"
            );
            let font = "const face = new FontFace('Late', 'local(\"DejaVu Sans Mono\"), local(\"Liberation Mono\"), local(\"Courier New\"), local(\"Nimbus Mono PS\")', { sizeAdjust: '130%' });
                await face.load().then((face) => document.fonts.add(face), () => {}); document.body.style.fontFamily = 'Late, Georgia, serif'";
            for (because, change) in [
                ("an image came late", &*image),
                ("an image grew", "document.getElementById('late').height = 320"),
                ("larger type", "document.body.style.fontSize = '22px'"),
                ("more room between lines", "document.body.style.lineHeight = 2.1"),
                ("a web font came late", font),
                ("something above grew", "document.getElementById('before').style.paddingBlockStart = '120px'"),
                ("a narrower column", "document.body.style.paddingInline = 'calc(50vw - 17rem)'"),
                ("the reader scrolled", "scrollTo({ top: 133, behavior: 'instant' })"),
            ] {
                page.act(change).await?;
                stays_with_its_line(&page, &format!("{way}: {because}")).await?;
            }
            browser.viewport((1180, 700)).await?;
            stays_with_its_line(&page, &format!("{way}: a smaller window, as when a page is zoomed")).await?;
            assert_eq!(page.uncaught().await?, [""; 0]);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_font_that_comes_late_in_an_article_whose_size_stays_moves_the_rail_too() -> Outcome {
    let server = Server::start(site("in-place")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.act("Object.assign(document.getElementById('story').style, { blockSize: '2000px', overflow: 'hidden' }); document.body.style.fontFamily = 'Late, Georgia, serif'").await?;
        page.until_drawn(HOST).await?;
        let before = line(&page, "Nobody asked").await?;
        let font = "const face = new FontFace('Late', 'local(\"DejaVu Sans Mono\"), local(\"Liberation Mono\"), local(\"Courier New\"), local(\"Nimbus Mono PS\")', { sizeAdjust: '150%' });
            document.fonts.add(face); return document.fonts.load('18px Late').then((faces) => faces.length)";
        assert_eq!(page.run::<usize>(font, &[]).await?, 1, "no font came");
        let moved = async || Ok((line(&page, "Nobody asked").await?.top - before.top).abs() > 10.0);
        page.until("the words have moved", moved).await?;
        // The page is told that a font came after it is drawn with it, in some browsers.
        page.until("the rail follows", async || Ok(off(&page, "q2", "Nobody asked").await? < 3.0)).await?;
        stays_with_its_line(&page, "the font came").await
    })
}

#[test]
fn an_empty_slot_that_comes_above_the_article_while_the_browser_tells_of_sizes_makes_no_error() -> Outcome {
    for way in WAYS {
        let server = Server::start(site(way)?)?;
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            page.until_drawn(HOST).await?;
            let slot = "return new Promise((came) => {
                const slot = document.createElement('div');
                new ResizeObserver((_, sizes) => {
                    sizes.disconnect();
                    document.getElementById('story').before(slot);
                    came();
                }).observe(document.querySelector('#story em'));
            })";
            page.act(slot).await?;
            page.settle().await?;
            assert_eq!(page.uncaught().await?, [""; 0]);
            // It is watched all the same.
            page.act("document.getElementById('story').previousElementSibling.style.blockSize = '250px'").await?;
            stays_with_its_line(&page, "an advertisement came into the slot").await?;
            assert_eq!(page.uncaught().await?, [""; 0]);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn in_a_box_that_scrolls_rail_and_card_go_with_the_words_and_the_page_stays_where_it_is() -> Outcome {
    let server = Server::start(site("scroller")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn(HOST).await?;
        let sizes = "const box = document.getElementById('box'), { scrollWidth, clientWidth } = box, { documentElement: root } = document;
            return [scrollWidth - clientWidth, root.scrollHeight - root.clientHeight, root.scrollWidth - root.clientWidth, scrollY]";
        let before: Vec<f64> = page.run(sizes, &[]).await?;
        assert_eq!(before, [0.0; 4], "the page scrolls by itself");
        page.act("document.getElementById('box').scrollTop = 120").await?;
        stays_with_its_line(&page, "the box was scrolled").await?;
        page.click_at(page.words("article", "Nobody asked").await?).await?;
        page.widget(HOST).until_card("q2").await?;
        page.act("document.getElementById('box').scrollTop = 170").await?;
        stays_with_its_line(&page, "the box was scrolled with a card open").await?;
        // In a box of fixed height nothing but what grew has another size.
        page.act("document.getElementById('between').style.blockSize = '40px'").await?;
        stays_with_its_line(&page, "what stands between tag and article grew").await?;
        page.act("document.getElementById('ad').style.blockSize = '90px'").await?;
        stays_with_its_line(&page, "what stands above both grew").await?;

        // Words that are out of sight come into the box, and no further than needed.
        page.press(end_to_end::Key::Escape).await?;
        page.act(
            "document.getElementById('box').scrollTop = 0; return document.querySelector('checked-article').show('q3')",
        )
        .await?;
        page.widget(HOST).until_card("q3").await?;
        page.settle().await?;
        let seen = "const box = document.getElementById('box').getBoundingClientRect(); return [box.top, box.bottom]";
        let (top, bottom): (f64, f64) = page.run(seen, &[]).await?;
        let words = line(&page, "the cheapest way").await?;
        assert!(top <= words.top && words.top + words.height <= bottom, "{words:?} in {top} to {bottom}");
        assert_eq!(page.run::<Vec<f64>>(sizes, &[]).await?, before, "something else scrolls");
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

/// Rail and card where the page has set `style` of its body to one of these values.
async fn stay_where(browser: &Browser, server: &Server, way: &str, style: &str, values: &[&str]) -> Outcome {
    for value in values {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn(HOST).await?;
        let change = format!("document.body.style.transformOrigin = '50% 0'; document.body.style.{style} = '{value}'");
        page.act(&change).await?;
        // Clear of the bar.
        page.act("document.querySelector('article table').scrollIntoView({ block: 'center', behavior: 'instant' })")
            .await?;
        page.settle().await?;
        page.click_at(page.words("article", "Nobody asked").await?).await?;
        page.widget(HOST).until_card("q2").await?;
        stays_with_its_line(&page, &format!("{way}: {style}: {value}")).await?;
    }
    Ok(())
}

#[test]
fn on_a_page_that_scales_its_article_rail_and_card_stay_with_their_lines() -> Outcome {
    for way in WAYS {
        let server = Server::start(site(way)?)?;
        in_browser(async |browser| stay_where(browser, &server, way, "transform", &["scale(1.2)"]).await)?;
    }
    Ok(())
}

#[test]
fn on_a_page_that_zooms_its_article_rail_and_card_stay_with_their_lines() -> Outcome {
    for way in WAYS {
        let server = Server::start(site(way)?)?;
        in_browser(async |browser| {
            browser.open(&server.url("/index.html")).await?.needs(Feature::StandardZoom).await?;
            stay_where(browser, &server, way, "zoom", &["1.3", "0.8"]).await
        })?;
    }
    Ok(())
}

#[test]
fn two_articles_have_a_tag_each_and_one_bar_at_a_time() -> Outcome {
    let server = Server::start(site("two-articles")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        for host in ["#one", "#two"] {
            page.until_drawn(host).await?;
        }
        let [one, two] = ["#one", "#two"].map(|host| page.widget(host));
        let bars = async || -> Outcome<(bool, bool)> {
            page.settle().await?;
            Ok((one.shows(".bar").await?, two.shows(".bar").await?))
        };
        page.until("the first article's bar is there alone", async || Ok(bars().await? == (true, false))).await?;
        page.click_at(page.words("#harbour", "mending its").await?).await?;
        one.until_card("q1").await?;
        assert_eq!(two.card().await?, None);
        page.act("document.getElementById('fishermen').scrollIntoView({ behavior: 'instant' })").await?;
        page.until("the second article's bar is there alone", async || Ok(bars().await? == (false, true))).await?;
        page.click_at(page.words("#fishermen", "Nobody asked").await?).await?;
        two.until_card("q2").await?;
        one.until_gone("[part~=panel]").await?;
        page.act("document.getElementById('two').remove(); scrollTo({ top: 0, behavior: 'instant' })").await?;
        page.settle().await?;
        let painted = page.painted().await?;
        assert!(painted.iter().any(|words| words.contains("mending")), "{painted:?}");
        assert!(!painted.iter().any(|words| words.contains("Nobody")), "{painted:?}");
        page.until("the first bar is back", async || one.shows(".bar").await).await?;
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn two_tags_over_one_article_paint_what_each_has_and_their_bars_stand_apart() -> Outcome {
    let page = std::fs::read_to_string(pages("in-place").join("index.html"))?;
    let first = "<checked-article for=\"story\" src=\"harbour.json\"></checked-article>";
    assert!(page.contains(first));
    let both = "<checked-article id=\"one\" for=\"story\" src=\"words.json\"></checked-article>
        <checked-article id=\"two\" for=\"story\" src=\"checks.json\"></checked-article>";
    let page = Rule::new().body(&page.replace(first, both)).content_type("text/html; charset=utf-8");
    let words = harbour(|document| document["claims"] = json!([]))?;
    let checks = harbour(|document| document["quotes"] = json!([]))?;
    let server = Server::start(
        site("in-place")?.rule("/index.html", page).rule("/words.json", words).rule("/checks.json", checks),
    )?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        for host in ["#one", "#two"] {
            page.until_drawn(host).await?;
        }
        let [one, two] = ["#one", "#two"].map(|host| page.widget(host));
        page.settle().await?;
        let (above, below) = (one.areas(".bar").await?[0], two.areas(".bar").await?[0]);
        assert!(above.height > 20.0 && below.height > 20.0, "{above:?} {below:?}");
        assert!(above.top + above.height <= below.top, "{above:?} covers {below:?}");
        two.click("[data-overlay=checks]").await?;
        let painted = async || {
            let painted = page.painted().await?;
            let has = |words: &str| painted.iter().any(|one| one == words);
            Ok(has("refuted: last mended in 1978") && has("quote: “Nobody asked us,”"))
        };
        page.until("both are painted", painted).await?;
        page.click_at(page.words("article", "Nobody asked").await?).await?;
        one.until_card("q2").await?;
        page.click_at(page.words("article p:has(+ table)", "last mended").await?).await?;
        two.until_card("mended").await?;
        one.until_gone("[part~=panel]").await?;
        page.act("document.getElementById('one').remove()").await?;
        page.settle().await?;
        assert!(!page.painted().await?.iter().any(|words| words.starts_with("quote")));
        assert!(page.painted().await?.iter().any(|words| words.starts_with("refuted")));
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn what_is_painted_largest_is_the_page_s_own_and_nothing_of_ours_comes_after_it() -> Outcome {
    let page = std::fs::read_to_string(pages("wrap").join("index.html"))?;
    let script = "<script type=\"module\" src=\"checked-article.js\"></script>\n";
    assert!(page.contains(script));
    let bare = Rule::new().body(&page.replace(script, "")).content_type("text/html; charset=utf-8");
    let server = Server::start(site("wrap")?.rule("/index.html", bare))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.needs(Feature::LargestContentfulPaint).await?;
        page.act("window.largest = []; new PerformanceObserver((list) => largest.push(...list.getEntries().map(({ element, startTime, size }) => [element?.closest('#story') ? 'the article' : String(element?.outerHTML), startTime, size].join(' ')))).observe({ type: 'largest-contentful-paint', buffered: true })").await?;
        let entries = async || page.run::<Vec<String>>("return window.largest", &[]).await;
        // Some browsers tell of a page that is painted by and by.
        let is_article = async || Ok(entries().await?.last().is_some_and(|last| last.starts_with("the article")));
        page.until("the page's paint is told", is_article).await?;
        page.settle().await?;
        let before = entries().await?;
        page.act("return __probe.load('/checked-article.js')").await?;
        page.until_drawn(HOST).await?;
        page.settle().await?;
        page.act("document.querySelector('checked-article').shadowRoot.querySelector('[data-overlay=checks]').click()")
            .await?;
        page.settle().await?;
        assert_eq!(entries().await?, before);
        Ok(())
    })
}

#[test]
fn a_card_goes_with_words_that_are_scrolled_away_and_covers_no_switch() -> Outcome {
    for way in WAYS {
        let server = Server::start(site(way)?)?;
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            page.until_drawn(HOST).await?;
            page.act("document.body.style.paddingBlockEnd = '300vh'").await?;
            page.click_at(page.words("article", "Nobody asked").await?).await?;
            let reader = page.widget(HOST);
            reader.until_card("q2").await?;
            page.settle().await?;
            let (card, bar) = (reader.areas("[part~=card]").await?[0], reader.areas(".bar").await?[0]);
            assert!(bar.left + bar.width <= card.left, "{way}: {card:?} covers {bar:?}");
            page.act("scrollBy({ top: 1500, behavior: 'instant' })").await?;
            page.settle().await?;
            let card = reader.areas("[part~=card]").await?[0];
            assert!(card.top + card.height < 0.0, "{way}: {card:?} stands over other things");
            page.act("scrollTo({ top: 0, behavior: 'instant' })").await?;
            stays_with_its_line(&page, "the reader is back").await
        })?;
    }
    Ok(())
}

#[test]
fn a_bar_that_is_afloat_does_not_look_out_from_under_a_sheet() -> Outcome {
    let server = Server::start(site("in-place")?)?;
    in_browser(async |browser| {
        browser.viewport((1100, 720)).await?;
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn(HOST).await?;
        let reader = page.widget(HOST);
        reader.until_shown(".bar:popover-open [part~=list-button]").await?;
        page.click_at(page.words("article", "Nobody asked us").await?).await?;
        reader.until_card("q2").await?;
        assert_eq!(reader.count("[part~=panel][data-beside]").await?, 0, "there is no room beside the words");
        assert!(!reader.shows(".bar [part~=list-button]").await?);
        reader.click("[part~=card] [data-action=close]").await?;
        reader.until_shown(".bar:popover-open [part~=list-button]").await
    })
}

#[test]
fn of_two_tags_that_mark_the_same_words_one_has_its_card_open_at_a_time() -> Outcome {
    let page = std::fs::read_to_string(pages("in-place").join("index.html"))?;
    let tag = "<checked-article for=\"story\" src=\"harbour.json\"></checked-article>";
    assert!(page.contains(tag));
    let anybody = Rule::new().header("Access-Control-Allow-Origin", "*");
    let other = Server::start(end_to_end::Site::over([end_to_end::dist()?]).rule("*", anybody))?;
    let copy =
        format!("<script type=\"module\" src=\"{}\"></script>", other.url("/checked-article.js?tag=other-article"));
    // Two tags of one copy of the widget, and one of each of two copies.
    for (second, script) in [("checked-article", ""), ("other-article", &*copy)] {
        let two = format!("{tag}{script}<{second} id=\"two\" for=\"story\" src=\"harbour.json\"></{second}>");
        let page = Rule::new().body(&page.replace(tag, &two)).content_type("text/html; charset=utf-8");
        let server = Server::start(site("in-place")?.rule("/index.html", page))?;
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            for host in [HOST, "#two"] {
                page.until_drawn(host).await?;
            }
            let [one, two] = [HOST, "#two"].map(|host| page.widget(host));
            let cards = async || -> Outcome<_> { Ok((one.card().await?, two.card().await?)) };
            page.click_at(page.words("article", "Nobody asked").await?).await?;
            let one_is_open = async || {
                let (one, two) = cards().await?;
                Ok(one.is_some() || two.is_some())
            };
            page.until("a card is open", one_is_open).await?;
            page.settle().await?;
            let (first, second) = cards().await?;
            assert!(first.is_some() != second.is_some(), "{first:?}, {second:?}");
            // By script, or by the other's list: the one that was asked last has it.
            page.act("return document.querySelector('checked-article').show('q3')").await?;
            one.until_card("q3").await?;
            two.until_gone("[part~=panel]").await?;
            page.act("return document.getElementById('two').show('q3')").await?;
            two.until_card("q3").await?;
            one.until_gone("[part~=panel]").await?;
            assert_eq!(page.uncaught().await?, [""; 0]);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn an_article_without_a_box_of_its_own_has_bar_and_rail() -> Outcome {
    for way in WAYS {
        let page = std::fs::read_to_string(pages(way).join("index.html"))?
            .replace("</style>", "#story { display: contents }</style>");
        let rule = Rule::new().body(&page).content_type("text/html; charset=utf-8");
        let server = Server::start(site(way)?.rule("/index.html", rule))?;
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            page.until_drawn(HOST).await?;
            page.widget(HOST).until_shown(".bar").await?;
            page.click_at(page.words("article", "Nobody asked").await?).await?;
            page.widget(HOST).until_card("q2").await?;
            stays_with_its_line(&page, way).await?;
            page.act("document.getElementById('before').style.paddingBlockStart = '120px'").await?;
            stays_with_its_line(&page, &format!("{way}: something above grew")).await
        })?;
    }
    Ok(())
}
