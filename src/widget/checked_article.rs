//! The component: it owns one [`Reading`], turns what the reader does into [`Action`]s and carries out their effects.

use std::cell::Cell;
use std::rc::Rc;

#[cfg(not(feature = "element"))]
use wasm_bindgen::JsCast;
#[cfg(not(feature = "element"))]
use wasm_bindgen::prelude::Closure;
use web_sys::Element;
#[cfg(not(feature = "element"))]
use web_sys::ResizeObserver;
use yew::{Callback, Component, Context, Html, NodeRef};

#[cfg(not(feature = "element"))]
use super::browser;
#[cfg(feature = "element")]
use super::hand::Ear;
use super::hand::Hand;
#[cfg(not(feature = "element"))]
use super::hand::{Listening, Sense};
use super::kept::Kept;
use super::messages::{Message, Messages};
use super::model::Model;
use super::notes::notes;
use super::notice::{Notice, Stand};
use super::painter::{Drawn, Page, PagePainter, Painter};
use super::panel::panel;
use super::pen::Pen;
use super::toolbar::toolbar;
use crate::document::Document;
use crate::marks::{Mark, Placed};
use crate::reading::{Action, Effect, Filter, Panel, Reading};

/// What the component is given.
#[derive(Clone, yew::Properties)]
pub struct Properties {
    /// The document to draw.
    #[prop_or_default]
    pub document: Rc<Document>,
    /// The page's own article, whose words are the document's, where that is painted and none is drawn.
    #[prop_or_default]
    pub page: Option<Page>,
    /// What is known of the words in an article that may have been edited; empty where they stand to the letter.
    #[prop_or_default]
    pub placed: Rc<Vec<Placed>>,
    /// The words of the interface; English where none are given.
    #[prop_or_default]
    pub messages: Rc<Messages>,
    /// Whether the page answers [`Notice::Share`]; the card then offers more than copying.
    #[prop_or_default]
    pub shares: bool,
    /// Told of everything that a page may want to know.
    #[prop_or_default]
    pub on_notice: Callback<Notice>,
}

impl PartialEq for Properties {
    fn eq(&self, other: &Self) -> bool {
        // The same document, not an equal one: comparing every word of it is not worth the code.
        Rc::ptr_eq(&self.document, &other.document)
            && Rc::ptr_eq(&self.messages, &other.messages)
            && Rc::ptr_eq(&self.placed, &other.placed)
            && self.on_notice == other.on_notice
    }
}

/// What the component can be sent.
#[derive(Clone, Debug)]
pub enum Msg {
    /// Carry out an action.
    Act(Action),
    /// Open the mark with this id, if there is one.
    Show(Rc<str>),
    /// The reader tapped on this mark in the text: open it, or close it where it is open.
    Tap(Rc<str>),
    /// Close whatever is open and leave the keyboard where it is: the reader went elsewhere.
    Leave,
    /// Put the open card's words on the clipboard.
    Copy,
    /// The clipboard took them, or did not.
    Copied(bool),
    /// Make the sheet cover most of the window, or half of it again.
    Enlarge,
    /// The page is about to be printed, or was.
    Print(bool),
    /// The clipboard took the words of the open card, or did not.
    WordsCopied(bool),
    /// Share the open card: its link alone, or as the reader chooses.
    Share {
        /// The link alone.
        link: bool,
    },
    /// There is no way to share now.
    NotShared,
    /// The article's width changed.
    Resized,
}

/// The article with its cards, checks and list.
///
/// ```no_run
/// use std::rc::Rc;
/// use checked_article::{document::Document, widget::CheckedArticle};
/// use yew::{Html, html};
///
/// fn page(document: Rc<Document>) -> Html {
///     html! { <CheckedArticle {document} /> }
/// }
/// ```
pub struct CheckedArticle {
    /// The document, placed and cut.
    pub(super) model: Rc<Model>,
    /// What the reader has open, shown and filtered.
    pub(super) reading: Reading,
    /// Paints the marks on the words.
    pub(super) painter: Box<dyn Painter>,
    /// The drawn `<article>`, or the rail beside the page's own.
    pub(super) article: NodeRef,
    /// The element that holds all of it.
    pub(super) root: NodeRef,
    /// The panel, while it is open.
    pub(super) panel: NodeRef,
    /// What is still to be done once the new state is drawn.
    pub(super) due: Vec<Effect>,
    /// What those who listen are told.
    pub(super) status: String,
    /// Whether a sheet covers most of the window.
    pub(super) enlarged: bool,
    /// Whether what is drawn is for paper.
    pub(super) printing: bool,
    /// How far the window was scrolled before and after a card's words were brought into view.
    pub(super) nudged: Option<(f64, f64)>,
    /// What became of copying or sharing the open card, shown in it.
    pub(super) told: Option<Message>,
    /// Where a pointer went down last; a click elsewhere ended a drag.
    pub(super) pointer: Rc<Cell<(i32, i32)>>,
    /// Whether the page is still to be told how the marks stand.
    pub(super) untold: bool,
    /// Hears what the reader does, in the custom element.
    #[cfg(feature = "element")]
    ear: Ear,
    /// Kept alive while it observes. The custom element's runtime watches the size itself, in fewer bytes.
    #[cfg(not(feature = "element"))]
    pub(super) resize: Option<(ResizeObserver, Closure<dyn FnMut()>)>,
}

