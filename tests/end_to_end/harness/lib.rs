//! The harness of the end-to-end tests: web servers on this machine, real browsers, and a reader's hands in them.
//!
//! [`in_browser`] runs one scenario in each of them. Nothing outside this machine is asked for anything, and nothing is
//! left running: a browser ends when the process that started it does, however that comes about.

mod browser;
mod built;
mod engine;
mod feature;
mod long_article;
mod page;
mod pool;
mod record;
mod server;
mod widget;

pub use browser::{Browser, MIDDLE, PHONE, WIDE};
pub use built::{TRAP, dist, packaged, pages, repository, trap_dist};
pub use engine::Engine;
pub use feature::{Feature, Missing};
pub use long_article::long_article;
pub use page::{Event, Page};
pub use pool::in_browser;
pub use record::{records, seen};
pub use server::{Rule, Server, Site};
pub use thirtyfour::Key;
pub use widget::{Area, Widget};

/// What a scenario ends in.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;
