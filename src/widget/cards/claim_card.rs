//! A claim's card: whose words they are, the verdict in words, why, and where to look.

use super::{checked_by, close_button, finding, footer, open_details, open_related, withheld};
use crate::claims::{Claim, Claimant, Verdict};
use crate::marks::MarkIndex;
use crate::widget::messages::{Message, Slot};
use crate::widget::model::Model;
use crate::widget::pen::Pen;
use crate::widget::prose::prose;
use crate::widget::sources::{date, sources};

/// Draws the card of the claim behind the mark `index`.
pub fn claim_card(pen: &mut Pen, model: &Model, index: MarkIndex, claim: &Claim, verdict: &Verdict) {
    let Some(mark) = model.mark(index) else { return };
    let (at, of) = model.place_in_kind(index);
    let holds = mark.standing.holds();
    pen.open("div class=head");
    pen.open("div");
    pen.open("h2");
    match holds {
        true => finding(pen, verdict),
        false => withheld::reason(pen, &mark.standing),
    }
    pen.close();
    // A reason takes the line; the place is in the card's name and its footer.
    if holds {
        pen.open("small class=count");
        pen.say_with(Message::ClaimPlace, &[("place", Slot::Number(at)), ("of", Slot::Number(of))]);
        pen.close();
    }
    pen.close();
    close_button(pen);
    pen.close();
    pen.open("div class=scroll");
    if holds {
        words_with_whose(pen, model, index, claim);
        check(pen, model, index, claim, verdict);
    } else {
        withheld::old_and_new(pen, model, index);
        open_details(pen, "details class=context", Message::CheckOfOldWords);
        finding(pen, verdict);
        check(pen, model, index, claim, verdict);
        pen.close();
    }
    if let Some(contact) = claim.reviewer.contact.as_ref().or(model.document.reviewer.contact.as_ref()) {
        pen.open_link("a class=plain;part=report;target=_blank", contact);
        pen.say(Message::ReportError);
        pen.close();
    }
    scale(pen, model, verdict);
    quoted_in(pen, model, index);
    pen.close();
    footer(pen, model, index);
}

/// What was found, why, by whom, and where to look.
fn check(pen: &mut Pen, model: &Model, index: MarkIndex, claim: &Claim, verdict: &Verdict) {
    // Words that stand on the card already are not said again.
    let marked = model.passage(index).map(|passage| passage.marked_words()).unwrap_or_default();
    if !matches!(claim.claim_reviewed.strip_prefix(&*marked), Some("" | ".")) {
        pen.open("p class=reviewed");
        pen.say_in("small", Message::AsChecked);
        pen.open("span");
        prose(pen, &claim.claim_reviewed);
        pen.close();
        pen.close();
    }
    if let Some(finding) = claim.finding(verdict) {
        pen.open("p class=summary");
        prose(pen, finding);
        pen.close();
    }
    // A review may have no more words than one sentence.
    for paragraph in claim.explanation.iter().filter(|paragraph| **paragraph != claim.summary) {
        pen.open("p");
        prose(pen, paragraph);
        pen.close();
    }
    sources(pen, &claim.sources);
    checked_by(pen, model, &claim.reviewer);
    revisions(pen, claim);
}

/// The words with whose they are; the article's own stand without quotation marks.
pub fn words_with_whose(pen: &mut Pen, model: &Model, index: MarkIndex, claim: &Claim) {
    pen.open("p class=whose");
    let name = match &claim.claimant {
        None => None,
        Some(Claimant::Named(name)) => Some(name),
        Some(Claimant::Person(person)) => model.document.people.get(person.0).map(|person| &person.name),
    };
    match name {
        Some(name) => pen.say_with(Message::ClaimBy, &[("name", Slot::Name(name))]),
        None => pen.say(Message::OwnWords),
    }
    pen.close();
    let parts = model.passage(index).map(|passage| passage.marked_words()).unwrap_or_default();
    pen.open("p part=words;class=words");
    prose(pen, &parts);
    pen.close();
}

fn revisions(pen: &mut Pen, claim: &Claim) {
    if claim.revisions.is_empty() {
        return;
    }
    pen.open("section");
    pen.say_in("h3", Message::History);
    pen.open("ul class=history");
    for revision in &claim.revisions {
        pen.open("li");
        date(pen, Some(&revision.date));
        pen.open("span");
        pen.authored();
        pen.text(&revision.note);
        pen.close();
        pen.close();
    }
    pen.close();
    pen.close();
}

/// The whole scale with its definitions, the card's own verdict among the others.
fn scale(pen: &mut Pen, model: &Model, verdict: &Verdict) {
    open_details(pen, "details class=context scale", Message::HowWeRate);
    pen.open("dl");
    for other in &model.document.scale.verdicts {
        pen.open("dt");
        pen.attribute_if("aria-current", (other.id == verdict.id).then_some("true"));
        finding(pen, other);
        pen.close();
        pen.open("dd");
        pen.authored();
        pen.text(&other.definition);
        pen.close();
    }
    pen.close();
    pen.close();
}

/// The quotations that these words stand in.
fn quoted_in(pen: &mut Pen, model: &Model, index: MarkIndex) {
    let mut heading = Some(Message::QuotedIn);
    for mark in model.marks.touching(index) {
        let Some(quote) = model.quote(mark) else { continue };
        if let Some(words) = heading.take() {
            pen.open("section");
            pen.say_in("h3", words);
        }
        open_related(pen, model, mark);
        pen.name(model.speaker_name(quote));
        pen.close();
    }
    if heading.is_none() {
        pen.close();
    }
}
