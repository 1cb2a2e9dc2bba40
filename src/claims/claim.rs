//! A claim and the review of it.

use std::rc::Rc;

use super::{Source, Verdict, VerdictIndex};
use crate::anchors::Target;
use crate::people::PersonIndex;

/// Words in the article that were checked, and what came of it (schema.org `ClaimReview`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Names the claim in links and events: `6b`.
    pub id: Rc<str>,
    /// Which words of the article are meant.
    pub target: Target,
    /// The claim in one sentence, as it was checked.
    pub claim_reviewed: Rc<str>,
    /// Whose claim it is; none where the article itself makes it.
    pub claimant: Option<Claimant>,
    /// The verdict, in the document's scale.
    pub verdict: VerdictIndex,
    /// The finding in one sentence.
    pub summary: Rc<str>,
    /// The reasons, a paragraph an item.
    pub explanation: Vec<Rc<str>>,
    /// Where to look.
    pub sources: Vec<Source>,
    /// Who checked it and when; where empty, the document's own [`Reviewer`] speaks for all.
    pub reviewer: Reviewer,
    /// What was changed since it was published, oldest first.
    pub revisions: Vec<Revision>,
    /// Only a published claim draws a verdict.
    pub status: Status,
}

#[cfg(test)]
impl Claim {
    /// A claim of these words, with the first verdict of the scale and no words of its own.
    pub(crate) fn of(id: &str, exact: &str, status: Status) -> Self {
        Self {
            id: id.into(),
            target: Target::quoting(exact),
            claim_reviewed: "".into(),
            claimant: None,
            verdict: VerdictIndex(0),
            summary: "".into(),
            explanation: Vec::new(),
            sources: Vec::new(),
            reviewer: Reviewer::default(),
            revisions: Vec::new(),
            status,
        }
    }
}

impl Claim {
    /// The name of a claimant who is not in the document's list of people; empty where there is none.
    pub fn named_claimant(&self) -> &str {
        match &self.claimant {
            Some(Claimant::Named(name)) => name,
            _ => "",
        }
    }

    /// The finding in a sentence; nothing where it only says `verdict` again, as that of a published review does which has
    /// no words but its rating.
    pub fn finding(&self, verdict: &Verdict) -> Option<&str> {
        Some(&*self.summary).filter(|summary| *summary != &*verdict.label)
    }
}

/// Whose claim it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claimant {
    /// Somebody in the document's list of people.
    Person(PersonIndex),
    /// Somebody else, as named.
    Named(Rc<str>),
}

/// Who checked, when, and where to report an error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reviewer {
    /// The checker's name.
    pub name: Option<Rc<str>>,
    /// The checker's page.
    pub url: Option<Rc<str>>,
    /// ISO 8601 date of the check.
    pub date_published: Option<Rc<str>>,
    /// Where errors are reported: an `https`, `http` or `mailto` URL.
    pub contact: Option<Rc<str>>,
}

/// One change to a published check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// ISO 8601 date.
    pub date: Rc<str>,
    /// What was changed and why.
    pub note: Rc<str>,
}

/// How far a check has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Not for readers: it is not drawn.
    Draft,
    /// Drawn with its verdict.
    #[default]
    Published,
    /// Taken back: it is not drawn.
    Withdrawn,
}
