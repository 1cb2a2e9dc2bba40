//! The article drawn with Yew: text with its marks, toolbar, cards and list.
//!
//! [`CheckedArticle`] is the component to use; everything else is drawn by it. [`STYLES`] has to be adopted by the
//! document or shadow root in which it stands.

mod article_view;
mod browser;
mod cards;
mod checked_article;
mod consequences;
mod hand;
mod kept;
mod list;
mod map;
mod messages;
mod model;
mod notes;
mod notice;
mod painter;
mod panel;
mod pen;
mod prose;
mod running_text;
mod share;
mod sources;
mod symbol;
mod toolbar;

pub use checked_article::{CheckedArticle, Msg, Properties};
pub use messages::Messages;
pub use notice::{Notice, Stand};
pub use painter::Page;
pub use share::Shared;

/// The style sheet of the whole widget, for pages that use the component without the custom element. It reaches nothing
/// outside the article.
pub const STYLES: &str = concat!(
    "@scope (.checked-article) {",
    include_str!("tokens.css"),
    include_str!("article_view.css"),
    include_str!("toolbar.css"),
    include_str!("panel.css"),
    include_str!("cards.css"),
    include_str!("list.css"),
    include_str!("map.css"),
    include_str!("sheet.css"),
    include_str!("print.css"),
    "}",
);
