//! Everything that a document points at in its article.

use super::Document;
use crate::anchors::Target;
use crate::claims::Status;

/// What a target belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A part of a quotation.
    Quotation {
        /// Which part, counted from 0.
        part: usize,
        /// How many parts the quotation has.
        parts: usize,
    },
    /// A claim.
    Claim,
}

/// A target with whose it is.
#[derive(Clone, Copy, Debug)]
pub struct DocumentTarget<'d> {
    /// What it points at.
    pub target: &'d Target,
    /// The id of the quotation or claim.
    pub id: &'d str,
    /// Which of the two it is.
    pub kind: Kind,
    /// Whether readers see it.
    pub published: bool,
}

impl Document {
    /// All targets: those of quotations part by part, then those of claims, each in the order of the document.
    ///
    /// ```
    /// assert!(checked_article::document::Document::default().targets().is_empty());
    /// ```
    pub fn targets(&self) -> Vec<DocumentTarget<'_>> {
        let drawn = !self.withdrawn;
        let mut targets = Vec::new();
        for quote in &self.quotes {
            for (part, target) in quote.parts.iter().enumerate() {
                let kind = Kind::Quotation { part, parts: quote.parts.len() };
                targets.push(DocumentTarget { target, id: &quote.id, kind, published: drawn });
            }
        }
        for claim in &self.claims {
            let published = drawn && claim.status == Status::Published;
            targets.push(DocumentTarget { target: &claim.target, id: &claim.id, kind: Kind::Claim, published });
        }
        targets
    }
}
