//! In an article with very many marks, whatever comes right after something else finds all of them right.

use end_to_end::{Outcome, Rule, Server, in_browser, long_article};

use crate::site;

fn long() -> Outcome<Server> {
    Server::start(site("one")?.rule("/harbour.json", Rule::new().body(&long_article(1_000, 500).to_string())))
}

/// The marks' buttons that are to be seen.
const SHOWN: &str = "article .end button:not([hidden])";

#[test]
fn of_two_filters_in_a_row_the_second_holds_everywhere() -> Outcome {
    let server = long()?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        reader.click("[data-overlay=checks]").await?;
        page.act(
            "const filters = document.querySelector('checked-article').shadowRoot.querySelectorAll('[part~=filter]');
             filters[0].click();
             requestAnimationFrame(() => filters[3].click())",
        )
        .await?;
        page.until("all is painted", async || Ok(reader.count(SHOWN).await? == 50)).await?;
        page.settle().await?;
        assert_eq!(reader.attributes(SHOWN, "data-tone").await?, ["refuted"; 50]);
        assert_eq!(reader.attributes("article [data-m][data-tone]", "data-tone").await?, ["refuted"; 50]);
        assert_eq!(reader.count("article [data-quote]").await?, 0);
        Ok(())
    })
}

#[test]
fn what_is_printed_right_after_a_switch_is_whole() -> Outcome {
    let server = long()?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        let printed = "const { shadowRoot } = document.querySelector('checked-article');
            const turn = () => new Promise((done) => setTimeout(done));
            shadowRoot.querySelector('[data-overlay=checks]').click();
            return turn().then(() => dispatchEvent(new Event('beforeprint'))).then(turn).then(() =>
                ['.end button:not([hidden], [data-tone=quote])', '.notes > ol > li'].map((wanted) =>
                    shadowRoot.querySelectorAll(wanted).length))";
        assert_eq!(page.run::<[usize; 2]>(printed, &[]).await?, [250, 250]);
        Ok(())
    })
}

#[test]
fn arrows_reach_the_fortieth_item_of_the_list_and_a_search_the_last() -> Outcome {
    let server = long()?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        reader.click("[part~=list-button]").await?;
        reader.until_shown("[part~=list]").await?;
        assert_eq!(reader.count("[part~=list] li").await?, 500);
        // The item that the keyboard is on.
        let walk = "const { shadowRoot } = document.querySelector('checked-article');
            const list = shadowRoot.querySelector('[part~=list]');
            const items = [...list.querySelectorAll('[part~=list-item]')];
            items[0].focus();
            const left = (item) => new Promise((done) => {
                const look = () => (shadowRoot.activeElement === item ? setTimeout(look) : done());
                look();
            });
            const down = () => {
                const item = shadowRoot.activeElement;
                item.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true, cancelable: true }));
                return left(item);
            };
            const steps = Array.from({ length: 39 });
            return steps.reduce((before) => before.then(down), Promise.resolve())
                .then(() => items.indexOf(shadowRoot.activeElement) + 1)";
        assert_eq!(page.run::<usize>(walk, &[]).await?, 40);
        let seen = "const { shadowRoot } = document.querySelector('checked-article');
            const [item, around] = [shadowRoot.activeElement, shadowRoot.querySelector('[part~=list]')]
                .map((one) => one.getBoundingClientRect());
            return item.top >= around.top - 1 && item.bottom <= around.bottom + 1";
        page.until("it is in sight", async || page.run::<bool>(seen, &[]).await).await?;
        reader.click("[part~=search]").await?;
        page.write("pier 999 was").await?;
        page.until("it is found", async || Ok(reader.count("[part~=list-item]").await? == 1)).await?;
        assert_eq!(reader.attributes("[part~=list-item]", "data-mark-id").await?, ["c499"]);
        Ok(())
    })
}

#[test]
fn who_follows_a_link_into_the_middle_reads_back_up_without_a_jump() -> Outcome {
    let server = long()?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html#ca-c251")).await?;
        let reader = page.widget("checked-article");
        reader.until_card("c251").await?;
        page.settle().await?;
        let seen = "const words = document.querySelector('checked-article').shadowRoot.querySelector('[data-m].open').getBoundingClientRect();
            return words.top >= 0 && words.bottom <= innerHeight";
        page.until("its words are in sight", async || page.run::<bool>(seen, &[]).await).await?;
        // What is above was never in sight. Each step up moves the words that are read by as much, whatever is laid out meanwhile.
        let climb = "const { shadowRoot } = document.querySelector('checked-article');
            const frame = () => new Promise(requestAnimationFrame);
            const top = (paragraph) => paragraph.getBoundingClientRect().top;
            const paragraphs = [...shadowRoot.querySelectorAll('article p')];
            let most = 0;
            const step = async () => {
                const read = paragraphs.find((paragraph) => top(paragraph) > innerHeight / 4);
                const [before, scrolled] = [top(read), scrollY];
                scrollBy({ top: -120, behavior: 'instant' });
                await frame();
                await frame();
                most = Math.max(most, Math.abs(top(read) - before - 120));
                return scrolled > 0;
            };
            return Array.from({ length: 60 }).reduce((before) => before.then(step), Promise.resolve()).then(() => most)";
        let most = page.run::<f64>(climb, &[]).await?;
        assert!(most <= 2.0, "the words read moved by {most} px more or less than was scrolled");
        Ok(())
    })
}

#[test]
fn all_of_it_can_be_copied() -> Outcome {
    let server = long()?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.widget("checked-article").drawn().await?;
        page.act(
            "getSelection().selectAllChildren(document.querySelector('checked-article').shadowRoot.querySelector('[part=body]'))",
        )
        .await?;
        let copied = page.selection("checked-article").await?;
        assert_eq!(copied.matches("Nobody signed it.").count(), 1_000);
        Ok(())
    })
}
