//! What is shipped, as sites take it (`tools/package-site` makes them): bundled, without a bundler, and from a CDN's folder.
//! One page needs all that can be fetched, and gets it.

use std::path::Path;

use end_to_end::{Outcome, Rule, Server, Site, in_browser, packaged, pages, seen};
use serde_json::{Value, json};

use crate::harbour;

/// The last thing told of an element by an event of this kind.
async fn told(page: &end_to_end::Page<'_>, kind: &str, target: &str) -> Outcome<Value> {
    let has = async || Ok(page.events().await?.iter().any(|event| event.kind == kind && event.target == target));
    page.until(&format!("{kind} of {target} is told"), has).await?;
    let events = page.events().await?.into_iter().rev();
    Ok(events
        .filter(|event| event.kind == kind && event.target == target)
        .map(|event| event.detail)
        .next()
        .unwrap_or_default())
}

/// The built sites, and the documents beside them.
fn sites() -> Outcome<Site> {
    let scale = harbour(|document| {
        document["scale"] = json!("politifact");
        document["claims"].as_array_mut().into_iter().flatten().for_each(|claim| claim["verdict"] = json!("half-true"));
    })?;
    let faulty = harbour(|document| document["claims"][0]["sources"][0]["url"] = json!("javascript:alert(1)"))?;
    let edited = harbour(|document| {
        document["article"]["body"][1] = json!("The quay was built in 1931 and last mended in 1979.");
    })?;
    let site = Site::over([packaged()?, pages("shared")]);
    Ok(site.rule("/scale.json", scale).rule("/faulty.json", faulty).rule("/edited.json", edited))
}

/// Whether a site has a file for every path that was asked for; the documents have rules.
fn all_there(server: &Server) -> Outcome {
    let folder = packaged()?;
    let documents = ["/harbour.json", "/scale.json", "/faulty.json", "/edited.json", "/favicon.ico"];
    let missing = |path: &String| !documents.contains(&path.as_str()) && !Path::new(&folder).join(&path[1..]).is_file();
    let missing: Vec<String> = server.requests().into_iter().filter(missing).collect();
    assert_eq!(missing, [""; 0], "asked for, and not there");
    Ok(())
}

/// The page in `folder` with its files from `files`, which is the same server or another.
fn works(row: &str, folder: &str, host: &Server, files: &Server) -> Outcome {
    in_browser(async |browser| {
        files.forget_requests();
        let page = browser.open(&host.url(&format!("/{folder}/index.html"))).await?;

        // The words of a language.
        let drawn = page.widget("#drawn");
        drawn.drawn().await?;
        let german = async || Ok(drawn.text("[part~=list-button]").await? == "Liste");
        page.until("the interface is German", german).await?;
        drawn.click_words("Nobody asked us").await?;
        drawn.until_card("q2").await?;

        // A publisher's scale; the wording of faults; words that were changed.
        let scale = page.widget("#scale");
        scale.drawn().await?;
        assert_eq!(scale.text(".found > p").await?, "2 claims checked");
        let faults = told(&page, "ca-error", "faulty").await?["faults"].to_string();
        assert!(faults.contains("claims[0].sources[0].url: expected an https, http or mailto URL"), "{faults}");
        let placements = told(&page, "ca-placement", "edited").await?["placements"].clone();
        let mended = placements.as_array().into_iter().flatten().find(|placement| placement["id"] == "mended");
        assert_eq!(mended.ok_or("no placement")?["status"], "changed");

        // The page's own article, and quotations that nobody wrote down.
        page.until_drawn("#over").await?;
        page.until_drawn("#found").await?;
        let painted = page.painted().await?;
        assert_eq!(painted, ["quote: “Nobody asked us,”", "quote: “We will rebuild the bridge by May,”"]);

        // Sharing.
        drawn.click("[data-action=share]").await?;
        drawn.until_shown(".share").await?;

        all_there(files)?;
        let mut modules: Vec<String> = files.requests().into_iter().filter(|path| path.ends_with(".wasm")).collect();
        modules.sort();
        modules.dedup();
        let asked = files.requests().iter().filter(|path| path.ends_with(".wasm")).count();
        assert_eq!((modules.len(), asked), (4, 4), "each module once: {:?}", files.requests());
        assert_eq!(page.uncaught().await?, [""; 0]);
        seen(browser.engine, "hosts", row, "works")
    })
}

#[test]
fn a_site_that_vite_bundles() -> Outcome {
    let server = Server::start(sites()?)?;
    works("a site bundled by Vite 8, from the npm package", "vite", &server, &server)
}

#[test]
fn a_site_that_webpack_bundles() -> Outcome {
    let server = Server::start(sites()?)?;
    works("a site bundled by webpack 5, from the npm package", "webpack", &server, &server)
}

#[test]
fn a_page_without_a_bundler() -> Outcome {
    let server = Server::start(sites()?)?;
    works("the npm package without a bundler", "relative", &server, &server)
}

#[test]
fn the_files_for_bundlers_run_without_one() -> Outcome {
    let server = Server::start(sites()?)?;
    works("the npm package's files for bundlers, without one", "unbundled", &server, &server)
}

/// The page that takes the files from the CDN's folder, and that folder, on an origin of its own.
fn from_cdn(rules: impl FnOnce(Site) -> Site) -> Outcome<[Server; 2]> {
    let anybody = Rule::new().header("Access-Control-Allow-Origin", "*");
    let cdn = Server::start(rules(Site::over([packaged()?]).rule("*", anybody)))?;
    let page = std::fs::read_to_string(packaged()?.join("from-cdn/index.html"))?;
    assert!(page.contains("\"/cdn/") && page.contains("importmap"));
    let page = page.replace("\"/cdn/", &format!("\"{}", cdn.url("/cdn/")));
    Ok([Server::start(sites()?.rule("/from-cdn/index.html", Rule::new().body(&page)))?, cdn])
}

#[test]
fn a_page_that_takes_it_from_a_cdn_and_checks_every_script() -> Outcome {
    let [host, cdn] = from_cdn(|site| site)?;
    works("a CDN's folder on another origin, with `integrity` for every script", "from-cdn", &host, &cdn)
}

#[test]
fn a_script_that_was_changed_on_the_cdn_is_refused() -> Outcome {
    let manifest: Value = serde_json::from_slice(&std::fs::read(packaged()?.join("cdn/manifest.json"))?)?;
    let files = manifest["files"].as_object().ok_or("no files")?;
    let runtime = files.keys().find(|path| path.starts_with("files/runtime.")).ok_or("no runtime")?;
    let path = format!("/cdn/{runtime}");
    let mut changed = std::fs::read(packaged()?.join(&path[1..]))?;
    changed.extend(b"/* x */");
    let [host, _cdn] = from_cdn(|site| site.rule(&path, Rule::new().body(&changed)))?;
    in_browser(async |browser| {
        let page = browser.open(&host.url("/from-cdn/index.html")).await?;
        assert_eq!(told(&page, "ca-error", "drawn").await?["code"], "runtime-unavailable");
        assert!(page.widget("#drawn").falls_back().await?);
        Ok(())
    })
}
