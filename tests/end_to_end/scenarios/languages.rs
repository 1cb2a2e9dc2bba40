//! The interface speaks the language of the page, in the page's own words where it has some, and the article keeps its
//! own language.

use std::time::Duration;

use end_to_end::{Key, Outcome, Page, Rule, Server, Site, in_browser, pages};

use crate::site;

/// The scenario's page with `before` replaced by `after`.
fn page_with(before: &str, after: &str) -> Outcome<Site> {
    let page = std::fs::read_to_string(pages("one").join("index.html"))?.replace(before, after);
    Ok(site("one")?.rule("/index.html", Rule::new().body(&page).content_type("text/html")))
}

/// The scenario's page in another language.
fn page_in(language: &str) -> Outcome<Site> {
    page_with("<html lang=\"en\">", &format!("<html lang=\"{language}\">"))
}

/// In which direction the first that `selector` finds in the widget is set.
async fn direction(page: &Page<'_>, selector: &str) -> Outcome<String> {
    let script = "const { shadowRoot } = document.querySelector('checked-article');
        return getComputedStyle(shadowRoot.querySelector(arguments[0])).direction";
    page.run(script, &[serde_json::json!(selector)]).await
}

/// Waits until the interface's words are those of the language: an article is drawn in English before they come.
async fn until_it_says(page: &Page<'_>, list: &str) -> Outcome {
    let says = async || Ok(page.widget("checked-article").text("[part~=list-button]").await? == list);
    page.until(&format!("the list's button says {list}"), says).await
}

fn tables(server: &Server) -> Vec<String> {
    server.requests().into_iter().filter(|path| path.starts_with("/messages/")).collect()
}

