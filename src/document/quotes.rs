//! Reading quotations.

use super::Value;
use super::cursor::Cursor;
use super::ids::Ids;
use super::people::reference;
use super::reviews::{reviewer, sources};
use super::rules::{ID, LANGUAGE, TEXT};
use super::selectors::targets;
use crate::people::{Person, PersonIndex};
use crate::quotes::{Origin, Quote, Said, SaidReview, Speaker};

/// The quotations in the list.
pub(super) fn quotes(at: &Cursor<'_>, people: &[Person], ids: &mut Ids) -> Vec<Quote> {
    let mut quotes = at.list(|item| quote(item, people, ids));
    if quotes.is_empty() {
        return quotes;
    }
    // A quotation may name one that comes after it, so the links are looked at when all are read.
    at.each(&mut |item| {
        let link = item.need("sameAs");
        let (Some(Value::String(id)), Some(Value::String(other))) = (item.need("id").value(), link.value()) else {
            return;
        };
        let is_sound = id != other && quotes.iter().any(|quote| quote.id == *other);
        if let Some(quote) = quotes.iter_mut().find(|quote| quote.id == *id)
            && quote.same_as.as_ref() == Some(other)
            && !is_sound
        {
            quote.same_as = None;
            link.fault("the id of another quotation");
        }
    });
    quotes
}

const MEMBERS: [&str; 10] =
    ["id", "target", "speaker", "cue", "addressee", "medium", "translatedFrom", "said", "sameAs", "origin"];

fn quote(at: &Cursor<'_>, people: &[Person], ids: &mut Ids) -> Option<Quote> {
    let at = at.object(&MEMBERS)?;
    let quote = Quote {
        id: at.or_lost(ids.claim(&at.need("id"))),
        parts: targets(&at.need("target")),
        speaker: at.or(speaker(&at.need("speaker"), people), Speaker::Person(PersonIndex(0))),
        cue: at.label_in("cue"),
        addressee: at.label_in("addressee"),
        medium: at.label_in("medium"),
        translated_from: at.string_in("translatedFrom", &LANGUAGE),
        said: at.get("said").and_then(|said| review(&said)),
        same_as: at.string_in("sameAs", &ID),
        origin: match at.get("origin") {
            Some(origin) => at.or(found(&origin), Origin::Written),
            None => Origin::Written,
        },
    };
    if quote.parts.is_empty() {
        at.lose();
    }
    at.keep(quote)
}

fn speaker(at: &Cursor<'_>, people: &[Person]) -> Option<Speaker> {
    at.object(&["person", "unnamed"])?;
    match (at.get("person"), at.get("unnamed")) {
        (Some(person), None) => reference(&person, people).map(Speaker::Person),
        (None, Some(unnamed)) => unnamed.label().map(Speaker::Unnamed),
        _ => {
            at.fault("either person or unnamed");
            None
        }
    }
}

fn review(at: &Cursor<'_>) -> Option<SaidReview> {
    let at = at.object(&["finding", "summary", "fullText", "sources", "author", "datePublished"])?;
    let finding = at.need("finding").one_of(
        &["confirmed", "confirmed in translation", "unconfirmed", "disputed"],
        [Said::Confirmed, Said::ConfirmedInTranslation, Said::Unconfirmed, Said::Disputed],
    );
    at.keep(SaidReview {
        finding: at.or(finding, Said::Unconfirmed),
        summary: at.string_in("summary", &TEXT),
        full_text: at.string_in("fullText", &TEXT),
        sources: sources(&at),
        reviewer: reviewer(&at),
    })
}

fn found(at: &Cursor<'_>) -> Option<Origin> {
    let at = at.object(&["rule", "confidence"])?;
    let rule = at.need_label("rule");
    let confidence = at.or_lost(at.need("confidence").whole(0, 100, "a whole number of per cent"));
    at.keep(Origin::Found { rule, confidence: confidence as u8 })
}
