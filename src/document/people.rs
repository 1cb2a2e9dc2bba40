//! Reading people: the list, and references to it.

use super::body::image;
use super::cursor::Cursor;
use super::ids::Ids;
use super::rules::{PAGE, TEXT};
use crate::people::{Person, PersonIndex};

/// The people in the list.
pub(super) fn people(at: &Cursor<'_>) -> Vec<Person> {
    let mut ids = Ids::default();
    at.list(|item| person(item, &mut ids))
}

fn person(at: &Cursor<'_>, ids: &mut Ids) -> Option<Person> {
    let at = at.object(&["id", "name", "role", "aliases", "image", "sameAs"])?;
    at.keep(Person {
        id: at.or_lost(ids.claim(&at.need("id"))),
        name: at.need_label("name"),
        role: at.label_in("role"),
        aliases: at.get("aliases").map(|list| list.list(|alias| alias.label())).unwrap_or_default(),
        image: at.get("image").and_then(|portrait| image(&portrait)),
        same_as: at.string_in("sameAs", &PAGE),
    })
}

/// The person whose id stands here.
pub(super) fn reference(at: &Cursor<'_>, people: &[Person]) -> Option<PersonIndex> {
    let id = at.string(&TEXT)?;
    let index = people.iter().position(|person| person.id == id);
    if index.is_none() {
        at.fault("the id of somebody in people");
    }
    index.map(PersonIndex)
}
