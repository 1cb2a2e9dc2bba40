//! Placing a document's targets in its own article, for the module `anchors`.

use std::borrow::Cow;

use js_sys::JsString;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::from_js;
use crate::anchors::{Resolver, Target, TextFragment};
use crate::document::{Document, Value, read_quietly};
use crate::exchange::document_placements;
use crate::text::{Place, Span, View};

/// The work of placing all targets of a document, in slices, so that the page stays responsive.
#[wasm_bindgen]
pub struct Placing {
    document: Document,
    resolver: Resolver,
}

#[wasm_bindgen]
impl Placing {
    /// Reads `document`, a JavaScript value of the document format with its scale in it. What is not readable has no
    /// targets.
    #[wasm_bindgen(constructor)]
    pub fn new(document: &JsValue) -> Self {
        let document = from_js(document).and_then(|value| read_quietly(&value).0).unwrap_or_default();
        let targets: Vec<&Target> = document.targets().iter().map(|owned| owned.target).collect();
        let resolver = Resolver::new(&document.article.plain_blocks(), &targets).with_canonical(canonical);
        Self { document, resolver }
    }

    /// Does `units` units of work, each a block read or a target placed. Answers whether all is done.
    pub fn step(&mut self, units: u32) -> bool {
        self.resolver.step(units)
    }

    /// Does the rest of the work and tells what became of each target, as [`document_placements`] writes it.
    pub fn finish(self) -> String {
        document_placements(&self.document, &self.resolver.finish())
    }
}

/// Places all targets of a document at once: what [`Placing`] does in slices.
#[wasm_bindgen]
pub fn place(document: &JsValue) -> String {
    Placing::new(document).finish()
}

/// The text directive (`text=…`) that leads to the passage from the byte `start` of one block to the byte `end` of that
/// or another, and to no other passage; none where there is no such directive. `from` is a document or its text blocks as
/// strings; the passage is four numbers, in the order in which `place` gives them: block, byte, block, byte.
#[wasm_bindgen(js_name = textFragment)]
pub fn text_fragment(from: &JsValue, passage: &[u32]) -> Option<String> {
    let value = from_js(from)?;
    let document;
    let blocks: Vec<&str> = if let Value::Array(blocks) = &value {
        blocks.iter().map(|block| if let Value::String(words) = block { &**words } else { "" }).collect()
    } else {
        document = read_quietly(&value).0?;
        document.article.plain_blocks()
    };
    let &[first, start, last, end] = passage else { return None };
    let span = Span { start: Place::new(first, start), end: Place::new(last, end) };
    let fragment = TextFragment::leading_to(&View::new(&blocks, Some(canonical)), span, Some(canonical))?;
    Some(fragment.directive())
}

/// Unicode's NFC, by the browser: its tables would weigh more than all the rest of the module.
fn canonical(text: &str) -> Cow<'_, str> {
    let own = JsString::from(text);
    let normal = own.normalize("NFC");
    if normal == own { Cow::Borrowed(text) } else { Cow::Owned(normal.into()) }
}
