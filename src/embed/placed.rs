//! Placements as the anchors module gives them, read for the marks.

use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::from_js;
use crate::document::Value;
use crate::marks::{Edit, Placed, Standing};
use crate::text::{Place, Span};

/// Reads an array of placements; what is none of the four counts as an orphan.
pub fn placed(placements: &JsValue) -> Vec<Placed> {
    let mut all = Vec::new();
    if let Some(Value::Array(items)) = from_js(placements) {
        for item in &items {
            all.push(one(item));
        }
    }
    all
}

fn one(item: &Value) -> Placed {
    let standing = match &*string(item, "status") {
        "found" => Standing::Found,
        "changed" => Standing::Changed(edits(item)),
        "ambiguous" => Standing::Ambiguous,
        _ => Standing::Orphan,
    };
    let span = place(item, "start").zip(place(item, "end")).map(|(start, end)| Span { start, end });
    // A claim has no parts.
    let part = member(item, "part").and_then(number).unwrap_or(0) as usize;
    Placed { id: string(item, "id"), part, standing, span }
}

fn edits(item: &Value) -> Vec<Edit> {
    let mut edits = Vec::new();
    if let Some(Value::Array(changes)) = member(item, "changes") {
        for change in changes {
            edits.push(Edit { before: string(change, "before"), now: string(change, "now") });
        }
    }
    edits
}

/// A place: a block and a byte offset in it.
fn place(item: &Value, name: &str) -> Option<Place> {
    match member(item, name)? {
        Value::Array(pair) => Some(Place::new(number(pair.first()?)?, number(pair.get(1)?)?)),
        _ => None,
    }
}

fn number(value: &Value) -> Option<u32> {
    match value {
        Value::Number(number) => Some(*number as u32),
        _ => None,
    }
}

fn string(item: &Value, name: &str) -> Rc<str> {
    match member(item, name) {
        Some(Value::String(words)) => words.clone(),
        _ => "".into(),
    }
}

fn member<'v>(item: &'v Value, name: &str) -> Option<&'v Value> {
    let Value::Object(members) = item else { return None };
    members.iter().find(|(own, _)| **own == *name).map(|(_, value)| value)
}
