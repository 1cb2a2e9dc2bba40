//! What the other matchers are given, and how long ours takes natively, as JSON.

use std::time::Instant;

use checked_article::anchors::Selector;
use ours::{Article, EDITS, Work};
use serde_json::{Value, json};

/// How often each measurement is repeated.
const RUNS: usize = 51;

fn main() {
    let targets: Vec<Value> = Article::made_up()
        .targets()
        .iter()
        .map(|target| {
            let mut value = json!({});
            for selector in &target.selectors {
                match selector {
                    Selector::Quote(quote) => {
                        value["exact"] = (*quote.exact).into();
                        value["prefix"] = (*quote.prefix).into();
                        value["suffix"] = (*quote.suffix).into();
                    }
                    Selector::Position(position) => value["start"] = position.start.into(),
                    _ => {}
                }
            }
            value
        })
        .collect();
    let edits: Vec<Value> = EDITS
        .iter()
        .map(|edit| {
            let (blocks, places) = Article::made_up().edited(*edit);
            let work = Work::new(*edit);
            let (mut times, mut right) = (Vec::new(), 0);
            for _ in 0..RUNS {
                let start = Instant::now();
                let placements = work.place();
                times.push(start.elapsed().as_secs_f64() * 1000.0);
                right = work.right(&placements);
            }
            json!({"name": edit.name(), "blocks": blocks, "places": places, "native": {"times": times, "right": right}})
        })
        .collect();
    println!("{}", json!({"targets": targets, "edits": edits}));
}
