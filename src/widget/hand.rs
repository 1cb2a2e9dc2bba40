//! The reader's hand: what clicks, keys and focus mean where they happen.

use std::cell::Cell;
#[cfg(feature = "element")]
use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
#[cfg(feature = "element")]
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent};
use yew::TargetCast;
use yew::html::Scope;
#[cfg(not(feature = "element"))]
use yew::virtual_dom::{Listener, ListenerKind};

use super::browser;
use super::checked_article::{CheckedArticle, Msg};
use super::consequences::tapped;
use super::list::view;
use super::model::Model;
use super::painter::hit;
use crate::marks::MarkIndex;
use crate::reading::{Action, Filter, Origin, Overlay, Panel, Reading};
use crate::text::decimals;

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
    /// Letters going into the search.
    Input,
}

/// Hears all events of the article for the hand that was drawn last. In the shipped module it stands in for Yew's listeners,
/// which weigh 2.4 kB more (brotli).
#[cfg(feature = "element")]
pub struct Ear {
    hand: Rc<RefCell<Option<Rc<Hand>>>>,
    heard: Closure<dyn Fn(&Event)>,
}

#[cfg(feature = "element")]
impl Ear {
    const EVENTS: [(&str, Sense); 5] = [
        ("click", Sense::Click),
        ("keydown", Sense::Key),
        ("focusin", Sense::Focus),
        ("pointerdown", Sense::Pointer),
        ("input", Sense::Input),
    ];

    /// One that hears nothing yet.
    pub fn new() -> Self {
        let hand: Rc<RefCell<Option<Rc<Hand>>>> = Rc::default();
        let latest = hand.clone();
        let heard = Closure::new(move |event: &Event| {
            let kind = event.type_();
            let sense = Self::EVENTS.iter().find(|(name, _)| *name == kind);
            // Not borrowed any longer when the hand is told: what it does may draw another.
            let hand = latest.borrow().clone();
            if let Some((hand, (_, sense))) = hand.zip(sense) {
                hand.hear(*sense, event);
            }
        });
        Self { hand, heard }
    }

    /// Tells this hand from now on.
    pub fn tell(&self, hand: Rc<Hand>) {
        self.hand.replace(Some(hand));
    }

    /// Hears what happens in `root`, before anything in it does.
    pub fn listen(&self, root: &Element) {
        for (name, _) in Self::EVENTS {
            let heard = self.heard.as_ref().unchecked_ref();
            let _ = root.add_event_listener_with_callback_and_bool(name, heard, true);
        }
    }
}

/// One kind of event that the hand is told of.
#[cfg(not(feature = "element"))]
pub struct Listening {
    /// Which.
    pub sense: Sense,
    /// Who is told.
    pub hand: Rc<Hand>,
}

#[cfg(not(feature = "element"))]
impl Listener for Listening {
    fn kind(&self) -> ListenerKind {
        match self.sense {
            Sense::Click => ListenerKind::onclick,
            Sense::Key => ListenerKind::onkeydown,
            Sense::Focus => ListenerKind::onfocusin,
            Sense::Pointer => ListenerKind::onpointerdown,
            Sense::Input => ListenerKind::oninput,
        }
    }

    fn handle(&self, event: Event) {
        self.hand.hear(self.sense, &event);
    }

    fn passive(&self) -> bool {
        false
    }
}

impl Hand {
    /// Tells the component what an event means where it happened.
    fn hear(&self, sense: Sense, event: &Event) {
        if let Some(message) = self.meaning(sense, event) {
            self.link.send_message(message);
        }
    }

    /// What an event means; nothing where it is not ours.
    fn meaning(&self, sense: Sense, event: &Event) -> Option<Msg> {
        let event = event.unchecked_ref::<MouseEvent>();
        match sense {
            Sense::Click => self.clicked(event),
            Sense::Key => self.pressed(event.unchecked_ref()),
            Sense::Focus => self.focused(event),
            Sense::Pointer => {
                self.pointer.set((event.client_x(), event.client_y()));
                None
            }
            Sense::Input => {
                let search = event.target_dyn_into::<HtmlInputElement>();
                search.map(|search| Msg::Act(Action::Search(browser::alike(&search.value()).into())))
            }
        }
    }

