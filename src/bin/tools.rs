//! `tools.wasm`: text in, JSON out, fetched only when somebody asks for it. No Yew.

use std::cell::RefCell;

use checked_article::exchange::document_quotes;
use checked_article::quotes::{Lexicon, find as find_quotations};
use wasm_bindgen::prelude::wasm_bindgen;

/// Smaller than the standard library's allocator.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

thread_local! {
    /// The language of the last call and its words, which take a third as long to read as an article.
    static LEXICON: RefCell<(String, Lexicon)> = RefCell::new((String::new(), Lexicon::english()));
}

/// The quotations of a plain text, lines apart: `{"people": […], "quotes": […]}` as a document has them.
#[wasm_bindgen]
pub fn find(text: &str, language: &str) -> String {
    LEXICON.with_borrow_mut(|(known, lexicon)| {
        if known != language {
            *lexicon = Lexicon::for_language(language);
            language.clone_into(known);
        }
        document_quotes(text, &find_quotations(text, lexicon))
    })
}

fn main() {}
