//! How JavaScript values become documents.

use checked_article::document::Value;
use checked_article::embed::from_js;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{ARABIC, EVERYTHING, SEED};

/// The same value by serde-wasm-bindgen, which reads JavaScript values as a library of its own does.
fn by_serde(value: JsValue) -> Value {
    serde_wasm_bindgen::from_value(value).unwrap()
}

#[wasm_bindgen_test]
fn our_walk_reads_what_serde_wasm_bindgen_reads() {
    for json in [SEED, EVERYTHING, ARABIC, "[true, false, null, 0, -1.5, \"é\", {}, [], {\"a\": {\"b\": 1}}]"] {
        let value = js_sys::JSON::parse(json).unwrap();
        assert_eq!(from_js(&value), Some(by_serde(value)));
    }
}

#[wasm_bindgen_test]
fn what_is_nested_too_deeply_is_refused_and_exhausts_no_stack() {
    let deep = ["[".repeat(5000), "]".repeat(5000)].concat();
    assert_eq!(from_js(&js_sys::JSON::parse(&deep).unwrap()), None);
}
