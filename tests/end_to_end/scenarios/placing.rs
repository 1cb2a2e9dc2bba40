//! A card follows the eye: beside its words, below them, or as a sheet; it never covers them, and gives the place in the
//! text back.

use end_to_end::{Area, Key, Outcome, PHONE, Page, Rule, Server, Site, WIDE, Widget, dist, in_browser};
use serde_json::json;

use crate::{harbour, site};

/// The words of the open card, from the top of the first line to the bottom of the last, and the card.
async fn words_and_card(reader: &Widget<'_>) -> Outcome<(f64, f64, Area)> {
    let words = reader.areas("article [data-m].open").await?;
    let card = reader.areas("[part~=card]").await?;
    let (Some(first), Some(last), Some(card)) = (words.first(), words.last(), card.first()) else {
        return Err("no words, or no card".into());
    };
    Ok((first.top, last.top + last.height, *card))
}

async fn scrolled(page: &Page<'_>) -> Outcome<f64> {
    page.run("return scrollY", &[]).await
}

#[test]
fn no_card_covers_the_words_it_speaks_of_at_any_width() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        for size in [WIDE, (800, 900), (600, 800), (500, 800), PHONE, (320, 640)] {
            browser.viewport(size).await?;
            let page = browser.open(&server.url("/index.html")).await?;
            let reader = page.widget("checked-article");
            reader.drawn().await?;
            // A quotation of one line, one of two parts, the longest, and the last of the article.
            for id in ["q1", "q4", "q10", "q14"] {
                page.act(&format!("document.querySelector('checked-article').show({id:?})")).await?;
                reader.until_card(id).await?;
                page.settle().await?;
                let (top, bottom, card) = words_and_card(&reader).await?;
                let window = f64::from(size.1);
                let at = format!("{id} at {size:?}: words {top} to {bottom}, {card:?}");
                assert!(top >= 0.0 && bottom <= window, "in the window: {at}");
                if size.0 < 1000 {
                    assert!(card.top >= bottom - 1.0 || card.top + card.height <= top + 1.0, "{at}");
                } else {
                    let text = reader.areas("article").await?[0];
                    assert!(card.left >= text.left + text.width, "{at}");
                }
                if size.0 < 560 {
                    assert!(card.height <= window / 2.0 + 1.0, "at most half the height: {at}");
                }
            }
        }
        Ok(())
    })
}

#[test]
fn words_that_are_shown_from_below_do_not_stand_under_the_bar() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        for size in [WIDE, (1100, 720), (700, 900)] {
            browser.viewport(size).await?;
            let page = browser.open(&server.url("/index.html")).await?;
            let reader = page.widget("checked-article");
            reader.drawn().await?;
            // The bar has a second line then, of counts.
            reader.click("[data-overlay=checks]").await?;
            for id in ["q14", "q8", "q12", "q2"] {
                page.act(&format!("document.querySelector('checked-article').show({id:?})")).await?;
                reader.until_card(id).await?;
                page.settle().await?;
                let (top, ..) = words_and_card(&reader).await?;
                let bar = reader.areas(".bar").await?[0];
                assert!(top >= bar.top + bar.height, "{id} at {size:?}: words at {top}, {bar:?}");
            }
        }
        Ok(())
    })
}

#[test]
fn a_closed_sheet_gives_the_place_in_the_text_back_unless_the_reader_went_on() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        browser.viewport(PHONE).await?;
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        // The middle of the window, where the sheet will be.
        reader.words("fantastic relationship").await?;
        page.act("scrollBy(0, -250)").await?;
        let before = scrolled(&page).await?;
        reader.click_words("fantastic relationship").await?;
        reader.until_card("q10").await?;
        page.settle().await?;
        assert!(scrolled(&page).await? > before, "the words were scrolled clear above the sheet");
        page.press(Key::Escape).await?;
        reader.until_gone("[part~=panel]").await?;
        assert_eq!(scrolled(&page).await?, before);

        reader.click_words("fantastic relationship").await?;
        reader.until_card("q10").await?;
        page.settle().await?;
        page.act("scrollBy(0, 40)").await?;
        let gone_on = scrolled(&page).await?;
        page.press(Key::Escape).await?;
        reader.until_gone("[part~=panel]").await?;
        assert_eq!(scrolled(&page).await?, gone_on);
        Ok(())
    })
}

