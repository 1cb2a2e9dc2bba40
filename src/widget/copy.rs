//! What "copy" puts on the clipboard: the words, who said them, and where.

use super::messages::{Message, Slot};
use super::model::Model;
use crate::marks::MarkIndex;

/// The words of a mark with attribution and link, for the clipboard. A fragment comes inside its sentence.
pub fn copied(model: &Model, index: MarkIndex, page: &str) -> String {
    let Some((mark, passage)) = model.mark(index).zip(model.passage(index)) else { return String::new() };
    let link = [page, "#ca-", &mark.id].concat();
    let (words, below) = match (model.claim(index), model.quote(index)) {
        (Some((claim, verdict)), _) => (passage.marked_words(), [&*verdict.label, ": ", &claim.summary].concat()),
        (None, Some(quote)) => {
            let (speaker, phrase) = (model.speaker_name(quote), quote.attribution());
            match passage.whole {
                true => {
                    let comma = if phrase.is_empty() { "" } else { ", " };
                    (passage.marked_words(), ["— ", speaker, comma, &phrase].concat())
                }
                false => {
                    (passage.context_words(), model.messages.fill(Message::Quoting, &[("name", Slot::Words(speaker))]))
                }
            }
        }
        (None, None) => return link,
    };
    let gap = if words.is_empty() { "" } else { "\n" };
    [&*words, gap, &below, "\n", &link].concat()
}
