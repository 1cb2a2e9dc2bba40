//! The pages of which pictures are taken: the demo, and the same tag with documents that lack something; and the gallery's
//! page, which shows all pictures side by side.

use std::time::Duration;

use end_to_end::{Outcome, Rule, Site, dist, long_article, pages};
use serde_json::{Value, json};

use super::kept;
use super::states::{IMAGES, STATES, State, VARIANTS};

/// The built site with the pages and documents of all states.
pub fn site() -> Outcome<Site> {
    let demo = std::fs::read_to_string(dist()?.join("index.html"))?;
    let summit: Value = serde_json::from_slice(&std::fs::read(dist()?.join("alaska-summit.json"))?)?;
    let harbour: Value = serde_json::from_slice(&std::fs::read(pages("shared").join("harbour.json"))?)?;
    let own = std::fs::read_to_string(pages("in-place").join("index.html"))?;
    let with = |document: &Value, change: &dyn Fn(&mut Value)| {
        let mut document = document.clone();
        change(&mut document);
        Rule::new().body(&document.to_string())
    };
    let mended = "last mended in 1978";
    let documents = [
        ("no-quotations", with(&summit, &|document| document["quotes"] = json!([]))),
        ("no-checks", with(&summit, &|document| document["claims"] = json!([]))),
        (
            "no-marks",
            with(&summit, &|document| {
                document["quotes"] = json!([]);
                document["claims"] = json!([]);
            }),
        ),
        ("loading", Rule::new().body("{}").delay(Duration::from_secs(30))),
        ("failed", Rule::new().status(404)),
        ("faulty", with(&harbour, &|document| document["claims"][0]["verdict"] = json!("certain"))),
        (
            "changed",
            with(&harbour, &|document| {
                let edited =
                    document["article"]["body"][1].as_str().map(|words| words.replace(mended, "last mended in 1994"));
                document["article"]["body"][1] = json!(edited);
            }),
        ),
        (
            "short",
            with(&harbour, &|document| {
                document["article"] =
                    json!({ "inLanguage": "en", "body": ["The quay was built in 1931 and last mended in 1978."] });
                document["quotes"] = json!([]);
                if let Some(claims) = document["claims"].as_array_mut() {
                    claims.retain(|claim| claim["id"] == "mended");
                }
            }),
        ),
        (
            "cut",
            with(&harbour, &|document| {
                let geese: Vec<String> = (2..=60).map(|goose| format!(", and then goose number {goose}")).collect();
                let words = format!("“Goose number 1 honked{}.”", geese.concat());
                document["article"]["body"] = json!([format!("{words} Ada Lind told the council.")]);
                document["quotes"][0]["target"] =
                    json!({ "selector": { "type": "TextQuoteSelector", "exact": words } });
            }),
        ),
        ("long", Rule::new().body(&long_article(1_000, 500).to_string())),
    ];
    let column = |name: &str| {
        format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <title>{name}</title><link rel=\"stylesheet\" href=\"gallery/gallery.css\"><main class=\"column\">\
             <script type=\"module\" src=\"checked-article.js\"></script>\
             <checked-article src=\"{name}.json\"><p>The report is drawn here.</p></checked-article></main></html>"
        )
    };
    let mut site = Site::over([dist()?, kept(), pages("shared")]).rule("/page.html", Rule::new().body(&own));
    for (name, document) in documents {
        let page = match name {
            "faulty" | "changed" | "short" | "long" | "cut" => column(name),
            _ => demo.replace("src=\"alaska-summit.json\"", &format!("src=\"{name}.json\"")),
        };
        site = site.rule(&format!("/{name}.json"), document).rule(&format!("/{name}.html"), Rule::new().body(&page));
    }
    Ok(site)
}

/// The page that shows all pictures.
pub fn gallery() -> String {
    let mut page = String::from(
        r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Gallery · Checked Article</title>
<link rel="icon" href="../favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="gallery.css">
<main>
  <h1>Checked Article: every state in pictures</h1>
  <p>Taken by <code>make screenshots</code>; a test holds the page against them. Three themes of a few lines of CSS, with the
    widget itself: <a href="broadsheet.html">a broadsheet</a>, <a href="tabloid.html">a tabloid</a>,
    <a href="blog.html">a blog</a>.</p>
"#,
    );
    let mut section = |caption: &str, pictures: &[(String, (u32, u32), &str)]| {
        page.push_str(&format!("  <h2>{caption}</h2>\n  <ul class=\"pictures\">\n"));
        for (name, (width, height), variant) in pictures {
            let told = variant[..1].to_lowercase() + &variant[1..];
            page.push_str(&format!(
                "    <li><figure><img src=\"pictures/{name}.webp\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" \
                 alt=\"{caption}, {told}\"><figcaption>{variant}</figcaption></figure></li>\n"
            ));
        }
        page.push_str("  </ul>\n");
    };
    for state in &STATES {
        let variants = VARIANTS.iter().filter(|variant| state.variants.contains(&variant.end));
        let picture =
            |variant: &super::Variant| (format!("{}-{}", state.name, variant.end), variant.size, variant.caption);
        section(state.caption, &variants.map(picture).collect::<Vec<_>>());
    }
    for image in &IMAGES {
        let size = if image.is_tall { (1080, 1350) } else { (1200, 630) };
        let picture = |(end, variant)| (format!("{}-{end}", image.name), size, variant);
        section(image.caption, &[("light", "Light"), ("dark", "Dark")].map(picture));
    }
    page.push_str("</main>\n</html>\n");
    page
}

/// The page of the documentation that says of each state what a reader sees, with its first picture.
pub fn states() -> String {
    let mut page = String::from(
        "# Every state, in words and a picture\n\n`make screenshots` takes the pictures and writes this page; a test holds \
         the widget against them. All of them side by side: `gallery/` of the demo.\n",
    );
    for State { name, caption, variants, .. } in &STATES {
        let shown = |end: &&str| VARIANTS.iter().find(|variant| variant.end == *end).map(|variant| variant.caption);
        let [first, others @ ..] = variants else { continue };
        page.push_str(&format!("\n## {caption}\n\n![{caption}](pictures/{name}-{first}.webp)\n"));
        let links: Vec<String> =
            others.iter().filter_map(|end| Some(format!("[{}](pictures/{name}-{end}.webp)", shown(end)?))).collect();
        if !links.is_empty() {
            page.push_str(&format!("\n{}\n", links.join(" · ")));
        }
    }
    page
}
