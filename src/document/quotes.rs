//! Reading quotations.

use super::cursor::Cursor;
use super::ids::Ids;
use super::people::reference;
use super::reviews::{reviewer, sources};
use super::rules::{ID, LANGUAGE, TEXT};
use super::selectors::targets;
use crate::quotes::{Origin, Person, Quote, Said, SaidReview, Speaker};

/// The quotations in the list.
pub(super) fn quotes(at: &Cursor<'_>, people: &[Person], ids: &mut Ids) -> Vec<Quote> {
    let (mut quotes, mut places) = (Vec::new(), Vec::new());
    for item in at.items() {
        if let Some(quote) = quote(&item, people, ids) {
            quotes.push(quote);
            places.push(item);
        }
    }
    for (index, place) in places.iter().enumerate() {
        if !is_linked_soundly(&quotes[index], &quotes) {
            place.need("sameAs").fault("the id of another quotation");
            quotes[index].same_as = None;
        }
    }
    quotes
}

const MEMBERS: [&str; 10] =
    ["id", "target", "speaker", "cue", "addressee", "medium", "translatedFrom", "said", "sameAs", "origin"];

fn quote(at: &Cursor<'_>, people: &[Person], ids: &mut Ids) -> Option<Quote> {
    if !at.is_object(&MEMBERS) {
        return None;
    }
    let id = ids.claim(&at.need("id"));
    let parts = targets(&at.need("target"));
    let speaker = speaker(&at.need("speaker"), people);
    let cue = at.label_in("cue");
    let addressee = at.label_in("addressee");
    let medium = at.label_in("medium");
    let translated_from = at.string_in("translatedFrom", &LANGUAGE);
    let said = at.get("said").and_then(|said| review(&said));
    let same_as = at.string_in("sameAs", &ID);
    let origin = match at.get("origin") {
        Some(origin) => found(&origin),
        None => Some(Origin::Written),
    };
    Some(Quote {
        id: id?,
        parts: parts?,
        speaker: speaker?,
        cue,
        addressee,
        medium,
        translated_from,
        said,
        same_as,
        origin: origin?,
    })
}

fn speaker(at: &Cursor<'_>, people: &[Person]) -> Option<Speaker> {
    if !at.is_object(&["person", "unnamed"]) {
        return None;
    }
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
    if !at.is_object(&["finding", "summary", "fullText", "sources", "author", "datePublished"]) {
        return None;
    }
    let finding = at.need("finding").one_of(
        &["confirmed", "confirmed in translation", "unconfirmed", "disputed"],
        [Said::Confirmed, Said::ConfirmedInTranslation, Said::Unconfirmed, Said::Disputed],
    );
    let summary = at.string_in("summary", &TEXT);
    let full_text = at.string_in("fullText", &TEXT);
    let (sources, reviewer) = (sources(at), reviewer(at));
    Some(SaidReview { finding: finding?, summary, full_text, sources, reviewer })
}

fn found(at: &Cursor<'_>) -> Option<Origin> {
    if !at.is_object(&["rule", "confidence"]) {
        return None;
    }
    let rule = at.need("rule").label();
    let confidence = at.need("confidence").whole(0, 100, "a whole number of per cent");
    Some(Origin::Found { rule: rule?, confidence: confidence? as u8 })
}

/// Whether the quotation names no other one of the same remark, or one that there is.
fn is_linked_soundly(quote: &Quote, quotes: &[Quote]) -> bool {
    quote.same_as.as_ref().is_none_or(|id| *id != quote.id && quotes.iter().any(|other| other.id == *id))
}
