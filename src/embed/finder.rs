//! Quotations that nobody wrote down, for the module `finder`.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

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