#[test]
fn a_page_in_german_gets_a_german_interface_around_an_english_article() -> Outcome {
    let server = Server::start(page_in("de-AT")?)?;
    in_browser(async |browser| {
        server.forget_requests();
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        until_it_says(&page, "Liste").await?;
        assert_eq!(reader.text(".found > p").await?, "2 Behauptungen geprüft");
        assert_eq!(reader.attribute(".ca", "lang").await?.as_deref(), Some("de-AT"));
        assert_eq!(reader.attribute("article", "lang").await?.as_deref(), Some("en"));
        // Austria's name for the month, and its language, inside the article.
        assert_eq!(reader.text("[part~=dateline] time").await?, "12. Jänner 2026");
        assert_eq!(reader.attribute("[part~=dateline] time", "lang").await?.as_deref(), Some("de-AT"));
        let label = reader.attribute("article button[data-mark-id=q1]", "aria-label").await?;
        assert_eq!(label.as_deref(), Some("Zitat, Ada Lind, 1 von 3"));
        assert_eq!(reader.attribute("article button[data-mark-id=q1]", "lang").await?.as_deref(), Some("de-AT"));
        reader.click_words("Nobody asked us").await?;
        reader.until_card("q2").await?;
        assert_eq!(reader.attribute("[part~=card] blockquote", "lang").await?.as_deref(), Some("en"));
        assert_eq!(reader.attribute("[part~=speaker] bdi", "lang").await?.as_deref(), Some("en"));
        assert_eq!(tables(&server), ["/messages/de.json"], "only the language that is used");
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn the_nearest_language_counts_and_one_that_is_not_there_is_english() -> Outcome {
    for (tag, words) in [("<checked-article lang=\"fr\"", "Liste"), ("<checked-article lang=\"pl\"", "List")] {
        let server = Server::start(page_with("<checked-article", tag)?)?;
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            let reader = page.widget("checked-article");
            reader.drawn().await?;
            until_it_says(&page, words).await?;
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn an_article_without_a_language_is_in_the_pages() -> Outcome {
    let document = crate::harbour(|document| {
        if let Some(article) = document["article"].as_object_mut() {
            article.remove("inLanguage");
        }
    })?;
    let server = Server::start(page_in("pl")?.rule("/harbour.json", document))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        assert_eq!(reader.attribute("article", "lang").await?.as_deref(), Some("pl"));
        assert_eq!(reader.attribute(".ca", "lang").await?.as_deref(), Some("en-GB"));
        Ok(())
    })
}

#[test]
fn an_arabic_interface_is_mirrored_and_the_english_article_is_not() -> Outcome {
    let server = Server::start(page_in("ar")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        page.until("the interface is Arabic", async || Ok(reader.count(".bar:dir(rtl)").await? == 1)).await?;
        assert_eq!(direction(&page, "article").await?, "ltr");
        reader.click_words("Nobody asked us").await?;
        reader.until_card("q2").await?;
        assert_eq!(direction(&page, "[part~=card]").await?, "rtl");
        assert_eq!(direction(&page, "[part~=card] blockquote").await?, "ltr");
        // Two of a thing have a form of their own.
        assert_eq!(reader.text(".found > p").await?, "دُقِّق ادعاءان");
        Ok(())
    })
}

#[test]
fn without_the_table_the_article_is_drawn_in_english() -> Outcome {
    let server = Server::start(page_in("uk")?.rule("/messages/uk.json", Rule::new().status(404)))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        assert_eq!(reader.text("[part~=list-button]").await?, "List");
        assert_eq!(reader.attribute(".ca", "lang").await?.as_deref(), Some("en-GB"));
        assert_eq!(page.story().await?, ["ca-ready"]);
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn words_that_come_late_hold_up_nothing_and_are_put_in_where_a_card_is_open() -> Outcome {
    let late = Rule::new().delay(Duration::from_secs(4));
    let server = Server::start(page_in("es")?.rule("/messages/es.json", late))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        assert_eq!(reader.text("[part~=list-button]").await?, "List");
        reader.click_words("Nobody asked us").await?;
        reader.until_card("q2").await?;
        let translated = async || Ok(reader.text("[part~=list-button]").await? == "Lista");
        page.until("the interface is Spanish", translated).await?;
        assert_eq!(reader.card().await?.as_deref(), Some("q2"));
        assert_eq!(reader.text("[part~=card] [data-action=copy]").await?, "Copiar");
        assert!(reader.count("article [data-quote]").await? > 0, "the marks are still painted");
        Ok(())
    })
}

#[test]
fn a_page_replaces_any_message_before_and_after_the_article_is_drawn() -> Outcome {
    let early = "<script>document.querySelector('checked-article').messages = { list: 'All of it' }</script>";
    let server = Server::start(page_with("<p>What follows.</p>", early)?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        assert_eq!(reader.text("[part~=list-button]").await?, "All of it");
        let say = "document.querySelector('checked-article').messages =";
        page.act(&format!(
            "{say} {{ list: 'Everything', claimsChecked: {{ one: 'One check', other: '{{count}} checks' }} }}"
        ))
        .await?;
        reader.until_shown("[part~=list-button]").await?;
        let own = async || Ok(reader.text("[part~=list-button]").await? == "Everything");
        page.until("the page's own word is shown", own).await?;
        assert_eq!(reader.text(".found > p").await?, "2 checks");
        // What the page does not say, and what it says without words, stays.
        page.act(&format!("{say} {{ list: '', nonsense: 'x' }}")).await?;
        let back = async || Ok(reader.text("[part~=list-button]").await? == "List");
        page.until("the table's word is back", back).await?;
        assert_eq!(reader.text(".found > p").await?, "2 claims checked");
        Ok(())
    })
}

#[test]
fn another_language_is_put_in_when_the_element_is_given_it() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        server.forget_requests();
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        assert_eq!(tables(&server), [""; 0], "English is there already");
        page.act("document.querySelector('checked-article').lang = 'uk'").await?;
        let translated = async || Ok(reader.text("[part~=list-button]").await? == "Список");
        page.until("the interface is Ukrainian", translated).await?;
        Ok(())
    })
}

/// Which texts and names in the widget stand under the wrong language: Arabic letters under another than Arabic, or Latin
/// ones under Arabic.
async fn in_the_wrong_language(page: &Page<'_>) -> Outcome<Vec<String>> {
    let script = "const { shadowRoot } = document.querySelector('checked-article');
        const found = [];
        const look = (element, words) => {
            const language = element.closest('[lang]')?.lang ?? '';
            if (/\\p{Script=Arabic}/u.test(words) && language !== 'ar') found.push(`${language}: ${words}`);
            else if (/\\p{Script=Latin}/u.test(words) && !/\\p{Script=Arabic}/u.test(words) && language === 'ar') found.push(`${language}: ${words}`);
        };
        const texts = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const { parentElement, data } = texts.currentNode;
            // Initials in place of a portrait are nobody's words, and are not read out.
            if (!parentElement.closest('.face')) look(parentElement, data);
        }
        // Names that are put together of both have the interface's.
        for (const element of shadowRoot.querySelectorAll('[aria-label]')) look(element, element.ariaLabel);
        return found";
    page.run(script, &[]).await
}

