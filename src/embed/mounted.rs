//! An article in an element of the page, as the runtime holds it.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use super::from_js;
use super::placed::placed;
use super::share::to_js;
use crate::document::{Document, Value, read_quietly};
use crate::reading::{Action, Overlay};
use crate::widget::{CheckedArticle, Messages, Msg, Notice, Page, Properties, Stand};

#[wasm_bindgen]
extern "C" {
    /// What the runtime hands in: it turns notices into `ca-*` events.
    pub type Host;
    /// `kind` is `ready`, `open`, `close` or `toggle`; `subject` an id or the overlay's name; `flag` says whether the
    /// mark is a claim, or whether the overlay is on. `faulty`: something was left out of the document or not understood;
    /// the module `faults` knows what. `placement`: how the words of every mark stand, `STATUS KIND ID` a line; `flag` says
    /// whether all stand.
    #[wasm_bindgen(method)]
    fn notice(this: &Host, kind: &str, subject: &str, flag: bool);
    /// The reader wants to share a mark: an object with the members of [`Shared`]; by `link` alone, or as the reader
    /// chooses. The host answers by `ask`.
    #[wasm_bindgen(method)]
    fn share(this: &Host, shared: &JsValue, link: bool);
    /// The page's own article, where that is painted.
    #[wasm_bindgen(method, getter)]
    fn page(this: &Host) -> Option<Page>;
}

/// An article drawn into an element of the page. It leaves the page when it is dropped.
#[wasm_bindgen]
pub struct Mounted {
    app: Option<AppHandle<CheckedArticle>>,
    root: Element,
    host: Rc<Host>,
    given: Properties,
}

/// Reads `document`, a JavaScript value of the document format, to be drawn into `root` once there are words to
/// [`say`](Mounted::say): a slow processor does one after the other, with a pause for the page. Nothing where the document
/// has no readable body.
#[wasm_bindgen]
pub fn mount(root: Element, document: &JsValue, host: Host) -> Option<Mounted> {
    let host = Rc::new(host);
    let told = host.clone();
    let given = Properties {
        document: read(document, &host)?,
        page: host.page(),
        placed: Rc::default(),
        messages: Rc::new(Messages::new(Value::Null)),
        shares: true,
        on_notice: Callback::from(move |notice| tell(&told, &notice)),
    };
    Some(Mounted { app: None, root, host, given })
}

#[wasm_bindgen]
impl Mounted {
    /// Draws another document in its place; the open card stays open if it is there too. Where the document has no
    /// readable body, what is drawn stays, and `false` comes back.
    pub fn update(&mut self, document: &JsValue, messages: &JsValue) -> bool {
        let document = read(document, &self.host);
        let readable = document.is_some();
        if let Some(document) = document {
            let messages = words(messages);
            self.give(Properties { document, placed: Rc::default(), messages, ..self.given.clone() });
        }
        readable
    }

    /// Speaks in the words of `messages`, an array in the order of the tables; draws the article if it is not.
    pub fn say(&mut self, messages: &JsValue) {
        self.give(Properties { messages: words(messages), ..self.given.clone() });
    }

    /// Says what became of the document's words in an article that was edited: the answer of `place` in the anchors
    /// module.
    pub fn place(&mut self, placements: &JsValue) {
        self.give(Properties { placed: Rc::new(placed(placements)), ..self.given.clone() });
    }

    /// Does what the page asks for: `next` and `previous` open the next and the previous card in text order, `show` the
    /// card of the mark with this id, `tap` does so too or closes it where it is open; `print` draws what paper needs
    /// `before` it is printed, and takes it away after; `resized` says that the article's width may be another; `leave`
    /// closes whatever is open, for the reader went elsewhere.
    pub fn ask(&self, what: &str, id: &str) {
        let message = match what {
            "next" => Msg::Act(Action::Next),
            "previous" => Msg::Act(Action::Previous),
            "show" => Msg::Show(id.into()),
            "resized" => Msg::Resized,
            "print" => Msg::Print(id == "before"),
            "copied" => Msg::Copied(true),
            "not-copied" => Msg::Copied(false),
            "not-shared" => Msg::NotShared,
            "tap" => Msg::Tap(id.into()),
            _ => Msg::Leave,
        };
        if let Some(app) = &self.app {
            app.send_message(message);
        }
    }
}

impl Mounted {
    fn give(&mut self, properties: Properties) {
        self.given = properties.clone();
        match &mut self.app {
            Some(app) => app.update(properties),
            None => self.app = Some(Renderer::with_root_and_props(self.root.clone(), properties).render()),
        }
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

/// Reads the document, and tells the host where not all of it was understood.
fn read(document: &JsValue, host: &Host) -> Option<Rc<Document>> {
    let (document, sound): (Option<Document>, bool) = read_quietly(&from_js(document)?);
    let document = Rc::new(document?);
    if !sound {
        host.notice("faulty", "", false);
    }
    Some(document)
}

fn words(messages: &JsValue) -> Rc<Messages> {
    Rc::new(Messages::new(from_js(messages).unwrap_or(Value::Null)))
}

fn tell(host: &Host, notice: &Notice) {
    match notice {
        Notice::Ready => host.notice("ready", "", false),
        Notice::Placed(stands) => {
            let (mut lines, mut all_hold) = (String::new(), true);
            for Stand { id, claim, standing } in stands {
                let kind = if *claim { " claim " } else { " quotation " };
                for words in [standing.name(), kind, id, "\n"] {
                    lines.push_str(words);
                }
                all_hold &= standing.holds();
            }
            host.notice("placement", &lines, all_hold);
        }
        Notice::Open { id, claim } => {
            #[cfg(feature = "test-trap")]
            if &**id == "trap" {
                std::process::abort();
            }
            host.notice("open", id, *claim);
        }
        Notice::Close { id, claim } => host.notice("close", id, *claim),
        Notice::Share { shared, link } => host.share(&to_js(shared), *link),
        Notice::Copied { id } => host.notice("share", id, false),
        Notice::Toggle { overlay: Overlay::Checks, on } => host.notice("toggle", "checks", *on),
        Notice::Toggle { overlay: Overlay::Quotations, on } => host.notice("toggle", "quotations", *on),
    }
}
