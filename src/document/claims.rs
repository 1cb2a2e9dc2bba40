//! Reading the verdict scale and the claims.

use std::rc::Rc;

use super::Value;
use super::cursor::Cursor;
use super::ids::Ids;
use super::people::reference;
use super::reviews::{reviewer, sources};
use super::rules::{DATE, TEXT};
use super::selectors::targets;
use crate::claims::{Claim, Claimant, Revision, Scale, Status};
use crate::quotes::Person;

/// The claims in the list.
pub(super) fn claims(at: &Cursor<'_>, people: &[Person], scale: &Scale, ids: &mut Ids) -> Vec<Claim> {
    let mut claims = Vec::new();
    at.items().for_each(|item| claims.extend(claim(&item, people, scale, ids)));
    claims
}

const MEMBERS: [&str; 13] = [
    "id",
    "target",
    "claimReviewed",
    "claimant",
    "verdict",
    "summary",
    "explanation",
    "sources",
    "author",
    "datePublished",
    "contact",
    "revisions",
    "status",
];

/// The claim here. It is left out where its words, whose words they are, the verdict or the status is in doubt.
fn claim(at: &Cursor<'_>, people: &[Person], scale: &Scale, ids: &mut Ids) -> Option<Claim> {
    if !at.is_object(&MEMBERS) {
        return None;
    }
    let id = ids.claim(&at.need("id"));
    let target = match targets(&at.need("target")) {
        Some(mut parts) if parts.len() == 1 => parts.pop(),
        Some(_) => {
            at.need("target").fault("exactly one target");
            None
        }
        None => None,
    };
    let claim_reviewed = at.need("claimReviewed").string(&TEXT);
    let claimant = match at.get("claimant") {
        Some(claimant) => claimant_of(&claimant, people).map(Some),
        None => Some(None),
    };
    let verdict = at.need("verdict").string(&TEXT).and_then(|id| {
        let found = scale.find(&id);
        if found.is_none() {
            at.need("verdict").fault("the id of a verdict in the scale");
        }
        found
    });
    let summary = at.need("summary").string(&TEXT);
    let explanation = explanation(&at.need("explanation"));
    let (sources, reviewer) = (sources(at), reviewer(at));
    let mut revisions = Vec::new();
    if let Some(list) = at.get("revisions") {
        list.items().for_each(|item| revisions.extend(revision(&item)));
    }
    let status = match at.get("status") {
        Some(status) => {
            status.one_of(&["draft", "published", "withdrawn"], [Status::Draft, Status::Published, Status::Withdrawn])
        }
        None => Some(Status::Published),
    };
    Some(Claim {
        id: id?,
        target: target?,
        claim_reviewed: claim_reviewed?,
        claimant: claimant?,
        verdict: verdict?,
        summary: summary?,
        explanation: explanation?,
        sources,
        reviewer,
        revisions,
        status: status?,
    })
}

fn claimant_of(at: &Cursor<'_>, people: &[Person]) -> Option<Claimant> {
    if !at.is_object(&["person", "name"]) {
        return None;
    }
    match (at.get("person"), at.get("name")) {
        (Some(person), None) => reference(&person, people).map(Claimant::Person),
        (None, Some(name)) => name.label().map(Claimant::Named),
        _ => {
            at.fault("either person or name");
            None
        }
    }
}

/// One paragraph, or an array of them.
fn explanation(at: &Cursor<'_>) -> Option<Vec<Rc<str>>> {
    let Some(Value::Array(items)) = at.value() else {
        return at.string(&TEXT).map(|paragraph| vec![paragraph]);
    };
    if items.is_empty() {
        at.fault("at least one paragraph");
    }
    let mut paragraphs = Vec::new();
    at.items().for_each(|item| paragraphs.extend(item.string(&TEXT)));
    if paragraphs.is_empty() { None } else { Some(paragraphs) }
}

fn revision(at: &Cursor<'_>) -> Option<Revision> {
    if !at.is_object(&["date", "note"]) {
        return None;
    }
    let (date, note) = (at.need("date").string(&DATE), at.need("note").string(&TEXT));
    Some(Revision { date: date?, note: note? })
}
