//! The state of one reader's reading: what is open, shown, filtered and focused.
//!
//! [`reduce`] is its only owner: methods, keys, links and components send an [`Action`]; what is to happen outside
//! comes back as [`Effect`]s. Nothing here knows how it is drawn.

mod action;
mod outline;
mod reduce;
mod version;
mod words;

pub use action::{Action, Announcement, Effect, Event, Origin, Overlay};
pub use outline::{Entry, Group, Outline, Voice};
pub use reduce::reduce;
pub use words::Words;

use std::rc::Rc;

use crate::claims::VerdictIndex;
use crate::marks::MarkIndex;

/// What one reader sees at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What stands in the panel beside or below the text.
    pub panel: Panel,
    /// Whether quotations are marked in the text.
    pub quotations: bool,
    /// Whether verdicts are shown. Off at first: the article is read before it is judged.
    pub checks: bool,
    /// What marks and list are narrowed to, if anything.
    pub filter: Option<Filter>,
    /// How the list is ordered.
    pub view: View,
    /// What the list is searched for, its letters made alike; empty while nothing is.
    pub search: Rc<str>,
    /// The mark that the keyboard stands on in the text.
    pub current: Option<MarkIndex>,
}

/// What stands in the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// Nothing.
    Closed,
    /// The card of a mark.
    Card {
        /// Which mark.
        mark: MarkIndex,
        /// From where it was opened: where focus goes back to.
        from: Origin,
    },
    /// The list of all marks.
    List {
        /// The item that the keyboard stands on; none where nothing is listed.
        at: Option<MarkIndex>,
    },
}

/// What the article is narrowed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// The claims of one verdict.
    Verdict(VerdictIndex),
    /// The words of one person: the rest of the article steps back.
    Voice(Voice),
}

/// How the list is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// All marks in text order.
    #[default]
    All,
    /// The quotations by speaker.
    Speakers,
    /// The claims by verdict.
    Verdicts,
    /// The claims by claimant.
    Claimants,
    /// The claims in text order.
    Claims,
}

impl View {
    /// Whether it lists claims alone.
    pub fn is_of_claims(self) -> bool {
        !matches!(self, View::All | View::Speakers)
    }
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            panel: Panel::Closed,
            quotations: true,
            checks: false,
            filter: None,
            view: View::All,
            search: "".into(),
            current: None,
        }
    }
}

impl Reading {
    /// The mark whose card is open.
    pub fn open(&self) -> Option<MarkIndex> {
        match self.panel {
            Panel::Card { mark, .. } => Some(mark),
            Panel::Closed | Panel::List { .. } => None,
        }
    }

    /// Whether the mark behind `entry` is drawn in the text now.
    pub fn shows(&self, entry: &Entry) -> bool {
        self.admits(entry) && if entry.verdict.is_some() { self.checks } else { self.quotations }
    }

    /// Whether the filter leaves the mark behind `entry` in. A verdict that is withheld is none of those that are
    /// filtered, and words that were changed are nobody's.
    pub fn admits(&self, entry: &Entry) -> bool {
        match self.filter {
            None => true,
            Some(_) if !entry.standing.holds() => false,
            Some(Filter::Verdict(verdict)) => entry.verdict == Some(verdict),
            Some(Filter::Voice(voice)) => entry.whose == voice,
        }
    }
}
