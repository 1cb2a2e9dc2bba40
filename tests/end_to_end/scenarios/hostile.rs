//! Whatever style sheets a page has, the article can be read and its cards can be opened, read and closed.

use end_to_end::{Outcome, Rule, Server, Site, in_browser, repository, seen};

use crate::site;

/// A reader's walk on the page with this style sheet, where the article is drawn and where it is the page's own.
fn with_sheet(row: &str, css: &[u8]) -> Outcome {
    let sheet = Rule::new().body(css).content_type("text/css");
    lies_over(css)?;
    works(row, site("hostile")?.rule("/page.css", sheet))
}

/// The page's own article looks as the page would have it; bar, rail, card and list are as they are everywhere.
fn lies_over(css: &[u8]) -> Outcome {
    let page = std::fs::read_to_string(end_to_end::pages("in-place").join("index.html"))?
        .replace("</style>", "#story { display: block !important }</style><link rel=\"stylesheet\" href=\"page.css\">");
    let site = site("in-place")?
        .rule("/index.html", Rule::new().body(&page).content_type("text/html; charset=utf-8"))
        .rule("/page.css", Rule::new().body(css).content_type("text/css"));
    let server = Server::start(site)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn("checked-article").await?;
        let reader = page.widget("checked-article");
        // Clear of the bar.
        let scroll = "[...document.querySelectorAll('article p')].find(({ textContent }) => textContent.includes('Nobody')).scrollIntoView({ block: 'center', behavior: 'instant' })";
        page.act(scroll).await?;
        page.settle().await?;
        page.click_at(page.words("article", "Nobody asked").await?).await?;
        reader.until_card("q2").await?;
        reader.until_shown("[part~=card]").await?;
        assert!(reader.text("[part~=card]").await?.contains("Jon Berg"));
        let card = reader.areas("[part~=card]").await?[0];
        assert!(card.width > 150.0 && card.height > 60.0, "the card is {card:?}");
        reader.click("[part~=card] [data-action=close]").await?;
        reader.until_gone("[part~=panel]").await?;
        reader.click("[part~=list-button]").await?;
        reader.until_shown("[part~=list]").await?;
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}

fn works(row: &str, site: Site) -> Outcome {
    let server = Server::start(site)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        let article = reader.areas("article").await?[0];
        assert!(article.width > 250.0 && article.height > 150.0, "the article is {article:?}");
        let sideways: f64 =
            page.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth", &[]).await?;
        assert!(sideways <= 1.0, "the page scrolls sideways by {sideways}");

        reader.click("[data-overlay=checks]").await?;
        reader.until_attribute("[data-overlay=checks]", "aria-checked", "true").await?;
        reader.click_words("Nobody asked us").await?;
        reader.until_card("q2").await?;
        assert!(reader.text("[part~=card]").await?.contains("Jon Berg"));
        let card = reader.areas("[part~=card]").await?[0];
        assert!(card.width > 150.0 && card.height > 60.0, "the card is {card:?}");
        reader.click("[part~=card] [data-action=close]").await?;
        reader.until_gone("[part~=panel]").await?;
        reader.click("[part~=list-button]").await?;
        reader.until_shown("[part~=list]").await?;
        assert_eq!(page.uncaught().await?, [""; 0]);
        // What is inherited ends at the controls.
        let looks = "const { textTransform, letterSpacing, textIndent, visibility } = \
                     getComputedStyle(document.querySelector('checked-article').shadowRoot.querySelector('[part~=list-button]')); \
                     return [textTransform, letterSpacing, textIndent, visibility]";
        assert_eq!(page.run::<Vec<String>>(looks, &[]).await?, ["none", "normal", "0px", "visible"]);
        seen(browser.engine, "hosts", row, "works")
    })
}

#[test]
fn all_unset() -> Outcome {
    with_sheet("`* { all: unset !important }`", b"* { all: unset !important }")
}

#[test]
fn buttons_hidden() -> Outcome {
    with_sheet(
        "`button { display: none !important }`",
        b"button, article, header, section, ul, li { display: none !important }",
    )
}

