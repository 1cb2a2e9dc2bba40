//! The state of one reader's reading: what is open, shown, filtered and focused.
//!
//! [`reduce`] is its only owner: methods, keys, links and components send an [`Action`]; what is to happen outside
//! comes back as [`Effect`]s. Nothing here knows how it is drawn.

mod action;
mod outline;
mod reduce;

pub use action::{Action, Announcement, Effect, Event, Origin, Overlay};
pub use outline::{Entry, Outline, Voice};
pub use reduce::reduce;

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
    /// The verdict to which marks and list are narrowed, if any.
    pub filter: Option<VerdictIndex>,
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
        /// The item that the keyboard stands on.
        at: MarkIndex,
    },
}

impl Default for Reading {
    fn default() -> Self {
        Self { panel: Panel::Closed, quotations: true, checks: false, filter: None, current: None }
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
        match entry.verdict {
            None => self.quotations && self.filter.is_none(),
            Some(verdict) => {
                self.checks && self.filter.is_none_or(|filter| filter == verdict && entry.standing.holds())
            }
        }
    }

    /// Whether the mark behind `entry` stands in the list now: all do but what the filter leaves out. A
    /// verdict that is withheld is none of those that are filtered.
    pub fn lists(&self, entry: &Entry) -> bool {
        self.filter.is_none() || (entry.verdict == self.filter && entry.standing.holds())
    }
}
