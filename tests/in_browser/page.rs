//! A page for one test: a document drawn into an element of its own, and hands to use it with.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use checked_article::document::{Document, read};
use checked_article::embed::from_js;
use checked_article::marks::Placed;
use checked_article::widget::{CheckedArticle, Notice, Properties, STYLES};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement};
use yew::{AppHandle, Callback, Renderer};

pub const SEED: &str = include_str!("../../seeds/alaska-summit.json");
pub const EVERYTHING: &str = include_str!("../fixtures/everything.json");
pub const ARABIC: &str = include_str!("../fixtures/rtl.json");

/// The document in `json`, read as the element reads it.
pub fn document(json: &str) -> Rc<Document> {
    let value = from_js(&js_sys::JSON::parse(json).unwrap()).unwrap();
    Rc::new(read(&value).unwrap().document)
}

/// A drawn article; it leaves the page when dropped.
pub struct Page {
    root: Element,
    app: Option<AppHandle<CheckedArticle>>,
    notices: Rc<RefCell<Vec<Notice>>>,
}

impl Page {
    /// Draws `document` in a column of `width` CSS pixels.
    pub async fn draw(document: Rc<Document>, width: u32) -> Self {
        Self::draw_placed(document, Rc::default(), width).await
    }

    /// The same, where it is known what became of some of its words.
    pub async fn draw_placed(document: Rc<Document>, placed: Rc<Vec<Placed>>, width: u32) -> Self {
        let page = web_sys::window().unwrap().document().unwrap();
        let root = page.create_element("div").unwrap();
        root.set_attribute("style", &format!("width:{width}px")).unwrap();
        let (sheet, inner) = (page.create_element("style").unwrap(), page.create_element("div").unwrap());
        sheet.set_text_content(Some(STYLES));
        root.append_child(&sheet).unwrap();
        root.append_child(&inner).unwrap();
        page.body().unwrap().append_child(&root).unwrap();
        let notices = Rc::new(RefCell::new(Vec::new()));
        let told = notices.clone();
        let on_notice = Callback::from(move |notice| told.borrow_mut().push(notice));
        let given = Properties { document, page: None, placed, messages: Rc::default(), shares: true, on_notice };
        let app = Renderer::<CheckedArticle>::with_root_and_props(inner, given).render();
        let page = Self { root, app: Some(app), notices };
        for _ in 0..200 {
            if page.notices.borrow().contains(&Notice::Ready) {
                return page;
            }
            page.settled().await;
        }
        panic!("the article is not drawn after six seconds");
    }

    /// Waits until what was done is drawn.
    pub async fn settled(&self) {
        // Drawing may give the browser its turn in between, and goes on in a later task.
        for _ in 0..4 {
            yew::platform::time::sleep(Duration::from_millis(15)).await;
        }
    }

    /// The first element that `selector` finds.
    pub fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.root.query_selector(selector).unwrap().map(|element| element.unchecked_into())
    }

    /// All elements that `selector` finds.
    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|index| found.item(index).unwrap().unchecked_into()).collect()
    }

    /// The words of the first element that `selector` finds.
    pub fn words(&self, selector: &str) -> String {
        self.find(selector).expect(selector).text_content().unwrap_or_default()
    }

    /// Clicks the first element that `selector` finds.
    pub async fn click(&self, selector: &str) {
        self.find(selector).expect(selector).click();
        self.settled().await;
    }

    /// Writes `words` into the field that `selector` finds, in place of what stood there.
    pub async fn write(&self, selector: &str, words: &str) {
        let field = self.find(selector).expect(selector);
        field.unchecked_ref::<HtmlInputElement>().set_value(words);
        let options = EventInit::new();
        options.set_bubbles(true);
        field.dispatch_event(&Event::new_with_event_init_dict("input", &options).unwrap()).unwrap();
        self.settled().await;
    }

    /// What the page was told so far.
    pub fn notices(&self) -> Vec<Notice> {
        self.notices.borrow().clone()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}
