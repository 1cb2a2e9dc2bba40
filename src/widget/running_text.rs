//! One block's running text with its marks: plain spans, and after each mark's last word its one button.

use super::model::Model;
use super::pen::Pen;
use super::symbol;
use crate::article::{Inline, Style, Text};
use crate::claims::Tone;
use crate::marks::{MarkIndex, Passage, Segment};
use crate::text::decimal;

/// Draws `text`, which is the text block number `block` of the article.
pub fn running_text(pen: &mut Pen, model: &Model, block: usize, text: &Text) {
    let segments = model.segments.get(block).map_or(&[][..], Vec::as_slice);
    let mut line = Line { pen, model, plain: text.plain(), segments, at: 0, waiting: Vec::new() };
    line.inlines(text.inlines(), false);
}

struct Line<'a> {
    pen: &'a mut Pen,
    model: &'a Model,
    plain: &'a str,
    /// What is left of the block's segments; the first holds `at`.
    segments: &'a [Segment],
    /// How far the block is drawn, in bytes.
    at: usize,
    /// Marks that ended inside a link: their buttons wait until it closes, for controls must not nest.
    waiting: Vec<MarkIndex>,
}

impl Line<'_> {
    fn inlines(&mut self, inlines: &[Inline], in_link: bool) {
        for inline in inlines {
            match inline {
                Inline::Plain(words) => self.words(words.len(), in_link),
                Inline::LineBreak => {
                    self.pen.leaf("br", "");
                    self.pass(1, in_link);
                }
                Inline::Styled { style, content } => {
                    open_style(self.pen, style);
                    self.inlines(content, in_link || matches!(style, Style::Link(_)));
                    self.pen.close();
                    if !in_link {
                        self.buttons();
                    }
                }
            }
        }
    }

    fn words(&mut self, length: usize, in_link: bool) {
        let end = self.at + length;
        while self.at < end {
            let Some(segment) = self.segments.first() else { return };
            let stop = segment.range.end.min(end);
            let words = self.plain.get(self.at..stop).unwrap_or_default();
            if segment.marks.is_empty() {
                self.pen.text(words);
            } else {
                self.pen.open("span");
                self.pen.attribute("data-m", &indices(&segment.marks));
                self.pen.text(words);
                self.pen.close();
            }
            self.pass(stop - self.at, in_link);
        }
    }

    /// Goes on by so many bytes; a segment that ends there sets down its buttons.
    fn pass(&mut self, bytes: usize, in_link: bool) {
        self.at += bytes;
        while let Some((segment, rest)) = self.segments.split_first() {
            if segment.range.end > self.at {
                return;
            }
            self.waiting.extend(&segment.ending);
            self.segments = rest;
            if !in_link {
                self.buttons();
            }
        }
    }

    fn buttons(&mut self) {
        for mark in std::mem::take(&mut self.waiting) {
            button(self.pen, self.model, mark, None);
        }
    }
}

/// Mark indices as the painter reads them back.
fn indices(marks: &[MarkIndex]) -> String {
    let mut numbers = String::new();
    for mark in marks {
        if !numbers.is_empty() {
            numbers.push(' ');
        }
        numbers.push_str(&decimal(mark.0));
    }
    numbers
}

fn open_style(pen: &mut Pen, style: &Style) {
    match style {
        Style::Emphasis => pen.open("em"),
        Style::Strong => pen.open("strong"),
        Style::Deleted => pen.open("del"),
        Style::Superscript => pen.open("sup"),
        Style::Subscript => pen.open("sub"),
        Style::Language(tag) => {
            pen.open("span");
            pen.attribute("lang", tag);
        }
        Style::Link(url) => pen.open_link("a", url),
    }
}

/// A mark's button. It is out of flow: switching marks on moves no word. Away from its words, in an article of the text
/// blocks `blocks`, it quotes them, a fragment inside its sentence.
pub fn button(pen: &mut Pen, model: &Model, index: MarkIndex, blocks: Option<&[&str]>) {
    let Some(mark) = model.mark(index) else { return };
    let (sign, tone, quiet) = match (model.claim(index), model.quote(index)) {
        _ if !mark.standing.holds() => (symbol::CHANGED, symbol::CHANGED_TONE, false),
        (Some((_, verdict)), _) => {
            (symbol::verdict(verdict.symbol), symbol::tone(verdict.tone), verdict.tone == Tone::Upheld)
        }
        (None, Some(_)) => (symbol::QUOTATION, symbol::QUOTATION_TONE, true),
        (None, None) => return,
    };
    let mut label = model.label(index);
    if let Some(blocks) = blocks {
        let passage = Passage::of(blocks, mark);
        label.push_str(": ");
        label.push_str(&if passage.whole || mark.is_claim() {
            passage.marked_words()
        } else {
            passage.context_words()
        });
    }
    pen.open("span class=end");
    pen.open("button type=button;part=mark;aria-haspopup=dialog;tabindex=-1;hidden=");
    pen.attribute_if("class", quiet.then_some("quiet"));
    pen.attribute("data-tone", tone);
    pen.attribute("data-mark-id", &mark.id);
    pen.attribute("data-open", &mark.id);
    // For the painter, which goes through all of them.
    pen.attribute("value", &decimal(index.0));
    pen.attribute("aria-label", &label);
    pen.ours();
    symbol::sign(pen, sign);
    pen.close();
    pen.close();
}
