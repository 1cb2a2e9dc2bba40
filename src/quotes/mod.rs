//! Quotations: who said what, to whom and where.
//!
//! [`find`] reads a plain text: [`marks`] pairs the quotation marks, `tokens` cuts what stands outside them, `narrative`
//! knows sentences, `phrase` and `phrase_ahead` noun phrases, `verb` and `clause` verbs and their subjects, `reported` clauses inside
//! reported speech, `setting` who was spoken to and where, `rules` attributes each quotation, `names` and `people` read who is named, `coreference` says who a mention is (with
//! `pronoun`, `description` and `plural`), `cast` lists who speaks, and `confidence` says how sure all this is. The words it all goes by
//! are data ([`Lexicon`]).

mod cast;
mod clause;
mod confidence;
mod coreference;
mod description;
mod find;
mod found;
mod lexicon;
pub mod marks;
mod names;
mod narrative;
mod people;
mod phrase;
mod phrase_ahead;
mod plural;
mod pronoun;
mod quote;
mod reported;
mod rules;
mod setting;
mod sign;
mod tokens;
mod verb;

pub use find::{FLOOR, find, find_above};
pub use found::{Findings, Found, FoundPerson};
pub use lexicon::{Class, Lexicon};
pub use quote::{Origin, Quote, Said, SaidReview, Speaker};
pub use rules::Rule;
pub(crate) use sign::trimmed;
