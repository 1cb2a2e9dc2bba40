//! Reading a document whole: every part is read as far as it goes, and all that is wrong is told at once.

#[cfg(feature = "faults")]
use super::Fault;
use super::article::article;
use super::claims::claims;
use super::cursor::Cursor;
use super::ids::Ids;
use super::ledger::Ledger;
use super::people::people;
use super::quotes::quotes;
use super::reviews::reviewer;
use super::scale::scale;
use super::{Document, Value};

/// The version of the format that this reads.
pub const VERSION: u32 = 1;

/// A document that could be read, and what was wrong in it.
#[cfg(feature = "faults")]
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// What could be read.
    pub document: Document,
    /// What could not be, in the order of reading.
    pub faults: Vec<Fault>,
}

/// Reads a document. A claim, quotation, person or source that is faulty is left out and reported.
///
/// ```
/// use std::rc::Rc;
/// use checked_article::document::{Value, read};
/// let object = |name: &str, value| Value::Object(vec![(Rc::from(name), value)]);
/// let body = Value::Array(vec![Value::String("The fête was held.".into())]);
/// let read = read(&object("article", object("body", body))).unwrap();
/// assert_eq!(read.document.article.text_blocks().len(), 1);
/// assert_eq!(read.faults[0].to_string(), "version: expected 1, found nothing");
/// ```
///
/// # Errors
///
/// All faults, where the article's body is unreadable: missing, not an array, or without a single block.
#[cfg(feature = "faults")]
pub fn read(value: &Value) -> Result<Read, Vec<Fault>> {
    let ledger = Ledger::default();
    let document = document(&Cursor::top(value, &ledger));
    let faults = ledger.into_faults();
    if document.article.body.is_empty() { Err(faults) } else { Ok(Read { document, faults }) }
}

/// Reads a document without a word on what is wrong in it: the document, if its body is readable, and whether it is
/// sound, so that [`read`] would find no fault in it.
///
/// ```
/// use checked_article::document::{Value, read_quietly};
/// assert_eq!(read_quietly(&Value::Null), (None, false));
/// ```
pub fn read_quietly(value: &Value) -> (Option<Document>, bool) {
    let ledger = Ledger::default();
    let document = document(&Cursor::top(value, &ledger));
    let readable = if document.article.body.is_empty() { None } else { Some(document) };
    (readable, ledger.is_empty())
}

const MEMBERS: [&str; 9] =
    ["$schema", "version", "withdrawn", "article", "people", "quotes", "scale", "claims", "review"];

fn document(at: &Cursor<'_>) -> Document {
    if at.object(&MEMBERS).is_none() {
        return Document::default();
    }
    version(&at.need("version"));
    let mut document = Document { article: article(&at.need("article")), ..Document::default() };
    if let Some(withdrawn) = at.get("withdrawn") {
        // Whoever writes this member at all, and wrongly, more likely meant to take the checks back.
        document.withdrawn = withdrawn.flag().unwrap_or(true);
    }
    if let Some(list) = at.get("people") {
        document.people = people(&list);
    }
    if let Some(of_checks) = at.get("scale") {
        document.scale = scale(&of_checks);
    }
    // Quotations and claims share links and events, and so their ids.
    let mut ids = Ids::default();
    if let Some(list) = at.get("quotes") {
        document.quotes = quotes(&list, &document.people, &mut ids);
    }
    if let Some(list) = at.get("claims") {
        document.claims = claims(&list, &document.people, &document.scale, &mut ids);
    }
    if let Some(review) = at.get("review")
        && let Some(review) = review.object(&["author", "datePublished", "contact"])
    {
        document.reviewer = reviewer(&review);
    }
    document
}

/// A later version is read as far as this one goes.
fn version(at: &Cursor<'_>) {
    match at.value() {
        Some(Value::Number(version)) if *version == f64::from(VERSION) => {}
        Some(Value::Number(version)) if *version > f64::from(VERSION) && version.fract() == 0.0 => {
            at.warn_of_version("1");
        }
        _ => at.fault("1"),
    }
}
