//! What "copy" puts on the clipboard: the words, who said them, and where.

use super::messages;
use super::model::Model;
use crate::marks::MarkIndex;

/// The words of a mark with attribution and link, for the clipboard. A fragment comes inside its sentence.
pub fn copied(model: &Model, index: MarkIndex, page: &str) -> String {
    let Some((mark, passage)) = model.mark(index).zip(model.passage(index)) else { return String::new() };
    let link = [page, "#ca-", &mark.id].concat();
    let lines = match (model.claim(index), model.quote(index)) {
        (Some((claim, verdict)), _) => {
            vec![passage.parts.join(" … "), [&*verdict.label, ": ", &claim.summary].concat()]
        }
        (None, Some(quote)) => {
            let speaker = model.speaker_name(quote);
            let phrase: Vec<&str> = quote.attribution().collect();
            let said =
                if phrase.is_empty() { speaker.to_string() } else { [speaker, ", ", &phrase.join(" ")].concat() };
            match passage.whole {
                true => vec![passage.parts.join(" … "), ["— ", &said].concat()],
                false => vec![passage.context_words(), messages::quoting(speaker)],
            }
        }
        (None, None) => Vec::new(),
    };
    lines.into_iter().filter(|line| !line.is_empty()).chain([link]).collect::<Vec<String>>().join("\n")
}