#[test]
fn every_word_of_the_article_and_of_the_interface_stands_under_its_own_language() -> Outcome {
    let server = Server::start(page_in("ar")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        until_it_says(&page, "قائمة").await?;
        assert_eq!(in_the_wrong_language(&page).await?, [""; 0], "closed");
        reader.click("[data-overlay=checks]").await?;
        reader.until_attribute("[data-overlay=checks]", "aria-checked", "true").await?;
        assert_eq!(in_the_wrong_language(&page).await?, [""; 0], "the tally");
        for id in ["q1", "q2", "mended", "closing"] {
            page.act(&format!("document.querySelector('checked-article').show({id:?})")).await?;
            reader.until_card(id).await?;
            assert_eq!(in_the_wrong_language(&page).await?, [""; 0], "the card of {id}");
        }
        reader.click("[data-action=list]").await?;
        reader.until_shown("[part~=list]").await?;
        assert_eq!(in_the_wrong_language(&page).await?, [""; 0], "the list");
        for view in ["speakers", "verdicts", "claimants"] {
            reader.click(&format!("[data-view={view}]:not([aria-selected=true])")).await?;
            page.settle().await?;
            assert_eq!(in_the_wrong_language(&page).await?, [""; 0], "the list by {view}");
        }
        reader.click("[part~=group]").await?;
        reader.until_shown("[part~=only]").await?;
        assert_eq!(in_the_wrong_language(&page).await?, [""; 0], "one person's words");
        Ok(())
    })
}

#[test]
fn in_a_mirrored_card_the_arrows_and_the_keys_are_mirrored_too() -> Outcome {
    let server = Server::start(page_in("ar")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        until_it_says(&page, "قائمة").await?;
        page.act("document.querySelector('checked-article').show('closing')").await?;
        reader.until_card("closing").await?;
        let (previous, next) =
            (reader.areas("[data-action=previous]").await?[0], reader.areas("[data-action=next]").await?[0]);
        assert!(next.left < previous.left, "forth is to the left");
        let mirrored = "const { shadowRoot } = document.querySelector('checked-article');
            return ['.leaf .sign', '.map svg', '.tally .sign', '.finding .sign'].map((sign) => getComputedStyle(shadowRoot.querySelector(sign)).transform)";
        let turned = "matrix(-1, 0, 0, 1, 0, 0)";
        // A check mark is a check mark in either direction.
        assert_eq!(page.run::<Vec<String>>(mirrored, &[]).await?, [turned, turned, "none", "none"]);
        page.press(Key::Left).await?;
        reader.until_card("mended").await?;
        page.press(Key::Right).await?;
        reader.until_card("closing").await
    })
}

#[test]
fn a_date_reads_as_its_language_does_and_what_parts_names_runs_as_the_interface_does() -> Outcome {
    let server = Server::start(page_in("ar")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        until_it_says(&page, "قائمة").await?;
        // In an English line the month and year of an Arabic date would change places: where each of its words begins.
        assert_eq!(direction(&page, "article").await?, "ltr");
        let places = "const words = document.querySelector('checked-article').shadowRoot.querySelector('[part~=dateline] time').firstChild;
            return [...words.data.matchAll(/\\S+/g)].map(({ 0: word, index }) => {
                const range = document.createRange();
                range.setStart(words, index);
                range.setEnd(words, index + word.length);
                return range.getBoundingClientRect().left;
            })";
        let places: Vec<f64> = page.run(places, &[]).await?;
        assert!(places.len() == 3 && places.is_sorted_by(|one, other| one > other), "{places:?}");
        page.act("document.querySelector('checked-article').show('mended')").await?;
        reader.until_card("mended").await?;
        // "Town council · primary record", and before the checker's date: a dot is the line's; inside the name it would stand
        // on its other side.
        let dots = "const { shadowRoot } = document.querySelector('checked-article');
            return [...shadowRoot.querySelectorAll('.panel *')].flatMap((part) => ['::before', '::after'].filter((dot) =>
                getComputedStyle(part, dot).content.includes('·')).map((dot) => getComputedStyle(part, dot).direction))";
        assert_eq!(page.run::<Vec<String>>(dots, &[]).await?, ["rtl", "rtl"]);
        Ok(())
    })
}
