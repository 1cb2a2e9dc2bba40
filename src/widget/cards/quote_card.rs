//! A quotation's card: who said it, to whom and where, the words, and what was checked about them.

use yew::{Html, html};

use super::{checked_by, close_button, finding, footer, in_context, open_button};
use crate::marks::MarkIndex;
use crate::quotes::{Origin, Person, Quote, SaidReview, Speaker};
use crate::reading::Reading;
use crate::widget::article_view::picture;
use crate::widget::model::Model;
use crate::widget::prose::prose;
use crate::widget::sources::sources;
use crate::widget::{browser, messages, symbol};

/// Draws the card of the quotation behind the mark `index`.
pub fn quote_card(model: &Model, reading: &Reading, index: MarkIndex, quote: &Quote) -> Html {
    html! {
        <>
            <header class="who">
                { speaker(model, quote) }
                { close_button() }
            </header>
            <div class="scroll">
                { words(model, index) }
                { attribution(quote) }
                { checks(model, reading, index, quote) }
                if let Some(other) = quote.same_as.as_deref().and_then(|id| model.marks.find(id)) {
                    <p>{ open_button(model, other, messages::SAME_REMARK.into()) }</p>
                }
                if let Origin::Found { rule, confidence } = &quote.origin {
                    <p class="checker">{ messages::found_by(rule, *confidence) }</p>
                }
            </div>
            { footer(model, index) }
        </>
    }
}

fn speaker(model: &Model, quote: &Quote) -> Html {
    let person = match &quote.speaker {
        Speaker::Person(person) => model.document.people.get(person.0),
        Speaker::Unnamed(_) => None,
    };
    html! {
        <>
            if let Some(person) = person { { face(person) } }
            <p>
                <b part="speaker"><bdi>{ model.speaker_name(quote).to_string() }</bdi></b>
                if let Some(role) = person.and_then(|person| person.role.as_ref()) {
                    <small><bdi>{ &**role }</bdi></small>
                }
                if person.is_none() { <small>{ messages::UNNAMED }</small> }
            </p>
        </>
    }
}

/// A portrait, or the initials where there is none.
fn face(person: &Person) -> Html {
    if let Some(image) = &person.image {
        return html! { <span class="face">{ picture(image) }</span> };
    }
    let mut words = person.name.split_whitespace();
    let letter = |word: Option<&str>| word.and_then(|word| word.chars().next());
    let initials: String = [letter(words.next()), letter(words.next_back())].into_iter().flatten().collect();
    html! { <span class="face" aria-hidden="true">{ initials }</span> }
}

/// The words: whole sentences by themselves with their sentence on demand, a fragment inside its sentence alone.
fn words(model: &Model, index: MarkIndex) -> Html {
    let Some(passage) = model.passage(index).filter(|passage| !passage.parts.is_empty()) else {
        return html! { <p class="gone">{ messages::NOT_IN_TEXT }</p> };
    };
    let lang = model.document.article.in_language.as_deref().map(str::to_string);
    if !passage.whole {
        return html! { <blockquote part="words" class="fragment" dir="auto" {lang}><p>{ in_context(passage) }</p></blockquote> };
    }
    let parts: Html = passage.parts.iter().map(|part| html! { <p>{ part }</p> }).collect();
    html! {
        <>
            <blockquote part="words" dir="auto" lang={lang.clone()}>{ parts }</blockquote>
            <details class="context">
                <summary>{ messages::IN_ITS_SENTENCE }</summary>
                <p dir="auto" {lang}>{ in_context(passage) }</p>
            </details>
        </>
    }
}

/// "told Fox News host Sean Hannity", and what it was translated from.
fn attribution(quote: &Quote) -> Html {
    let phrase: Vec<&str> =
        [&quote.cue, &quote.addressee, &quote.medium].into_iter().flatten().map(|words| &**words).collect();
    html! {
        <>
            if !phrase.is_empty() { <p class="attribution"><bdi>{ phrase.join(" ") }</bdi></p> }
            if let Some(tag) = &quote.translated_from {
                <p class="attribution">{ messages::translated_from(&browser::language(tag, messages::LOCALE)) }</p>
            }
        </>
    }
}

/// "Did they say it?" and "is it so?": two questions, each only where it was asked.
fn checks(model: &Model, reading: &Reading, index: MarkIndex, quote: &Quote) -> Html {
    let claims: Vec<MarkIndex> = model.marks.touching(index).filter(|mark| model.claim(*mark).is_some()).collect();
    html! {
        <>
            if let Some(review) = &quote.said { { said(model, review) } }
            if !claims.is_empty() {
                <section>
                    <h3>{ messages::IS_IT_SO }</h3>
                    if reading.checks {
                        <ul class="checks">{ claims.iter().filter_map(|claim| verdict_line(model, *claim)).collect::<Html>() }</ul>
                    } else {
                        <p>{ open_button(model, claims[0], messages::claims_inside(claims.len()).into()) }</p>
                    }
                </section>
            }
        </>
    }
}

fn verdict_line(model: &Model, claim: MarkIndex) -> Option<Html> {
    let (review, verdict) = model.claim(claim)?;
    let label = finding(symbol::tone(verdict.tone), symbol::verdict(verdict.symbol), &verdict.label);
    Some(
        html! { <li>{ open_button(model, claim, html! { <>{ label }<span>{ prose(&review.claim_reviewed) }</span></> }) }</li> },
    )
}

fn said(model: &Model, review: &SaidReview) -> Html {
    let tone = symbol::tone(symbol::said_tone(review.finding));
    html! {
        <section>
            <h3>{ messages::DID_THEY_SAY_IT }</h3>
            <p>{ finding(tone, symbol::said(review.finding), messages::said(review.finding)) }</p>
            if let Some(summary) = &review.summary { <p>{ prose(summary) }</p> }
            if let Some(full) = &review.full_text {
                <details class="context"><summary>{ messages::FULL_TEXT }</summary><p dir="auto">{ &**full }</p></details>
            }
            { sources(&review.sources) }
            { checked_by(model, &review.reviewer) }
        </section>
    }
}
