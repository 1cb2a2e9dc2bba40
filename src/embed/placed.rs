//! Placements as the anchors module gives them, read for the marks.

use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::from_js;
use crate::document::Value;
use crate::marks::{Edit, Placed, Standing};
use crate::text::{Place, Span};

/// Reads an array of placements; what is not one of them is passed over, and its words then count as not found.
pub fn placed(placements: &JsValue) -> Vec<Placed> {
    let mut all = Vec::new();
    if let Some(Value::Array(items)) = from_js(placements) {
        for item in &items {
            all.extend(one(item));
        }
    }
    all
}

fn one(item: &Value) -> Option<Placed> {
    let standing = match &*string(item, "status") {
        "found" => Standing::Found,
        "changed" => Standing::Changed(edits(item)),
        "ambiguous" => Standing::Ambiguous,
        _ => Standing::Orphan,
    };
    let span = place(item, "start").zip(place(item, "end")).map(|(start, end)| Span { start, end });
    Some(Placed { id: string(item, "id"), part: number(member(item, "part")?)? as usize, standing, span })
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
