//! Reading an article's blocks. A block that is not as it should be is drawn as best possible: no word of it is lost.

use super::Value;
use super::cursor::Cursor;
use super::inlines;
use super::rules::{PAGE, TEXT};
use crate::article::{Block, ListKind, Text};
use crate::people::Image;

/// The blocks of the body; none where there is no body.
pub(super) fn body(at: &Cursor<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    at.each(&mut |item| block(item, &mut blocks));
    blocks
}

/// The types of block, in the order in which [`block`] reads them, and the members that each has.
const TYPES: [&str; 6] = ["paragraph", "heading", "list", "blockquote", "figure", "embed"];
const MEMBERS: [&[&str]; 6] = [
    &["type", "content"],
    &["type", "content", "level"],
    &["type", "items", "ordered"],
    &["type", "content", "cite"],
    &["type", "image", "caption", "credit"],
    &["type", "label", "url"],
];

fn block(at: &Cursor<'_>, blocks: &mut Vec<Block>) {
    if let Some(Value::String(_)) = at.value() {
        blocks.extend(at.string(&TEXT).map(|words| Block::Paragraph(Text::plain_only(&words))));
        return;
    }
    let Some(Value::Object(_)) = at.value() else {
        at.fault("a text or a block");
        // Perhaps a paragraph's pieces without the block around them.
        if let Some(Value::Array(_)) = at.value() {
            blocks.extend(inlines::text(at).map(Block::Paragraph));
        }
        return;
    };
    let kind = at.need("type").one_of(&TYPES, [0, 1, 2, 3, 4, 5]);
    let mut known: &[&str] = &[];
    if let Some(kind) = kind {
        known = MEMBERS[kind];
        at.object(known);
    }
    let before = blocks.len();
    match kind {
        Some(0) => {
            blocks.extend(inlines::text(&at.need("content")).map(Block::Paragraph));
        }
        Some(1) => {
            let level = at.get("level").and_then(|level| level.whole(2, 6, "a level from 2 to 6")).unwrap_or(2) as u8;
            blocks.extend(inlines::text(&at.need("content")).map(|text| Block::Heading { level, text }));
        }
        Some(2) => {
            let ordered = at.get("ordered").and_then(|ordered| ordered.flag()).unwrap_or(false);
            let kind = if ordered { ListKind::Ordered } else { ListKind::Unordered };
            let items = texts(&at.need("items"));
            if !items.is_empty() {
                blocks.push(Block::List { kind, items });
            }
        }
        Some(3) => {
            let paragraphs = texts(&at.need("content"));
            let cite = at.get("cite").and_then(|cite| inlines::text(&cite));
            match cite {
                Some(cite) if paragraphs.is_empty() => blocks.push(Block::Paragraph(cite)),
                cite if !paragraphs.is_empty() => blocks.push(Block::Blockquote { paragraphs, cite }),
                _ => {}
            }
        }
        Some(4) => figure(at, blocks),
        Some(_) => {
            let (label, url) = (at.need("label").label(), at.need("url").string(&PAGE));
            match (label, url) {
                (Some(label), Some(url)) => blocks.push(Block::Embed { label, url }),
                (Some(label), None) => blocks.push(Block::Paragraph(Text::plain_only(&label))),
                (None, _) => {}
            }
        }
        None => {}
    }
    if blocks.len() == before {
        salvage(at, known, blocks);
    }
}

fn figure(at: &Cursor<'_>, blocks: &mut Vec<Block>) {
    let image = image(&at.need("image"));
    let caption = at.get("caption").and_then(|caption| inlines::text(&caption));
    let credit = at.label_in("credit");
    match image {
        Some(image) => blocks.push(Block::Figure { image, caption, credit }),
        None => {
            blocks.extend(caption.map(Block::Paragraph));
            blocks.extend(credit.map(|credit| Block::Paragraph(Text::plain_only(&credit))));
        }
    }
}

/// A list of running texts.
fn texts(at: &Cursor<'_>) -> Vec<Text> {
    if let Some(Value::String(_)) = at.value() {
        at.fault("an array");
        return inlines::text(at).into_iter().collect();
    }
    let texts = at.list(inlines::text);
    if let Some(Value::Array(items)) = at.value()
        && items.is_empty()
    {
        at.fault("words");
    }
    texts
}

/// Whatever words are in members of a block where its type, if it has one, does not put them: as paragraphs.
fn salvage(at: &Cursor<'_>, known: &[&str], blocks: &mut Vec<Block>) {
    for name in ["content", "items", "text", "caption", "cite", "credit", "label"] {
        let member = at.need(name);
        match member.value() {
            _ if known.contains(&name) => {}
            Some(Value::Array(_)) if name == "items" => {
                blocks.extend(texts(&member).into_iter().map(Block::Paragraph));
            }
            Some(Value::String(_) | Value::Array(_)) => {
                blocks.extend(inlines::text(&member).map(Block::Paragraph));
            }
            _ => {}
        }
    }
}

/// The image here.
pub(super) fn image(at: &Cursor<'_>) -> Option<Image> {
    let at = at.object(&["url", "alt", "width", "height"])?;
    let side = |name| at.or_lost(at.need(name).whole(1, 65535, "a whole number of pixels from 1 to 65535"));
    let (url, alt) = (at.need_string("url", &PAGE), at.need_label("alt"));
    at.keep(Image { url, alt, width: side("width"), height: side("height") })
}