    /// A click on a control of ours, on words with a mark, or on neither, which closes what is open.
    fn clicked(&self, event: &MouseEvent) -> Option<Msg> {
        let element = event.target_dyn_into::<Element>()?;
        if let Some(control) = element.closest("a,button,summary").ok()? {
            let message = self.controlled(&control);
            if let Some(Msg::Share { link: true }) = message {
                // With a modifier key the browser does with the link what it does with any.
                if event.ctrl_key() || event.meta_key() || event.shift_key() {
                    return None;
                }
                event.prevent_default();
            }
            return message;
        }
        if element.closest(".panel").ok()?.is_some() {
            return None;
        }
        if let Some(map) = element.closest(".map svg").ok()? {
            let area = map.get_bounding_client_rect();
            let at = (f64::from(event.client_y()) - area.top()) / area.height() * 1000.;
            let mark = self.model.outline.nearest(&self.reading, at as u16)?;
            return Some(Msg::Act(Action::Open { mark, from: Origin::Outside }));
        }
        // Who drags, holds Shift or taps twice selects text and opens nothing.
        let (x, y) = self.pointer.get();
        if event.shift_key() || (event.client_x() - x).abs().max((event.client_y() - y).abs()) > 4 {
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
            return Some(Msg::Act(Action::Filter(self.model.document.scale.find(&verdict).map(Filter::Verdict))));
        }
        if let Some(mark) = control.get_attribute("data-whose") {
            let entry = self.model.outline.get(MarkIndex(*decimals(&mark).first()?))?;
            return Some(Msg::Act(Action::Filter(Some(Filter::Voice(entry.whose)))));
        }
        if let Some(named) = control.get_attribute("data-view") {
            return Some(Msg::Act(Action::View(view(&named))));
        }
        Some(match control.get_attribute("data-action")?.as_str() {
            "close" => Msg::Act(Action::Close),
            "previous" => Msg::Act(Action::PreviousOfSame),
            "next" => Msg::Act(Action::NextOfSame),
            "show-in-text" => Msg::Act(Action::ShowInText),
            "list" => Msg::Act(Action::OpenList),
            "toggle-list" if matches!(self.reading.panel, Panel::List { .. }) => Msg::Leave,
            "toggle-list" => Msg::Act(Action::OpenList),
            "all" => Msg::Act(Action::Filter(None)),
            "copy" => Msg::Copy,
            "enlarge" => Msg::Enlarge,
            "share" => Msg::Share { link: false },
            "link" if self.model.shares => Msg::Share { link: true },
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
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
            return None;
        }
        let key = event.key();
        if key == "Escape" {
            let is_open = self.reading.panel != Panel::Closed || self.reading.filter.is_some();
            return is_open.then_some(Action::Close);
        }
        let element = event.target_dyn_into::<Element>()?;
        let in_text = element.matches("button[data-mark-id]").ok()?;
        // Among the marks the arrows go as the text runs, in a card as its controls stand.
        let rtl = match in_text {
            true => self.model.document.article.in_language.as_deref().is_some_and(is_right_to_left),
            false => self.model.messages.is_right_to_left(),
        };
        let (forth, sideways) = match key.as_str() {
            "ArrowRight" => (!rtl, true),
            "ArrowLeft" => (rtl, true),
            "ArrowDown" => (true, false),
            "ArrowUp" => (false, false),
            _ => return None,
        };
        if in_text {
            return Some(Action::Step(if forth { 1 } else { -1 }));
        }
        if sideways && element.matches("[role=tab]").ok()? {
            let tabs = element.parent_element()?;
            let next = match forth {
                true => element.next_element_sibling().or_else(|| tabs.first_element_child()),
                false => element.previous_element_sibling().or_else(|| tabs.last_element_child()),
            }?;
            let _ = next.unchecked_ref::<HtmlElement>().focus();
            return Some(Action::View(view(&next.get_attribute("data-view")?)));
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
