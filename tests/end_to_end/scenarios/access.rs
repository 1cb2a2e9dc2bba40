//! axe-core finds nothing to complain of in any state, and every control can be hit.

use std::fs;
use std::path::Path;
use std::time::Duration;

use end_to_end::{
    Area, Feature, Key, MIDDLE, Missing, Outcome, PHONE, Page, Rule, Server, Site, WIDE, Widget, dist, in_browser,
    pages,
};

use crate::{harbour, site};

/// The rules of WCAG 2.2 and axe's own good practice, as npm brings them (`tools/package.json`).
fn axe() -> Outcome<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tools/node_modules/axe-core/axe.min.js");
    Ok(fs::read_to_string(file)?)
}

/// Waits until nothing in the article moves.
async fn arrived(page: &Page<'_>) -> Outcome {
    page.settle().await?;
    page.act("return Promise.all(document.querySelector('checked-article').shadowRoot.getAnimations().map((motion) => motion.finished)).then(() => null)").await
}

/// What axe finds in `part` of the page as it stands, a line a fault.
async fn faults(page: &Page<'_>, part: &str) -> Outcome<Vec<String>> {
    // What is still arriving has not its own contrast yet.
    arrived(page).await?;
    let find =
        "return axe.run(document.querySelector(arguments[0]), { resultTypes: ['violations'] }).then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`)))";
    page.run(find, &[part.into()]).await
}

/// Every state that a reader can bring the demo into, and what axe finds in it.
async fn walk(page: &Page<'_>, reader: &Widget<'_>, found: &mut Vec<String>) -> Outcome {
    let mut look = async |state: &str| -> Outcome {
        found.extend(faults(page, "html").await?.into_iter().map(|fault| format!("{state}: {fault}")));
        Ok(())
    };
    look("closed").await?;
    reader.click("[data-overlay=checks]").await?;
    look("fact check on").await?;
    reader.click("[part~=filter]").await?;
    reader.until_attribute("[part~=filter]", "aria-pressed", "true").await?;
    look("one verdict").await?;
    reader.click("[part~=filter]").await?;
    reader.click_words("F-35 fighter jets").await?;
    reader.until_card("6b").await?;
    look("a claim's card").await?;
    reader.click(".scale summary").await?;
    look("the scale in it").await?;
    page.act("document.querySelector('checked-article').show('q8')").await?;
    reader.until_card("q8").await?;
    look("a quotation's card").await?;
    reader.click("[data-action=share]").await?;
    reader.until_shown(".share canvas").await?;
    look("sharing").await?;
    page.press(Key::Escape).await?;
    reader.until_gone(".share").await?;
    reader.click("[data-action=list]").await?;
    reader.until_shown("[part~=list]").await?;
    look("the list").await?;
    reader.click("[role=tab][data-view=speakers]").await?;
    look("the speakers").await?;
    reader.click("[part~=group]").await?;
    reader.until_shown("[part~=only]").await?;
    look("one person's words").await?;
    reader.click("[part~=group]").await?;
    for view in ["verdicts", "claimants", "claims"] {
        reader.click(&format!("[data-view={view}]:not([aria-selected=true])")).await?;
        look(view).await?;
    }
    reader.click("[part~=search]").await?;
    page.write("ж").await?;
    reader.until_shown(".nothing").await?;
    look("a search that finds nothing").await
}

/// The demo in a scheme, at a width, with the interface in a language.
fn axe_finds_nothing(scheme: &str, size: (u32, u32), language: &str) -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    let axe = axe()?;
    in_browser(async |browser| {
        browser.viewport(size).await?;
        browser.prefer(scheme).await?;
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        if language != "en" {
            page.act(&format!("document.querySelector('checked-article').lang = {language:?}")).await?;
            reader.until_attribute(".ca", "lang", language).await?;
        }
        page.act(&axe).await?;
        let mut found = Vec::new();
        walk(&page, &reader, &mut found).await?;
        assert_eq!(found, [""; 0]);
        Ok(())
    })
}

#[test]
fn axe_finds_nothing_in_any_state_wide_and_light() -> Outcome {
    axe_finds_nothing("light", WIDE, "en")
}

