//! How long what a reader does takes until it is painted, in an article of 1,000 paragraphs with 500 marks. A frame has
//! 16.7 ms. Run by `cargo bench -p end-to-end`, over a release build in `dist/`; it measures and judges nothing.

use end_to_end::{Browser, Engine, Outcome, PHONE, Page, Rule, Server, Site, WIDE, dist, in_browser, long_article};

/// Often enough for a median that stays, and even, so that what is switched is at the end as it was.
const TIMES: usize = 20;

/// What a reader does, and a script for it that takes how often it was done before.
const ACTS: [(&str, &str); 9] = [
    ("nothing, for comparison", ""),
    ("switch the fact check off or on", "click('[data-overlay=checks]')"),
    ("switch the quotations off or on", "click('[data-overlay=quotations]')"),
    ("open a card from the text", "click(`article [data-mark-id=${['c241', 'q250', 'c249', 'q258'][time % 4]}]`)"),
    ("next card", "click('[data-action=next]')"),
    ("open a card or close it", "click(time % 2 ? '[data-action=close]' : 'article [data-mark-id=c249]')"),
    ("show one verdict, or all again", "click('[part~=filter]')"),
    ("open the list or close it", "click('[part~=list-button]')"),
    ("show one person's words, or all again", "click('[part~=group]')"),
];

/// Milliseconds from the start of a frame in which it is done until that frame is painted, each time.
async fn measure(page: &Page<'_>, act: &str) -> Outcome<Vec<f64>> {
    let script = format!(
        "const {{ shadowRoot }} = document.querySelector('checked-article');
         const click = (selector) => shadowRoot.querySelector(selector).click();
         const painted = () => new Promise((done) => {{
             const {{ port1, port2 }} = new MessageChannel();
             port1.onmessage = done;
             port2.postMessage(null);
         }});
         const frame = () => new Promise(requestAnimationFrame);
         const times = [];
         for (let time = 0; time < {TIMES}; time += 1) {{
             for (let idle = 0; idle < 15; idle += 1) await frame();
             await new Promise((done) => requestAnimationFrame(() => {{
                 const begun = performance.now();
                 {act};
                 // What is left over after this frame was painted is told after it.
                 painted().then(() => done(times.push(performance.now() - begun)));
             }}));
         }}
         return times.sort((one, other) => one - other)"
    );
    page.run(&script, &[]).await
}

async fn table(browser: &Browser, server: &Server) -> Outcome {
    for (name, size) in [("wide", WIDE), ("phone", PHONE)] {
        browser.viewport(size).await?;
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        println!("\n{name}, {} by {}{:>37}{:>9}", size.0, size.1, "median", "longest");
        let middle =
            "document.querySelector('checked-article').shadowRoot.querySelectorAll('article p')[500].scrollIntoView()";
        page.act(middle).await?;
        for (act, script) in ACTS {
            if act == "show one person's words, or all again" {
                reader.click("[part~=list-button]").await?;
                reader.click("[role=tab][data-view=speakers]").await?;
                reader.until_shown("[part~=group]").await?;
            }
            let times = measure(&page, script).await?;
            println!("{act:<44}{:>6.1} ms{:>6.1} ms", times[TIMES / 2], times[TIMES - 1]);
        }
    }
    Ok(())
}

fn main() -> Outcome {
    let page = "<!doctype html><meta charset=\"utf-8\"><title>Long</title><script type=\"module\" src=\"checked-article.js\"></script>\
        <checked-article load=\"eager\" src=\"long.json\"></checked-article>";
    let site = Site::over([dist()?])
        .rule("/index.html", Rule::new().body(page))
        .rule("/long.json", Rule::new().body(&long_article(1_000, 500).to_string()));
    let server = Server::start(site)?;
    in_browser(async |browser| if browser.engine == Engine::Chromium { table(browser, &server).await } else { Ok(()) })
}
