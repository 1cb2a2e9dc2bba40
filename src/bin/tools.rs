//! `tools.wasm`: text in, JSON out, fetched only when somebody asks for it. No Yew.

use checked_article::exchange::document_quotes;
use checked_article::quotes::{Lexicon, find as find_quotations};
use wasm_bindgen::prelude::wasm_bindgen;

/// Smaller than the standard library's allocator.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The quotations of a plain text, lines apart: `{"people": […], "quotes": […]}` as a document has them.
#[wasm_bindgen]
pub fn find(text: &str, language: &str) -> String {
    document_quotes(text, &find_quotations(text, &Lexicon::for_language(language)))
}

fn main() {}
