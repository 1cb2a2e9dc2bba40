//! Paints a reading on the drawn article: which marks show, which is open, where the keyboard stands. The article
//! itself is not drawn again for it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::NodeRef;

use super::model::Model;
use super::symbol;
use crate::marks::MarkIndex;
use crate::reading::Reading;

/// The painter of one drawn article.
#[derive(Default)]
pub struct Painter {
    /// The `<article>`.
    pub article: NodeRef,
    /// What was painted last.
    painted: Option<Reading>,
}

impl Painter {
    /// A painter of an article that is drawn already.
    pub fn over(article: NodeRef) -> Self {
        Self { article, painted: None }
    }

    /// Forgets what was painted: the article was drawn anew.
    pub fn forget(&mut self) {
        self.painted = None;
    }

    /// Paints what differs from the last time.
    pub fn paint(&mut self, model: &Model, reading: &Reading) {
        let Some(article) = self.article.cast::<Element>() else { return };
        let overlays = |reading: &Reading| (reading.quotations, reading.checks, reading.filter);
        let last = self.painted.as_ref();
        if last.map(overlays) != Some(overlays(reading)) {
            paint_overlays(&article, model, reading);
        }
        if last.map(Reading::open) != Some(reading.open()) {
            each(&article, ".open", |element| drop(element.class_list().remove_1("open")));
            if let Some(mark) = reading.open() {
                let words = ["[data-m~='", &mark.0.to_string(), "']"].concat();
                each(&article, &words, |element| drop(element.class_list().add_1("open")));
                if let Some(button) = self.button(model, mark) {
                    let _ = button.class_list().add_1("open");
                }
            }
        }
        self.rove(&article, model, reading);
        self.painted = Some(reading.clone());
    }

    /// One mark is a tab stop, the others are reached from it: five hundred marks are not five hundred stops.
    fn rove(&self, article: &Element, model: &Model, reading: &Reading) {
        let shown = |(index, entry): (usize, _)| (reading.shows(entry) && entry.placed).then_some(MarkIndex(index));
        let first = || model.outline.entries.iter().enumerate().find_map(shown);
        let Some(stop) = reading.current.or_else(first).and_then(|mark| self.button(model, mark)) else { return };
        each(article, "button[tabindex='0']", |element| drop(element.set_attribute("tabindex", "-1")));
        let _ = stop.set_attribute("tabindex", "0");
    }

    /// The button of a mark.
    pub fn button(&self, model: &Model, mark: MarkIndex) -> Option<HtmlElement> {
        let selector = ["button[data-mark-id='", &model.mark(mark)?.id, "']"].concat();
        self.article.cast::<Element>()?.query_selector(&selector).ok()??.dyn_into().ok()
    }

    /// The first words of a mark.
    pub fn words(&self, mark: MarkIndex) -> Option<Element> {
        let selector = ["[data-m~='", &mark.0.to_string(), "']"].concat();
        self.article.cast::<Element>()?.query_selector(&selector).ok()?
    }

    /// Brings a mark's words into view, no further than needed.
    pub fn reveal(&self, mark: MarkIndex) {
        if let Some(words) = self.words(mark) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            words.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    /// The mark that a tap on `element` means: of those shown there, the foremost.
    pub fn hit(&self, model: &Model, reading: &Reading, element: &Element) -> Option<MarkIndex> {
        let span = element.closest("[data-m]").ok()??;
        model.foremost(marks_of(&span).filter(|mark| is_shown(model, reading, *mark)))
    }
}

fn paint_overlays(article: &Element, model: &Model, reading: &Reading) {
    each(article, "[data-m]", |element| {
        let shown: Vec<MarkIndex> = marks_of(&element).filter(|mark| is_shown(model, reading, *mark)).collect();
        let claims = shown.iter().copied().filter(|mark| model.claim(*mark).is_some());
        let verdict = model.foremost(claims).and_then(|mark| model.claim(mark)).map(|(_, verdict)| verdict);
        set(&element, "data-tone", verdict.map(|verdict| symbol::tone(verdict.tone)));
        set(&element, "data-quote", shown.iter().any(|mark| model.quote(*mark).is_some()).then_some(""));
    });
    for (index, entry) in model.outline.entries.iter().enumerate() {
        let Some(mark) = model.mark(MarkIndex(index)) else { continue };
        let selector = ["button[data-mark-id='", &mark.id, "']"].concat();
        let hidden = (!reading.shows(entry)).then_some("");
        each(article, &selector, |element| set(&element, "hidden", hidden));
    }
}

fn is_shown(model: &Model, reading: &Reading, mark: MarkIndex) -> bool {
    model.outline.get(mark).is_some_and(|entry| reading.shows(entry))
}

/// The marks that a span of the article belongs to.
fn marks_of(span: &Element) -> impl Iterator<Item = MarkIndex> + use<> {
    let numbers = span.get_attribute("data-m").unwrap_or_default();
    let marks: Vec<MarkIndex> = numbers.split(' ').filter_map(|number| number.parse().ok()).map(MarkIndex).collect();
    marks.into_iter()
}

fn set(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

fn each(root: &Element, selector: &str, mut act: impl FnMut(Element)) {
    let Ok(found) = root.query_selector_all(selector) else { return };
    for index in 0..found.length() {
        if let Some(element) = found.item(index).and_then(|node| node.dyn_into().ok()) {
            act(element);
        }
    }
}
