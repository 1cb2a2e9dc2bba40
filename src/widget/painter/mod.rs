//! Painting a reading on an article: which marks show, which is open, where the keyboard stands. Nothing but the painter
//! knows whether the article is [drawn](drawn) here or is the [page's](page) own.

mod drawn;
mod page;

pub use drawn::{Drawn, OPEN_WORDS, hit};
pub use page::{Page, PagePainter};

use web_sys::{Element, HtmlElement};

use super::model::Model;
use crate::marks::MarkIndex;
use crate::reading::Reading;

/// Paints on one article.
pub trait Painter {
    /// Paints what differs from the last time.
    fn paint(&mut self, model: &Model, reading: &Reading);

    /// Forgets what was painted: the article's words are others now.
    fn forget(&mut self);

    /// Brings a mark's words into view, no further than needed.
    fn reveal(&self, model: &Model, mark: MarkIndex);

    /// Puts the panel, which speaks of `mark` or of all marks, where it belongs.
    fn place(&self, model: &Model, root: &Element, panel: &HtmlElement, mark: Option<MarkIndex>);

    /// Puts the keyboard on a mark's button, without scrolling.
    fn focus(&self, model: &Model, mark: MarkIndex);
}
