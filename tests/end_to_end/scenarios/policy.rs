//! The security policies that pages have, a test each: the article is drawn without a violation, or the page's own words
//! stay and the page is told why. What is seen is written into the table of `docs/hosts.md`.

use end_to_end::{Outcome, Rule, Server, Site, in_browser, seen};

use crate::site;

/// What must become of the article under a policy.
enum Must {
    /// It is drawn, and nothing is refused.
    Run,
    /// It is drawn where this browser's policy lets WebAssembly be compiled; else the fallback stays, and why is told.
    RunWhereWasmMay,
    /// The fallback stays, with this error.
    Fail(&'static str),
    /// Nothing of ours is loaded: the fallback stays.
    Stay,
}

fn policy(row: &str, value: &str, must: Must) -> Outcome {
    let header = Rule::new().header("Content-Security-Policy", value);
    under(row, site("policy")?.rule("/index.html", header), must)
}

fn under(row: &str, site: Site, must: Must) -> Outcome {
    let server = Server::start(site)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        let may = async || {
            let known = "return window.wasmAllowed !== undefined";
            page.until("the page knows", async || page.run(known, &[]).await).await?;
            page.run::<bool>("return window.wasmAllowed", &[]).await
        };
        let runs = match must {
            Must::Run => true,
            Must::RunWhereWasmMay => may().await?,
            Must::Fail(_) | Must::Stay => false,
        };
        let cell = if runs {
            reader.drawn().await?;
            reader.click_words("Nobody asked us").await?;
            reader.until_card("q2").await?;
            assert_eq!(page.story().await?, ["ca-ready", "ca-open q2"]);
            assert_eq!(browser.console().await?, [""; 0], "something is refused");
            "runs".into()
        } else if let Must::Stay = must {
            page.settle().await?;
            assert!(reader.falls_back().await?);
            "the fallback stays, nothing is loaded".into()
        } else {
            let code = if let Must::Fail(code) = must { code } else { "wasm-blocked" };
            page.until("an error is told", async || Ok(!page.events().await?.is_empty())).await?;
            page.settle().await?;
            assert_eq!(page.story().await?, [format!("ca-error {code}")]);
            let events = page.events().await?;
            let message = events[0].detail["message"].as_str().unwrap_or_default();
            if code == "wasm-blocked" {
                assert!(message.contains("script-src") && message.contains("'wasm-unsafe-eval'"), "{message}");
            }
            assert!(reader.falls_back().await?);
            assert_eq!(page.uncaught().await?, [""; 0]);
            format!("the fallback stays, `{code}`")
        };
        seen(browser.engine, "policy", row, &cell)
    })
}

/// Everything that is fetched when it is needed works under this policy too, over the page's own article: what paints it,
/// placing in words that were edited, found quotations, another language, sharing.
fn with_all_that_is_fetched_later(value: &str) -> Outcome {
    let header = Rule::new().header("Content-Security-Policy", value);
    let server = Server::start(site("policy")?.rule("/in-place.html", header))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/in-place.html")).await?;
        page.until_drawn("checked-article").await?;
        page.until_drawn("#found").await?;
        let reader = page.widget("checked-article");
        reader.click("[data-overlay=checks]").await?;
        let painted = async |words: &str| {
            page.until(words, async || Ok(page.painted().await?.iter().any(|painted| painted == words))).await
        };
        painted("quote: “Nobody asked us,”").await?;
        painted("changed: last mended in 1979").await?;
        painted("quote: “It was always dry here,”").await?;
        page.until("the interface speaks German", async || Ok(reader.text(".bar").await?.contains("Zitate"))).await?;
        page.click_at(page.words("#story", "Nobody asked").await?).await?;
        reader.until_card("q2").await?;
        reader.click("[part~=card] [data-action=share]").await?;
        reader.until_shown(".share").await?;
        page.settle().await?;
        assert_eq!(browser.console().await?, [""; 0], "something is refused");
        seen(
            browser.engine,
            "policy",
            &format!("`{value}`, over the page's own article, with all that is fetched later"),
            "runs",
        )
    })
}

const STRICTEST: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                         img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const NONCE: &str = "default-src 'none'; script-src 'nonce-c2VlZA' 'strict-dynamic' 'wasm-unsafe-eval'; connect-src 'self'; \
                     base-uri 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

#[test]
fn the_strictest_with_all_that_is_fetched_later() -> Outcome {
    with_all_that_is_fetched_later(STRICTEST)
}

#[test]
fn a_nonce_with_all_that_is_fetched_later() -> Outcome {
    with_all_that_is_fetched_later(NONCE)
}

#[test]
fn none() -> Outcome {
    under("no policy", site("policy")?, Must::Run)
}

#[test]
fn the_strictest() -> Outcome {
    policy(&format!("`{STRICTEST}`"), STRICTEST, Must::Run)
}

#[test]
fn the_page_s_own_origin() -> Outcome {
    let value =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types";
    policy(&format!("`{value}`"), value, Must::Run)
}

#[test]
fn a_nonce() -> Outcome {
    policy(&format!("`{NONCE}`"), NONCE, Must::Run)
}