#[test]
fn axe_finds_nothing_in_any_state_on_a_phone_in_the_dark() -> Outcome {
    axe_finds_nothing("dark", PHONE, "en")
}

#[test]
fn axe_finds_nothing_in_any_state_in_a_middle_width_from_right_to_left() -> Outcome {
    axe_finds_nothing("light", MIDDLE, "ar")
}

#[test]
fn axe_finds_nothing_in_any_state_wide_in_the_dark_from_right_to_left() -> Outcome {
    axe_finds_nothing("dark", WIDE, "ar")
}

#[test]
fn axe_finds_nothing_under_a_theme_or_over_the_page_s_own_article() -> Outcome {
    let own = std::fs::read_to_string(pages("in-place").join("index.html"))?;
    let site = Site::over([dist()?, pages("shared")]).rule("/page.html", Rule::new().body(&own));
    let server = Server::start(site)?;
    let axe = axe()?;
    in_browser(async |browser| {
        let mut found = Vec::new();
        for scheme in ["light", "dark"] {
            browser.prefer(scheme).await?;
            for address in ["/gallery/broadsheet.html", "/gallery/tabloid.html", "/gallery/blog.html", "/page.html"] {
                let page = browser.open(&server.url(address)).await?;
                page.until_drawn("checked-article").await?;
                let reader = page.widget("checked-article");
                page.act(&axe).await?;
                let id = if address == "/page.html" { "mended" } else { "6b" };
                page.act(&format!("document.querySelector('checked-article').show({id:?})")).await?;
                reader.until_card(id).await?;
                let at = |fault| format!("{address}, {scheme}: {fault}");
                // What stands around it on a bare page is none of ours.
                let part = if address == "/page.html" { "checked-article" } else { "html" };
                found.extend(faults(&page, part).await?.into_iter().map(at));
                reader.click("[data-action=share]").await?;
                reader.until_shown(".share canvas").await?;
                found.extend(faults(&page, part).await?.into_iter().map(at));
                page.press(Key::Escape).await?;
                reader.until_gone(".share").await?;
                reader.click("[data-action=list]").await?;
                reader.until_shown("[part~=list]").await?;
                found.extend(faults(&page, part).await?.into_iter().map(at));
            }
        }
        assert_eq!(found, [""; 0]);
        Ok(())
    })
}

/// Opens all cards one after the other, as a sheet in both its heights, and the list, and says what axe finds.
async fn faults_of_cards(page: &Page<'_>, reader: &Widget<'_>) -> Outcome<Vec<String>> {
    let mut found = faults(page, "checked-article").await?;
    let mut ids = reader.attributes("button[data-mark-id]", "data-mark-id").await?;
    ids.dedup();
    for id in &ids {
        page.act(&format!("document.querySelector('checked-article').show({id:?})")).await?;
        reader.until_card(id).await?;
        found.extend(faults(page, "checked-article").await?);
        if reader.shows("[part~=grip]").await? {
            reader.click("[part~=grip]").await?;
            found.extend(faults(page, "checked-article").await?);
        }
    }
    if reader.shows("[part~=list-button]").await? {
        page.act(
            "const { shadowRoot } = document.querySelector('checked-article');
             (shadowRoot.querySelector('.panel [data-action=list]') ?? shadowRoot.querySelector('[part~=list-button]')).click()",
        )
        .await?;
        reader.until_shown("[part~=list]").await?;
        found.extend(faults(page, "checked-article").await?);
    }
    Ok(found)
}

#[test]
fn axe_finds_nothing_where_words_were_changed_or_not_found_and_verdicts_are_withheld() -> Outcome {
    let document = harbour(|document| {
        for (block, before, after) in [
            (1, "1978", "1994"),
            (2, "Nobody asked us", "Everybody was asked"),
            (0, "will close for two winters", "stays"),
        ] {
            let edited = document["article"]["body"][block].as_str().map(|words| words.replace(before, after));
            document["article"]["body"][block] = edited.into();
        }
    })?;
    let server = Server::start(site("one")?.rule("/harbour.json", document))?;
    let axe = axe()?;
    in_browser(async |browser| {
        for (size, language) in [(WIDE, "en"), ((320, 480), "ar")] {
            browser.viewport(size).await?;
            let page = browser.open(&server.url("/index.html")).await?;
            let reader = page.widget("checked-article");
            reader.drawn().await?;
            page.act(&format!("document.querySelector('checked-article').lang = {language:?}")).await?;
            reader.click("[data-overlay=checks]").await?;
            page.act(&axe).await?;
            assert_eq!(faults_of_cards(&page, &reader).await?, [""; 0], "{size:?}");
        }
        Ok(())
    })
}