impl Component for CheckedArticle {
    type Message = Msg;
    type Properties = Properties;

    fn create(context: &Context<Self>) -> Self {
        let article = NodeRef::default();
        let painter: Box<dyn Painter> = match &context.props().page {
            Some(page) => Box::new(PagePainter::new(page.clone(), article.clone())),
            None => Box::new(Drawn::over(article.clone())),
        };
        Self {
            model: Rc::new(Model::new(context.props())),
            reading: Reading::default(),
            painter,
            article,
            root: NodeRef::default(),
            panel: NodeRef::default(),
            due: Vec::new(),
            status: String::new(),
            enlarged: false,
            printing: false,
            nudged: None,
            told: None,
            pointer: Rc::default(),
            untold: true,
            #[cfg(feature = "element")]
            ear: Ear::new(),
            #[cfg(not(feature = "element"))]
            resize: None,
        }
    }

    fn changed(&mut self, context: &Context<Self>, old: &Properties) -> bool {
        let new = context.props();
        if !Rc::ptr_eq(&new.document, &old.document) || !Rc::ptr_eq(&new.placed, &old.placed) {
            let before = std::mem::replace(&mut self.model, Rc::new(Model::new(new)));
            self.go_on(&before, &new.on_notice);
            self.untold = true;
            self.painter.forget();
        } else if !Rc::ptr_eq(&new.messages, &old.messages) {
            // The same marks in the same places: what is open stays open.
            self.model = Rc::new(Model::new(new));
            self.painter.forget();
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        self.carry_out(context, message)
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (model, reading) = (&self.model, &self.reading);
        let hand = Rc::new(Hand {
            model: model.clone(),
            reading: reading.clone(),
            pointer: self.pointer.clone(),
            link: context.link().clone(),
        });
        let mut pen = Pen::about(model);
        // The scope of the styles: what is its child, and not itself, can be styled in it.
        pen.open("div class=checked-article");
        pen.open("div class=ca");
        pen.keep(&self.root);
        pen.attribute("data-checks", if reading.checks { "on" } else { "off" });
        pen.attribute_if("data-enlarged", self.enlarged.then_some(""));
        pen.ours();
        pen.attribute("dir", if model.messages.is_right_to_left() { "rtl" } else { "ltr" });
        pen.attribute_if("data-dimmed", matches!(reading.filter, Some(Filter::Voice(_))).then_some(""));
        #[cfg(feature = "element")]
        self.ear.tell(hand);
        #[cfg(not(feature = "element"))]
        for sense in [Sense::Click, Sense::Key, Sense::Focus, Sense::Pointer, Sense::Input] {
            pen.listen(Rc::new(Listening { sense, hand: hand.clone() }));
        }
        toolbar(&mut pen, model, reading);
        pen.open("div class=columns");
        if context.props().page.is_some() {
            // Beside an article that the page drew, the rail is the map.
            pen.node(Kept::Rail(model.clone(), self.article.clone()).node());
        } else {
            pen.node(Kept::Article(model.clone(), self.article.clone()).node());
            pen.node(Kept::Map(model.clone(), reading.clone()).node());
        }
        pen.open("div class=margin");
        if reading.panel != Panel::Closed {
            panel(&mut pen, self);
        }
        pen.close();
        pen.close();
        // There at all times: Yew tells children without keys by their place, and would draw the article anew.
        pen.open("div class=notes");
        if self.printing && reading.checks {
            notes(&mut pen, model, reading);
        }
        pen.close();
        pen.leaf("div class=unseen;role=status", &self.status);
        pen.finish()
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        self.painter.paint(&self.model, &self.reading);
        self.settle();
        if first {
            #[cfg(feature = "element")]
            if let Some(root) = self.root.cast::<Element>() {
                self.ear.listen(&root);
            }
            #[cfg(not(feature = "element"))]
            self.observe(context);
            context.props().on_notice.emit(Notice::Ready);
        }
        if std::mem::take(&mut self.untold) {
            context.props().on_notice.emit(Notice::Placed(self.stands()));
        }
    }

    #[cfg(not(feature = "element"))]
    fn destroy(&mut self, _: &Context<Self>) {
        if let Some((observer, _)) = self.resize.take() {
            observer.disconnect();
        }
    }
}

impl CheckedArticle {
    fn stands(&self) -> Vec<Stand> {
        let stand =
            |mark: &Mark| Stand { id: mark.id.clone(), claim: mark.is_claim(), standing: mark.standing.clone() };
        self.model.marks.all.iter().map(stand).collect()
    }

    #[cfg(not(feature = "element"))]
    fn observe(&mut self, context: &Context<Self>) {
        let link = context.link().clone();
        // What is drawn while the browser tells of sizes may change them again, which it reports to the page as an error.
        let changed = Closure::<dyn FnMut()>::new(move || {
            let link = link.clone();
            browser::in_next_frame(move || link.send_message(Msg::Resized));
        });
        let observer = ResizeObserver::new(changed.as_ref().unchecked_ref());
        if let (Ok(observer), Some(root)) = (observer, self.root.cast::<Element>()) {
            // For the same reason it is watched from the next frame on.
            let watched = observer.clone();
            browser::in_next_frame(move || {
                if root.is_connected() {
                    watched.observe(&root);
                }
            });
            self.resize = Some((observer, changed));
        }
    }
}
