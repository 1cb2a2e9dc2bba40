//! An article of the page's in parts that are elements of the page's own: its words stand in open shadow roots and in slots,
//! and some become what they are late.

use end_to_end::{Key, Outcome, Page, Rule, Server, in_browser};

use crate::{pages, site};

const HOST: &str = "checked-article";

/// The page, and the same with the article inside the tag.
fn servers() -> Outcome<[(&'static str, Server); 2]> {
    let page = std::fs::read_to_string(pages("shadow").join("index.html"))?;
    let wrapped = page
        .replace(" for=\"story\" src=\"harbour.json\"></checked-article>", " src=\"harbour.json\">")
        .replace("</article>", "</article></checked-article>");
    let served = |page: &str| {
        let rule = Rule::new().body(page).content_type("text/html; charset=utf-8");
        Server::start(site("shadow")?.rule("/index.html", rule))
    };
    Ok([("in place", served(&page)?), ("wrap", served(&wrapped)?)])
}

async fn with_checks(page: &Page<'_>) -> Outcome {
    page.until_drawn(HOST).await?;
    page.widget(HOST).click("[data-overlay=checks]").await?;
    until_painted(page, "refuted: last mended in 1978").await
}

async fn until_painted(page: &Page<'_>, words: &str) -> Outcome {
    page.until(words, async || Ok(page.painted().await?.iter().any(|painted| painted == words))).await
}

/// Runs `edit` and says what is painted when the browser is about to draw the next frame.
async fn painted_next(page: &Page<'_>, edit: &str) -> Outcome<Vec<String>> {
    let script =
        format!("{edit}; return new Promise((done) => requestAnimationFrame(() => done(window.__probe.painted())))");
    page.run(&script, &[]).await
}

#[test]
fn words_in_open_shadow_roots_and_in_slots_are_painted_and_open_their_cards() -> Outcome {
    for (way, server) in servers()? {
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            with_checks(&page).await?;
            let painted = page.painted().await?;
            let expected = [
                "quote: “Nobody asked us,”",
                "quote: “We are not closing the town,”",
                "quote: “we are mending its front door.”",
                "refuted: last mended in 1978",
                "upheld: will close for two winters",
            ];
            assert_eq!(painted, expected, "{way}");
            let reader = page.widget(HOST);
            let marks = [
                ("Nobody asked", "Nobody asked", "q2"),
                ("mending its", "We are not closing", "q1"),
                ("last mended", "last mended", "mended"),
            ];
            for (words, first, id) in marks {
                page.click_at(page.words("article", words).await?).await?;
                reader.until_card(id).await?;
                let button = reader.areas(&format!(".rail [data-mark-id={id}]")).await?[0];
                let line = page.lines("article", first).await?[0];
                // Two buttons of one line stand below each other.
                let off = button.top + button.height / 2.0 - (line.top + line.height / 2.0);
                assert!(off.abs() < 26.0, "{way}: the button of {id} is {off} from its line");
            }
            // What is put between its parts disturbs none.
            page.press(Key::Escape).await?;
            reader.until_gone("[part~=panel]").await?;
            page.settle().await?;
            let put = "const late = document.createElement('p'); late.textContent = 'Late words.'; document.getElementById('story').prepend(late)";
            assert_eq!(painted_next(&page, put).await?, expected, "{way}");
            // The rules for them are where the words are, and are taken away again.
            let sheets = "const { shadowRoot } = document.querySelector('story-text'); return [document.adoptedStyleSheets.length, shadowRoot.adoptedStyleSheets.length]";
            assert_eq!(page.run::<(usize, usize)>(sheets, &[]).await?, (1, 1), "{way}");
            page.act("const tag = document.querySelector('checked-article'); tag.replaceWith(...tag.childNodes)")
                .await?;
            page.settle().await?;
            assert_eq!(page.run::<(usize, usize)>(sheets, &[]).await?, (0, 0), "{way}");
            assert_eq!(page.painted().await?, [""; 0]);
            assert_eq!(page.uncaught().await?, [""; 0]);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_verdict_leaves_before_changed_words_in_a_shadow_root_or_a_slot_are_drawn() -> Outcome {
    for (way, server) in servers()? {
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            with_checks(&page).await?;
            let quay = "document.querySelector('[slot=quay]')";
            let slotted =
                format!("const {{ firstChild }} = {quay}; firstChild.data = firstChild.data.replace('1978', '1979')");
            let painted = painted_next(&page, &slotted).await?;
            assert!(!painted.iter().any(|words| words.contains("refuted")), "{way}: {painted:#?}");
            assert!(painted.len() >= 4, "{way}: the others stay");
            until_painted(&page, "changed: last mended in 1979").await?;

            let inner = "const { firstChild } = document.querySelector('story-text').shadowRoot.querySelector('p'); firstChild.data = firstChild.data.replace('two winters', 'ten winters')";
            let painted = painted_next(&page, inner).await?;
            assert!(!painted.iter().any(|words| words.contains("upheld")), "{way}: {painted:#?}");

            // Another node comes into the same line of the slot: the line is not what it was.
            let back = "const { firstChild } = document.querySelector('[slot=quay]'); firstChild.data = firstChild.data.replace('1979', '1978')";
            painted_next(&page, back).await?;
            until_painted(&page, "refuted: last mended in 1978").await?;
            let more = "const more = document.createElement('span');
                more.slot = 'quay';
                more.textContent = ' It was not.';
                document.querySelector('story-text').append(more);
                const before = window.__probe.painted();
                await Promise.resolve();
                return [before, window.__probe.painted()]";
            let (before, after): (Vec<String>, Vec<String>) = page.run(more, &[]).await?;
            assert!(before.iter().any(|words| words.contains("refuted")));
            assert!(
                !after.iter().any(|words| words.contains("refuted")),
                "{way}: it leaves in the same task: {after:#?}"
            );
            until_painted(&page, "refuted: last mended in 1978").await?;
            assert_eq!(page.uncaught().await?, [""; 0]);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn an_element_that_becomes_what_it_is_late_has_its_words_marked_then() -> Outcome {
    for (way, server) in servers()? {
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            with_checks(&page).await?;
            let defined = "customElements.define('late-text', class extends HTMLElement {
                connectedCallback() {
                    const words = document.createElement('p');
                    words.textContent = 'Ms Lind called the plan “the cheapest way to keep the harbour.” She said no more on that day, and went home.';
                    this.attachShadow({ mode: 'open' }).append(words, document.createElement('slot'));
                }
            })";
            page.act(defined).await?;
            until_painted(&page, "quote: “the cheapest way to keep the harbour.”").await?;
            page.click_at(page.words("article", "the cheapest way").await?).await?;
            page.widget(HOST).until_card("q3").await?;
            assert_eq!(page.uncaught().await?, [""; 0], "{way}");
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn words_that_stand_bare_in_a_shadow_root_are_ringed_and_get_rectangles_too() -> Outcome {
    let page = std::fs::read_to_string(pages("shadow").join("index.html"))?;
    let bare = "<script>customElements.define('bare-text', class extends HTMLElement {
        connectedCallback() {
            const style = document.createElement('style');
            style.textContent = ':host { display: block }';
            this.attachShadow({ mode: 'open' }).append(style, '“Nobody asked us,” said Jon Berg, who lands cod there.');
        }
    })</script>";
    let older = "<script>delete CSS.highlights; delete window.Highlight</script>";
    let paragraph = "<p>“Nobody asked us,” said Jon Berg, who lands cod there.</p>";
    assert!(page.contains(paragraph));
    let page = page.replace(paragraph, "<bare-text></bare-text>");
    for (browser_is_older, scripts) in [(false, bare.to_string()), (true, [bare, older].concat())] {
        let page = page.replacen("<script type", &format!("{scripts}<script type"), 1);
        let rule = Rule::new().body(&page).content_type("text/html; charset=utf-8");
        let server = Server::start(site("shadow")?.rule("/index.html", rule))?;
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            page.until_drawn(HOST).await?;
            page.settle().await?;
            let reader = page.widget(HOST);
            if browser_is_older {
                assert_ne!(reader.count(".overlay .quote").await?, 0);
            }
            page.act("return document.querySelector('checked-article').show('q2')").await?;
            reader.until_card("q2").await?;
            reader.until_shown(".overlay .ring").await?;
            assert_eq!(page.uncaught().await?, [""; 0]);
            assert_eq!(browser.console().await?, [""; 0]);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn what_holds_none_of_the_article_s_words_is_not_read_and_cannot_be_marked() -> Outcome {
    let page = std::fs::read_to_string(pages("in-place").join("index.html"))?;
    let other = "“Nobody asked us,” said Jon Berg, who lands cod there.";
    // Each says the same again; where one were read, it would not be known which is meant.
    let beside = [
        "<script type=\"text/plain\">WORDS</script>",
        "<style>/* WORDS */</style>",
        "<noscript>WORDS</noscript>",
        "<template><p>WORDS</p></template>",
        "<p hidden>WORDS</p>",
        "<p hidden=\"until-found\">WORDS</p>",
        "<p aria-hidden=\"true\">WORDS</p>",
        "<p style=\"display: none\">WORDS</p>",
        "<p style=\"visibility: hidden\">WORDS</p>",
        "<form><label>WORDS <input value=\"WORDS\"></label></form>",
        "<textarea>WORDS</textarea>",
        "<select><option>WORDS</option></select>",
        "<button type=\"button\">WORDS</button>",
        "<div contenteditable>WORDS</div>",
        "<div contenteditable=\"plaintext-only\">WORDS</div>",
        "<div role=\"textbox\">WORDS</div>",
        "<aside><p>WORDS</p></aside>",
        "<nav>WORDS</nav>",
        "<dialog open>WORDS</dialog>",
        "<div class=\"adsbygoogle\">WORDS</div>",
        "<div id=\"div-gpt-ad-1\">WORDS</div>",
        "<div class=\"box advertisement\">WORDS</div>",
        "<blockquote class=\"twitter-tweet\"><p>WORDS</p></blockquote>",
        "<div class=\"promo-of-theirs\"><p>WORDS</p></div>",
        "<svg><text y=\"9\">WORDS</text></svg>",
        "<video><p>WORDS</p></video>",
    ];
    let beside: String = beside.iter().map(|one| one.replace("WORDS", other)).collect();
    let page = page
        .replace("<h1>", &format!("{beside}<h1>"))
        .replace("for=\"story\"", "for=\"story\" skip=\".promo-of-theirs\"");
    let rule = Rule::new().body(&page).content_type("text/html; charset=utf-8");
    let server = Server::start(site("in-place")?.rule("/index.html", rule))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn(HOST).await?;
        page.settle().await?;
        until_painted(&page, "quote: “Nobody asked us,”").await?;
        let holder = "const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]); return [...new Set(ranges.map(({ startContainer }) => startContainer).filter(({ data }) => data.includes('Nobody')))].map(({ parentElement }) => parentElement.previousElementSibling.localName).join()";
        assert_eq!(page.run::<String>(holder, &[]).await?, "table");
        Ok(())
    })
}