#[test]
fn unsafe_eval_instead() -> Outcome {
    let value = "default-src 'self'; script-src 'self' 'unsafe-eval'";
    policy(&format!("`{value}`"), value, Must::Run)
}

#[test]
fn no_style_sheets() -> Outcome {
    let value = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'none'";
    policy(&format!("`{value}`"), value, Must::Run)
}

#[test]
fn own_origin_without_wasm() -> Outcome {
    policy("`default-src 'self'`", "default-src 'self'", Must::RunWhereWasmMay)
}

#[test]
fn a_nonce_without_wasm() -> Outcome {
    let value = "script-src 'nonce-c2VlZA' 'strict-dynamic'";
    policy(&format!("`{value}`"), value, Must::RunWhereWasmMay)
}

#[test]
fn no_connections() -> Outcome {
    let value = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'";
    policy(&format!("`{value}`"), value, Must::Fail("document-unavailable"))
}

#[test]
fn no_scripts_of_ours() -> Outcome {
    // The probe is let in by its nonce; the loader's tag has another.
    let page = std::fs::read_to_string(end_to_end::pages("policy").join("index.html"))?
        .replace("c2VlZA\" type", "other\" type");
    let header = Rule::new().header("Content-Security-Policy", "script-src 'nonce-c2VlZA'").body(&page);
    under("`script-src` without the loader", site("policy")?.rule("/index.html", header), Must::Stay)
}

#[test]
fn a_sandbox() -> Outcome {
    let anybody = Rule::new().header("Access-Control-Allow-Origin", "*");
    let header = Rule::new().header("Content-Security-Policy", "sandbox allow-scripts");
    let site = site("policy")?.rule("*", anybody).rule("/index.html", header);
    under("`sandbox allow-scripts`, as of an `iframe`, with files and document for everybody (CORS)", site, Must::Run)
}

#[test]
fn isolated_from_other_origins() -> Outcome {
    let header = Rule::new()
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Embedder-Policy", "require-corp")
        .header("X-Content-Type-Options", "nosniff");
    let site =
        site("policy")?.rule("/index.html", header).rule("*", Rule::new().header("X-Content-Type-Options", "nosniff"));
    under(
        "`Cross-Origin-Opener-Policy: same-origin`, `Cross-Origin-Embedder-Policy: require-corp`, `nosniff`",
        site,
        Must::Run,
    )
}

/// A module or a style sheet other than the one that was built is refused by the hash in the loader; a script, by the hash
/// in the page.
fn tampered(path: &str, code: &str, page: Option<&str>) -> Outcome {
    let mut bytes = std::fs::read(end_to_end::dist()?.join(path.trim_start_matches('/')))?;
    // It would run: a section or a comment that says nothing.
    let addition: &[u8] = if path.ends_with(".wasm") { b"\x00\x02\x01x" } else { b"/* x */" };
    bytes.extend(addition);
    let mut site = site("policy")?.rule(path, Rule::new().body(&bytes));
    if let Some(page) = page {
        site = site.rule("/index.html", Rule::new().body(page));
    }
    let server = Server::start(site)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until("an error is told", async || Ok(!page.events().await?.is_empty())).await?;
        page.settle().await?;
        assert_eq!(page.story().await?, [format!("ca-error {code}")]);
        assert!(page.widget("checked-article").falls_back().await?);
        Ok(())
    })
}

#[test]
fn a_module_that_was_not_built_with_the_loader_is_refused() -> Outcome {
    tampered("/reader_bg.wasm", "runtime-unavailable", None)
}

#[test]
fn a_style_sheet_that_was_not_built_with_the_loader_is_refused() -> Outcome {
    tampered("/checked-article.css", "runtime-unavailable", None)
}

/// The page with the lines of `integrity.html` in place of its own for the loader.
fn with_integrity() -> Outcome<String> {
    let lines = std::fs::read_to_string(end_to_end::dist()?.join("integrity.html"))?.replace("/checked-article/", "/");
    let page = std::fs::read_to_string(end_to_end::pages("policy").join("index.html"))?;
    let own = r#"<script nonce="c2VlZA" type="module" src="checked-article.js"></script>"#;
    assert!(page.contains(own));
    Ok(page.replace(own, &lines))
}

#[test]
fn with_the_lines_of_integrity_html_it_runs() -> Outcome {
    let page = Rule::new().body(&with_integrity()?);
    under(
        "`integrity` for every script, as `integrity.html` has it",
        site("policy")?.rule("/index.html", page),
        Must::Run,
    )
}

/// Every script that is built has its line: one that has none could be another without anybody noticing.
#[test]
fn those_lines_name_every_script() -> Outcome {
    let lines = std::fs::read_to_string(end_to_end::dist()?.join("integrity.html"))?;
    for file in std::fs::read_dir(end_to_end::dist()?)? {
        let name = file?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".js") {
            assert!(lines.contains(&format!("/{name}\"")), "{name} has no integrity");
        }
    }
    Ok(())
}

#[test]
fn with_those_lines_another_runtime_is_refused() -> Outcome {
    tampered("/runtime.js", "runtime-unavailable", Some(&with_integrity()?))
}
