//! A source: where a reader can look for themselves.

use std::rc::Rc;

/// Something published that bears on a claim (schema.org `citation`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its title, where known; none is invented.
    pub title: Option<Rc<str>>,
    /// Who published it.
    pub publisher: Rc<str>,
    /// Where it is.
    pub url: Rc<str>,
    /// ISO 8601 date, where known.
    pub date_published: Option<Rc<str>>,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// What it says about the claim.
    pub stance: Stance,
    /// The words in it that matter, where quoted.
    pub excerpt: Option<Rc<str>>,
    /// An archived copy.
    pub archive: Option<Rc<str>>,
}

/// What kind of source it is: readers weigh a record and a state broadcaster differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A primary record: a transcript, a court file, a data set, a recording.
    Record,
    /// Journalism.
    News,
    /// A medium controlled by a state.
    StateMedia,
    /// A statement by an authority or an organisation about its own matter.
    Statement,
    /// A copy on an aggregator's page.
    Aggregator,
    /// Research.
    Research,
    /// Something else.
    Other,
}

/// What a source says about the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// It bears the claim out.
    Supports,
    /// It contradicts the claim.
    Disputes,
    /// It contradicts the other sources and they weigh more.
    Outweighed,
    /// Background.
    Context,
}
