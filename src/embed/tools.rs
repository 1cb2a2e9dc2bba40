//! What `tools.wasm` offers: work that few readers need, and so few download.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::from_js;
use crate::document::read;
use crate::exchange::document_quotes;
use crate::quotes::{Lexicon, find as find_quotations};

thread_local! {
    /// The language of the last call and its words, which take a third as long to read as an article.
    static LEXICON: RefCell<(String, Lexicon)> = RefCell::new((String::new(), Lexicon::english()));
}

/// The quotations of a plain text, lines apart: `{"people": […], "quotes": […]}` in JSON, as a document has them.
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

/// All that is wrong in a document, each fault with its path.
#[wasm_bindgen]
pub fn faults(document: &JsValue) -> Vec<String> {
    let Some(value) = from_js(document) else {
        return vec!["the document: nested too deeply".into()];
    };
    let faults = read(&value).map_or_else(|faults| faults, |read| read.faults);
    faults.iter().map(ToString::to_string).collect()
}
