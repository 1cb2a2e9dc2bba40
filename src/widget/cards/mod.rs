//! The cards: a quotation's and a claim's, and what both are made of.

mod claim_card;
mod quote_card;
mod withheld;

pub use claim_card::{claim_card, words_with_whose};
pub use quote_card::{face, quote_card};
pub use withheld::{old_words, reason};

use super::messages::{Message, Slot};
use super::model::Model;
use super::pen::Pen;
use super::sources::date;
use super::{browser, symbol};
use crate::claims::{Reviewer, Symbol, Tone, Verdict};
use crate::marks::{MarkIndex, Passage};

/// A mark's sentences with its own words emphasised: the only way in which a fragment is shown.
pub fn in_context(pen: &mut Pen, passage: &Passage) {
    for piece in &passage.context {
        match piece.marked {
            true => pen.leaf("em class=marked", &piece.words),
            false => pen.text(&piece.words),
        }
    }
}

/// The button that closes the panel.
pub fn close_button(pen: &mut Pen) {
    icon_button(
        pen,
        "button type=button;class=icon close;part=close;data-action=close",
        Message::Close,
        symbol::CLOSE,
        false,
    );
}

/// A button with a sign alone; those who listen hear `label`.
fn icon_button(pen: &mut Pen, button: &'static str, label: Message, sign: &str, disabled: bool) {
    pen.open(button);
    pen.say_as("aria-label", label);
    pen.attribute_if("disabled", disabled.then_some(""));
    symbol::sign(pen, sign);
    pen.close();
}

/// A verdict: sign and words, in its tone.
pub fn finding(pen: &mut Pen, verdict: &Verdict) {
    open_finding(pen, verdict.symbol, verdict.tone);
    pen.open("span");
    pen.authored();
    pen.text(&verdict.label);
    pen.close();
    pen.close();
}

/// A verdict or a finding, with its sign; call [`Pen::close`] after its words.
fn open_finding(pen: &mut Pen, symbol: Symbol, tone: Tone) {
    pen.open("span class=finding");
    pen.attribute("data-tone", symbol::tone(tone));
    symbol::sign(pen, symbol::verdict(symbol));
}

/// Something to be opened by those who want it; call [`Pen::close`] after its content.
fn open_details(pen: &mut Pen, details: &'static str, summary: Message) {
    pen.open(details);
    pen.say_in("summary", summary);
}

/// Who checked, and when.
fn checked_by(pen: &mut Pen, model: &Model, reviewer: &Reviewer) {
    let of_document = &model.document.reviewer;
    let Some(name) = reviewer.name.as_ref().or(of_document.name.as_ref()) else { return };
    pen.open("p class=checker");
    let url = reviewer.url.as_ref().or(of_document.url.as_ref());
    if let Some(url) = url {
        pen.open_link("a target=_blank", url);
    }
    pen.say_with(Message::CheckedBy, &[("name", Slot::Name(name))]);
    if url.is_some() {
        pen.close();
    }
    pen.open("span class=of");
    date(pen, reviewer.date_published.as_ref().or(of_document.date_published.as_ref()).map(|iso| &**iso));
    pen.close();
    pen.close();
}

/// The card's last line: through the cards of the same voice, and away with the words.
fn footer(pen: &mut Pen, model: &Model, index: MarkIndex) {
    let Some(mark) = model.mark(index) else { return };
    let (at, of) = model.outline.same_voice(index);
    let alone = of < 2;
    pen.open("div class=foot");
    pen.open("div class=leaf");
    icon_button(pen, "button type=button;class=icon;data-action=previous", Message::Previous, symbol::PREVIOUS, alone);
    let (place, of) = (("place", Slot::Number(at)), ("of", Slot::Number(of)));
    pen.open("span");
    match model.quote(index) {
        Some(quote) => pen.say_with(Message::PlaceBy, &[place, of, ("name", Slot::Name(model.speaker_name(quote)))]),
        None => pen.say_with(Message::Place, &[place, of]),
    }
    pen.close();
    icon_button(pen, "button type=button;class=icon;data-action=next", Message::Next, symbol::NEXT, alone);
    pen.close();
    pen.open("div class=acts");
    if !mark.spans.is_empty() {
        pen.say_in("button type=button;class=plain;data-action=show-in-text", Message::ShowInText);
    }
    pen.say_in("button type=button;class=plain;data-action=copy", Message::Copy);
    // Written out, so that a page's <base> does not lead elsewhere. Who shares copies it instead of following it.
    pen.open("a class=plain;data-action=link");
    pen.attribute("href", &[&browser::page_address(), "#ca-", &*mark.id].concat());
    pen.say(Message::Link);
    pen.close();
    if model.shares {
        pen.say_in("button type=button;class=plain;aria-haspopup=dialog;data-action=share", Message::Share);
    }
    pen.say_in("button type=button;class=plain;data-action=list", Message::List);
    pen.close();
    pen.close();
}

/// Opens a button that opens another mark's card; call [`Pen::close`] after its words.
fn open_related(pen: &mut Pen, model: &Model, index: MarkIndex) {
    pen.open("button type=button;class=plain related");
    pen.attribute_if("data-open", model.mark(index).map(|mark| &*mark.id));
}
