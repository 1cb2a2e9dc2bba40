//! A news article whose quotations open as cards and whose claims carry a fact check, in one tag.
//!
//! The way of the data:
//!
//! 1. [`document`] reads an editor's JSON into an [`article`] of blocks, [`people`], [`quotes`] and [`claims`], and names every fault;
//! 2. [`anchors`] finds the words that they speak of in the article's [`text`], or says that they are gone;
//! 3. [`marks`] puts them in text order and cuts the text into segments;
//! 4. [`reading`] holds what one reader has open, shown and filtered;
//! 5. [`exchange`] writes what was found as JSON;
//! 6. `widget` draws all that with Yew, and `embed` ties it to a page as `<checked-article>`.
//!
//! All but `widget` and `embed` are pure: they know no browser, no clock and no file.

#![deny(missing_docs)]

pub mod anchors;
pub mod article;
pub mod claims;
#[cfg(feature = "cli")]
pub mod cli;
pub mod document;
#[cfg(any(feature = "element", feature = "module-anchors", feature = "module-faults", feature = "module-finder"))]
pub mod embed;
pub mod exchange;
pub mod marks;
pub mod people;
pub mod quotes;
pub mod reading;
pub mod text;
#[cfg(feature = "widget")]
pub mod widget;
