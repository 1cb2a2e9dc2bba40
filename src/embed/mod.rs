//! The edge between the widget and the JavaScript of the custom element: what the module exports, and nothing else.
//!
//! The element keeps everything that touches the page (the inner `div`, style sheets, listeners) in JavaScript, because
//! after a trap no code of this module runs again.

mod from_js;

pub use from_js::from_js;

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use crate::document::{Document, read_quietly};
use crate::reading::{Action, Overlay};
use crate::widget::{CheckedArticle, Msg, Notice, Properties};

#[wasm_bindgen]
extern "C" {
    /// What the runtime hands in: it turns notices into `ca-*` events.
    pub type Host;
    /// `kind` is `ready`, `open`, `close` or `toggle`; `subject` an id or the overlay's name; `flag` says whether the
    /// mark is a claim, or whether the overlay is on.
    #[wasm_bindgen(method)]
    fn notice(this: &Host, kind: &str, subject: &str, flag: bool);
}

/// An article drawn into an element of the page.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<CheckedArticle>,
    on_notice: Callback<Notice>,
    sound: bool,
}

/// Draws `document`, a JavaScript value of the document format, into `root`.
///
/// # Errors
///
/// `undefined` where the document has no readable body. What is wrong with it the tools know (`faults`).
#[wasm_bindgen]
pub fn mount(root: Element, document: JsValue, host: Host) -> Result<Mounted, JsValue> {
    let (document, sound) = read_document(&document)?;
    let on_notice = Callback::from(move |notice: Notice| tell(&host, &notice));
    let properties = Properties { document, on_notice: on_notice.clone() };
    let app = Renderer::<CheckedArticle>::with_root_and_props(root, properties).render();
    Ok(Mounted { app, on_notice, sound })
}

#[wasm_bindgen]
impl Mounted {
    /// Whether nothing was left out of the document, and everything in it understood.
    pub fn sound(&self) -> bool {
        self.sound
    }

    /// Draws another document in its place; the open card stays open if it is there too.
    ///
    /// # Errors
    ///
    /// As for [`mount`]; the article that is drawn stays.
    pub fn update(&mut self, document: JsValue) -> Result<(), JsValue> {
        let (document, sound) = read_document(&document)?;
        self.sound = sound;
        self.app.update(Properties { document, on_notice: self.on_notice.clone() });
        Ok(())
    }

    /// Opens the card of the mark with this id.
    pub fn show(&self, id: &str) {
        self.app.send_message(Msg::Show(id.into()));
    }

    /// Opens the next card in text order.
    pub fn next(&self) {
        self.app.send_message(Msg::Act(Action::Next));
    }

    /// Opens the previous card in text order.
    pub fn previous(&self) {
        self.app.send_message(Msg::Act(Action::Previous));
    }

    /// Closes whatever is open: the reader went elsewhere on the page.
    pub fn leave(&self) {
        self.app.send_message(Msg::Leave);
    }

    /// Takes the article off the page.
    pub fn destroy(self) {
        self.app.destroy();
    }
}

fn read_document(document: &JsValue) -> Result<(Rc<Document>, bool), JsValue> {
    let (document, sound) = from_js(document).map_or((None, false), |value| read_quietly(&value));
    document.map(|document| (Rc::new(document), sound)).ok_or(JsValue::UNDEFINED)
}

fn tell(host: &Host, notice: &Notice) {
    match notice {
        Notice::Ready => host.notice("ready", "", false),
        Notice::Open { id, claim } => {
            #[cfg(feature = "test-trap")]
            if &**id == "trap" {
                std::process::abort();
            }
            host.notice("open", id, *claim);
        }
        Notice::Close { id, claim } => host.notice("close", id, *claim),
        Notice::Toggle { overlay: Overlay::Checks, on } => host.notice("toggle", "checks", *on),
        Notice::Toggle { overlay: Overlay::Quotations, on } => host.notice("toggle", "quotations", *on),
    }
}