#[test]
fn axe_finds_nothing_where_there_is_little_to_tell_or_where_software_found_the_quotations() -> Outcome {
    let without = |parts: &[&str]| -> Outcome<Server> {
        let document = harbour(|document| parts.iter().for_each(|part| document[*part] = serde_json::json!([])))?;
        Server::start(site("one")?.rule("/harbour.json", document))
    };
    let states = [
        (without(&["quotes"])?, PHONE, "light"),
        (without(&["claims"])?, WIDE, "dark"),
        (without(&["quotes", "claims"])?, PHONE, "dark"),
        (Server::start(site("found")?)?, WIDE, "light"),
    ];
    let axe = axe()?;
    in_browser(async |browser| {
        for (server, size, scheme) in &states {
            browser.viewport(*size).await?;
            browser.prefer(scheme).await?;
            let page = browser.open(&server.url("/index.html")).await?;
            let reader = page.widget("checked-article");
            page.until_drawn("checked-article").await?;
            page.act(&axe).await?;
            assert_eq!(faults_of_cards(&page, &reader).await?, [""; 0], "{size:?}, {scheme}");
        }
        Ok(())
    })
}

#[test]
fn axe_finds_nothing_where_the_article_cannot_be_drawn() -> Outcome {
    let site = site("one")?.rule("/harbour.json", Rule::new().status(404));
    let server = Server::start(site)?;
    let axe = axe()?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        page.until("it gives up", async || reader.falls_back().await).await?;
        page.act(&axe).await?;
        assert_eq!(faults(&page, "checked-article").await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn axe_finds_nothing_while_the_demo_loads_or_where_it_fails() -> Outcome {
    let axe = axe()?;
    for rule in [Rule::new().delay(Duration::from_secs(60)), Rule::new().status(404)] {
        let server = Server::start(Site::over([dist()?]).rule("/alaska-summit.json", rule))?;
        in_browser(async |browser| {
            for scheme in ["light", "dark"] {
                browser.prefer(scheme).await?;
                let page = browser.open(&server.url("/index.html")).await?;
                let reader = page.widget("checked-article");
                page.until("the page's own words are seen", async || reader.falls_back().await).await?;
                page.act("return Promise.all(document.getAnimations().map((animation) => animation.finished)).then(() => null)").await?;
                page.act(&axe).await?;
                assert_eq!(faults(&page, "html").await?, [""; 0]);
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn what_is_wrong_is_found() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    let axe = axe()?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.widget("checked-article").drawn().await?;
        page.act(&axe).await?;
        page.act("document.querySelector('checked-article').shadowRoot.querySelector('[part~=list-button]').replaceChildren(); \
                  document.querySelector('checked-article').shadowRoot.querySelector('[part~=list-button]').removeAttribute('aria-label'); \
                  document.querySelector('checked-article').shadowRoot.querySelector('[part~=list-button]').removeAttribute('title')")
            .await?;
        assert!(faults(&page, "checked-article").await?.iter().any(|fault| fault.starts_with("button-name")));
        Ok(())
    })
}

/// What a window must hold without being scrolled sideways, after each step through the panel.
async fn fits(page: &Page<'_>, reader: &Widget<'_>) -> Outcome {
    let sideways = async |step: &str| -> Outcome {
        let over = "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
        assert_eq!(page.run::<i32>(over, &[]).await?, 0, "after {step}");
        // Nothing inside the panel either.
        let inside = "return [...document.querySelector('checked-article').shadowRoot.querySelectorAll('.scroll, .head, .foot, .bar')]
            .filter((box) => box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).visibility === 'visible').map((box) => box.className || box.localName)";
        assert_eq!(page.run::<Vec<String>>(inside, &[]).await?, [""; 0], "after {step}");
        Ok(())
    };
    sideways("nothing").await?;
    reader.click("[data-overlay=checks]").await?;
    for open in
        ["[part~=list-button]", "[role=tab][data-view=speakers]", "[role=tab][data-view=verdicts]", "[part~=list-item]"]
    {
        reader.click(open).await?;
        page.settle().await?;
        sideways(open).await?;
        // A link in running text is an exception of the guideline; so is what is done by the list as well.
        let controls = ":is(button, input, summary, .plain, .panel a):not([part~=mark])";
        for (control, area) in reader.texts(controls).await?.iter().zip(reader.areas(controls).await?) {
            let shown = area.width > 0.0;
            assert!(!shown || (area.width >= 24.0 && area.height >= 24.0), "{control:?} after {open}: {area:?}");
        }
    }
    Ok(())
}

#[test]
fn every_control_is_at_least_24_pixels_and_nothing_scrolls_sideways_at_320() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        browser.viewport((320, 640)).await?;
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        fits(&page, &reader).await
    })
}

