//! The JSON document that an editor writes: version 1.
//!
//! Field names come from schema.org (`NewsArticle`, `Quotation`, `ClaimReview`, `Rating`) and the W3C Web Annotation
//! model (`TextQuoteSelector`, `TextPositionSelector`). [`read`] walks a [`Value`], which comes from `serde_json` or
//! `serde-wasm-bindgen` through the feature `serde`, and tells every [`Fault`] at once. `schema.json` beside this file
//! describes the same format for editors' tools.

mod article;
mod body;
mod claims;
mod cursor;
#[cfg(feature = "faults")]
mod fault;
mod ids;
mod inlines;
mod ledger;
mod people;
mod quotes;
mod read;
mod reviews;
mod rules;
mod scale;
mod selectors;
mod targets;
mod value;

#[cfg(feature = "faults")]
pub use fault::{Fault, Severity};
#[cfg(feature = "faults")]
pub use read::{Read, read};
pub use read::{VERSION, read_quietly};
pub use targets::{DocumentTarget, Kind};
pub use value::{MAX_DEPTH, Value};

use crate::article::Article;
use crate::claims::{Claim, Reviewer, Scale};
use crate::people::Person;
use crate::quotes::Quote;

/// A whole document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Whether the publisher took all checks back: the article alone is drawn.
    pub withdrawn: bool,
    /// The article.
    pub article: Article,
    /// Who is quoted or spoken of.
    pub people: Vec<Person>,
    /// The quotations, in text order as far as the document is well written.
    pub quotes: Vec<Quote>,
    /// The verdict scale.
    pub scale: Scale,
    /// The claims.
    pub claims: Vec<Claim>,
    /// Who checked, where a claim does not say otherwise.
    pub reviewer: Reviewer,
}
