//! Builds Yew nodes one call at a time.
//!
//! Everything but the root is drawn with it rather than with `html!`, which unfolds every element in place: the same views
//! took 6 kB more of the reader's download (brotli) with the macro.

use yew::Html;
use yew::virtual_dom::{VList, VNode, VTag};

/// Elements that are open, outermost first, and what is finished.
///
/// What is still open at the end is closed by [`finish`](Pen::finish).
#[derive(Default)]
pub struct Pen {
    open: Vec<VTag>,
    done: VList,
}

impl Pen {
    /// Opens an element. `attributes` are fixed ones, `name=value` apart by semicolons: `"type=button;class=icon"`.
    pub fn open(&mut self, tag: &'static str, attributes: &'static str) {
        let mut element = VTag::new(tag);
        for (name, value) in attributes.split(';').filter_map(|attribute| attribute.split_once('=')) {
            element.add_attribute(name, value);
        }
        self.open.push(element);
    }

    /// Gives the innermost open element one more attribute.
    pub fn attribute(&mut self, name: &'static str, value: &str) {
        if let Some(element) = self.open.last_mut() {
            element.add_attribute(name, value.to_string());
        }
    }

    /// The same, where there is a value.
    pub fn attribute_if(&mut self, name: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.attribute(name, value);
        }
    }

    /// Writes words.
    pub fn text(&mut self, words: &str) {
        self.node(words.to_string().into());
    }

    /// Adds a finished node.
    pub fn node(&mut self, node: Html) {
        match self.open.last_mut() {
            Some(element) => element.add_child(node),
            None => self.done.add_child(node),
        }
    }

    /// Closes the innermost open element.
    pub fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            self.node(element.into());
        }
    }

    /// An element that holds words alone.
    pub fn leaf(&mut self, tag: &'static str, attributes: &'static str, words: &str) {
        self.open(tag, attributes);
        self.text(words);
        self.close();
    }

    /// A name or a label of an author, isolated: it cannot turn the direction of what stands around it.
    pub fn name(&mut self, name: &str) {
        self.leaf("bdi", "", name);
    }

    /// A link that opens beside the article and tells its target nothing; call [`close`](Pen::close) after its words.
    pub fn open_link(&mut self, attributes: &'static str, url: &str) {
        self.open("a", attributes);
        self.attribute("href", url);
        self.attribute("rel", "noopener noreferrer");
    }

    /// What was drawn.
    pub fn finish(mut self) -> Html {
        while !self.open.is_empty() {
            self.close();
        }
        VNode::from(self.done)
    }
}
