//! The panel that holds a card or the list. A card stands beside its words where there is room, below them in a narrower
//! column, and on a phone it is a sheet that covers at most half of the window; nowhere does it cover what it speaks of.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::cards::{claim_card, quote_card};
use super::checked_article::CheckedArticle;
use super::list::list;
use super::messages::Message;
use super::painter::OPEN_WORDS;
use super::pen::Pen;
use crate::reading::Panel;
use crate::text::decimal;

/// From this width on, in CSS pixels, a card stands beside the text. The style sheet's container queries say the same.
const WIDE: i32 = 860;
/// From this width on a card stands below its words; in a narrower column it is a sheet.
const MIDDLE: i32 = 560;
/// The least height of a sheet in which there is something to read.
const LOW: i32 = 200;
/// Between a card and its words, or the window's edge.
const GAP: i32 = 16;

/// Draws the panel; nothing while it is closed.
pub fn panel(pen: &mut Pen, article: &CheckedArticle) {
    let (model, reading) = (&*article.model, &article.reading);
    let (part, key) = match reading.panel {
        Panel::Closed => return,
        Panel::List { .. } => ("panel", ""),
        Panel::Card { mark, .. } => ("panel card", model.mark(mark).map_or("", |mark| &mark.id)),
    };
    pen.open("section class=panel;role=dialog;tabindex=-1;popover=manual");
    pen.keep(&article.panel);
    // Another card begins at its top, not where the last one was scrolled to.
    pen.key(key);
    pen.attribute("part", part);
    pen.attribute("data-mark-id", key);
    // Only a sheet has it: a handle to drag, and a button for those who do not.
    pen.open("button type=button;class=grip;part=grip;data-action=enlarge");
    pen.attribute("aria-pressed", if article.enlarged { "true" } else { "false" });
    pen.say_as("aria-label", Message::Enlarge);
    pen.close();
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
    if let Some(message) = article.told {
        // Those who listen are told by the status.
        pen.open("p class=told;aria-hidden=true");
        pen.say(message);
        pen.close();
    }
    pen.close();
}

/// Puts the panel where it belongs: a `card`, whose words are those of class `open`, or the list.
pub fn place(root: &Element, panel: &HtmlElement, card: bool) {
    let words = root.query_selector_all(OPEN_WORDS).ok();
    let word =
        |index| words.as_ref()?.item(index).map(|word| word.unchecked_into::<Element>().get_bounding_client_rect());
    let last = words.as_ref().map_or(0, |words| words.length().saturating_sub(1));
    // Where the page zooms or scales what it holds, what is seen is larger than what is laid out.
    let scale = root.get_bounding_client_rect().width() / f64::from(root.client_width().max(1));
    let own = |seen: f64| (seen / scale) as i32;
    let lines = word(0).zip(word(last)).map(|(first, last)| (own(first.top()), own(last.bottom())));
    let page = root.owner_document().and_then(|document| document.document_element());
    let window_height = page.map_or(0, |page| own(f64::from(page.client_height())));
    let height = panel.offset_height();
    let width = root.client_width();
    // Below words that fill the window a card would be out of sight.
    let is_below = lines.is_some_and(|lines| lines.1 < window_height);
    // One that is shown already stays as it is, and so does one that is not and is to be hidden.
    if width < MIDDLE || (width < WIDE && !is_below) {
        let _ = panel.style().set_property("transform", "");
        let _ = panel.show_popover();
        // At the page's end nothing can be scrolled clear above the sheet: then it comes from above, or is lower.
        let height = panel.offset_height();
        let (above, below) = lines.map_or((0, height), |(top, bottom)| (top, window_height - bottom));
        let covers = below < height;
        let _ = root.set_attribute("data-side", if covers && above > height { "top" } else { "bottom" });
        if covers && above <= height && below > LOW {
            put(panel, "--_low", "", below - GAP / 2, "px");
        }
        return;
    }
    let _ = panel.hide_popover();
    let Some(margin) = panel.offset_parent().filter(|_| card) else { return };
    let (top, tall) = (own(margin.get_bounding_client_rect().top()), margin.client_height());
    let level = match lines {
        Some((_, bottom)) if width < WIDE => {
            put(panel, "--ca-card-room", "", window_height - bottom - GAP, "px");
            bottom + GAP / 2 - top
        }
        _ => {
            // Level with the line, but wholly in the window as far as it fits, and never above or below the article.
            let line = lines.map_or(0, |lines| lines.0);
            (line.min(window_height - height - GAP).max(GAP) - top).min(tall - height)
        }
    };
    // A transform: nothing is laid out anew for it, and nothing inherits it.
    put(panel, "transform", "translateY(", level, "px)");
}

fn put(panel: &HtmlElement, property: &str, before: &str, pixels: i32, after: &str) {
    let _ = panel.style().set_property(property, &[before, &decimal(pixels.max(0) as usize), after].concat());
}
