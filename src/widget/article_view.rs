//! The article itself: headline, byline, dateline and blocks. It is drawn once a document; what changes while it is read
//! is painted on it by the [painter](super::painter).

use yew::{Html, NodeRef};

use super::model::Model;
use super::pen::Pen;
use super::running_text::{button, running_text};
use super::sources::date;
use crate::article::{Article, Block, ListKind, Text};
use crate::marks::MarkIndex;
use crate::people::Image;
use crate::text::decimal;

/// An article of more blocks is drawn in stretches, which the browser lays out as they come near the window.
const LONG: usize = 60;
/// How many blocks make a stretch.
const BLOCKS: usize = 16;
const STRETCH: &str = "div class=stretch";

/// Draws the article of a model into `element`.
pub fn article(model: &Model, element: &NodeRef) -> Html {
    let article = &model.document.article;
    let mut pen = Pen::about(model);
    pen.open("article part=article;dir=auto");
    pen.keep(element);
    pen.attribute_if("lang", article.in_language.as_deref());
    header(&mut pen, article);
    pen.open("div part=body");
    let (mut next, mut left) = (0, usize::MAX);
    if article.body.len() > LONG {
        pen.open(STRETCH);
        left = BLOCKS;
    }
    for block in &article.body {
        // Not before a heading: its space above would not be one with that of the block before.
        if left == 0 && !matches!(block, Block::Heading { .. }) {
            pen.close();
            pen.open(STRETCH);
            left = BLOCKS;
        }
        draw(&mut pen, model, &mut next, block);
        left = left.saturating_sub(1);
    }
    pen.finish()
}

/// Draws the rail beside an article that the page drew: the buttons of its marks alone.
pub fn rail(model: &Model, element: &NodeRef) -> Html {
    let mut pen = Pen::about(model);
    pen.open("div class=rail;part=rail");
    pen.keep(element);
    let blocks = model.document.article.plain_blocks();
    for mark in 0..model.marks.all.len() {
        button(&mut pen, model, MarkIndex(mark), Some(&blocks));
    }
    pen.finish()
}

fn header(pen: &mut Pen, article: &Article) {
    if article.headline.is_none() && article.authors.is_empty() && article.date_published.is_none() {
        return;
    }
    pen.open("header");
    if let Some(headline) = &article.headline {
        pen.leaf("h1 part=headline", headline);
    }
    if !article.authors.is_empty() {
        pen.open("ul part=byline");
        for name in &article.authors {
            pen.open("li");
            pen.name(name);
            pen.close();
        }
        pen.close();
    }
    pen.open("p part=dateline");
    if let Some(publisher) = &article.publisher {
        pen.name(publisher);
    }
    date(pen, article.date_published.as_deref());
    pen.close();
    pen.close();
}

/// Draws a block; `next` counts text blocks.
fn draw(pen: &mut Pen, model: &Model, next: &mut usize, block: &Block) {
    let mut text = |pen: &mut Pen, tag: &'static str, words: &Text| {
        pen.open(tag);
        running_text(pen, model, *next, words);
        pen.close();
        *next += 1;
    };
    match block {
        Block::Paragraph(words) => text(pen, "p", words),
        Block::Heading { level, text: words } => match level {
            0..=2 => text(pen, "h2", words),
            3 => text(pen, "h3", words),
            _ => text(pen, "h4", words),
        },
        Block::List { kind, items } => {
            pen.open(if *kind == ListKind::Ordered { "ol" } else { "ul" });
            items.iter().for_each(|item| text(pen, "li", item));
            pen.close();
        }
        Block::Blockquote { paragraphs, cite } => {
            pen.open("figure class=set-apart");
            pen.open("blockquote");
            paragraphs.iter().for_each(|words| text(pen, "p", words));
            pen.close();
            if let Some(cite) = cite {
                text(pen, "figcaption", cite);
            }
            pen.close();
        }
        Block::Figure { image, caption, credit } => {
            pen.open("figure");
            picture(pen, image);
            if let Some(caption) = caption {
                text(pen, "figcaption", caption);
            }
            if let Some(credit) = credit {
                pen.leaf("small class=credit", credit);
            }
            pen.close();
        }
        Block::Embed { label, url } => {
            pen.open("p class=embed");
            pen.open_link("a", url);
            pen.name(label);
            pen.close();
            pen.close();
        }
    }
}

/// A picture: with its size, so that it moves nothing; late, and telling its host nothing of the reader's page.
pub fn picture(pen: &mut Pen, image: &Image) {
    pen.open("img loading=lazy;decoding=async;referrerpolicy=no-referrer");
    pen.attribute("alt", &image.alt);
    pen.attribute("width", &decimal(image.width as usize));
    pen.attribute("height", &decimal(image.height as usize));
    // Last: a picture that has its address before the attributes above would not heed them.
    pen.attribute("src", &image.url);
    pen.close();
}
