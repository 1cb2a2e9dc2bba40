//! Reading what stands above an article's body.

use std::rc::Rc;

use super::Value;
use super::body::body;
use super::cursor::Cursor;
use super::rules::{DATE, LANGUAGE, PAGE, TEXT};
use crate::article::Article;

/// The article. Where nothing of its body could be read, its body is empty and a fault says why.
pub(super) fn article(at: &Cursor<'_>) -> Article {
    if !at.is_object(&["headline", "author", "publisher", "datePublished", "url", "inLanguage", "checked", "body"]) {
        return Article::default();
    }
    let mut authors = Vec::new();
    if let Some(list) = at.get("author") {
        list.items().for_each(|author| authors.extend(name(&author)));
    }
    let place = at.need("body");
    let body = body(&place);
    if body.is_empty() {
        place.fault("at least one block with words");
    }
    Article {
        headline: at.string_in("headline", &TEXT),
        authors,
        publisher: at.get("publisher").and_then(|publisher| name(&publisher)),
        date_published: at.string_in("datePublished", &DATE),
        url: at.string_in("url", &PAGE),
        in_language: at.string_in("inLanguage", &LANGUAGE),
        body,
        checked: at.string_in("checked", &TEXT),
    }
}

/// A name as a string, or in an object as schema.org has it.
fn name(at: &Cursor<'_>) -> Option<Rc<str>> {
    match at.value() {
        Some(Value::Object(_)) => {
            at.is_object(&["name"]);
            at.need("name").label()
        }
        _ => at.label(),
    }
}
