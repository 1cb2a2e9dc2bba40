//! The list of all quotations and claims in text order; it leads to the words, and the words lead back to it.

use super::cards::{close_button, in_context, old_words};
use super::model::Model;
use super::pen::Pen;
use super::{messages, symbol};
use crate::marks::MarkIndex;
use crate::reading::Reading;

/// Draws the list, the keyboard standing on `at`.
pub fn list(pen: &mut Pen, model: &Model, reading: &Reading, at: MarkIndex) {
    pen.open("header");
    pen.leaf("b", messages::ALL_MARKS);
    close_button(pen);
    pen.close();
    pen.open("ol class=scroll;part=list");
    for (index, entry) in model.outline.entries.iter().enumerate() {
        if reading.lists(entry) {
            item(pen, model, reading, MarkIndex(index), at);
        }
    }
    pen.close();
}

fn item(pen: &mut Pen, model: &Model, reading: &Reading, index: MarkIndex, at: MarkIndex) {
    let (Some(mark), Some(passage)) = (model.mark(index), model.passage(index)) else { return };
    let (sign, tone, label) = match (model.claim(index), model.quote(index)) {
        (Some(_), _) if !mark.standing.holds() => (symbol::CHANGED, symbol::CHANGED_TONE, messages::FACT_CHECK),
        (Some((_, verdict)), _) if reading.checks => {
            (symbol::verdict(verdict.symbol), symbol::tone(verdict.tone), &*verdict.label)
        }
        (_, Some(quote)) => (symbol::QUOTATION, "quote", model.speaker_name(quote)),
        _ => ("", "none", messages::FACT_CHECK),
    };
    pen.open("li");
    pen.open("button type=button;part=list-item;class=item");
    pen.attribute("data-mark-id", &mark.id);
    pen.attribute("data-open", &mark.id);
    pen.attribute("tabindex", if index == at { "0" } else { "-1" });
    pen.open("span class=finding");
    pen.attribute("data-tone", tone);
    if !sign.is_empty() {
        symbol::sign(pen, sign);
    }
    pen.name(label);
    if !mark.standing.holds() {
        pen.leaf("small class=withheld", messages::withheld_shortly(&mark.standing));
    }
    pen.close();
    pen.open("span class=words;dir=auto");
    if !mark.standing.holds() {
        old_words(pen, model, index);
    } else if mark.is_claim() || passage.whole {
        pen.text(&passage.marked_words());
    } else {
        in_context(pen, passage);
    }
    pen.close();
    pen.close();
    pen.close();
}
