//! What the finder gives back: quotations, each with its grounds, and the people who said them.

use std::ops::Range;

use super::rules::Rule;
use crate::people::PersonIndex;

/// Everything found in a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The quotations, by their first part.
    pub quotes: Vec<Found>,
    /// Who speaks in them.
    pub people: Vec<FoundPerson>,
    /// The words between quotation marks that are given to nobody, in text order: titles, lettering, doubtful ones, and
    /// all of them in a language without a lexicon. They have no speaker and never become cards.
    pub unattributed: Vec<Range<usize>>,
}

/// A quotation, who said it, and why that is thought. Ranges are bytes of the text, always on character boundaries.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The words between the marks, in text order; several where the attribution stands in between.
    pub parts: Vec<Range<usize>>,
    /// The speaker as the text names them there: "he", "the Russian president".
    pub speaker: Range<usize>,
    /// Who that is, in [`Findings::people`]; `None` where nobody fits a pronoun or "the pair".
    pub person: Option<PersonIndex>,
    /// The verb or phrase that attributes the words: "told".
    pub cue: Option<Range<usize>>,
    /// Who was spoken to: "reporters".
    pub addressee: Option<Range<usize>>,
    /// Where it was said: "in a post to X".
    pub medium: Option<Range<usize>>,
    /// The rule that made it.
    pub rule: Rule,
    /// How often results like it are right, in per cent, as measured on annotated news.
    pub confidence: u8,
}

/// Somebody who speaks in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPerson {
    /// The fullest name in the text, or the words that describe somebody it does not name: "a White House official".
    pub name: Range<usize>,
    /// Whether it is a name.
    pub named: bool,
    /// Every other way in which it names them, each once.
    pub aliases: Vec<Range<usize>>,
    /// Their office as it stands beside the name: "Russian President".
    pub role: Option<Range<usize>>,
}
