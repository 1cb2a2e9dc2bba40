//! The reader's hand: what clicks, keys and focus mean where they happen.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent};
use yew::TargetCast;
use yew::html::Scope;
use yew::virtual_dom::{Listener, ListenerKind};

use super::checked_article::{CheckedArticle, Msg, tapped};
use super::model::Model;
use super::painter::hit;
use crate::reading::{Action, Origin, Overlay, Panel, Reading};

/// What stood on the page when it was drawn last, and whom to tell.
pub struct Hand {
    /// The article's model.
    pub model: Rc<Model>,
    /// What the reader saw.
    pub reading: Reading,
    /// Where a pointer went down last; a click elsewhere ended a drag.
    pub pointer: Rc<Cell<(i32, i32)>>,
    /// The component.
    pub link: Scope<CheckedArticle>,
}

/// A sense of the hand.
#[derive(Clone, Copy)]
pub enum Sense {
    /// Clicks and taps, and a control's Enter.
    Click,
    /// Keys.
    Key,
    /// The keyboard coming to stand somewhere.
    Focus,
    /// A pointer going down.
    Pointer,
}

/// One kind of event that the hand is told of.
pub struct Listening {
    /// Which.
    pub sense: Sense,
    /// Who is told.
    pub hand: Rc<Hand>,
}

impl Listener for Listening {
    fn kind(&self) -> ListenerKind {
        match self.sense {
            Sense::Click => ListenerKind::onclick,
            Sense::Key => ListenerKind::onkeydown,
            Sense::Focus => ListenerKind::onfocusin,
            Sense::Pointer => ListenerKind::onpointerdown,
        }
    }

    fn handle(&self, event: Event) {
        let event = event.unchecked_ref();
        let message = match self.sense {
            Sense::Click => self.hand.clicked(event),
            Sense::Key => self.hand.pressed(event.unchecked_ref()),
            Sense::Focus => self.hand.focused(event),
            Sense::Pointer => {
                self.hand.pointer.set((event.client_x(), event.client_y()));
                None
            }
        };
        if let Some(message) = message {
            self.hand.link.send_message(message);
        }
    }

    fn passive(&self) -> bool {
        false
    }
}

impl Hand {
    /// A click on a control of ours, on words with a mark, or on neither, which closes what is open.
    fn clicked(&self, event: &MouseEvent) -> Option<Msg> {
        let element = event.target_dyn_into::<Element>()?;
        if let Some(control) = element.closest("a,button,summary").ok()? {
            return self.controlled(&control);
        }
        if element.closest(".panel").ok()?.is_some() {
            return None;
        }
        // Who drags or taps twice selects text and opens nothing.
        let (x, y) = self.pointer.get();
        if (event.client_x() - x).abs().max((event.client_y() - y).abs()) > 4 {
            return None;
        }
        if event.detail() > 1 {
            return self.reading.open().map(|_| Msg::Leave);
        }
        match hit(&self.model, &self.reading, &element) {
            Some(mark) => Some(Msg::Act(tapped(&self.reading, mark))),
            None if self.reading.panel == Panel::Closed => None,
            None => Some(Msg::Leave),
        }
    }

    fn controlled(&self, control: &Element) -> Option<Msg> {
        if let Some(id) = control.get_attribute("data-open") {
            let in_panel = control.closest(".panel").ok()?.is_some();
            let from = match self.reading.panel {
                Panel::Card { from, .. } if in_panel => from,
                Panel::List { .. } if in_panel => Origin::List,
                _ => Origin::Text,
            };
            return Some(Msg::Act(Action::Open { mark: self.model.marks.find(&id)?, from }));
        }
        if let Some(overlay) = control.get_attribute("data-overlay") {
            let overlay = if overlay == "checks" { Overlay::Checks } else { Overlay::Quotations };
            return Some(Msg::Act(Action::Toggle(overlay)));
        }
        if let Some(verdict) = control.get_attribute("data-verdict") {
            return Some(Msg::Act(Action::Filter(self.model.document.scale.find(&verdict))));
        }
        Some(match control.get_attribute("data-action")?.as_str() {
            "close" => Msg::Act(Action::Close),
            "previous" => Msg::Act(Action::PreviousOfSame),
            "next" => Msg::Act(Action::NextOfSame),
            "show-in-text" => Msg::Act(Action::ShowInText),
            "list" => Msg::Act(Action::OpenList),
            "toggle-list" if matches!(self.reading.panel, Panel::List { .. }) => Msg::Leave,
            "toggle-list" => Msg::Act(Action::OpenList),
            "copy" => Msg::Copy,
            _ => return None,
        })
    }

    /// A key that means something here is not the page's.
    fn pressed(&self, event: &KeyboardEvent) -> Option<Msg> {
        let action = self.action_of(event)?;
        event.prevent_default();
        event.stop_propagation();
        Some(Msg::Act(action))
    }

    fn action_of(&self, event: &KeyboardEvent) -> Option<Action> {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return None;
        }
        let key = event.key();
        if key == "Escape" {
            return (self.reading.panel != Panel::Closed).then_some(Action::Close);
        }
        let rtl = self.model.document.article.in_language.as_deref().is_some_and(is_right_to_left);
        let (forth, sideways) = match key.as_str() {
            "ArrowRight" => (!rtl, true),
            "ArrowLeft" => (rtl, true),
            "ArrowDown" => (true, false),
            "ArrowUp" => (false, false),
            _ => return None,
        };
        let element = event.target_dyn_into::<Element>()?;
        if element.matches("button[data-mark-id]").ok()? {
            return Some(Action::Step(if forth { 1 } else { -1 }));
        }
        let in_card = matches!(self.reading.panel, Panel::Card { .. }) && element.closest(".panel").ok()?.is_some();
        let leaf = if forth { Action::NextOfSame } else { Action::PreviousOfSame };
        (in_card && sideways).then_some(leaf)
    }

    /// The keyboard came to stand somewhere.
    fn focused(&self, event: &Event) -> Option<Msg> {
        let element = event.target_dyn_into::<Element>()?;
        let in_text = element.matches("[part=mark]").ok()?;
        let mark = self.model.marks.find(&element.get_attribute("data-mark-id")?)?;
        in_text.then_some(Msg::Act(Action::Focus(mark)))
    }
}

/// Whether a language is written from right to left, by its BCP 47 tag.
pub fn is_right_to_left(tag: &str) -> bool {
    let end = tag.bytes().position(|byte| byte == b'-').unwrap_or(tag.len());
    ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(&&tag[..end])
}
