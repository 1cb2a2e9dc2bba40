//! Reading the verdict scale and the claims.

use std::rc::Rc;

use super::Value;
use super::cursor::Cursor;
use super::ids::Ids;
use super::people::reference;
use super::reviews::{reviewer, sources};
use super::rules::{DATE, TEXT};
use super::selectors::targets;
use crate::claims::{Claim, Claimant, Revision, Scale, Status, VerdictIndex};
use crate::people::Person;

/// The claims in the list.
pub(super) fn claims(at: &Cursor<'_>, people: &[Person], scale: &Scale, ids: &mut Ids) -> Vec<Claim> {
    at.list(|item| claim(item, people, scale, ids))
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
    let at = at.object(&MEMBERS)?;
    let id = at.or_lost(ids.claim(&at.need("id")));
    let mut targets = targets(&at.need("target"));
    if targets.len() > 1 {
        at.need("target").fault("exactly one target");
        targets.clear();
    }
    let target = at.or_lost(targets.pop());
    let claim_reviewed = at.need_string("claimReviewed", &TEXT);
    let claimant = at.get("claimant").and_then(|claimant| {
        let found = claimant_of(&claimant, people);
        if found.is_none() {
            at.lose();
        }
        found
    });
    let verdict = at.need("verdict").string(&TEXT).and_then(|id| {
        let found = scale.find(&id);
        if found.is_none() {
            at.need("verdict").fault("the id of a verdict in the scale");
        }
        found
    });
    let summary = at.need_string("summary", &TEXT);
    let explanation = explanation(&at.need("explanation"));
    if explanation.is_empty() {
        at.lose();
    }
    let (sources, reviewer) = (sources(&at), reviewer(&at));
    let revisions = at.get("revisions").map(|list| list.list(revision)).unwrap_or_default();
    let status = match at.get("status") {
        Some(status) => {
            status.one_of(&["draft", "published", "withdrawn"], [Status::Draft, Status::Published, Status::Withdrawn])
        }
        None => Some(Status::Published),
    };
    at.keep(Claim {
        id,
        target,
        claim_reviewed,
        claimant,
        verdict: at.or(verdict, VerdictIndex(0)),
        summary,
        explanation,
        sources,
        reviewer,
        revisions,
        status: at.or(status, Status::Draft),
    })
}

fn claimant_of(at: &Cursor<'_>, people: &[Person]) -> Option<Claimant> {
    at.object(&["person", "name"])?;
    match (at.get("person"), at.get("name")) {
        (Some(person), None) => reference(&person, people).map(Claimant::Person),
        (None, Some(name)) => name.label().map(Claimant::Named),
        _ => {
            at.fault("either person or name");
            None
        }
    }
}

/// One paragraph, or an array of them; none where no words could be read.
fn explanation(at: &Cursor<'_>) -> Vec<Rc<str>> {
    let Some(Value::Array(items)) = at.value() else {
        return at.string(&TEXT).into_iter().collect();
    };
    if items.is_empty() {
        at.fault("at least one paragraph");
    }
    at.list(|paragraph| paragraph.string(&TEXT))
}

fn revision(at: &Cursor<'_>) -> Option<Revision> {
    let at = at.object(&["date", "note"])?;
    at.keep(Revision { date: at.need_string("date", &DATE), note: at.need_string("note", &TEXT) })
}
