//! What is wrong in a document, in words, for the module `faults`.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::from_js;
use crate::document::read;

/// All that is wrong in a document, each fault with its path.
#[wasm_bindgen]
pub fn faults(document: &JsValue) -> Vec<String> {
    let Some(value) = from_js(document) else {
        return vec!["the document: nested too deeply".into()];
    };
    let faults = read(&value).map_or_else(|faults| faults, |read| read.faults);
    faults.iter().map(ToString::to_string).collect()
}
