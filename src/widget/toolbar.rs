//! The bar: two switches, the list's button and, below them, how many claims were checked or what came of it.

use yew::{Html, html};

use super::model::Model;
use super::{messages, symbol};
use crate::claims::VerdictIndex;
use crate::reading::{Panel, Reading};

/// Draws the bar; nothing where the article has no marks.
pub fn toolbar(model: &Model, reading: &Reading) -> Html {
    let quotations = model.outline.count(|entry| entry.verdict.is_none());
    let claims = model.outline.count(|entry| entry.verdict.is_some());
    if quotations + claims == 0 {
        return Html::default();
    }
    let listed = matches!(reading.panel, Panel::List { .. });
    html! {
        <div class="bar" part="toolbar">
            if quotations > 0 {
                { switch("quotations", reading.quotations, messages::QUOTATIONS,
                    messages::quotations_by(quotations, model.outline.speakers())) }
            }
            if claims > 0 {
                { switch("checks", reading.checks, messages::FACT_CHECK, claims.to_string()) }
            }
            <button type="button" part="list-button" class="plain" data-action="toggle-list" aria-expanded={listed.to_string()}
                aria-label={messages::ALL_MARKS} title={messages::ALL_MARKS}>{ symbol::list() }{ messages::LIST }</button>
            if claims > 0 {
                <div class="found">
                    <p>{ messages::claims_checked(claims) }</p>
                    { tally(model, reading) }
                </div>
            }
        </div>
    }
}

fn switch(overlay: &'static str, on: bool, name: &'static str, count: String) -> Html {
    html! {
        <button type="button" role="switch" part="switch" class="switch" data-overlay={overlay} aria-checked={on.to_string()}>
            <span class="knob"></span>
            <span>{ name }{ " " }<small>{ count }</small></span>
        </button>
    }
}

/// "8 accurate, 3 supported, …": counted from the document, each a filter.
fn tally(model: &Model, reading: &Reading) -> Html {
    let verdicts = model.document.scale.verdicts.iter().enumerate();
    let filters: Html = verdicts
        .filter_map(|(index, verdict)| {
            let index = VerdictIndex(index);
            let count = model.outline.count(|entry| entry.verdict == Some(index));
            let pressed = reading.filter == Some(index);
            (count > 0).then(|| {
                html! {
                    <button type="button" part="filter" class="plain" data-verdict={verdict.id.to_string()}
                        data-tone={symbol::tone(verdict.tone)} aria-pressed={pressed.to_string()}>
                        { symbol::verdict(verdict.symbol) }{ count }{ " " }{ &*verdict.label }
                    </button>
                }
            })
        })
        .collect();
    html! { <div class="tally" role="group" aria-label={messages::FILTER}>{ filters }</div> }
}
