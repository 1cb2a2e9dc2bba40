//! How long what a reader does takes until it is painted, in an article of 1,000 paragraphs with 500 marks and in one of
//! 28 with 14. A frame has 16.7 ms. Run by `cargo bench -p end-to-end`, over a release build in `dist/`; it measures and judges nothing.

use end_to_end::{Browser, Engine, Outcome, PHONE, Page, Rule, Server, Site, WIDE, dist, in_browser, long_article};

/// Often enough for a median that stays, and even, so that what is switched is at the end as it was.
const TIMES: usize = 20;
/// The least that can be seen: what it takes is the browser's and the machine's, not ours.
const LEAST: &str = "one paragraph's colour, for comparison";

/// What a reader does, and a script for it that takes how often it was done before.
const ACTS: [(&str, &str); 11] = [
    ("nothing, for comparison", ""),
    (LEAST, "middle.style.color = time % 2 ? '' : 'teal'"),
    ("a click on words without a mark", "middle.click()"),
    ("switch the fact check off or on", "click('[data-overlay=checks]')"),
    ("switch the quotations off or on", "click('[data-overlay=quotations]')"),
    ("open a card from the text", "shown[time % 4].click()"),
    ("next card", "click('[data-action=next]')"),
    ("open a card or close it", "time % 2 ? click('[data-action=close]') : shown[0].click()"),
    ("show one verdict, or all again", "click('[part~=filter]')"),
    ("open the list or close it", "click('[part~=list-button]')"),
    ("show one person's words, or all again", "click('[part~=group]')"),
];

/// Milliseconds from the start of a frame in which it is done until that frame is painted, each time.
async fn measure(page: &Page<'_>, act: &str) -> Outcome<Vec<f64>> {
    let script = format!(
        "const {{ shadowRoot }} = document.querySelector('checked-article');
         const click = (selector) => shadowRoot.querySelector(selector).click();
         const paragraphs = shadowRoot.querySelectorAll('article p');
         const middle = paragraphs[paragraphs.length >> 1];
         // Four marks near to each other, the claims' too, in the middle of the article.
         const buttons = [...shadowRoot.querySelectorAll('article [data-mark-id]')];
         const from = Math.max(0, (buttons.length >> 1) - 8);
         const shown = [1, 10, 0, 9].map((at) => buttons[from + at]);
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

/// What each act takes in the article at `address`.
async fn measured(browser: &Browser, address: &str) -> Outcome<Vec<Vec<f64>>> {
    let page = browser.open(address).await?;
    let reader = page.widget("checked-article");
    reader.drawn().await?;
    let middle =
        "const paragraphs = document.querySelector('checked-article').shadowRoot.querySelectorAll('article p');
        paragraphs[paragraphs.length >> 1].scrollIntoView()";
    page.act(middle).await?;
    let mut all = Vec::new();
    for (act, script) in ACTS {
        if act == "show one person's words, or all again" {
            reader.click("[part~=list-button]").await?;
            reader.click("[role=tab][data-view=speakers]").await?;
            reader.until_shown("[part~=group]").await?;
        }
        all.push(measure(&page, script).await?);
    }
    Ok(all)
}

async fn table(browser: &Browser, server: &Server, name: &str, size: (u32, u32)) -> Outcome {
    browser.viewport(size).await?;
    let few = measured(browser, &server.url("/index.html?short.json")).await?;
    let many = measured(browser, &server.url("/index.html?long.json")).await?;
    println!("\n| {name}, {} by {} | 14 marks, ms | 500 marks, ms | longest | against the least |", size.0, size.1);
    println!("|---|---|---|---|---|");
    let median = |times: &[f64]| times[TIMES / 2];
    let least = ACTS.iter().position(|(act, _)| *act == LEAST).map_or(1.0, |least| median(&many[least]));
    for (((act, _), few), many) in ACTS.iter().zip(&few).zip(&many) {
        let [few, middle, longest] = [median(few), median(many), many[TIMES - 1]];
        println!("| {act} | {few:.1} | {middle:.1} | {longest:.1} | {:.1} |", middle / least);
    }
    Ok(())
}

fn main() -> Outcome {
    let page = "<!doctype html><meta charset=\"utf-8\"><title>Long</title><script type=\"module\" src=\"checked-article.js\"></script>\
        <body><script>
            const tag = document.createElement('checked-article');
            tag.setAttribute('load', 'eager');
            tag.setAttribute('src', location.search.slice(1));
            document.body.append(tag);
        </script>";
    let site = Site::over([dist()?])
        .rule("/index.html", Rule::new().body(page))
        .rule("/short.json", Rule::new().body(&long_article(28, 14).to_string()))
        .rule("/long.json", Rule::new().body(&long_article(1_000, 500).to_string()));
    let server = Server::start(site)?;
    // Each by itself: what takes longer than three minutes counts as stuck.
    for (name, size) in [("wide", WIDE), ("phone", PHONE)] {
        in_browser(async |browser| match browser.engine {
            Engine::Chromium => table(browser, &server, name, size).await,
            _ => Ok(()),
        })?;
    }
    Ok(())
}
