//! A very long article with very many marks, all of it invented.

use serde_json::{Value, json};

/// Who is quoted in it.
const PEOPLE: [(&str, &str, &str); 5] = [
    ("lind", "Ada Lind", "Mayor of Westmere"),
    ("berg", "Jon Berg", "Fisherman"),
    ("moss", "Ivy Moss", "Harbour master"),
    ("reed", "Otto Reed", "Keeper of the lamp"),
    ("honk", "Sir Honkalot", "Goose"),
];
/// Verdict, label, tone and sign of its scale.
const SCALE: [(&str, &str, &str, &str); 5] = [
    ("accurate", "accurate", "upheld", "check"),
    ("mostly", "mostly accurate", "mostly upheld", "check ring"),
    ("mixed", "partly accurate", "mixed", "half"),
    ("inaccurate", "inaccurate", "refuted", "cross"),
    ("unproven", "unproven", "unproven", "question"),
];

/// A document of so many paragraphs with so many marks, quotations (`q0`, `q1`, …) and claims (`c0`, …) in turn, spread
/// evenly. No words stand in it twice, so that every mark finds its place.
pub fn long_article(paragraphs: usize, marks: usize) -> Value {
    let (mut body, mut quotes, mut claims) = (Vec::new(), Vec::new(), Vec::new());
    let selector = |exact: &str| json!({ "selector": { "type": "TextQuoteSelector", "exact": exact } });
    for number in 0..paragraphs {
        let (id, name, _) = PEOPLE[number % PEOPLE.len()];
        let said = format!("“I counted {number} herring before breakfast, and threw none of them back,”");
        let claimed = format!("the lamp on pier {number} was lit at dusk");
        body.push(json!(format!(
            "The log of Westmere harbour, page {number}, begins with the weather: fog from the north, and a slow tide. {said} \
             {name} told the Harbour Gazette. Further down the page it says that {claimed}, and that the goose was asleep \
             by then. Nobody signed it."
        )));
        let is_marked = number * marks / paragraphs != (number + 1) * marks / paragraphs;
        let made = quotes.len() + claims.len();
        if is_marked && made % 2 == 0 {
            quotes.push(json!({
                "id": format!("q{made}"),
                "target": selector(&said),
                "speaker": { "person": id },
                "cue": "told",
                "addressee": "the Harbour Gazette",
            }));
        } else if is_marked {
            claims.push(json!({
                "id": format!("c{made}"),
                "target": selector(&claimed),
                "claimReviewed": format!("The lamp on pier {number} was lit at dusk."),
                "verdict": SCALE[made / 2 % SCALE.len()].0,
                "summary": "The keeper’s own book was looked up.",
                "explanation": "The book gives the hour of each lamp for that evening.",
                "sources": [{ "publisher": "The keeper’s book", "url": "https://example.org/lamps", "kind": "record", "stance": "context" }],
            }));
        }
    }
    let people = PEOPLE.map(|(id, name, role)| json!({ "id": id, "name": name, "role": role }));
    let verdicts = SCALE.map(|(id, label, tone, symbol)| {
        json!({ "id": id, "label": label, "tone": tone, "symbol": symbol, "definition": "As the book has it." })
    });
    json!({
        "version": 1,
        "article": { "headline": "A thousand pages of fog", "inLanguage": "en", "body": body },
        "people": people,
        "quotes": quotes,
        "scale": { "verdicts": verdicts },
        "claims": claims,
        "review": { "author": { "name": "Test Desk" }, "datePublished": "2026-01-13" },
    })
}
