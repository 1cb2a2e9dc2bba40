//! The kinds of block an article is made of.

use std::rc::Rc;

use super::Text;
use crate::people::Image;

/// One block of an article's body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Text),
    /// A heading inside the article.
    Heading {
        /// 2 to 6; 1 is the headline's.
        level: u8,
        /// Its words.
        text: Text,
    },
    /// A list.
    List {
        /// Numbered or not.
        kind: ListKind,
        /// Its items.
        items: Vec<Text>,
    },
    /// Words set apart as somebody's.
    Blockquote {
        /// Its paragraphs.
        paragraphs: Vec<Text>,
        /// Whose words they are, as printed below them.
        cite: Option<Text>,
    },
    /// A picture with its caption.
    Figure {
        /// The picture.
        image: Image,
        /// The caption.
        caption: Option<Text>,
        /// Who made the picture.
        credit: Option<Rc<str>>,
    },
    /// The place of something foreign (a video, a post), drawn as a link: nothing is loaded from elsewhere.
    Embed {
        /// What it is, for the link's words.
        label: Rc<str>,
        /// Where it is.
        url: Rc<str>,
    },
}

/// Whether a list's items are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// Bullets.
    Unordered,
    /// Numbers.
    Ordered,
}

/// A stretch of running text that places can refer to.
#[derive(Clone, Copy, Debug)]
pub struct TextBlock<'a> {
    /// Its words.
    pub text: &'a Text,
}

impl Block {
    /// Calls `found` with each text block in it, in reading order.
    pub fn each_text_block<'a>(&'a self, found: &mut dyn FnMut(TextBlock<'a>)) {
        let (texts, last): (&[Text], Option<&Text>) = match self {
            Block::Paragraph(text) | Block::Heading { text, .. } => (&[], Some(text)),
            Block::List { items, .. } => (items, None),
            Block::Blockquote { paragraphs, cite } => (paragraphs, cite.as_ref()),
            Block::Figure { caption, .. } => (&[], caption.as_ref()),
            Block::Embed { .. } => (&[], None),
        };
        for text in texts {
            found(TextBlock { text });
        }
        if let Some(text) = last {
            found(TextBlock { text });
        }
    }
}
