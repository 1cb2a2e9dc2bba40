//! What follows from what a reader did: the component's state changes, the page is told, words come into view and the
//! keyboard goes where it belongs.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{Callback, Context};

use super::browser;
use super::checked_article::{CheckedArticle, Msg};
use super::messages::{Message, Slot};
use super::model::Model;
use super::notice::Notice;
use super::share::{Shared, shared};
use crate::marks::MarkIndex;
use crate::reading::{Action, Announcement, Effect, Event, Filter, Origin, Panel, Reading, reduce};

/// Words that come into view within so many CSS pixels were in sight before.
const NUDGE: f64 = 500.;

impl CheckedArticle {
    /// Carries out a message, and says whether anything is to be drawn anew.
    pub fn carry_out(&mut self, context: &Context<Self>, message: Msg) -> bool {
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
            Msg::Enlarge => self.enlarged = !self.enlarged,
            Msg::Print(printing) => self.printing = printing,
            // Drawing anew is all that it takes.
            Msg::Resized => {}
        }
        true
    }

    /// Goes on reading in another version of the article, of which there was the one of `before`.
    pub fn go_on(&mut self, before: &Model, on_notice: &Callback<Notice>) {
        let after = self.model.clone();
        let open = self.reading.open().and_then(|mark| before.mark(mark));
        let mark = |mark| after.marks.find(&before.mark(mark)?.id);
        self.reading.go_on(after.outline_with_words(), &mark, |filter| after.has_same(before, filter));
        if let (Some(closed), None) = (open, self.reading.open()) {
            on_notice.emit(Notice::Close { id: closed.id.clone(), claim: closed.is_claim() });
        }
    }

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
                _ => {
                    if let Effect::FocusPanel = effect {
                        self.let_go();
                    }
                    self.due.push(effect);
                }
            }
        }
    }

    /// Takes the keyboard off a panel that another one comes for: Chromium lays the whole page out to take out what has it.
    fn let_go(&self) {
        let root = self.root.cast::<Element>();
        if let Some(focused) = root.and_then(|root| root.query_selector(".margin :focus").ok()?) {
            let _ = focused.unchecked_into::<HtmlElement>().blur();
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

    /// Does what was still due when the new state was drawn: words come into view, the panel to its place, and the keyboard
    /// to where it belongs.
    pub fn settle(&mut self) {
        let due = std::mem::take(&mut self.due);
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
}

/// What a tap on a mark in the text means.
pub fn tapped(reading: &Reading, mark: MarkIndex) -> Action {
    if reading.open() == Some(mark) { Action::Close } else { Action::Open { mark, from: Origin::Text } }
}
