//! What the component tells the page in which it stands.

use std::rc::Rc;

use super::share::Shared;
use crate::marks::Standing;
use crate::reading::Overlay;

/// What a page may want to know; by id, for nothing else is promised to stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The article is drawn.
    Ready,
    /// How the words of every mark stand, in text order; told after `Ready` and whenever it may have changed.
    Placed(Vec<Stand>),
    /// A card was opened.
    Open {
        /// The mark's id.
        id: Rc<str>,
        /// Whether it is a claim.
        claim: bool,
    },
    /// A card was closed.
    Close {
        /// The mark's id.
        id: Rc<str>,
        /// Whether it is a claim.
        claim: bool,
    },
    /// An overlay was switched.
    Toggle {
        /// Which.
        overlay: Overlay,
        /// Whether it is on now.
        on: bool,
    },
    /// The reader wants to share the open card.
    Share {
        /// What of it.
        shared: Rc<Shared>,
        /// Its link alone, for the clipboard; otherwise the reader wants to choose how.
        link: bool,
    },
    /// The open card's words were copied.
    Copied {
        /// The mark's id.
        id: Rc<str>,
    },
}

/// How the words of a mark stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// The mark's id.
    pub id: Rc<str>,
    /// Whether it is a claim.
    pub claim: bool,
    /// How its words stand.
    pub standing: Standing,
}
