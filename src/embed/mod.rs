//! The edge between the crate and the JavaScript of the custom element: what the modules export, and nothing else.
//!
//! The element keeps everything that touches the page (the inner `div`, style sheets, listeners) in JavaScript, because
//! after a trap no code of this crate runs again.

mod from_js;
#[cfg(feature = "element")]
mod mounted;
#[cfg(feature = "element")]
mod placed;
#[cfg(feature = "tools")]
mod tools;

pub use from_js::from_js;
#[cfg(feature = "element")]
pub use mounted::{Host, Mounted, mount};
#[cfg(feature = "tools")]
pub use tools::{faults, find};
