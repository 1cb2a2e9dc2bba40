//! Quotations: who said what, to whom and where.
//!
//! [`find`] reads a plain text: [`marks`] pairs the quotation marks, `tokens` cuts what stands outside them, `narrative`
//! knows sentences, `phrase` and `clause` know noun phrases and subjects, `setting` who was spoken to and where, `rules` attributes each quotation, `people`,
//! `coreference` and `plural` say who the mention is, and `confidence` how sure all this is. The words it all goes by are data
//! ([`Lexicon`]).

mod cast;
mod clause;
mod confidence;
mod coreference;
mod find;
mod found;
mod lexicon;
pub mod marks;
mod narrative;
mod people;
mod person;
mod phrase;
mod plural;
mod quote;
mod rules;
mod setting;
mod sign;
mod tokens;

pub use find::{FLOOR, find, find_above};
pub use found::{Findings, Found, FoundPerson};
pub use lexicon::{Class, Lexicon};
pub use person::{Image, Person, PersonIndex};
pub use quote::{Origin, Quote, Said, SaidReview, Speaker};
pub use rules::Rule;
pub(crate) use sign::trimmed;
