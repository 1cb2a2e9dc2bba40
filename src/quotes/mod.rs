//! Quotations: who said what, to whom and where.

mod person;
mod quote;

pub use person::{Image, Person, PersonIndex};
pub use quote::{Origin, Quote, Said, SaidReview, Speaker};
