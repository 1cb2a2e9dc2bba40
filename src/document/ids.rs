//! Ids that may be given only once.

use std::rc::Rc;

use super::cursor::Cursor;
use super::rules::ID;

/// The ids that have been given so far.
#[derive(Default)]
pub(super) struct Ids(Vec<Rc<str>>);

impl Ids {
    /// The id here, which is then taken; a fault where it was taken before.
    pub fn claim(&mut self, at: &Cursor<'_>) -> Option<Rc<str>> {
        let id = at.string(&ID)?;
        if self.0.contains(&id) {
            at.fault("an id that nothing before it has");
            return None;
        }
        self.0.push(id.clone());
        Some(id)
    }
}
