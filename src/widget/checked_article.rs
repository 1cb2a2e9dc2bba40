//! The component: it owns one [`Reading`], turns what the reader does into [`Action`]s and carries out their effects.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
#[cfg(not(feature = "element"))]
use wasm_bindgen::prelude::Closure;
#[cfg(not(feature = "element"))]
use web_sys::ResizeObserver;
use web_sys::{Element, HtmlElement};
use yew::virtual_dom::VComp;
use yew::{Callback, Component, Context, Html, NodeRef};

use super::article_view::{ArticleProps, ArticleView};
use super::browser;
use super::hand::{Hand, Listening, Sense};
use super::map::{Map, MapProps};
use super::messages::{Message, Messages, Slot};
use super::model::Model;
use super::notes::notes;
use super::painter::{Drawn, Page, PagePainter, Painter};
use super::panel::{Layout, panel};
use super::pen::Pen;
use super::share::{Shared, shared};
use super::toolbar::toolbar;
use crate::document::Document;
use crate::marks::{Mark, MarkIndex, Placed, Standing};
use crate::reading::{Action, Announcement, Effect, Event, Filter, Origin, Overlay, Panel, Reading, reduce};

/// Words that come into view within so many CSS pixels were in sight before.
const NUDGE: f64 = 500.;

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

/// What a page may want to know; by id, for nothing else is promised to stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The article is drawn.
    Ready,
    /// How the words of every mark stand, in text order; told after `Ready` and whenever it may have changed.
    Placed(Vec<Stand>),
    /// A card was opened.
    Open {
        /// The mark's id.
        id: Rc<str>,
        /// Whether it is a claim.
        claim: bool,
    },
    /// A card was closed.
    Close {
        /// The mark's id.
        id: Rc<str>,
        /// Whether it is a claim.
        claim: bool,
    },
    /// An overlay was switched.
    Toggle {
        /// Which.
        overlay: Overlay,
        /// Whether it is on now.
        on: bool,
    },
    /// The reader wants to share the open card.
    Share {
        /// What of it.
        shared: Rc<Shared>,
        /// Its link alone, for the clipboard; otherwise the reader wants to choose how.
        link: bool,
    },
    /// The open card's words were copied.
    Copied {
        /// The mark's id.
        id: Rc<str>,
    },
}

