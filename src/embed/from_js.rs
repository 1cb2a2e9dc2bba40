//! A JavaScript value as the document reader's [`Value`].
//!
//! Walked by hand: `serde_wasm_bindgen::from_value` gives the same (a browser test holds the two against each other)
//! and would add 11 kB to the 59 that a reader may have to download.

use wasm_bindgen::{JsCast, JsValue};

use crate::document::{MAX_DEPTH, Value};

/// Copies plain data: what `JSON.parse` can return. `None` where it is nested deeper than [`MAX_DEPTH`].
///
/// An object with getters that throw must not come here: the runtime sends objects through JSON first.
pub fn from_js(value: &JsValue) -> Option<Value> {
    walk(value, MAX_DEPTH)
}

fn walk(value: &JsValue, levels: u8) -> Option<Value> {
    if let Some(words) = value.as_string() {
        return Some(Value::String(words.into()));
    }
    if let Some(number) = value.as_f64() {
        return Some(Value::Number(number));
    }
    if let Some(is) = value.as_bool() {
        return Some(Value::Bool(is));
    }
    if !value.is_object() {
        return Some(Value::Null);
    }
    let levels = levels.checked_sub(1)?;
    if let Some(array) = value.dyn_ref::<js_sys::Array>() {
        let mut items = Vec::new();
        for index in 0..array.length() {
            items.push(walk(&array.get(index), levels)?);
        }
        return Some(Value::Array(items));
    }
    let object: &js_sys::Object = value.unchecked_ref();
    let (names, values) = (js_sys::Object::keys(object), js_sys::Object::values(object));
    let mut members = Vec::new();
    for index in 0..names.length() {
        members.push((names.get(index).as_string()?.into(), walk(&values.get(index), levels)?));
    }
    Some(Value::Object(members))
}
