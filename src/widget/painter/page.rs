//! The painter of an article that the page drew: a script of ours does what touches the page, and is told here what.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement};
use yew::NodeRef;

use super::Painter;
use super::drawn::{Drawn, kind_of, shown};
use crate::marks::MarkIndex;
use crate::reading::Reading;
use crate::text::decimal;
use crate::widget::model::Model;

#[wasm_bindgen]
extern "C" {
    /// The page's own article, as the script `www/page/page.js` holds it.
    #[derive(Clone)]
    pub type Page;
    /// Paints stretches of the text, a line each: its block, its first byte and the byte after its last, the kind of
    /// mark, and the ids of the marks on it, the foremost first.
    #[wasm_bindgen(method)]
    fn paint(this: &Page, stretches: &str, open: &str);
    /// The places that are painted next are those of other words.
    #[wasm_bindgen(method)]
    fn forget(this: &Page);
    #[wasm_bindgen(method)]
    fn reveal(this: &Page, id: &str);
    #[wasm_bindgen(method)]
    fn place(this: &Page, panel: &HtmlElement, id: &str);
    #[wasm_bindgen(method)]
    fn focus(this: &Page, id: &str);
}

/// Paints on the page's own article, and on the rail of buttons beside it, which is drawn here.
pub struct PagePainter {
    page: Page,
    rail: Drawn,
}

impl PagePainter {
    /// A painter of `page`, whose rail is drawn as `rail`.
    pub fn new(page: Page, rail: NodeRef) -> Self {
        Self { page, rail: Drawn::over(rail) }
    }
}

fn id(model: &Model, mark: Option<MarkIndex>) -> &str {
    mark.and_then(|mark| model.mark(mark)).map_or("", |mark| &mark.id)
}

impl Painter for PagePainter {
    fn paint(&mut self, model: &Model, reading: &Reading) {
        self.rail.paint(model, reading);
        let mut stretches = String::new();
        for (block, segments) in model.segments.iter().enumerate() {
            for segment in segments {
                let marks = shown(&segment.marks, model, reading);
                let Some(foremost) = model.foremost(&marks) else { continue };
                if !stretches.is_empty() {
                    stretches.push('\n');
                }
                for number in [block, segment.range.start, segment.range.end] {
                    stretches.push_str(&decimal(number));
                    stretches.push(' ');
                }
                stretches.push_str(kind_of(model, foremost));
                for mark in [foremost].iter().chain(marks.iter().filter(|mark| **mark != foremost)) {
                    stretches.push(' ');
                    stretches.push_str(id(model, Some(*mark)));
                }
            }
        }
        self.page.paint(&stretches, id(model, reading.open()));
    }

    fn forget(&mut self) {
        self.rail.forget();
        self.page.forget();
    }

    fn reveal(&self, model: &Model, mark: MarkIndex) {
        self.page.reveal(id(model, Some(mark)));
    }

    fn place(&self, model: &Model, _: &Element, panel: &HtmlElement, mark: Option<MarkIndex>) {
        self.page.place(panel, id(model, mark));
    }

    fn focus(&self, model: &Model, mark: MarkIndex) {
        self.page.focus(id(model, Some(mark)));
    }
}