/// How the words of a mark stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// The mark's id.
    pub id: Rc<str>,
    /// Whether it is a claim.
    pub claim: bool,
    /// How its words stand.
    pub standing: Standing,
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
    model: Rc<Model>,
    reading: Reading,
    painter: Box<dyn Painter>,
    /// The drawn `<article>`, or the rail beside the page's own.
    article: NodeRef,
    root: NodeRef,
    panel: NodeRef,
    /// What is still to be done once the new state is drawn.
    due: Vec<Effect>,
    status: String,
    /// Whether a sheet covers most of the window.
    enlarged: bool,
    /// Whether what is drawn is for paper.
    printing: bool,
    /// How far the window was scrolled before and after a card's words were brought into view.
    nudged: Option<(f64, f64)>,
    /// What became of copying or sharing the open card, shown in it.
    told: Option<Message>,
    /// Where a pointer went down last; a click elsewhere ended a drag.
    pointer: Rc<Cell<(i32, i32)>>,
    /// Whether the page is still to be told how the marks stand.
    untold: bool,
    /// Kept alive while it observes. The custom element's runtime watches the size itself, in fewer bytes.
    #[cfg(not(feature = "element"))]
    resize: Option<(ResizeObserver, Closure<dyn FnMut()>)>,
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
            #[cfg(not(feature = "element"))]
            resize: None,
        }
    }

    fn changed(&mut self, context: &Context<Self>, old: &Properties) -> bool {
        let new = context.props();
        if !Rc::ptr_eq(&new.document, &old.document) || !Rc::ptr_eq(&new.placed, &old.placed) {
            let before = std::mem::replace(&mut self.model, Rc::new(Model::new(new)));
            let (after, open) = (&*self.model, self.reading.open().and_then(|mark| before.mark(mark)));
            let mark = |mark| after.marks.find(&before.mark(mark)?.id);
            self.reading.go_on(&after.outline, &mark, |filter| after.has_same(&before, filter));
            if let (Some(Mark { id, .. }), None) = (open, self.reading.open()) {
                let claim = open.is_some_and(Mark::is_claim);
                new.on_notice.emit(Notice::Close { id: id.clone(), claim });
            }
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
        match message {
            Msg::Act(action) => self.act(context, action),
            Msg::Show(id) => match self.model.marks.find(&id) {
                Some(mark) => self.act(context, Action::Open { mark, from: Origin::Outside }),
                None => return false,
            },
            Msg::Tap(id) => match self.model.marks.find(&id) {
                Some(mark) => self.act(context, tapped(&self.reading, mark)),
                None => return false,
            },
            Msg::Leave => {
                if self.reading.panel == Panel::Closed {
                    return false;
                }
                self.act(context, Action::Close);
                if let Panel::List { .. } = self.reading.panel {
                    self.act(context, Action::Close);
                }
                self.due.clear();
            }
            Msg::Copy => {
                let Some(shared) = self.shared() else { return false };
                let gap = if shared.text.is_empty() { "" } else { "\n" };
                let words = [&*shared.text, gap, &browser::page_address(), "#ca-", &*shared.id].concat();
                context.link().send_future(async move { Msg::WordsCopied(browser::copy(words).await) });
                return false;
            }
            Msg::WordsCopied(done) => {
                if let Some(mark) = self.reading.open().and_then(|mark| self.model.mark(mark)).filter(|_| done) {
                    context.props().on_notice.emit(Notice::Copied { id: mark.id.clone() });
                }
                self.tell(if done { Message::Copied } else { Message::NotCopied });
            }
            Msg::Copied(done) => self.tell(if done { Message::Copied } else { Message::NotCopied }),
            Msg::NotShared => self.tell(Message::NotShared),
            Msg::Share { link } => {
                let Some(shared) = self.shared() else { return false };
                context.props().on_notice.emit(Notice::Share { shared: Rc::new(shared), link });
                return false;
            }
            Msg::Enlarge => {
                self.enlarged = !self.enlarged;
                // A height that was dragged gives way.
                if let Some(root) = self.root.cast::<HtmlElement>() {
                    let _ = root.style().remove_property("--ca-sheet");
                }
            }
            Msg::Print(printing) => self.printing = printing,
            Msg::Resized => {}
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (model, reading) = (&self.model, &self.reading);
        let state = match reading.panel {
            Panel::Closed => "closed",
            Panel::Card { .. } => "card",
            Panel::List { .. } => "list",
        };
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
        pen.attribute("data-checks", on_off(reading.checks));
        pen.attribute("data-quotations", on_off(reading.quotations));
        pen.attribute("data-panel", state);
        pen.attribute_if("data-enlarged", self.enlarged.then_some(""));
        pen.ours();
        pen.attribute("dir", if model.messages.is_right_to_left() { "rtl" } else { "ltr" });
        pen.attribute_if("data-dimmed", matches!(reading.filter, Some(Filter::Voice(_))).then_some(""));
        for sense in [Sense::Click, Sense::Key, Sense::Focus, Sense::Pointer, Sense::Input] {
            pen.listen(Rc::new(Listening { sense, hand: hand.clone() }));
        }
        toolbar(&mut pen, model, reading);
        pen.open("div class=columns");
        let props =
            ArticleProps { model: model.clone(), element: self.article.clone(), rail: context.props().page.is_some() };
        pen.node(VComp::new::<ArticleView>(Rc::new(props), None).into());
        // Beside an article that the page drew, the rail is the map.
        if context.props().page.is_none() {
            let seen = MapProps { model: model.clone(), reading: reading.clone() };
            pen.node(VComp::new::<Map>(Rc::new(seen), None).into());
        }
        pen.open("div class=margin");
        panel(&mut pen, model, reading, self.told, &self.panel, self.enlarged);
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
        let due = std::mem::take(&mut self.due);
        self.set_layout();
        for effect in &due {
            if let Effect::Reveal(mark) = effect {
                let before = browser::scrolled();
                self.painter.reveal(&self.model, *mark);
                self.nudged = Some((before, browser::scrolled()));
            }
        }
        self.place_panel();
        if self.reading.panel == Panel::Closed {
            self.scroll_back();
        }
        for effect in due {
            self.focus(effect);
        }
        if first {
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
    fn shared(&self) -> Option<Shared> {
        shared(&self.model, self.reading.open()?)
    }

    /// Says in the card, and to those who listen, what became of copying or sharing.
    fn tell(&mut self, message: Message) {
        self.told = Some(message);
        self.status = self.model.messages.say(message).to_string();
    }

    fn act(&mut self, context: &Context<Self>, action: Action) {
        self.told = None;
        for effect in reduce(&mut self.reading, &self.model.outline, action) {
            match effect {
                Effect::Emit(event) => {
                    if let Some(notice) = self.notice(event) {
                        context.props().on_notice.emit(notice);
                    }
                }
                Effect::Announce(what) => self.announce(what),
                _ => self.due.push(effect),
            }
        }
    }

    fn notice(&self, event: Event) -> Option<Notice> {
        let mark = |mark: MarkIndex| self.model.mark(mark).map(|mark| (mark.id.clone(), mark.is_claim()));
        Some(match event {
            Event::Open(index) => mark(index).map(|(id, claim)| Notice::Open { id, claim })?,
            Event::Close(index) => mark(index).map(|(id, claim)| Notice::Close { id, claim })?,
            Event::Toggle(overlay, on) => Notice::Toggle { overlay, on },
        })
    }

    fn stands(&self) -> Vec<Stand> {
        let stand =
            |mark: &Mark| Stand { id: mark.id.clone(), claim: mark.is_claim(), standing: mark.standing.clone() };
        self.model.marks.all.iter().map(stand).collect()
    }

    fn announce(&mut self, what: Announcement) {
        let model = &self.model;
        let count = |count| ("count", Slot::Number(count));
        let none = || ("", Slot::Words(""));
        let (message, slots) = match what {
            Announcement::Toggled(overlay, on) => {
                let claims = model.outline.count(|entry| entry.verdict.is_some());
                (Message::toggled(overlay, on), [count(claims), none()])
            }
            Announcement::Filtered(Some(Filter::Verdict(verdict)), shown) => {
                let label = model.document.scale.get(verdict).map_or("", |verdict| &verdict.label);
                (Message::Filtered, [count(shown), ("verdict", Slot::Words(label))])
            }
            Announcement::Filtered(Some(Filter::Voice(voice)), shown) => {
                (Message::FilteredByVoice, [count(shown), ("name", Slot::Words(model.voice(voice).0))])
            }
            Announcement::Filtered(None, _) => (Message::Unfiltered, [none(), none()]),
            Announcement::Found(found) => (Message::Found, [count(found), none()]),
        };
        self.status = model.messages.fill(message, &slots);
    }

    fn set_layout(&self) {
        if let Some(root) = self.root.cast::<Element>() {
            let _ = root.set_attribute("data-layout", Layout::of(&root).name());
        }
    }

    fn place_panel(&self) {
        let panel = self.panel.get().map(JsCast::unchecked_into::<HtmlElement>);
        if let Some((root, panel)) = self.root.cast::<Element>().zip(panel) {
            let mark = match self.reading.panel {
                Panel::Card { mark, .. } => Some(mark),
                Panel::Closed | Panel::List { .. } => None,
            };
            self.painter.place(&self.model, &root, &panel, mark);
        }
    }

    /// Gives back the place in the text from which a card's words were nudged into view, unless the reader has gone on
    /// from there, or was led to words that were out of sight.
    fn scroll_back(&mut self) {
        if let Some((before, after)) = self.nudged.take()
            // Browsers snap what was scrolled by a part of a pixel.
            && (browser::scrolled() - after).abs() < 2.
            && (after - before).abs() < NUDGE
        {
            browser::scroll(before);
        }
    }

    fn focus(&self, effect: Effect) {
        // The list scrolls to its item; in the text only "reveal" moves the page.
        let (target, scroll) = match effect {
            Effect::FocusPanel => (self.panel.get().map(JsCast::unchecked_into::<HtmlElement>), false),
            Effect::FocusListItem(mark) => (self.list_item(mark), true),
            Effect::FocusMark(mark) => return self.painter.focus(&self.model, mark),
            Effect::Reveal(_) | Effect::Emit(_) | Effect::Announce(_) => return,
        };
        if let Some(target) = target {
            browser::focus(&target, scroll);
        }
    }

    fn list_item(&self, mark: MarkIndex) -> Option<HtmlElement> {
        let selector = ["[data-mark-id='", &self.model.mark(mark)?.id, "']"].concat();
        Some(self.panel.cast::<Element>()?.query_selector(&selector).ok()??.unchecked_into())
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
            observer.observe(&root);
            self.resize = Some((observer, changed));
        }
    }
}

/// What a tap on a mark in the text means.
pub fn tapped(reading: &Reading, mark: MarkIndex) -> Action {
    if reading.open() == Some(mark) { Action::Close } else { Action::Open { mark, from: Origin::Text } }
}

fn on_off(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}
