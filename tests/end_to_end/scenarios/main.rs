//! The built widget in a real browser, a scenario a file. `cargo test -p end-to-end WORD` runs those with the word in
//! their name.

mod access;
mod anchors;
mod another_origin;
mod closed_roots;
mod fallback;
mod found;
mod frameworks;
mod heard;
mod hostile;
mod input;
mod isolation;
mod json_ld;
mod keyboard;
mod languages;
mod life;
mod links;
mod long;
mod motion;
mod mouse;
mod overlay;
mod package;
mod page_article;
mod page_edits;
mod page_layout;
mod page_parts;
mod page_target;
mod paper;
mod pictures;
mod placement;
mod placing;
mod policy;
mod selecting;
mod sharing;
mod signs;
mod sites;
mod states;
mod stillness;
mod touch;
mod trap;
mod two_elements;
mod undisturbed;
mod unpublished;
mod views;

use end_to_end::{Outcome, Rule, Site, dist, pages};
use serde_json::Value;

/// The page of a scenario with the built widget and the documents beside it.
fn site(scenario: &str) -> Outcome<Site> {
    Ok(Site::over([pages(scenario), pages("shared"), dist()?]))
}

/// The document that the scenarios read, changed by `change`.
fn harbour(change: impl FnOnce(&mut Value)) -> Outcome<Rule> {
    let mut document = serde_json::from_slice(&std::fs::read(pages("shared").join("harbour.json"))?)?;
    change(&mut document);
    Ok(Rule::new().body(&document.to_string()))
}
