//! Reading what stands above an article's body.

use std::rc::Rc;

use super::Value;
use super::body::body;
use super::cursor::Cursor;
use super::rules::{DATE, LANGUAGE, PAGE, TEXT};
use crate::article::Article;

/// The article. Where nothing of its body could be read, its body is empty and a fault says why.
pub(super) fn article(at: &Cursor<'_>) -> Article {
    const MEMBERS: [&str; 8] =
        ["headline", "author", "publisher", "datePublished", "url", "inLanguage", "checked", "body"];
    if at.object(&MEMBERS).is_none() {
        return Article::default();
    }
    let authors = at.get("author").map(|list| list.list(name)).unwrap_or_default();
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
        Some(Value::Object(_)) => at.object(&["name"])?.need("name").label(),
        _ => at.label(),
    }
}
