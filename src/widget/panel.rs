//! The panel that holds a card or the list: beside its words where there is room, else a sheet from below that covers
//! at most half of the window and nothing of what it speaks of.

use web_sys::{Element, HtmlElement};
use yew::{Html, NodeRef, html};

use super::cards::{claim_card, quote_card};
use super::list::list;
use super::messages;
use super::model::Model;
use super::pen::Pen;
use crate::reading::{Panel, Reading};

/// From this width on, in CSS pixels, a card stands beside the text. The style sheet's container query says the same.
const WIDE: i32 = 860;

/// Draws the panel; nothing while it is closed.
pub fn panel(model: &Model, reading: &Reading, element: &NodeRef) -> Html {
    let mut pen = Pen::default();
    let (part, label, key) = match reading.panel {
        Panel::Closed => return Html::default(),
        Panel::List { at } => {
            list(&mut pen, model, reading, at);
            ("panel", messages::ALL_MARKS.to_string(), None)
        }
        Panel::Card { mark, .. } => {
            let (at, of) = model.place_in_kind(mark);
            let label = match (model.claim(mark), model.quote(mark)) {
                (Some((claim, verdict)), _) => {
                    claim_card(&mut pen, model, mark, claim, verdict);
                    messages::claim_button(&verdict.label, at, of)
                }
                (None, Some(quote)) => {
                    quote_card(&mut pen, model, reading, mark, quote);
                    messages::quotation_button(model.speaker_name(quote), at, of)
                }
                (None, None) => return Html::default(),
            };
            ("panel card", label, model.mark(mark).map(|mark| mark.id.to_string()))
        }
    };
    html! {
        // Keyed: another card begins at its top, not where the last one was scrolled to.
        <section key={key.clone().unwrap_or_default()} ref={element.clone()} {part} class="panel" role="dialog" aria-label={label} tabindex="-1"
            popover="manual" data-mark-id={key}>{ pen.finish() }</section>
    }
}

/// Whether there is room beside the text.
pub fn is_wide(root: &Element) -> bool {
    root.client_width() >= WIDE
}

/// Puts the panel where it belongs: level with `words` beside the text, or as a sheet above everything else.
pub fn place(root: &Element, panel: &HtmlElement, words: Option<&Element>) {
    let open = panel.matches(":popover-open").unwrap_or(false);
    if !is_wide(root) {
        if !open {
            let _ = panel.show_popover();
        }
        return;
    }
    if open {
        let _ = panel.hide_popover();
    }
    let Some(margin) = panel.parent_element() else { return };
    let margin = margin.get_bounding_client_rect();
    let window_height =
        root.owner_document().and_then(|document| document.document_element()).map_or(0, |e| e.client_height());
    let height = f64::from(panel.offset_height());
    let line = words.map_or(0.0, |words| words.get_bounding_client_rect().top());
    // Level with the line, but wholly in the window as far as it fits, and never above or below the article.
    let lowest = f64::from(window_height) - height - 16.0;
    let top = (line.min(lowest).max(16.0) - margin.top()).min(margin.height() - height).max(0.0);
    let pixels = [&(top as i32).to_string(), "px"].concat();
    let _ = panel.style().set_property("--ca-card-top", &pixels);
}
