//! The edge between the crate and the JavaScript of the custom element: what the modules export, and nothing else.
//!
//! The element keeps everything that touches the page (the inner `div`, style sheets, listeners) in JavaScript, because
//! after a trap no code of this crate runs again.

#[cfg(feature = "module-anchors")]
mod anchors;
#[cfg(feature = "module-faults")]
mod faults;
#[cfg(feature = "module-finder")]
mod finder;
#[cfg(any(feature = "element", feature = "module-anchors", feature = "module-faults"))]
mod from_js;
#[cfg(feature = "element")]
mod mounted;
#[cfg(feature = "element")]
mod placed;
#[cfg(feature = "element")]
mod share;

#[cfg(feature = "module-anchors")]
pub use anchors::{Placing, place, text_fragment};
#[cfg(feature = "module-faults")]
pub use faults::faults;
#[cfg(feature = "module-finder")]
pub use finder::find;
#[cfg(any(feature = "element", feature = "module-anchors", feature = "module-faults"))]
pub use from_js::from_js;
#[cfg(feature = "element")]
pub use mounted::{Host, Mounted, mount};
