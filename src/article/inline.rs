//! Running text: a closed set of inlines, and the plain words they amount to.

use std::rc::Rc;

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Plain(Rc<str>),
    /// A forced line break; one line feed in the plain words.
    LineBreak,
    /// Words in a style.
    Styled {
        /// The style.
        style: Style,
        /// The words.
        content: Vec<Inline>,
    },
}

/// What can be done to words: a closed set, so that a document can never bring markup of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Style {
    /// Stressed.
    Emphasis,
    /// Important.
    Strong,
    /// Struck out.
    Deleted,
    /// Raised.
    Superscript,
    /// Lowered.
    Subscript,
    /// In another language, by its BCP 47 tag.
    Language(Rc<str>),
    /// A link to a checked URL.
    Link(Rc<str>),
}

/// The running text of one block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    inlines: Vec<Inline>,
    plain: Rc<str>,
}

impl Text {
    /// Running text of these inlines.
    pub fn new(inlines: Vec<Inline>) -> Self {
        let mut plain = String::new();
        write_plain(&inlines, &mut plain);
        Self { inlines, plain: plain.into() }
    }

    /// Running text without any style.
    pub fn plain_only(words: &str) -> Self {
        Self { inlines: vec![Inline::Plain(words.into())], plain: words.into() }
    }

    /// Its inlines.
    pub fn inlines(&self) -> &[Inline] {
        &self.inlines
    }

    /// Its words alone: what places and selectors refer to.
    pub fn plain(&self) -> &Rc<str> {
        &self.plain
    }
}

fn write_plain(inlines: &[Inline], plain: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Plain(words) => plain.push_str(words),
            Inline::LineBreak => plain.push('\n'),
            Inline::Styled { content, .. } => write_plain(content, plain),
        }
    }
}
