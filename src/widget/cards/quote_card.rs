//! A quotation's card: who said it, to whom and where, the words, and what was checked about them.

use super::{
    checked_by, close_button, finding, footer, in_context, open_details, open_finding, open_related, withheld,
};
use crate::marks::MarkIndex;
use crate::people::Person;
use crate::quotes::{Origin, Quote, SaidReview, Speaker};
use crate::reading::Reading;
use crate::widget::article_view::picture;
use crate::widget::messages::{Message, Slot};
use crate::widget::model::Model;
use crate::widget::pen::Pen;
use crate::widget::prose::prose;
use crate::widget::sources::sources;
use crate::widget::{browser, symbol};

/// Draws the card of the quotation behind the mark `index`.
pub fn quote_card(pen: &mut Pen, model: &Model, reading: &Reading, index: MarkIndex, quote: &Quote) {
    pen.open("div class=head who");
    speaker(pen, model, quote);
    close_button(pen);
    pen.close();
    pen.open("div class=scroll");
    match model.mark(index) {
        Some(mark) if !mark.standing.holds() => {
            // Nothing in it can take the keyboard, which has to scroll it.
            pen.attribute("tabindex", "0");
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
        pen.say(Message::SameRemark);
        pen.close();
        pen.close();
    }
    if let Origin::Found { rule, confidence } = &quote.origin {
        let slots = &[("rule", Slot::Words(rule)), ("confidence", Slot::Number((*confidence).into()))];
        pen.open("p class=checker");
        pen.say_with(Message::FoundBy, slots);
        pen.close();
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
    pen.open("div");
    pen.open("h2 part=speaker");
    pen.name(model.speaker_name(quote));
    pen.close();
    pen.open("small");
    match person {
        Some(person) => pen.name(person.role.as_deref().unwrap_or_default()),
        None => pen.say(Message::Unnamed),
    }
    pen.close();
    pen.close();
}

/// A portrait, or the initials where there is none.
pub fn face(pen: &mut Pen, person: &Person) {
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
    pen.authored();
    if passage.whole {
        passage.parts.iter().for_each(|part| pen.leaf("p", part));
    } else {
        pen.attribute("class", "fragment");
        pen.open("p");
        in_context(pen, &passage);
        pen.close();
    }
    pen.close();
    open_details(pen, "details class=context", Message::Around);
    pen.open("p");
    pen.authored();
    for words in [&passage.before, " "] {
        pen.text(words);
    }
    in_context(pen, &passage);
    for words in [" ", &passage.after] {
        pen.text(words);
    }
    pen.close();
    pen.close();
}

/// "told Fox News host Sean Hannity", and what it was translated from.
fn attribution(pen: &mut Pen, quote: &Quote) {
    let phrase = quote.attribution();
    if !phrase.is_empty() {
        pen.open("p class=attribution");
        // A verb alone is no phrase: it is named as the word that attributes.
        if quote.cue.is_some() && quote.addressee.is_none() && quote.medium.is_none() {
            pen.say_with(Message::AttributedWith, &[("cue", Slot::Name(&phrase))]);
        } else {
            pen.authored();
            pen.text(&phrase);
        }
        pen.close();
    }
    if let Some(tag) = &quote.translated_from {
        let language = browser::language(tag, pen.messages.locale());
        pen.open("p class=attribution");
        pen.say_with(Message::TranslatedFrom, &[("language", Slot::Words(&language))]);
        pen.close();
    }
}

/// "Did they say it?": only where it was asked.
fn said(pen: &mut Pen, model: &Model, review: &SaidReview) {
    let (sign, tone) = symbol::said(review.finding);
    pen.open("section");
    pen.say_in("h3", Message::DidTheySayIt);
    open_finding(pen, sign, tone);
    pen.say_in("span", Message::said(review.finding));
    pen.close();
    if let Some(summary) = &review.summary {
        pen.open("p");
        prose(pen, summary);
        pen.close();
    }
    if let Some(full) = &review.full_text {
        open_details(pen, "details class=context", Message::FullText);
        pen.open("p");
        pen.authored();
        pen.text(full);
        pen.close();
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
    pen.say_in("h3", Message::IsItSo);
    if reading.checks {
        for mark in &claims {
            let Some((claim, verdict)) = model.claim(*mark) else { continue };
            open_related(pen, model, *mark);
            finding(pen, verdict);
            pen.open("span");
            prose(pen, &claim.claim_reviewed);
            pen.close();
            pen.close();
        }
    } else {
        open_related(pen, model, *first);
        pen.say_with(Message::ClaimsInside, &[("count", Slot::Number(claims.len()))]);
        pen.close();
    }
    pen.close();
}
