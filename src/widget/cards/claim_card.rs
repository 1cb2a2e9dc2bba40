//! A claim's card: whose words they are, the verdict in words, why, and where to look.

use yew::{Html, html};

use super::{checked_by, close_button, finding, footer, open_button};
use crate::claims::{Claim, Claimant, Verdict};
use crate::marks::MarkIndex;
use crate::widget::model::Model;
use crate::widget::prose::prose;
use crate::widget::sources::sources;
use crate::widget::{browser, messages, symbol};

/// Draws the card of the claim behind the mark `index`.
pub fn claim_card(model: &Model, index: MarkIndex, claim: &Claim, verdict: &Verdict) -> Html {
    let contact = claim.reviewer.contact.as_ref().or(model.document.reviewer.contact.as_ref());
    let (at, of) = model.place_in_kind(index);
    let explanation: Html = claim.explanation.iter().map(|paragraph| html! { <p>{ prose(paragraph) }</p> }).collect();
    html! {
        <>
            <header>
                { finding(symbol::tone(verdict.tone), symbol::verdict(verdict.symbol), &verdict.label) }
                <small class="count">{ messages::claim_place(at, of) }</small>
                { close_button() }
            </header>
            <div class="scroll">
                { words(model, index, claim) }
                <p class="reviewed"><small>{ messages::AS_CHECKED }</small>{ prose(&claim.claim_reviewed) }</p>
                <p class="summary">{ prose(&claim.summary) }</p>
                { explanation }
                { sources(&claim.sources) }
                { checked_by(model, &claim.reviewer) }
                { revisions(claim) }
                <p class="after">
                    if let Some(contact) = contact {
                        <a class="plain" part="report" href={contact.to_string()} target="_blank" rel="noopener noreferrer">{ messages::REPORT_ERROR }</a>
                    }
                </p>
                { scale(model, verdict) }
                { quoted_in(model, index) }
            </div>
            { footer(model, index) }
        </>
    }
}

/// The words with whose they are; the article's own stand without quotation marks.
fn words(model: &Model, index: MarkIndex, claim: &Claim) -> Html {
    let whose = match &claim.claimant {
        None => messages::OWN_WORDS.to_string(),
        Some(Claimant::Named(name)) => messages::claim_by(name),
        Some(Claimant::Person(person)) => {
            messages::claim_by(model.document.people.get(person.0).map_or("", |person| &person.name))
        }
    };
    let lang = model.document.article.in_language.as_deref().map(str::to_string);
    let parts = model.passage(index).map(|passage| passage.parts.join(" … ")).unwrap_or_default();
    html! {
        <>
            <p class="whose"><bdi>{ whose }</bdi></p>
            if parts.is_empty() { <p class="gone">{ messages::NOT_IN_TEXT }</p> } else { <p part="words" class="words" dir="auto" {lang}>{ prose(&parts) }</p> }
        </>
    }
}

fn revisions(claim: &Claim) -> Html {
    if claim.revisions.is_empty() {
        return Html::default();
    }
    let line = |revision: &crate::claims::Revision| {
        html! {
            <li><time datetime={revision.date.to_string()}>{ browser::date(&revision.date, messages::LOCALE) }</time>
                { ": " }{ &*revision.note }</li>
        }
    };
    html! { <section><h3>{ messages::HISTORY }</h3><ul class="history">{ claim.revisions.iter().map(line).collect::<Html>() }</ul></section> }
}

/// The whole scale with its definitions, the card's own verdict among the others.
fn scale(model: &Model, verdict: &Verdict) -> Html {
    let step = |other: &Verdict| {
        let label = finding(symbol::tone(other.tone), symbol::verdict(other.symbol), &other.label);
        let current = (other.id == verdict.id).then_some("true");
        html! { <><dt aria-current={current}>{ label }</dt><dd>{ &*other.definition }</dd></> }
    };
    let steps: Html = model.document.scale.verdicts.iter().map(step).collect();
    html! { <details class="context scale"><summary>{ messages::HOW_WE_RATE }</summary><dl>{ steps }</dl></details> }
}

/// The quotations that these words stand in.
fn quoted_in(model: &Model, index: MarkIndex) -> Html {
    let quotations = model.marks.touching(index).filter_map(|mark| Some((mark, model.quote(mark)?)));
    let lines: Vec<Html> = quotations
        .map(|(mark, quote)| html! { <li>{ open_button(model, mark, html! { <bdi>{ model.speaker_name(quote).to_string() }</bdi> }) }</li> })
        .collect();
    if lines.is_empty() {
        return Html::default();
    }
    html! { <section><h3>{ messages::IN_THESE_WORDS }</h3><ul class="checks">{ lines }</ul></section> }
}
