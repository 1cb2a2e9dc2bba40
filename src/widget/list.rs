//! The list of all quotations and claims in text order; it leads to the words, and the words lead back to it.

use yew::{Html, html};

use super::cards::{close_button, in_context};
use super::model::Model;
use super::{messages, symbol};
use crate::marks::MarkIndex;
use crate::reading::Reading;

/// Draws the list, the keyboard standing on `at`.
pub fn list(model: &Model, reading: &Reading, at: MarkIndex) -> Html {
    let entries = model.outline.entries.iter().enumerate().filter(|(_, entry)| reading.lists(entry));
    let items: Html = entries.map(|(index, _)| item(model, reading, MarkIndex(index), at)).collect();
    html! {
        <>
            <header><b>{ messages::ALL_MARKS }</b>{ close_button() }</header>
            <ol class="scroll" part="list">{ items }</ol>
        </>
    }
}

fn item(model: &Model, reading: &Reading, index: MarkIndex, at: MarkIndex) -> Html {
    let Some(mark) = model.mark(index) else { return Html::default() };
    let (sign, tone, label) = match (model.claim(index), model.quote(index)) {
        (Some((_, verdict)), _) if reading.checks => {
            (symbol::verdict(verdict.symbol), symbol::tone(verdict.tone), verdict.label.to_string())
        }
        (Some(_), _) => (Html::default(), "none", messages::FACT_CHECK.to_string()),
        (None, Some(quote)) => (symbol::quotation(), "quote", model.speaker_name(quote).to_string()),
        (None, None) => return Html::default(),
    };
    let words = match model.passage(index) {
        Some(passage) if passage.parts.is_empty() => messages::NOT_IN_TEXT.into(),
        Some(passage) if mark.is_claim() || passage.whole => passage.parts.join(" … ").into(),
        Some(passage) => in_context(passage),
        None => Html::default(),
    };
    let tabindex = if index == at { "0" } else { "-1" };
    let id = mark.id.to_string();
    html! {
        <li><button type="button" part="list-item" class="item" data-mark-id={id.clone()} data-open={id} {tabindex}>
            <span class="finding" data-tone={tone}>{ sign }<bdi>{ label }</bdi></span>
            <span class="words" dir="auto">{ words }</span>
        </button></li>
    }
}
