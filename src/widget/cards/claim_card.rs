//! A claim's card: whose words they are, the verdict in words, why, and where to look.

use super::{article_language, checked_by, close_button, finding, footer, open_details, open_related, withheld};
use crate::claims::{Claim, Claimant, Verdict};
use crate::marks::{MarkIndex, Passage};
use crate::widget::messages;
use crate::widget::model::Model;
use crate::widget::pen::Pen;
use crate::widget::prose::prose;
use crate::widget::sources::{date, sources};

/// Draws the card of the claim behind the mark `index`.
pub fn claim_card(pen: &mut Pen, model: &Model, index: MarkIndex, claim: &Claim, verdict: &Verdict) {
    let Some(mark) = model.mark(index) else { return };
    let (at, of) = model.place_in_kind(index);
    let holds = mark.standing.holds();
    pen.open("header");
    match holds {
        true => finding(pen, verdict.symbol, verdict.tone, &verdict.label),
        false => withheld::reason(pen, &mark.standing),
    }
    pen.leaf("small class=count", &messages::claim_place(at, of));
    close_button(pen);
    pen.close();
    pen.open("div class=scroll");
    if holds {
        words(pen, model, index, claim);
        check(pen, model, claim);
    } else {
        withheld::old_and_new(pen, model, index);
        open_details(pen, "details class=context", messages::CHECK_OF_OLD_WORDS);
        finding(pen, verdict.symbol, verdict.tone, &verdict.label);
        check(pen, model, claim);
        pen.close();
    }
    if let Some(contact) = claim.reviewer.contact.as_ref().or(model.document.reviewer.contact.as_ref()) {
        pen.open_link("a class=plain;part=report;target=_blank", contact);
        pen.text(messages::REPORT_ERROR);
        pen.close();
    }
    scale(pen, model, verdict);
    quoted_in(pen, model, index);
    pen.close();
    footer(pen, model, index);
}

/// What was found, why, by whom, and where to look.
fn check(pen: &mut Pen, model: &Model, claim: &Claim) {
    pen.open("p class=reviewed");
    pen.leaf("small", messages::AS_CHECKED);
    prose(pen, &claim.claim_reviewed);
    pen.close();
    pen.open("p class=summary");
    prose(pen, &claim.summary);
    pen.close();
    for paragraph in &claim.explanation {
        pen.open("p");
        prose(pen, paragraph);
        pen.close();
    }
    sources(pen, &claim.sources);
    checked_by(pen, model, &claim.reviewer);
    revisions(pen, claim);
}

/// The words with whose they are; the article's own stand without quotation marks.
fn words(pen: &mut Pen, model: &Model, index: MarkIndex, claim: &Claim) {
    pen.open("p class=whose");
    match &claim.claimant {
        None => pen.text(messages::OWN_WORDS),
        Some(Claimant::Named(name)) => pen.name(&messages::claim_by(name)),
        Some(Claimant::Person(person)) => {
            let name = model.document.people.get(person.0).map_or("", |person| &person.name);
            pen.name(&messages::claim_by(name));
        }
    }
    pen.close();
    let parts = model.passage(index).map(Passage::marked_words).unwrap_or_default();
    pen.open("p part=words;class=words");
    article_language(pen, model);
    prose(pen, &parts);
    pen.close();
}

fn revisions(pen: &mut Pen, claim: &Claim) {
    if claim.revisions.is_empty() {
        return;
    }
    pen.open("section");
    pen.leaf("h3", messages::HISTORY);
    pen.open("ul class=history");
    for revision in &claim.revisions {
        pen.open("li");
        date(pen, Some(&revision.date));
        pen.leaf("span", &revision.note);
        pen.close();
    }
    pen.close();
    pen.close();
}

/// The whole scale with its definitions, the card's own verdict among the others.
fn scale(pen: &mut Pen, model: &Model, verdict: &Verdict) {
    open_details(pen, "details class=context scale", messages::HOW_WE_RATE);
    pen.open("dl");
    for other in &model.document.scale.verdicts {
        pen.open("dt");
        pen.attribute_if("aria-current", (other.id == verdict.id).then_some("true"));
        finding(pen, other.symbol, other.tone, &other.label);
        pen.close();
        pen.leaf("dd", &other.definition);
    }
    pen.close();
    pen.close();
}

/// The quotations that these words stand in.
fn quoted_in(pen: &mut Pen, model: &Model, index: MarkIndex) {
    let mut heading = Some(messages::IN_THESE_WORDS);
    for mark in model.marks.touching(index) {
        let Some(quote) = model.quote(mark) else { continue };
        if let Some(words) = heading.take() {
            pen.open("section");
            pen.leaf("h3", words);
        }
        open_related(pen, model, mark);
        pen.name(model.speaker_name(quote));
        pen.close();
    }
    if heading.is_none() {
        pen.close();
    }
}
