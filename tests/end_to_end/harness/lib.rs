//! The harness of the end-to-end tests: web servers on this machine, a real browser, and a reader's hands in it.
//!
//! [`in_browser`] runs one scenario. Nothing outside this machine is asked for anything, and nothing is left running:
//! the browser ends when the process that started it does, however that comes about.

mod browser;
mod built;
mod page;
mod pool;
mod server;
mod widget;

pub use browser::{Browser, PHONE, WIDE};
pub use built::{TRAP, dist, pages, trap_dist};
pub use page::{Event, Page};
pub use pool::in_browser;
pub use server::{Rule, Server, Site};
pub use thirtyfour::Key;
pub use widget::{Area, Widget};

/// What a scenario ends in.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;
