//! What a card says of words that are not those that were checked or recorded: why, which they were, and what changed.

use super::in_context;
use crate::marks::{Edit, MarkIndex, Standing};
use crate::widget::messages::{Message, Slot};
use crate::widget::model::Model;
use crate::widget::pen::Pen;
use crate::widget::symbol;

/// Why nothing is said of the words: a sign and a sentence.
pub fn reason(pen: &mut Pen, standing: &Standing) {
    let Some(reason) = Message::withheld(standing) else { return };
    pen.open("span class=finding");
    pen.attribute("data-tone", symbol::CHANGED_TONE);
    symbol::sign(pen, symbol::CHANGED);
    pen.say_in("span", reason);
    pen.close();
}

/// The words as they were, as they are now, and each difference between them.
pub fn old_and_new(pen: &mut Pen, model: &Model, index: MarkIndex) {
    let Some(mark) = model.mark(index) else { return };
    pen.say_in("h3", if mark.is_claim() { Message::WordsChecked } else { Message::WordsRecorded });
    pen.open("p part=words;class=words");
    pen.authored();
    old_words(pen, model, index);
    pen.close();
    let Standing::Changed(edits) = &mark.standing else { return };
    let Some(passage) = model.passage(index) else { return };
    pen.say_in("h3", Message::WordsNow);
    pen.open("p class=words");
    pen.authored();
    in_context(pen, &passage);
    pen.close();
    if !edits.is_empty() {
        pen.open("ul class=edits");
        edits.iter().for_each(|edit| edited(pen, edit));
        pen.close();
    }
}

/// "“three” is now “five”".
fn edited(pen: &mut Pen, edit: &Edit) {
    let message = match (&*edit.before, &*edit.now) {
        (_, "") => Message::TakenOut,
        ("", _) => Message::PutIn,
        _ => Message::Edited,
    };
    pen.open("li");
    pen.say_with(message, &[("before", Slot::Name(&edit.before)), ("now", Slot::Name(&edit.now))]);
    pen.close();
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