#[test]
fn the_sheet_is_enlarged_by_a_key_and_dragged_by_its_handle() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        browser.viewport(PHONE).await?;
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        page.act("document.querySelector('checked-article').show('3')").await?;
        reader.until_card("3").await?;
        page.settle().await?;
        let height =
            async || Ok::<f64, Box<dyn std::error::Error + Send + Sync>>(reader.areas("[part~=card]").await?[0].height);
        let half = f64::from(PHONE.1) / 2.0;
        assert!(height().await? <= half + 1.0);

        page.tab_to(|focus| focus.contains("grip")).await?;
        page.press(Key::Enter).await?;
        page.until("it is enlarged", async || Ok(height().await? > half + 50.0)).await?;
        page.press(Key::Enter).await?;
        page.until("it is as before", async || Ok(height().await? <= half + 1.0)).await?;

        let (x, y) = reader.middle("[part~=grip]").await?;
        page.drag((x, y), (x, y - 150)).await?;
        page.until("it was dragged up", async || Ok(height().await? > half + 100.0)).await?;
        let (x, y) = reader.middle("[part~=grip]").await?;
        page.drag((x, y), (x, i64::from(PHONE.1) - 20)).await?;
        reader.until_gone("[part~=panel]").await
    })
}

#[test]
fn a_verdict_of_many_words_has_the_card_s_width_and_each_quotation_of_a_claim_a_line_of_its_own() -> Outcome {
    let document = harbour(|document| {
        document["scale"]["verdicts"][1]["label"] =
            json!("accurate in its numbers but misleading in what it leaves out of the account");
        document["claims"][1]["target"]["selector"]["exact"] =
            json!("Nobody asked us,” said Jon Berg, who lands cod there. Ms Lind called the plan “the cheapest");
    })?;
    let server = Server::start(site("one")?.rule("/harbour.json", document))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        page.act("document.querySelector('checked-article').show('mended')").await?;
        reader.until_card("mended").await?;
        page.settle().await?;
        let card = reader.areas("[part~=card]").await?[0];
        let finding = reader.areas("[part~=card] .head .finding").await?[0];
        assert!(finding.width > card.width * 0.7, "{finding:?} in {card:?}");
        let quotations = reader.areas("[part~=card] .related").await?;
        assert_eq!(quotations.len(), 2);
        assert!(quotations[1].top >= quotations[0].top + quotations[0].height, "{quotations:?}");
        Ok(())
    })
}

#[test]
fn the_bar_covers_no_words_that_a_card_was_asked_for() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        for size in [WIDE, (1280, 640), (740, 360)] {
            browser.viewport(size).await?;
            let page = browser.open(&server.url("/index.html")).await?;
            let reader = page.widget("checked-article");
            reader.drawn().await?;
            reader.click("[data-overlay=checks]").await?;
            reader.until_attribute("[data-overlay=checks]", "aria-checked", "true").await?;
            // From below them, so that they come in at the window's top.
            for id in ["q14", "q5"] {
                page.act(&format!("document.querySelector('checked-article').show({id:?})")).await?;
                reader.until_card(id).await?;
                page.settle().await?;
            }
            let bar = reader.areas("[part~=toolbar]").await?[0];
            let (top, bottom, _) = words_and_card(&reader).await?;
            assert!(
                bar.top + bar.height <= top && bottom <= f64::from(size.1),
                "words {top} to {bottom}, {bar:?} in {size:?}"
            );
        }
        Ok(())
    })
}

/// The article with a quotation of so many sentences, numbered, and much else before and after it.
fn with_long_quotation(sentences: usize) -> Outcome<Site> {
    let sentence = |number| format!("The water came up to door {number} of the inn.");
    let words = format!("“{}”", (1..=sentences).map(sentence).collect::<Vec<_>>().join(" "));
    let other = vec!["Nothing happened in the harbour on that day, and nothing on the day after it."; 12];
    let document = harbour(|document| {
        let body = [other.clone(), vec![&*words], other].concat();
        document["article"]["body"] = json!(body);
        document["quotes"][0]["target"] = json!({ "selector": { "type": "TextQuoteSelector", "exact": words } });
    })?;
    Ok(site("one")?.rule("/harbour.json", document))
}

#[test]
fn a_card_about_words_that_fill_the_window_is_in_sight() -> Outcome {
    let server = Server::start(with_long_quotation(60)?)?;
    in_browser(async |browser| {
        for size in [WIDE, (800, 700), PHONE] {
            browser.viewport(size).await?;
            let page = browser.open(&server.url("/index.html")).await?;
            let reader = page.widget("checked-article");
            reader.drawn().await?;
            // In the middle of it.
            let words = "const root = document.querySelector('checked-article').shadowRoot;
                const text = root.querySelector('[data-quote]').firstChild;
                const range = document.createRange();
                range.setStart(text, text.data.indexOf('door 30'));
                range.setEnd(text, range.startOffset + 4);
                scrollBy({ top: range.getBoundingClientRect().top - innerHeight / 3, behavior: 'instant' });
                const { left, top, width, height } = range.getBoundingClientRect();
                return [Math.round(left + width / 2), Math.round(top + height / 2)]";
            page.click_at(page.run(words, &[]).await?).await?;
            reader.until_card("q1").await?;
            page.settle().await?;
            page.act("return Promise.all(document.querySelector('checked-article').shadowRoot.getAnimations().map((motion) => motion.finished)).then(() => null)").await?;
            let card = reader.areas("[part~=card]").await?[0];
            assert!(card.top >= 0.0 && card.top + card.height <= f64::from(size.1) + 0.5, "{card:?} in {size:?}");
        }
        Ok(())
    })
}

