//! The bar: two switches, the list's button and, below them, how many claims were checked or what came of it.

use super::model::Model;
use super::pen::Pen;
use super::{messages, symbol};
use crate::claims::VerdictIndex;
use crate::reading::{Panel, Reading};
use crate::text::decimal;

/// Draws the bar; nothing where the article has no marks.
pub fn toolbar(pen: &mut Pen, model: &Model, reading: &Reading) {
    let quotations = model.outline.count(|entry| entry.verdict.is_none());
    let claims = model.outline.count(|entry| entry.verdict.is_some());
    if quotations + claims > 0 {
        pen.open("div class=bar;part=toolbar");
        if quotations > 0 {
            let count = messages::quotations_by(quotations, model.outline.speakers());
            switch(pen, "quotations", reading.quotations, messages::QUOTATIONS, &count);
        }
        if claims > 0 {
            switch(pen, "checks", reading.checks, messages::FACT_CHECK, &decimal(claims));
        }
        list_button(pen, matches!(reading.panel, Panel::List { .. }));
        if claims > 0 {
            pen.open("div class=found");
            pen.leaf("p", &messages::claims_checked(claims));
            tally(pen, model, reading);
            pen.close();
        }
        pen.close();
    }
}

fn switch(pen: &mut Pen, overlay: &str, on: bool, name: &str, count: &str) {
    pen.open("button type=button;role=switch;part=switch;class=switch");
    pen.attribute("data-overlay", overlay);
    pen.attribute("aria-checked", truth(on));
    pen.leaf("span class=knob", "");
    pen.open("span");
    pen.text(name);
    pen.text(" ");
    pen.leaf("small", count);
    pen.close();
    pen.close();
}

fn list_button(pen: &mut Pen, open: bool) {
    pen.open("button type=button;part=list-button;class=plain;data-action=toggle-list");
    pen.attribute("aria-expanded", truth(open));
    pen.attribute("aria-label", messages::LIST_OF_ALL);
    pen.attribute("title", messages::LIST_OF_ALL);
    symbol::sign(pen, symbol::LIST);
    pen.text(messages::LIST);
    pen.close();
}

/// "8 accurate, 3 supported, …": counted from the document, each a filter.
fn tally(pen: &mut Pen, model: &Model, reading: &Reading) {
    pen.open("div class=tally;role=group");
    pen.attribute("aria-label", messages::FILTER);
    for (index, verdict) in model.document.scale.verdicts.iter().enumerate() {
        let index = VerdictIndex(index);
        let count = model.outline.count(|entry| entry.verdict == Some(index) && entry.standing.holds());
        if count == 0 {
            continue;
        }
        pen.open("button type=button;part=filter;class=plain");
        pen.attribute("data-verdict", &verdict.id);
        pen.attribute("data-tone", symbol::tone(verdict.tone));
        pen.attribute("aria-pressed", truth(reading.filter == Some(index)));
        symbol::sign(pen, symbol::verdict(verdict.symbol));
        pen.text(&[&decimal(count), " ", &*verdict.label].concat());
        pen.close();
    }
    let withheld = model.outline.count(|entry| entry.verdict.is_some() && !entry.standing.holds());
    if withheld > 0 {
        pen.open("button type=button;class=plain withheld;data-action=list");
        symbol::sign(pen, symbol::CHANGED);
        pen.text(&messages::verdicts_withheld(withheld));
        pen.close();
    }
    pen.close();
}

fn truth(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}
