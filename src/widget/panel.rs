//! The panel that holds a card or the list: beside its words where there is room, else a sheet from below that covers
//! at most half of the window and nothing of what it speaks of.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::NodeRef;

use super::cards::{claim_card, quote_card};
use super::list::list;
use super::messages::Message;
use super::model::Model;
use super::pen::Pen;
use crate::reading::{Panel, Reading};
use crate::text::decimal;

/// From this width on, in CSS pixels, a card stands beside the text. The style sheet's container query says the same.
const WIDE: i32 = 860;

/// Draws the panel; nothing while it is closed.
pub fn panel(pen: &mut Pen, model: &Model, reading: &Reading, told: Option<Message>, element: &NodeRef) {
    let (part, key) = match reading.panel {
        Panel::Closed => return,
        Panel::List { .. } => ("panel", ""),
        Panel::Card { mark, .. } => ("panel card", model.mark(mark).map_or("", |mark| &mark.id)),
    };
    pen.open("section class=panel;role=dialog;tabindex=-1;popover=manual");
    pen.keep(element);
    // Another card begins at its top, not where the last one was scrolled to.
    pen.key(key);
    pen.attribute("part", part);
    pen.attribute("data-mark-id", key);
    match reading.panel {
        Panel::Closed => {}
        Panel::List { at } => {
            pen.say_as("aria-label", Message::AllMarks);
            list(pen, model, reading, at);
        }
        Panel::Card { mark, .. } => {
            pen.attribute("aria-label", &model.label(mark));
            if let Some((claim, verdict)) = model.claim(mark) {
                claim_card(pen, model, mark, claim, verdict);
            } else if let Some(quote) = model.quote(mark) {
                quote_card(pen, model, reading, mark, quote);
            }
        }
    }
    if let Some(message) = told {
        // Those who listen are told by the status.
        pen.open("p class=told;aria-hidden=true");
        pen.say(message);
        pen.close();
    }
    pen.close();
}

/// Whether there is room beside the text.
pub fn is_wide(root: &Element) -> bool {
    root.client_width() >= WIDE
}

/// Puts the panel where it belongs: level with `words` beside the text, or as a sheet above everything else.
pub fn place(root: &Element, panel: &HtmlElement, words: Option<&Element>) {
    // One that is shown already stays as it is, and so does one that is not and is to be hidden.
    if !is_wide(root) {
        let _ = panel.show_popover();
        return;
    }
    let _ = panel.hide_popover();
    let Some(margin) = panel.parent_element() else { return };
    let margin: &HtmlElement = margin.unchecked_ref();
    let window_height =
        root.owner_document().and_then(|document| document.document_element()).map_or(0, |e| e.client_height());
    let height = panel.offset_height();
    let line = words.map_or(0, top);
    // Level with the line, but wholly in the window as far as it fits, and never above or below the article.
    let level = line.min(window_height - height - 16).max(16) - top(margin);
    let pixels = [&decimal(level.min(margin.offset_height() - height).max(0) as usize), "px"].concat();
    let _ = panel.style().set_property("--ca-card-top", &pixels);
}

/// How far below the window's upper edge an element begins, in whole pixels.
fn top(element: &Element) -> i32 {
    element.get_bounding_client_rect().top() as i32
}
