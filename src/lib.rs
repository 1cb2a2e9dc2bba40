//! A news article whose quotations open as cards and whose claims carry a fact check, in one tag.
//!
//! The way of the data: [`document`] reads JSON into an [`article`] of blocks, [`quotes`] and [`claims`]; [`anchors`]
//! finds the words they speak of in the article's [`text`].

#![deny(missing_docs)]

pub mod anchors;
pub mod article;
pub mod claims;
#[cfg(feature = "cli")]
pub mod cli;
pub mod document;
pub mod quotes;
pub mod text;