#[test]
fn at_four_hundred_per_cent_a_card_can_be_read_and_nothing_scrolls_sideways() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        // A window of 1280 by 1024, enlarged four times.
        browser.viewport((320, 256)).await?;
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        fits(&page, &reader).await?;
        // What the window came to be, browsers round, and a card arrives from below.
        let window: f64 = page.run("return innerHeight", &[]).await?;
        let inside = |card: &Area| card.top >= 0.0 && card.top + card.height <= window + 1.0;
        page.until("the card is inside the window", async || {
            Ok(reader.areas("[part~=card]").await?.iter().all(inside))
        })
        .await?;
        // Three lines of it at once, at least.
        let read = reader.areas("[part~=card] .scroll").await?[0];
        let room = read.height.min(window - read.top);
        assert!(room >= 60.0, "{read:?} in {window}");
        Ok(())
    })
}

#[test]
fn what_has_the_keyboard_is_never_hidden_under_a_sheet() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    // Whether any of what has the keyboard can be hit.
    let seen = "const { shadowRoot } = document.querySelector('checked-article');
        const focused = shadowRoot.activeElement ?? document.activeElement;
        if (focused === document.body) return true;
        const { left, top, width, height } = focused.getBoundingClientRect();
        const at = (root, x, y) => root.elementFromPoint(x, y);
        for (const x of [.1, .5, .9]) for (const y of [.1, .5, .9]) {
            const point = [left + width * x, top + height * y];
            if (focused.contains(at(document, ...point)) || focused.contains(at(shadowRoot, ...point))) return true;
        }
        return false";
    in_browser(async |browser| {
        for size in [(320, 256), PHONE] {
            browser.viewport(size).await?;
            let page = browser.open(&server.url("/index.html")).await?;
            let reader = page.widget("checked-article");
            reader.drawn().await?;
            page.needs(Feature::WindowFocus).await?;
            page.act("document.querySelector('checked-article').show('6b')").await?;
            reader.until_card("6b").await?;
            // From the page's first link on: its own controls, those of the bar, and those of the card.
            page.act("document.body.tabIndex = -1; document.body.focus()").await?;
            // Short of the page's end, where nothing more can be scrolled clear.
            for step in 0..11 {
                page.press(Key::Tab).await?;
                let shown = async || page.run::<bool>(seen, &[]).await;
                page.until(&format!("stop {step} at {size:?} is seen: {}", page.focus().await?), shown).await?;
            }
        }
        Ok(())
    })
}

