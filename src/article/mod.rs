//! The article: blocks of inlines, and the text blocks that places refer to.

mod block;
mod inline;

pub use block::{Block, ListKind, TextBlock};
pub use inline::{Inline, Style, Text};

use std::rc::Rc;

/// A news article (schema.org `NewsArticle`). All but the body is optional; nothing is invented.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The headline.
    pub headline: Option<Rc<str>>,
    /// The byline's names.
    pub authors: Vec<Rc<str>>,
    /// Who published it.
    pub publisher: Option<Rc<str>>,
    /// ISO 8601 date or date and time.
    pub date_published: Option<Rc<str>>,
    /// Where it stands.
    pub url: Option<Rc<str>>,
    /// BCP 47 tag of its language.
    pub in_language: Option<Rc<str>>,
    /// What it says.
    pub body: Vec<Block>,
    /// The hash of the text that was checked, as [`Article::text_hash`] writes it.
    pub checked: Option<Rc<str>>,
}

impl Article {
    /// Its text blocks in reading order: what [`BlockIndex`](crate::text::BlockIndex) counts.
    pub fn text_blocks(&self) -> Vec<TextBlock<'_>> {
        let mut blocks = Vec::new();
        for block in &self.body {
            block.each_text_block(&mut |text| blocks.push(text));
        }
        blocks
    }

    /// The words of its text blocks in reading order.
    pub fn plain_blocks(&self) -> Vec<&str> {
        let mut blocks = Vec::new();
        for block in &self.body {
            block.each_text_block(&mut |block| blocks.push(&**block.text.plain()));
        }
        blocks
    }

    /// The hash of the article's words, to tell whether a document belongs to this text: `fnv1a64:` and 16 hexadecimal
    /// digits, over the text blocks joined by one line feed each (FNV-1a, 64 bits; no protection against an attacker).
    pub fn text_hash(&self) -> String {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for (index, block) in self.text_blocks().iter().enumerate() {
            let separator: &[u8] = if index == 0 { b"" } else { b"\n" };
            for byte in separator.iter().chain(block.text.plain().as_bytes()) {
                hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        }
        let mut written = String::from("fnv1a64:");
        for shift in (0..16).rev() {
            let digit = (hash >> (shift * 4)) & 0xf;
            written.push(char::from_digit(digit as u32, 16).unwrap_or('0'));
        }
        written
    }

    /// An article of plain text: every non-empty line is a paragraph.
    ///
    /// ```
    /// use checked_article::article::Article;
    /// let article = Article::from_plain_text("One.\n\nTwo.\n");
    /// assert_eq!(article.text_blocks().len(), 2);
    /// ```
    pub fn from_plain_text(text: &str) -> Self {
        let paragraphs = text.lines().map(str::trim).filter(|line| !line.is_empty());
        Self { body: paragraphs.map(|line| Block::Paragraph(Text::plain_only(line))).collect(), ..Self::default() }
    }
}
