//! People: who is quoted, and whose claims were checked. A room of its own, as quotations and claims both speak of them.

mod person;

pub use person::{Image, Person, PersonIndex};
