//! The cards: a quotation's and a claim's, and what both are made of.

mod claim_card;
mod quote_card;

pub use claim_card::claim_card;
pub use quote_card::quote_card;

use yew::{Html, html};

use super::model::Model;
use super::{browser, messages, symbol};
use crate::claims::Reviewer;
use crate::marks::{MarkIndex, Passage};

/// A mark's sentences with its own words emphasised: the only way in which a fragment is shown.
pub fn in_context(passage: &Passage) -> Html {
    let piece = |piece: &crate::marks::Piece| match piece.marked {
        true => html! { <em class="marked">{ &piece.words }</em> },
        false => html! { { &piece.words } },
    };
    passage.context.iter().map(piece).collect()
}

/// A verdict or a finding: sign and words, in its tone.
fn finding(tone: &'static str, sign: Html, label: &str) -> Html {
    html! { <span class="finding" data-tone={tone}>{ sign }<span>{ label.to_string() }</span></span> }
}

/// Who checked it, and when.
fn checked_by(model: &Model, reviewer: &Reviewer) -> Html {
    let of_document = &model.document.reviewer;
    let Some(name) = reviewer.name.as_ref().or(of_document.name.as_ref()) else { return Html::default() };
    let url = reviewer.url.as_ref().or(of_document.url.as_ref());
    let date = reviewer.date_published.as_ref().or(of_document.date_published.as_ref());
    let words = messages::checked_by(name);
    html! {
        <p class="checker">
            if let Some(url) = url { <a href={url.to_string()} target="_blank" rel="noopener noreferrer">{ words }</a> } else { { words } }
            if let Some(iso) = date { <time class="of" datetime={iso.to_string()}>{ browser::date(iso, messages::LOCALE) }</time> }
        </p>
    }
}

/// The card's last line: through the cards of the same voice, and away with the words.
fn footer(model: &Model, index: MarkIndex) -> Html {
    let (same, at) = model.outline.same_voice(index);
    let placed = model.mark(index).is_some_and(|mark| !mark.spans.is_empty());
    let id = model.mark(index).map_or("", |mark| &mark.id);
    let of_voice = match model.quote(index) {
        Some(quote) => messages::place_by(at + 1, same.len(), model.speaker_name(quote)),
        None => messages::place(at + 1, same.len()),
    };
    let alone = same.len() < 2;
    html! {
        <footer>
            <div class="leaf">
                <button type="button" class="icon" data-action="previous" aria-label={messages::PREVIOUS} disabled={alone}>{ symbol::previous() }</button>
                <span>{ of_voice }</span>
                <button type="button" class="icon" data-action="next" aria-label={messages::NEXT} disabled={alone}>{ symbol::next() }</button>
            </div>
            <div class="acts">
                if placed { <button type="button" class="plain" data-action="show-in-text">{ messages::SHOW_IN_TEXT }</button> }
                <button type="button" class="plain" data-action="copy">{ messages::COPY }</button>
                <a class="plain" data-action="link" href={["#ca-", id].concat()}>{ messages::LINK }</a>
                <button type="button" class="plain" data-action="list">{ messages::LIST }</button>
            </div>
        </footer>
    }
}

/// The button that closes the panel.
pub fn close_button() -> Html {
    html! { <button type="button" class="icon close" part="close" data-action="close" aria-label={messages::CLOSE}>{ symbol::close() }</button> }
}

/// A button that opens another mark's card.
fn open_button(model: &Model, index: MarkIndex, inner: Html) -> Html {
    let id = model.mark(index).map_or("", |mark| &mark.id);
    html! { <button type="button" class="plain related" data-open={id.to_string()}>{ inner }</button> }
}
