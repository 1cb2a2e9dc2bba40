//! What a reader can do, and what is to happen in consequence.

use std::rc::Rc;

use super::{Filter, View};
use crate::marks::MarkIndex;

/// From where a card was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// From its words in the text.
    Text,
    /// From the list.
    List,
    /// By a link or a call: nothing in the article had focus.
    Outside,
}

/// A layer of marks that can be switched on and off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The quotations.
    Quotations,
    /// The fact check.
    Checks,
}

/// Something a reader, a link or the page asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Open the card of a mark.
    Open {
        /// Which mark.
        mark: MarkIndex,
        /// From where.
        from: Origin,
    },
    /// Close whatever the panel holds; where it holds nothing, leave the filter.
    Close,
    /// Open the list, standing on the open card's mark or the current one.
    OpenList,
    /// Open the next mark that is shown, in text order; the first after the last.
    Next,
    /// Open the previous mark that is shown; the last before the first.
    Previous,
    /// Open the next card of the same voice: the speaker's next quotation, or the next claim.
    NextOfSame,
    /// Open the previous card of the same voice.
    PreviousOfSame,
    /// Move the keyboard's place in the text, or in the list while that is open, by so many marks.
    Step(isize),
    /// The keyboard or a pointer came to stand on this mark in the text.
    Focus(MarkIndex),
    /// Switch an overlay.
    Toggle(Overlay),
    /// Narrow the article to one verdict or one person's words; the same again, or none, widens it.
    Filter(Option<Filter>),
    /// Order the list so.
    View(View),
    /// List only what holds each of these words, whose letters were made alike; all where there are none.
    Search(Rc<str>),
    /// Scroll the text to the open card's words and go there.
    ShowInText,
}

/// What has to happen outside, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Tell the page.
    Emit(Event),
    /// Put the keyboard into the panel.
    FocusPanel,
    /// Put the keyboard on a mark's button in the text.
    FocusMark(MarkIndex),
    /// Put the keyboard on an item of the list.
    FocusListItem(MarkIndex),
    /// Bring a mark's words into view.
    Reveal(MarkIndex),
    /// Say something to those who listen.
    Announce(Announcement),
}

/// What the page is told; ids are looked up by the edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A card was opened.
    Open(MarkIndex),
    /// A card was closed.
    Close(MarkIndex),
    /// An overlay was switched.
    Toggle(Overlay, bool),
}

/// What is said to those who listen rather than look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announcement {
    /// An overlay was switched on or off.
    Toggled(Overlay, bool),
    /// So many marks are shown: of one verdict, of one person, or of all.
    Filtered(Option<Filter>, usize),
    /// So many marks are listed for what was searched.
    Found(usize),
}
