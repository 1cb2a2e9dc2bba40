//! The painter of the drawn article. The article itself is not drawn again for what changes while it is read.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::NodeRef;

use super::Painter;
use crate::marks::MarkIndex;
use crate::reading::{Entry, Reading};
use crate::text::{decimal, decimals};
use crate::widget::model::Model;
use crate::widget::{browser, panel, symbol};

/// The words of the mark whose card is open.
pub const OPEN_WORDS: &str = "[data-m].open";

/// The painter of one drawn article.
pub struct Drawn {
    /// The `<article>`.
    article: NodeRef,
    /// What was painted last.
    painted: Option<Reading>,
    /// The marked words and the marks' buttons, each with its marks, as they were when first painted.
    marked: Vec<(Element, Vec<MarkIndex>)>,
    /// The button that is the tab stop.
    stop: Option<HtmlElement>,
}

impl Drawn {
    /// A painter of an article that is drawn as `article`.
    pub fn over(article: NodeRef) -> Self {
        Self { article, painted: None, marked: Vec::new(), stop: None }
    }
}

impl Painter for Drawn {
    fn forget(&mut self) {
        self.painted = None;
    }

    fn paint(&mut self, model: &Model, reading: &Reading) {
        let Some(article) = self.article.cast::<Element>() else { return };
        let last = self.painted.replace(reading.clone());
        if last.is_none() {
            self.marked.clear();
            each(&article, "[data-m],.end button", &mut |element| {
                let marks = marks_of(&element);
                self.marked.push((element, marks));
            });
        }
        let overlays = |reading: &Reading| (reading.quotations, reading.checks, reading.filter);
        if last.as_ref().map(overlays) != Some(overlays(reading)) {
            for (element, marks) in &self.marked {
                let now = shown(marks, model, reading);
                // Each call to the browser has its price: most marks stay as they are.
                if last.as_ref().is_none_or(|last| shown(marks, model, last) != now) {
                    paint_marks(element, model, &now);
                }
            }
        }
        if last.as_ref().map(Reading::open) != Some(reading.open()) {
            each(&article, ".open", &mut |element| drop(element.class_list().remove_1("open")));
            if let Some(MarkIndex(mark)) = reading.open() {
                let selector = ["[data-m~='", &decimal(mark), "'],.end [value='", &decimal(mark), "']"].concat();
                each(&article, &selector, &mut |element| drop(element.class_list().add_1("open")));
            }
        }
        self.rove(model, reading);
    }

    fn reveal(&self, _: &Model, _: MarkIndex) {
        let Some(article) = self.article.cast::<Element>() else { return };
        let Ok(words) = article.query_selector_all(OPEN_WORDS) else { return };
        // At once, whatever the page says of scrolling: where the panel stands is measured next.
        let options = browser::options(&[("block", "nearest"), ("behavior", "instant")]);
        // The last of them, and then the first: where not all fit, the beginning is seen.
        for place in [words.length().saturating_sub(1), 0] {
            if let Some(word) = words.item(place) {
                word.unchecked_ref::<Element>().scroll_into_view_with_scroll_into_view_options(options.unchecked_ref());
            }
        }
    }

    fn place(&self, _: &Model, root: &Element, panel: &HtmlElement, mark: Option<MarkIndex>) {
        panel::place(root, panel, mark.is_some());
    }

    fn focus(&self, _: &Model, mark: MarkIndex) {
        if let Some(button) = self.button(mark) {
            browser::focus(&button, false);
        }
    }
}

impl Drawn {
    /// One mark is a tab stop, the others are reached from it: five hundred marks are not five hundred stops.
    fn rove(&mut self, model: &Model, reading: &Reading) {
        let first = || {
            let is_shown = |entry: &Entry| reading.shows(entry) && entry.is_placed();
            model.outline.entries.iter().position(is_shown).map(MarkIndex)
        };
        let Some(stop) = reading.current.or_else(first).and_then(|mark| self.button(mark)) else { return };
        if let Some(last) = &self.stop {
            set(last, "tabindex", Some("-1"));
        }
        set(&stop, "tabindex", Some("0"));
        self.stop = Some(stop);
    }

    /// The button of a mark.
    fn button(&self, mark: MarkIndex) -> Option<HtmlElement> {
        let selector = [".end [value='", &decimal(mark.0), "']"].concat();
        Some(self.article.cast::<Element>()?.query_selector(&selector).ok()??.unchecked_into())
    }
}

/// The mark that a tap on `element` of a drawn article means: of those shown there, the foremost.
pub fn hit(model: &Model, reading: &Reading, element: &Element) -> Option<MarkIndex> {
    let span = element.closest("[data-m]").ok()??;
    model.foremost(&shown(&marks_of(&span), model, reading))
}

/// How the words of a mark are drawn: in a verdict's tone, a quotation's, or that of what is withheld.
pub fn kind_of(model: &Model, mark: MarkIndex) -> &'static str {
    match model.claim(mark) {
        _ if !model.holds(mark) => symbol::CHANGED_TONE,
        Some((_, verdict)) => symbol::tone(verdict.tone),
        None => symbol::QUOTATION_TONE,
    }
}

/// Those of `marks` that are shown.
pub fn shown(marks: &[MarkIndex], model: &Model, reading: &Reading) -> Vec<MarkIndex> {
    let is_shown = |mark: &&MarkIndex| model.outline.get(**mark).is_some_and(|entry| reading.shows(entry));
    marks.iter().filter(is_shown).copied().collect()
}

/// Paints the marks that are shown on their words, or hides a mark's button with them.
fn paint_marks(element: &Element, model: &Model, shown: &[MarkIndex]) {
    if element.get_attribute("value").is_some() {
        set(element, "hidden", shown.is_empty().then_some(""));
        return;
    }
    // A claim comes before a quotation.
    let kind = model.foremost(shown).map(|mark| kind_of(model, mark));
    let tone = kind.filter(|kind| *kind != symbol::QUOTATION_TONE);
    set(element, "data-tone", tone);
    let is_quoted = |mark: &MarkIndex| model.holds(*mark) && model.quote(*mark).is_some();
    set(element, "data-quote", shown.iter().any(is_quoted).then_some(""));
}

/// The marks that a span of the article belongs to, or the one of a button.
fn marks_of(element: &Element) -> Vec<MarkIndex> {
    let numbers = element.get_attribute("data-m").or_else(|| element.get_attribute("value"));
    decimals(&numbers.unwrap_or_default()).into_iter().map(MarkIndex).collect()
}

fn set(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

fn each(root: &Element, selector: &str, act: &mut dyn FnMut(Element)) {
    let Ok(found) = root.query_selector_all(selector) else { return };
    for index in 0..found.length() {
        if let Some(node) = found.item(index) {
            act(node.unchecked_into());
        }
    }
}
