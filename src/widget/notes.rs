//! What stands below the article on paper: a numbered note for every checked claim, with its words, what was found and
//! where. The words tell which claim it is: over an article that the page drew, no number stands in the text.

use super::cards::{finding, old_words, reason, words_with_whose};
use super::messages::Message;
use super::model::Model;
use super::pen::Pen;
use super::prose::prose;
use super::sources::sources;
use crate::reading::Reading;

/// Draws the notes in the order in which their numbers come in the text.
pub fn notes(pen: &mut Pen, model: &Model, reading: &Reading) {
    pen.say_in("h2", Message::FactCheck);
    pen.open("ol");
    let marks = model.segments.iter().flatten().flat_map(|segment| &segment.ending);
    for index in marks {
        let Some(((claim, verdict), mark)) = model.claim(*index).zip(model.mark(*index)) else { continue };
        if !model.outline.get(*index).is_some_and(|entry| reading.shows(entry)) {
            continue;
        }
        pen.open("li");
        if !mark.standing.holds() {
            pen.open("p class=words");
            old_words(pen, model, *index);
            pen.close();
            reason(pen, &mark.standing);
            pen.close();
            continue;
        }
        words_with_whose(pen, model, *index, claim);
        pen.open("p");
        finding(pen, verdict);
        pen.text(" ");
        prose(pen, &claim.claim_reviewed);
        pen.close();
        if let Some(finding) = claim.finding(verdict) {
            pen.open("p");
            prose(pen, finding);
            pen.close();
        }
        sources(pen, &claim.sources);
        pen.close();
    }
    pen.close();
}
