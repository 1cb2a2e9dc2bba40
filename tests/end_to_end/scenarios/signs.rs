//! The signs of the verdicts are told apart by their shape alone, as small as they are drawn.

use end_to_end::{Outcome, Rule, Server, in_browser, pages};
use serde_json::{Value, json};

use crate::site;

const SIGNS: [&str; 7] = ["check", "check ring", "half", "cross", "question", "dash", "exclamation"];

#[test]
fn at_sixteen_pixels_no_sign_looks_like_another() -> Outcome {
    let mut document: Value = serde_json::from_slice(&std::fs::read(pages("shared").join("harbour.json"))?)?;
    let verdict = |sign: &&str| json!({ "id": sign.replace(' ', "-"), "label": sign, "tone": "neutral", "symbol": sign, "definition": "A sign." });
    document["scale"]["verdicts"] = SIGNS.iter().map(verdict).collect();
    let claim = document["claims"][1].clone();
    let claims = SIGNS.iter().enumerate().map(|(at, sign)| {
        let mut claim = claim.clone();
        claim["id"] = json!(format!("c{at}"));
        claim["verdict"] = json!(sign.replace(' ', "-"));
        claim
    });
    document["claims"] = claims.collect();
    let server = Server::start(site("one")?.rule("/harbour.json", Rule::new().body(&document.to_string())))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        reader.click("[data-overlay=checks]").await?;
        assert_eq!(reader.count(".tally .sign path").await?, SIGNS.len());
        // Each in black on 16 by 16 pixels, with the stroke of the tally; of two, the share of their ink that they do
        // not have in common.
        let apart = "const paths = [...document.querySelector('checked-article').shadowRoot.querySelectorAll('.tally .sign path')].map((path) => path.getAttribute('d'));
            const ink = paths.map((path) => {
                const pen = Object.assign(document.createElement('canvas'), { width: 16, height: 16 }).getContext('2d');
                Object.assign(pen, { lineWidth: 2.2, lineCap: 'round', lineJoin: 'round' });
                pen.stroke(new Path2D(path));
                return [...pen.getImageData(0, 0, 16, 16).data].filter((_, at) => at % 4 === 3).map((alpha) => alpha / 255);
            });
            const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);
            return ink.flatMap((one, at) => ink.slice(at + 1).map((other) =>
                sum(one.map((alpha, pixel) => Math.abs(alpha - other[pixel]))) / sum(one.map((alpha, pixel) => Math.max(alpha, other[pixel])))))";
        let apart: Vec<f64> = page.run(apart, &[]).await?;
        assert_eq!(apart.len(), SIGNS.len() * (SIGNS.len() - 1) / 2);
        assert!(apart.iter().all(|share| *share > 0.5), "{apart:?}");
        Ok(())
    })
}