#[test]
fn huge_type() -> Outcome {
    with_sheet(
        "every `font-size` and `line-height` huge",
        b"* { font-size: 60px !important; line-height: 3 !important; } html { font-size: 30px !important }",
    )
}

#[test]
fn what_is_inherited() -> Outcome {
    let css = b"* { text-transform: uppercase; letter-spacing: .3em; word-spacing: 1em; white-space: nowrap; text-indent: 3em; \
                text-align: end; line-height: 0; cursor: none; user-select: none; \
                quotes: none; list-style: none; font-style: italic; text-shadow: 0 0 9px red; hyphens: auto; word-break: break-all; direction: ltr }";
    with_sheet("everything that is inherited set on `*`", css)
}

#[test]
fn box_sizing_and_positions() -> Outcome {
    let css = b"* { box-sizing: content-box !important; position: relative !important; float: left !important; \
                overflow: visible !important; max-width: 900px !important; z-index: 2147483647 !important; }";
    with_sheet("`box-sizing`, `position`, `float`, `z-index` on `*`", css)
}

#[test]
fn bootstrap() -> Outcome {
    with_sheet(
        "Bootstrap 5.3",
        &std::fs::read(repository().join("tools/node_modules/bootstrap/dist/css/bootstrap.min.css"))?,
    )
}

#[test]
fn tailwind() -> Outcome {
    with_sheet(
        "Tailwind 4 preflight",
        &std::fs::read(repository().join("tools/node_modules/tailwindcss/preflight.css"))?,
    )
}

#[test]
fn a_blog_s_theme() -> Outcome {
    with_sheet(
        "a theme in the manner of WordPress",
        &std::fs::read(end_to_end::pages("hostile").join("wordpress.css"))?,
    )
}

/// The size of type of everything that is drawn; and its distances, where the width of the page's column does not hang on
/// its root's type, as it does where cards stand beside the page's own article.
const SIZES: &str = "const [way] = arguments; return [...document.querySelector('checked-article').shadowRoot.querySelectorAll('.ca :not(.overlay *)')].map((element) => {
    const style = getComputedStyle(element);
    const lengths = way === 'one' ? ['fontSize', 'paddingTop', 'paddingLeft', 'marginTop', 'marginBottom', 'minHeight', 'maxWidth'] : ['fontSize'];
    return [element.localName, element.className.baseVal ?? element.className, ...lengths.map((name) => style[name])].join(' ');
})";

#[test]
fn the_size_of_the_page_s_root_changes_none_of_ours() -> Outcome {
    for way in ["one", "in-place"] {
        let server = Server::start(site(way)?)?;
        in_browser(async |browser| {
            let page = browser.open(&server.url("/index.html")).await?;
            page.until_drawn("checked-article").await?;
            // What the page sets on its own text stays: its root's size alone is in question.
            page.act("document.body.style.font = '18px/1.6 Georgia, serif'").await?;
            for what in ["show('mended')", "shadowRoot.querySelector('[part~=list-button]').click()"] {
                page.act(&format!("return document.querySelector('checked-article').{what}")).await?;
                page.widget("checked-article").until_shown("[part~=panel]").await?;
                page.settle().await?;
                let before: Vec<String> = page.run(SIZES, &[way.into()]).await?;
                for size in ["62.5%", "10px", "120px"] {
                    page.act(&format!(
                        "document.documentElement.style.setProperty('font-size', '{size}', 'important')"
                    ))
                    .await?;
                    page.settle().await?;
                    let now: Vec<String> = page.run(SIZES, &[way.into()]).await?;
                    let differing: Vec<_> = before.iter().zip(&now).filter(|(before, now)| before != now).collect();
                    assert!(differing.is_empty(), "{way}, {size}: {differing:#?}");
                }
                page.act("document.documentElement.removeAttribute('style')").await?;
            }
            Ok(())
        })?;
    }
    Ok(())
}
