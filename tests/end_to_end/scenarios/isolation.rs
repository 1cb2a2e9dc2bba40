//! The page never notices: nothing of it is changed, nothing of the widget's gets out but what is meant to.

use end_to_end::{Key, Outcome, Page, Rule, Server, Site, dist, in_browser, pages, repository, seen};
use serde_json::Value;

use crate::site;

/// What the page looks like to its own script, without what is meant to be there.
async fn photograph(page: &Page<'_>, name: &str) -> Outcome<Value> {
    page.act(&format!("return photograph().then(seen => {{ (__probe.seen ??= {{}}).{name} = seen }})")).await?;
    page.run(
        &format!("const {{ looks, ...rest }} = __probe.seen.{name}; return {{ ...rest, looks: looks.length }}"),
        &[],
    )
    .await
}

/// What differs between two photographs, in words.
async fn differences(page: &Page<'_>, before: &str, after: &str) -> Outcome<Vec<String>> {
    let compared = r#"
        const [before, after] = [...arguments].map(name => __probe.seen[name]), found = [];
        for (const [part, was] of Object.entries(before)) {
            const is = after[part];
            if (part === "looks") {
                was.forEach((look, at) => {
                    const changed = look.split(";").filter((one, place) => one !== is[at].split(";")[place]);
                    if (changed.length) found.push(`element ${at} looked ${changed}`);
                });
            } else if (part === "globals") {
                was.forEach((names, at) => {
                    const known = new Set(names.split(","));
                    const added = is[at].split(",").filter(name => !known.has(name));
                    if (added.length) found.push(`globals of ${names.split(":")[0]}: ${added}`);
                });
            } else if (JSON.stringify(was) !== JSON.stringify(is)) found.push(`${part}: ${JSON.stringify(was)} -> ${JSON.stringify(is)}`);
        }
        return found;
    "#;
    page.run(compared, &[before.into(), after.into()]).await
}

#[test]
fn neither_drawn_nor_used_nor_taken_out_does_it_change_the_page() -> Outcome {
    let server = Server::start(site("neighbour")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until("the page is ready", async || page.run("return !!window.photograph", &[]).await).await?;
        let elements: Value = photograph(&page, "before").await?;
        assert!(elements["looks"].as_u64() > Some(200), "{}", elements["looks"]);
        let watched: Vec<String> = page.run("return window.watchers()", &[]).await?;
        page.act("return __probe.load('/checked-article.js')").await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        page.settle().await?;
        photograph(&page, "drawn").await?;

        reader.click_words("Nobody asked us").await?;
        reader.until_card("q2").await?;
        page.act("return document.querySelector('checked-article').next()").await?;
        reader.until_card("q3").await?;
        reader.click("[part~=card] [data-action=close]").await?;
        reader.until_gone("[part~=panel]").await?;
        page.act("let at = document.activeElement; while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; at.blur(); document.querySelector('#box').scrollTop = 0; scrollTo(0, 0)").await?;
        page.settle().await?;
        photograph(&page, "used").await?;

        page.act("document.querySelector('checked-article').remove()").await?;
        page.settle().await?;
        photograph(&page, "gone").await?;
        assert_eq!(page.run::<Vec<String>>("return window.watchers()", &[]).await?, watched, "somebody still watches");
        assert_eq!(page.run::<Vec<String>>("return window.definedElements()", &[]).await?, ["checked-article"]);
        let gone = differences(&page, "before", "gone").await?;
        let gone: Vec<&String> = gone.iter().filter(|found| !found.starts_with("markup")).collect();
        assert!(gone.is_empty(), "{gone:#?}");

        // While it stands there it listens for a link to a card, for clicks elsewhere, for the keyboard under a sheet and for paper;
        // nothing else is different.
        let listening = |found: &String| found.starts_with("listeners");
        for stage in ["drawn", "used"] {
            let (listens, rest): (Vec<String>, Vec<String>) =
                differences(&page, "before", stage).await?.into_iter().partition(listening);
            assert_eq!(rest, [""; 0], "{stage}");
            assert_eq!(listens.len(), 1, "{listens:?}");
        }
        let added = "const { seen } = __probe, rest = [...seen.drawn.listeners]; for (const one of seen.before.listeners) rest.splice(rest.indexOf(one), 1); return rest";
        assert_eq!(
            page.run::<Vec<String>>(added, &[]).await?,
            ["document click", "window afterprint", "window beforeprint", "window focusin", "window hashchange"]
        );
        seen(
            browser.engine,
            "hosts",
            "a page before, while and after: DOM, 200 computed styles, globals, listeners, observers, history, storage, fonts, console, performance marks",
            "works",
        )
    })
}

#[test]
fn keys_that_mean_something_in_the_article_are_not_the_page_s_and_no_event_of_its_own_gets_out() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        page.act(
            "window.heard = []; window.made = []; \
             for (const type of ['keydown', 'toggle', 'beforetoggle', 'scroll', 'animationend', 'copy']) addEventListener(type, event => heard.push(type + ' ' + (event.key ?? ''))); \
             const dispatch = EventTarget.prototype.dispatchEvent; \
             EventTarget.prototype.dispatchEvent = function (event) { made.push(event.type); return dispatch.call(this, event) }",
        )
        .await?;
        reader.click_words("Nobody asked us").await?;
        reader.until_card("q2").await?;
        for (key, card) in [(Key::Right, None), (Key::Escape, Some(()))] {
            page.press(key).await?;
            if card.is_some() {
                reader.until_gone("[part~=panel]").await?;
            }
        }
        page.settle().await?;
        assert_eq!(
            page.run::<Vec<String>>("return heard.filter(one => one.startsWith('keydown'))", &[]).await?,
            [""; 0]
        );
        let made: Vec<String> = page.run("return made", &[]).await?;
        assert!(!made.is_empty() && made.iter().all(|kind| kind.starts_with("ca-")), "{made:?}");
        Ok(())
    })
}

