//! Reading people: the list, and references to it.

use std::rc::Rc;

use super::body::image;
use super::cursor::Cursor;
use super::ids::Ids;
use super::rules::{PAGE, TEXT};
use crate::quotes::{Person, PersonIndex};

/// The people in the list.
pub(super) fn people(at: &Cursor<'_>) -> Vec<Person> {
    let mut ids = Ids::default();
    let mut people = Vec::new();
    at.items().for_each(|item| people.extend(person(&item, &mut ids)));
    people
}

fn person(at: &Cursor<'_>, ids: &mut Ids) -> Option<Person> {
    if !at.is_object(&["id", "name", "role", "aliases", "image", "sameAs"]) {
        return None;
    }
    let id = ids.claim(&at.need("id"));
    let name = at.need("name").label();
    let role = at.label_in("role");
    let aliases = labels(at, "aliases");
    let image = at.get("image").and_then(|portrait| image(&portrait));
    let same_as = at.string_in("sameAs", &PAGE);
    Some(Person { id: id?, name: name?, role, aliases, image, same_as })
}

/// The labels in the array in member `name`.
pub(super) fn labels(at: &Cursor<'_>, name: &'static str) -> Vec<Rc<str>> {
    let mut labels = Vec::new();
    if let Some(list) = at.get(name) {
        list.items().for_each(|item| labels.extend(item.label()));
    }
    labels
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
