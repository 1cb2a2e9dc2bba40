//! What a card says of words that are not those that were checked or recorded: why, which they were, and what changed.

use super::{article_language, in_context};
use crate::marks::{MarkIndex, Standing};
use crate::widget::model::Model;
use crate::widget::pen::Pen;
use crate::widget::{messages, symbol};

/// Why nothing is said of the words: a sign and a sentence.
pub fn reason(pen: &mut Pen, standing: &Standing) {
    pen.open("span class=finding");
    pen.attribute("data-tone", symbol::CHANGED_TONE);
    symbol::sign(pen, symbol::CHANGED);
    pen.leaf("span", messages::withheld(standing));
    pen.close();
}

/// The words as they were, as they are now, and each difference between them.
pub fn old_and_new(pen: &mut Pen, model: &Model, index: MarkIndex) {
    let Some(mark) = model.mark(index) else { return };
    pen.leaf("h3", if mark.is_claim() { messages::WORDS_CHECKED } else { messages::WORDS_RECORDED });
    pen.open("p part=words;class=words");
    article_language(pen, model);
    old_words(pen, model, index);
    pen.close();
    let Standing::Changed(edits) = &mark.standing else { return };
    let Some(passage) = model.passage(index) else { return };
    pen.leaf("h3", messages::WORDS_NOW);
    pen.open("p class=words");
    article_language(pen, model);
    in_context(pen, passage);
    pen.close();
    if !edits.is_empty() {
        pen.open("ul class=edits");
        edits.iter().for_each(|edit| pen.leaf("li dir=auto", &messages::edit(edit)));
        pen.close();
    }
}

/// The words that the document quotes, with what stood beside them.
pub fn old_words(pen: &mut Pen, model: &Model, index: MarkIndex) {
    for (part, quote) in model.targets(index).iter().filter_map(|target| target.quote()).enumerate() {
        if part > 0 {
            pen.text(" … ");
        }
        pen.text(&quote.prefix);
        pen.leaf("em class=marked", &quote.exact);
        pen.text(&quote.suffix);
    }
}
