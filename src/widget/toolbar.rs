//! The bar: two switches, the list's button and, below them, how many claims were checked or what came of it.

use super::messages::{Message, Slot};
use super::model::Model;
use super::pen::Pen;
use super::symbol;
use crate::claims::VerdictIndex;
use crate::reading::{Filter, Panel, Reading, Voice};

/// Draws the bar; nothing where the article has no marks.
pub fn toolbar(pen: &mut Pen, model: &Model, reading: &Reading) {
    let quotations = model.outline.count(|entry| entry.verdict.is_none());
    let claims = model.outline.count(|entry| entry.verdict.is_some());
    if quotations + claims > 0 {
        pen.open("div class=bar;part=toolbar");
        if quotations > 0 {
            let speakers = Slot::Number(model.outline.speakers());
            let slots = &[("quotations", Slot::Number(quotations)), ("count", speakers)];
            let count = model.messages.fill(Message::QuotationsBy, slots);
            switch(pen, "quotations", reading.quotations, Message::Quotations, &count);
        }
        if claims > 0 {
            switch(pen, "checks", reading.checks, Message::FactCheck, &model.messages.number(claims));
        }
        list_button(pen, matches!(reading.panel, Panel::List { .. }));
        if claims > 0 {
            pen.open("div class=found");
            pen.open("p class=sum");
            pen.say_with(Message::ClaimsChecked, &[("count", Slot::Number(claims))]);
            pen.close();
            tally(pen, model, reading);
        }
        if let Some(Filter::Voice(voice)) = reading.filter {
            only(pen, model, voice);
        }
        if claims > 0 {
            pen.close();
        }
        pen.close();
    }
}

fn switch(pen: &mut Pen, overlay: &str, on: bool, name: Message, count: &str) {
    pen.open("button type=button;role=switch;part=switch;class=switch");
    pen.attribute("data-overlay", overlay);
    pen.attribute("aria-checked", truth(on));
    pen.leaf("span class=knob", "");
    pen.open("span");
    pen.say(name);
    pen.text(" ");
    pen.leaf("small", count);
    pen.close();
    pen.close();
}

fn list_button(pen: &mut Pen, open: bool) {
    pen.open("button type=button;part=list-button;class=plain;data-action=toggle-list");
    pen.attribute("aria-expanded", truth(open));
    pen.say_as("aria-label", Message::ListOfAll);
    symbol::sign(pen, symbol::LIST);
    pen.say(Message::List);
    pen.close();
}

/// Whose words alone are shown, and the way back to all; where the counts stand, so that nothing moves for it.
pub fn only(pen: &mut Pen, model: &Model, voice: Voice) {
    let name = model.voice(voice).0;
    pen.open("button type=button;class=plain only;part=only;data-action=all");
    pen.attribute("aria-label", &model.messages.fill(Message::LeaveOnly, &[("name", Slot::Words(name))]));
    pen.open("span");
    pen.say_with(Message::Only, &[("name", Slot::Name(name))]);
    pen.close();
    symbol::sign(pen, symbol::CLOSE);
    pen.close();
}

/// "8 accurate, 3 supported, …": counted from the document, each a filter.
fn tally(pen: &mut Pen, model: &Model, reading: &Reading) {
    pen.open("div class=tally;role=group");
    pen.say_as("aria-label", Message::Filter);
    for (index, verdict) in model.document.scale.verdicts.iter().enumerate() {
        let index = VerdictIndex(index);
        let count = model.outline.count(|entry| entry.verdict == Some(index) && entry.standing.holds());
        if count == 0 {
            continue;
        }
        pen.open("button type=button;part=filter;class=plain");
        pen.attribute("data-verdict", &verdict.id);
        pen.attribute("data-tone", symbol::tone(verdict.tone));
        pen.attribute("aria-pressed", truth(reading.filter == Some(Filter::Verdict(index))));
        symbol::sign(pen, symbol::verdict(verdict.symbol));
        pen.text(&model.messages.number(count));
        pen.text(" ");
        pen.name(&verdict.label);
        pen.close();
    }
    let withheld = model.outline.count(|entry| entry.verdict.is_some() && !entry.standing.holds());
    if withheld > 0 {
        pen.open("button type=button;class=plain withheld;data-action=list");
        symbol::sign(pen, symbol::CHANGED);
        pen.say_with(Message::VerdictsWithheld, &[("count", Slot::Number(withheld))]);
        pen.close();
    }
    pen.close();
}

fn truth(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}
