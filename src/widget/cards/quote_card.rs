//! A quotation's card: who said it, to whom and where, the words, and what was checked about them.

use super::{
    article_language, checked_by, close_button, finding, footer, in_context, open_details, open_related, withheld,
};
use crate::marks::MarkIndex;
use crate::quotes::{Origin, Person, Quote, SaidReview, Speaker};
use crate::reading::Reading;
use crate::widget::article_view::picture;
use crate::widget::model::Model;
use crate::widget::pen::Pen;
use crate::widget::prose::prose;
use crate::widget::sources::sources;
use crate::widget::{browser, messages, symbol};

/// Draws the card of the quotation behind the mark `index`.
pub fn quote_card(pen: &mut Pen, model: &Model, reading: &Reading, index: MarkIndex, quote: &Quote) {
    pen.open("header class=who");
    speaker(pen, model, quote);
    close_button(pen);
    pen.close();
    pen.open("div class=scroll");
    match model.mark(index) {
        Some(mark) if !mark.standing.holds() => {
            withheld::reason(pen, &mark.standing);
            withheld::old_and_new(pen, model, index);
        }
        _ => words(pen, model, index),
    }
    attribution(pen, quote);
    if let Some(review) = &quote.said {
        said(pen, model, review);
    }
    checks(pen, model, reading, index);
    if let Some(other) = quote.same_as.as_deref().and_then(|id| model.marks.find(id)) {
        pen.open("p");
        open_related(pen, model, other);
        pen.text(messages::SAME_REMARK);
        pen.close();
        pen.close();
    }
    if let Origin::Found { rule, confidence } = &quote.origin {
        pen.leaf("p class=checker", &messages::found_by(rule, *confidence));
    }
    pen.close();
    footer(pen, model, index);
}

fn speaker(pen: &mut Pen, model: &Model, quote: &Quote) {
    let person = match &quote.speaker {
        Speaker::Person(person) => model.document.people.get(person.0),
        Speaker::Unnamed(_) => None,
    };
    if let Some(person) = person {
        face(pen, person);
    }
    pen.open("p");
    pen.open("b part=speaker");
    pen.name(model.speaker_name(quote));
    pen.close();
    pen.open("small");
    match person {
        Some(person) => pen.name(person.role.as_deref().unwrap_or_default()),
        None => pen.text(messages::UNNAMED),
    }
    pen.close();
    pen.close();
}

/// A portrait, or the initials where there is none.
fn face(pen: &mut Pen, person: &Person) {
    pen.open("span class=face;aria-hidden=true");
    match &person.image {
        Some(image) => picture(pen, image),
        None => {
            pen.text(&initials(&person.name));
        }
    }
    pen.close();
}

/// The first letters of the first and of the last word.
fn initials(name: &str) -> String {
    let last = name.bytes().rposition(|byte| byte == b' ').map_or("", |gap| &name[gap + 1..]);
    let mut initials = String::new();
    initials.extend(name.chars().next());
    initials.extend(last.chars().next());
    initials
}

/// The words: whole sentences by themselves with their sentence on demand, a fragment inside its sentence alone.
fn words(pen: &mut Pen, model: &Model, index: MarkIndex) {
    let Some(passage) = model.passage(index) else { return };
    pen.open("blockquote part=words");
    article_language(pen, model);
    if passage.whole {
        passage.parts.iter().for_each(|part| pen.leaf("p", part));
        pen.close();
        open_details(pen, "details class=context", messages::IN_ITS_SENTENCE);
    } else {
        pen.attribute("class", "fragment");
    }
    pen.open("p");
    article_language(pen, model);
    in_context(pen, passage);
    pen.close();
    pen.close();
}

/// "told Fox News host Sean Hannity", and what it was translated from.
fn attribution(pen: &mut Pen, quote: &Quote) {
    let mut phrase = quote.attribution();
    if !phrase.is_empty() {
        // A verb alone is no phrase: it is named as the word that attributes.
        if quote.cue.is_some() && quote.addressee.is_none() && quote.medium.is_none() {
            phrase = messages::attributed_with(&phrase);
        }
        pen.leaf("p class=attribution;dir=auto", &phrase);
    }
    if let Some(tag) = &quote.translated_from {
        let language = browser::language(tag, messages::LOCALE);
        pen.leaf("p class=attribution", &messages::translated_from(&language));
    }
}

/// "Did they say it?": only where it was asked.
fn said(pen: &mut Pen, model: &Model, review: &SaidReview) {
    let (sign, tone) = symbol::said(review.finding);
    pen.open("section");
    pen.leaf("h3", messages::DID_THEY_SAY_IT);
    finding(pen, sign, tone, messages::said(review.finding));
    if let Some(summary) = &review.summary {
        pen.open("p");
        prose(pen, summary);
        pen.close();
    }
    if let Some(full) = &review.full_text {
        open_details(pen, "details class=context", messages::FULL_TEXT);
        pen.leaf("p dir=auto", full);
        pen.close();
    }
    sources(pen, &review.sources);
    checked_by(pen, model, &review.reviewer);
    pen.close();
}

/// "Is it so?": the checks of claims in these words; while the fact check is off, only that there are some.
fn checks(pen: &mut Pen, model: &Model, reading: &Reading, index: MarkIndex) {
    let mut claims = model.marks.touching(index);
    claims.retain(|mark| model.claim(*mark).is_some());
    let Some(first) = claims.first() else { return };
    pen.open("section");
    pen.leaf("h3", messages::IS_IT_SO);
    if reading.checks {
        for mark in &claims {
            let Some((claim, verdict)) = model.claim(*mark) else { continue };
            open_related(pen, model, *mark);
            finding(pen, verdict.symbol, verdict.tone, &verdict.label);
            pen.open("span");
            prose(pen, &claim.claim_reviewed);
            pen.close();
            pen.close();
        }
    } else {
        open_related(pen, model, *first);
        pen.text(&messages::claims_inside(claims.len()));
        pen.close();
    }
    pen.close();
}
