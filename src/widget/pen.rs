//! Builds Yew nodes one call at a time.
//!
//! Everything is drawn with it rather than with `html!`, which unfolds every element in place: the same views took 6 kB
//! more of the reader's download (brotli) with the macro.

use std::cell::RefCell;
use std::rc::Rc;

#[cfg(not(feature = "element"))]
use yew::virtual_dom::Listener;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VNode, VTag};
use yew::{Html, NodeRef};

use super::messages::{Message, Messages, Slots};
use super::model::Model;

/// The names of an element's attributes.
type Names = &'static [&'static str];

thread_local! {
    /// Every list of names in use. Yew wants them to live for ever; there are about forty different ones.
    static LISTS: RefCell<Vec<Names>> = const { RefCell::new(Vec::new()) };
}

/// The list that equals `names`, kept for ever.
fn kept(names: &[&'static str]) -> Names {
    LISTS.with_borrow_mut(|lists| match lists.iter().find(|list| **list == names) {
        Some(list) => list,
        None => {
            let list: Names = Box::leak(Box::from(names));
            lists.push(list);
            list
        }
    })
}

/// Elements that are open, outermost first, and what is finished.
///
/// What is still open at the end is closed by [`finish`](Pen::finish).
pub struct Pen {
    /// The words of the interface.
    pub messages: Rc<Messages>,
    /// The language of the article and of its editor.
    language: Option<Rc<str>>,
    open: Vec<Open>,
    done: VList,
}

struct Open {
    element: VTag,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
}

impl Pen {
    /// A pen that writes about `model`'s article, in the words of its messages.
    pub fn about(model: &Model) -> Self {
        let language = model.document.article.in_language.clone();
        Self { messages: model.messages.clone(), language, open: Vec::new(), done: VList::default() }
    }

    /// Opens an element: its tag and its fixed attributes, `name=value` apart by semicolons: `"button type=button;class=icon"`.
    pub fn open(&mut self, element: &'static str) {
        let at = element.bytes().position(|byte| byte == b' ').unwrap_or(element.len());
        self.open.push(Open { element: VTag::new(&element[..at]), names: Vec::new(), values: Vec::new() });
        let (mut name, mut value) = (at + 1, at + 1);
        for (at, byte) in element.bytes().chain([b';']).enumerate().skip(name) {
            if byte == b'=' && value <= name {
                value = at + 1;
            }
            if byte == b';' {
                if value > name {
                    self.set(&element[name..value - 1], AttributeOrProperty::Static(&element[value..at]));
                }
                name = at + 1;
            }
        }
    }

    fn set(&mut self, name: &'static str, value: AttributeOrProperty) {
        if let Some(open) = self.open.last_mut() {
            open.names.push(name);
            open.values.push(Some(value));
        }
    }

    /// Gives the innermost open element one more attribute.
    pub fn attribute(&mut self, name: &'static str, value: &str) {
        self.set(name, AttributeOrProperty::Attribute(value.to_string().into()));
    }

    /// The same, where there is a value.
    pub fn attribute_if(&mut self, name: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.attribute(name, value);
        }
    }

    /// Writes words of the interface.
    pub fn say(&mut self, message: Message) {
        self.say_with(message, &[]);
    }

    /// The same with placeholders; names are isolated.
    pub fn say_with(&mut self, message: Message, slots: Slots) {
        let messages = self.messages.clone();
        messages.each(message, slots, &mut |piece, is_name| match is_name {
            true => self.name(piece),
            false if piece.is_empty() => {}
            false => self.text(piece),
        });
    }

    /// An element that holds words of the interface alone.
    pub fn say_in(&mut self, element: &'static str, message: Message) {
        self.open(element);
        self.say(message);
        self.close();
    }

    /// Gives the innermost open element an attribute in words of the interface.
    pub fn say_as(&mut self, attribute: &'static str, message: Message) {
        let words: Rc<str> = self.messages.say(message).into();
        self.set(attribute, AttributeOrProperty::Attribute(words.into()));
    }

    /// The innermost open element holds words of the article or its editor alone: their language, and the direction
    /// that they have of themselves.
    pub fn authored(&mut self) {
        self.attribute("dir", "auto");
        if let Some(language) = self.language.clone() {
            self.attribute("lang", &language);
        }
    }

    /// The innermost open element holds words of the interface, inside the article.
    pub fn ours(&mut self) {
        let locale = self.messages.locale().to_string();
        self.attribute("lang", &locale);
    }

    /// Writes words.
    pub fn text(&mut self, words: &str) {
        self.node(words.to_string().into());
    }

    /// Adds a finished node.
    pub fn node(&mut self, node: Html) {
        match self.open.last_mut() {
            Some(open) => open.element.add_child(node),
            None => self.done.add_child(node),
        }
    }

    /// Closes the innermost open element.
    pub fn close(&mut self) {
        if let Some(Open { mut element, names, values }) = self.open.pop() {
            element.set_attributes(Attributes::Dynamic { keys: kept(&names), values: values.into() });
            self.node(element.into());
        }
    }

    /// An element that holds words alone.
    pub fn leaf(&mut self, element: &'static str, words: &str) {
        self.open(element);
        self.text(words);
        self.close();
    }

    /// A name or a label of an author, isolated: it cannot turn the direction of what stands around it.
    pub fn name(&mut self, name: &str) {
        self.open("bdi");
        if let Some(language) = self.language.clone() {
            self.attribute("lang", &language);
        }
        self.text(name);
        self.close();
    }

    /// A link, `element` being an `a`, that opens beside the article and tells its target nothing; call
    /// [`close`](Pen::close) after its words.
    pub fn open_link(&mut self, element: &'static str, url: &str) {
        self.open(element);
        self.attribute("href", url);
        self.attribute("rel", "noopener noreferrer");
    }

    /// Has the innermost open element listen.
    #[cfg(not(feature = "element"))]
    #[expect(clippy::disallowed_methods, reason = "the shipped module has an ear instead")]
    pub fn listen(&mut self, listener: Rc<dyn Listener>) {
        if let Some(open) = self.open.last_mut() {
            open.element.add_listener(listener);
        }
    }

    /// Keeps the innermost open element's node in `node`.
    pub fn keep(&mut self, node: &NodeRef) {
        if let Some(open) = self.open.last_mut() {
            open.element.node_ref = node.clone();
        }
    }

    /// Lets Yew draw the innermost open element anew where its key differs from the one drawn before.
    pub fn key(&mut self, key: &str) {
        if let Some(open) = self.open.last_mut() {
            open.element.key = Some(key.into());
        }
    }

    /// What was drawn.
    pub fn finish(mut self) -> Html {
        while !self.open.is_empty() {
            self.close();
        }
        VNode::from(self.done)
    }
}