/// The version that the built loader says it has, and a site with the same under another version.
fn another_version(version: &str) -> Outcome<(String, Server)> {
    let manifest = std::fs::read_to_string(repository().join("Cargo.toml"))?;
    let own =
        manifest.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"')).ok_or("no version")?;
    let loader = std::fs::read_to_string(dist()?.join("checked-article.js"))?;
    let (written, other) = (format!("\"{own}\""), format!("\"{version}\""));
    assert_eq!(loader.matches(&written).count(), 1, "the loader has its version once");
    let site = Site::over([dist()?])
        .rule("*", Rule::new().header("Access-Control-Allow-Origin", "*"))
        .rule("/checked-article.js", Rule::new().body(&loader.replace(&written, &other)));
    Ok((own.into(), Server::start(site)?))
}

#[test]
fn of_two_versions_the_first_definition_stays_and_the_second_says_so() -> Outcome {
    let (own, other) = another_version("9.8.7")?;
    let first_line = "<script type=\"module\" src=\"checked-article.js\"></script>";
    let other_line = format!("<script type=\"module\" src=\"{}\"></script>", other.url("/checked-article.js"));
    let page = std::fs::read_to_string(pages("one").join("index.html"))?;
    assert!(page.contains(first_line));
    for (first, second) in [(&*own, "9.8.7"), ("9.8.7", &*own)] {
        let lines = if first == own { [first_line, &other_line] } else { [&*other_line, first_line] }.concat();
        let served = Rule::new().body(&page.replace(first_line, &lines));
        let server = Server::start(site("one")?.rule("/index.html", served))?;
        in_browser(async |browser| {
            [&server, &other].into_iter().for_each(Server::forget_requests);
            let page = browser.open(&server.url("/index.html")).await?;
            let reader = page.widget("checked-article");
            reader.drawn().await?;
            reader.click_words("Nobody asked us").await?;
            reader.until_card("q2").await?;
            assert_eq!(page.story().await?, ["ca-ready", "ca-open q2"]);
            let defined: String = page.run("return customElements.get('checked-article').version", &[]).await?;
            assert_eq!(defined, first);
            // Of the second nothing but the loader is fetched.
            let late = if first == own { &other } else { &server };
            assert!(!late.requests().iter().any(|path| path.contains("runtime") || path.contains("wasm")));
            let said = browser.console().await?;
            let names_both =
                |line: &String| line.contains(&format!("by version {first}; version {second} does nothing"));
            assert!(said.len() == 1 && names_both(&said[0]), "{said:?}");
            assert_eq!(page.uncaught().await?, [""; 0]);
            seen(
                browser.engine,
                "hosts",
                "two versions of the widget: the first definition stays, the second warns",
                "works",
            )
        })?;
    }
    Ok(())
}

#[test]
fn two_copies_under_two_names_stand_side_by_side() -> Outcome {
    let other = Site::over([dist()?]).rule("*", Rule::new().header("Access-Control-Allow-Origin", "*"));
    let other = Server::start(other)?;
    let page = std::fs::read_to_string(pages("one").join("index.html"))?.replace(
        "</html>",
        &format!(
            "<script type=\"module\" src=\"{}\"></script><other-article src=\"harbour.json\"><p>Its own words.</p></other-article></html>",
            other.url("/checked-article.js?tag=other-article")
        ),
    );
    let server = Server::start(site("one")?.rule("/index.html", Rule::new().body(&page)))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let [first, second] = ["checked-article", "other-article"].map(|host| page.widget(host));
        first.drawn().await?;
        second.drawn().await?;
        first.click_words("Nobody asked us").await?;
        first.until_card("q2").await?;
        second.click_words("the cheapest way").await?;
        second.until_card("q3").await?;
        first.until_gone("[part~=panel]").await?;
        assert_eq!(page.story().await?.iter().filter(|told| *told == "ca-open q3").count(), 1);
        assert_eq!(page.uncaught().await?, [""; 0]);
        seen(browser.engine, "hosts", "two copies of the widget from two origins, under two names", "works")
    })
}

#[test]
fn on_a_page_that_is_a_yew_app_each_handler_runs_once() -> Outcome {
    let site = Site::over([pages("yew"), pages("shared"), repository().join("target/yew-page"), dist()?]);
    let server = Server::start(site)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        let counted = "return [document.querySelector('#own').textContent, document.querySelector('#around').dataset.clicks].join()";
        page.act("document.querySelector('#own').click()").await?;
        page.until("the page counts its own click", async || {
            Ok(page.run::<String>(counted, &[]).await? == "The page's own: 1,0")
        })
        .await?;
        reader.click_words("Nobody asked us").await?;
        reader.until_card("q2").await?;
        page.settle().await?;
        assert_eq!(page.run::<String>(counted, &[]).await?, "The page's own: 1,1");
        reader.click("[part~=card] [data-action=close]").await?;
        reader.until_gone("[part~=panel]").await?;
        page.settle().await?;
        assert_eq!(page.run::<String>(counted, &[]).await?, "The page's own: 1,2");
        assert_eq!(page.story().await?, ["ca-ready", "ca-open q2", "ca-close q2"]);
        assert_eq!(page.uncaught().await?, [""; 0]);
        seen(browser.engine, "hosts", "a page that is itself a Yew app", "works")
    })
}
