//! A narrow column on one site, the widget's files on another, the document on a third.

use end_to_end::{Outcome, Rule, Server, Site, dist, in_browser, pages, seen};

const ANYBODY: (&str, &str) = ("Access-Control-Allow-Origin", "*");

/// The page, the widget's files, and the documents under `of_documents`; each a server.
fn three(of_documents: Rule) -> Outcome<[Server; 3]> {
    let anybody = Rule::new().header(ANYBODY.0, ANYBODY.1);
    // As from a storage bucket that knows nothing of WebAssembly.
    let files = Site::over([dist()?]).rule("*", anybody).rule("*.wasm", Rule::new().no_content_type());
    let files = Server::start(files)?;
    let documents = Server::start(Site::over([pages("shared")]).rule("*", of_documents))?;
    let page = std::fs::read_to_string(pages("embed").join("index.html"))?;
    let page = page.replace("WIDGET", &files.url("")).replace("DOCUMENT", &documents.url(""));
    // A cookie of this machine, which browsers send to every port of it where they are asked to.
    let page = page.replacen("<script", "<script>document.cookie = 'reader=known; max-age=60'</script><script", 1);
    let page = Server::start(Site::default().rule("/index.html", Rule::new().body(&page)))?;
    Ok([page, files, documents])
}

#[test]
fn three_origins_make_one_article_in_a_column_of_320_pixels() -> Outcome {
    let [host, files, documents] = three(Rule::new().header(ANYBODY.0, ANYBODY.1))?;
    in_browser(async |browser| {
        [&host, &files, &documents].into_iter().for_each(Server::forget_requests);
        let page = browser.open(&host.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        let article = reader.areas("article").await?[0];
        assert!(article.width <= 320.0 && article.width > 280.0, "{article:?}");
        let sideways = "return document.documentElement.scrollWidth - innerWidth";
        assert_eq!(page.run::<f64>(sideways, &[]).await?, 0.0);

        reader.click_words("Nobody asked us").await?;
        reader.until_card("q2").await?;
        assert_eq!(page.run::<f64>(sideways, &[]).await?, 0.0);
        assert_eq!(page.story().await?, ["ca-ready", "ca-open q2"]);

        let wanted = |server: &Server, path: &str| server.requests().iter().filter(|asked| *asked == path).count();
        assert_eq!(wanted(&files, "/reader_bg.wasm"), 1);
        assert_eq!(wanted(&documents, "/harbour.json"), 1);
        assert_eq!(host.requests().iter().filter(|path| *path != "/favicon.ico").count(), 1, "the page alone");
        for other in [&files, &documents] {
            assert_eq!(other.requests_with_a_cookie(), [""; 0], "another origin is told who reads");
        }
        seen(browser.engine, "hosts", "a column of 320 pixels; page, files and document on three origins", "works")
    })
}

#[test]
fn a_document_that_its_site_does_not_share_leaves_the_page_s_own_words() -> Outcome {
    let [host, _files, _documents] = three(Rule::new())?;
    in_browser(async |browser| {
        let page = browser.open(&host.url("/index.html")).await?;
        page.until("an error is told", async || Ok(!page.events().await?.is_empty())).await?;
        assert_eq!(page.story().await?, ["ca-error document-unavailable"]);
        assert!(page.widget("checked-article").falls_back().await?);
        Ok(())
    })
}

#[test]
fn the_page_s_own_site_is_asked_with_its_cookies_as_for_everything_else() -> Outcome {
    let page = std::fs::read_to_string(pages("one").join("index.html"))?;
    let page = page.replacen("<script", "<script>document.cookie = 'reader=known; max-age=60'</script><script", 1);
    let site = Site::over([pages("one"), pages("shared"), dist()?]).rule("/index.html", Rule::new().body(&page));
    let server = Server::start(site)?;
    in_browser(async |browser| {
        server.forget_requests();
        let page = browser.open(&server.url("/index.html")).await?;
        page.widget("checked-article").drawn().await?;
        assert!(
            server.requests_with_a_cookie().contains(&"/harbour.json".into()),
            "a document behind a login is not read"
        );
        Ok(())
    })
}