#[test]
fn a_sheet_about_the_last_words_of_a_page_leaves_them_free() -> Outcome {
    // More of them each time: from those that stand below the middle of the window to those that reach above it.
    let words: Vec<String> = (1..8).map(|lines| vec!["Nothing but the water moved."; lines].join(" ")).collect();
    let document = |words: &str| {
        harbour(|document| {
            document["article"]["body"] = json!([
                vec!["It was quiet in the harbour of Westmere."; 40].join(" "),
                words,
                "What follows. ".repeat(20)
            ]);
            document["quotes"] = json!([{ "id": "q1", "speaker": { "person": "lind" },
                "target": { "selector": { "type": "TextQuoteSelector", "exact": words } } }]);
        })
    };
    let mut site = site("one")?;
    for (count, words) in words.iter().enumerate() {
        site = site.rule(&format!("/{count}.json"), document(words)?);
    }
    let server = Server::start(site)?;
    in_browser(async |browser| {
        browser.viewport(PHONE).await?;
        for count in 0..words.len() {
            let page = browser.open(&server.url("/index.html")).await?;
            let reader = page.widget("checked-article");
            reader.drawn().await?;
            page.act(&format!("document.querySelector('checked-article').src = '{count}.json'")).await?;
            let is_there = async || Ok(reader.text("article").await?.contains("Nothing but the water"));
            page.until("the document is there", is_there).await?;
            page.act("scrollTo(0, document.documentElement.scrollHeight)").await?;
            page.act("document.querySelector('checked-article').show('q1')").await?;
            reader.until_card("q1").await?;
            page.settle().await?;
            let (top, bottom, card) = words_and_card(&reader).await?;
            assert!(
                card.top >= bottom - 1.0 || card.top + card.height <= top + 1.0,
                "{count}: words {top} to {bottom}, {card:?}"
            );
        }
        Ok(())
    })
}

#[test]
fn on_a_page_that_scrolls_smoothly_a_sheet_stands_where_it_does_elsewhere_and_gives_the_place_back() -> Outcome {
    let smooth = Rule::new().body(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Smooth</title>\
        <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
        <style>html { scroll-behavior: smooth }</style>\
        <script type=\"module\" src=\"checked-article.js\"></script>\
        <checked-article load=\"eager\" src=\"harbour.json\"></checked-article>",
    );
    let server = Server::start(with_long_quotation(3)?.rule("/index.html", smooth))?;
    in_browser(async |browser| {
        browser.viewport(PHONE).await?;
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        // Low in the window, where the sheet will be.
        page.act(
            "const words = document.querySelector('checked-article').shadowRoot.querySelector('[data-quote]');
             scrollTo({ top: scrollY + words.getBoundingClientRect().top - innerHeight + 150, behavior: 'instant' })",
        )
        .await?;
        let before = scrolled(&page).await?;
        let (x, y) = reader.words("The water came up").await?;
        page.click_at((x, y)).await?;
        reader.until_card("q1").await?;
        page.settle().await?;
        let (top, bottom, card) = words_and_card(&reader).await?;
        assert_eq!(reader.attribute(".ca", "data-side").await?.as_deref(), Some("bottom"));
        assert!(card.top >= bottom, "words {top} to {bottom}, {card:?}");
        page.press(Key::Escape).await?;
        reader.until_gone("[part~=panel]").await?;
        page.until("the place is given back", async || Ok((scrolled(&page).await? - before).abs() < 1.0)).await
    })
}

#[test]
fn on_a_page_that_zooms_or_scales_what_it_holds_a_card_stands_level_with_its_words() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        for (size, style) in [
            (WIDE, "document.body.style.zoom = 1.25"),
            ((900, 800), "document.body.style.zoom = 1.25"),
            (WIDE, "document.body.style.cssText = 'transform: scale(0.8); transform-origin: 0 0'"),
        ] {
            browser.viewport(size).await?;
            let page = browser.open(&server.url("/index.html")).await?;
            let reader = page.widget("checked-article");
            reader.drawn().await?;
            page.act(style).await?;
            page.settle().await?;
            page.act("document.querySelector('checked-article').show('q3')").await?;
            reader.until_card("q3").await?;
            page.settle().await?;
            let (top, bottom, card) = words_and_card(&reader).await?;
            let at = format!("words {top} to {bottom}, {card:?} with {style} in {size:?}");
            match size == WIDE {
                true => assert!(card.top <= bottom && card.top + card.height >= top, "{at}"),
                false => assert!(card.top >= bottom - 1.0 && card.top < bottom + 20.0, "{at}"),
            }
        }
        Ok(())
    })
}