#[test]
fn text_that_is_spaced_out_is_neither_cut_nor_covered() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    // What WCAG 1.4.12 lets a reader set.
    let spaced = "const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
        const { shadowRoot } = document.querySelector('checked-article');
        document.adoptedStyleSheets = [sheet];
        shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet]";
    // Of all text that can be seen: what its own box cuts off, and what a neighbour in the same bar or footer lies on.
    let cut = "const { shadowRoot } = document.querySelector('checked-article');
        const found = [];
        for (const box of shadowRoot.querySelectorAll('.ca *')) {
            const style = getComputedStyle(box);
            if (style.visibility !== 'visible' || !box.checkVisibility() || box.closest('.unseen, svg, .scroll')) continue;
            const cuts = style.overflowX !== 'visible' && style.overflowX !== 'auto';
            if (cuts && !box.matches('.panel') && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)) found.push(`cut: ${box.textContent}`);
        }
        for (const row of shadowRoot.querySelectorAll('.bar, .tally, .head, .leaf, .acts, .tabs')) {
            const boxes = [...row.children].filter((box) => box.checkVisibility({ visibilityProperty: true }));
            for (const [at, one] of boxes.entries()) for (const other of boxes.slice(at + 1)) {
                const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
                const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                if (wide > 1 && high > 1 && !row.matches('.found')) found.push(`covered: ${one.textContent} by ${other.textContent}`);
            }
        }
        return found";
    in_browser(async |browser| {
        for size in [WIDE, PHONE] {
            browser.viewport(size).await?;
            let page = browser.open(&server.url("/index.html")).await?;
            let reader = page.widget("checked-article");
            reader.drawn().await?;
            page.act(spaced).await?;
            reader.click("[data-overlay=checks]").await?;
            page.settle().await?;
            assert_eq!(page.run::<Vec<String>>(cut, &[]).await?, [""; 0], "the bar at {size:?}");
            for id in ["6b", "q8"] {
                page.act(&format!("document.querySelector('checked-article').show({id:?})")).await?;
                reader.until_card(id).await?;
                page.settle().await?;
                assert_eq!(page.run::<Vec<String>>(cut, &[]).await?, [""; 0], "the card of {id} at {size:?}");
            }
            reader.click("[data-action=list]").await?;
            reader.click("[role=tab][data-view=speakers]").await?;
            page.settle().await?;
            assert_eq!(page.run::<Vec<String>>(cut, &[]).await?, [""; 0], "the list at {size:?}");
        }
        Ok(())
    })
}

#[test]
fn with_forced_colours_patterns_switches_and_open_words_are_told_apart_without_colour() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        browser.emulate("", &[("forced-colors", "active")]).await?;
        let page = browser.open(&server.url("/index.html")).await?;
        if !page.run::<bool>("return matchMedia('(forced-colors: active)').matches", &[]).await? {
            return Err(Missing(Feature::EmulatedMedia).into());
        }
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        let of = async |selector: &str, property: &str| -> Outcome<String> {
            let script = "const { shadowRoot } = document.querySelector('checked-article');
                return getComputedStyle(shadowRoot.querySelector(arguments[0]))[arguments[1]]";
            page.run(script, &[selector.into(), property.into()]).await
        };
        let off = of("[data-overlay=checks] .knob", "backgroundColor").await?;
        page.act("document.querySelector('checked-article').show('6b')").await?;
        reader.until_card("6b").await?;
        arrived(&page).await?;
        let on = of("[data-overlay=checks] .knob", "backgroundColor").await?;
        assert_ne!(on, off);
        assert_eq!(of("[data-overlay=quotations] .knob", "backgroundColor").await?, on, "one colour, the system's");
        assert_eq!(of("article [data-m].open", "outlineStyle").await?, "solid");
        // Each tone's line has a style or a thickness of its own, but for two that have a sign each.
        let lines = "const tones = new Map();
            for (const span of document.querySelector('checked-article').shadowRoot.querySelectorAll('article [data-m][data-tone]')) {
                const { textDecorationStyle, textDecorationThickness } = getComputedStyle(span);
                tones.set(span.dataset.tone, `${textDecorationStyle} ${textDecorationThickness}`);
            }
            return [...tones]";
        let lines: Vec<(String, String)> = page.run(lines, &[]).await?;
        assert!(lines.len() >= 5, "{lines:?}");
        for (at, (tone, line)) in lines.iter().enumerate() {
            for (other, same) in &lines[at + 1..] {
                let is_pair = [tone.as_str(), other].iter().all(|tone| ["unproven", "neutral"].contains(tone));
                assert!(line != same || is_pair, "{tone} and {other} are both {line}");
            }
        }
        Ok(())
    })
}
