//! One block's running text with its marks: plain spans, and after each mark's last word its one button.

use std::rc::Rc;

use yew::{Html, html};

use super::model::Model;
use super::{messages, symbol};
use crate::article::{Inline, Style, Text};
use crate::claims::Tone;
use crate::marks::{MarkIndex, Segment};

/// Draws `text`, which is the text block number `block` of the article.
pub fn running_text(model: &Model, block: usize, text: &Text) -> Html {
    let segments = model.segments.get(block).map_or(&[][..], Vec::as_slice);
    let mut pen = Pen { model, plain: text.plain(), segments, at: 0, waiting: Vec::new() };
    let drawn = pen.inlines(text.inlines(), false);
    drawn.into_iter().collect()
}

struct Pen<'a> {
    model: &'a Model,
    plain: &'a str,
    /// What is left of the block's segments; the first holds `at`.
    segments: &'a [Segment],
    /// How far the block is drawn, in bytes.
    at: usize,
    /// Marks that ended inside a link: their buttons wait until it closes, for controls must not nest.
    waiting: Vec<MarkIndex>,
}

impl Pen<'_> {
    fn inlines(&mut self, inlines: &[Inline], in_link: bool) -> Vec<Html> {
        let mut drawn = Vec::new();
        for inline in inlines {
            match inline {
                Inline::Plain(words) => self.words(words.len(), in_link, &mut drawn),
                Inline::LineBreak => {
                    drawn.push(html! { <br /> });
                    self.pass(1, in_link, &mut drawn);
                }
                Inline::Styled { style, content } => {
                    let link = in_link || matches!(style, Style::Link(_));
                    let inner: Html = self.inlines(content, link).into_iter().collect();
                    drawn.push(styled(style, inner));
                    if !in_link {
                        self.buttons(&mut drawn);
                    }
                }
            }
        }
        drawn
    }

    fn words(&mut self, length: usize, in_link: bool, drawn: &mut Vec<Html>) {
        let end = self.at + length;
        while self.at < end {
            let Some(segment) = self.segments.first() else { return };
            let stop = segment.range.end.min(end);
            let words = self.plain.get(self.at..stop).unwrap_or_default().to_string();
            if segment.marks.is_empty() {
                drawn.push(words.into());
            } else {
                drawn.push(html! { <span data-m={indices(&segment.marks)}>{ words }</span> });
            }
            self.pass(stop - self.at, in_link, drawn);
        }
    }

    /// Goes on by so many bytes; a segment that ends there sets down its buttons.
    fn pass(&mut self, bytes: usize, in_link: bool, drawn: &mut Vec<Html>) {
        self.at += bytes;
        while let Some((segment, rest)) = self.segments.split_first() {
            if segment.range.end > self.at {
                return;
            }
            self.waiting.extend(&segment.ending);
            self.segments = rest;
            if !in_link {
                self.buttons(drawn);
            }
        }
    }

    fn buttons(&mut self, drawn: &mut Vec<Html>) {
        for mark in std::mem::take(&mut self.waiting) {
            drawn.push(button(self.model, mark));
        }
    }
}

/// Mark indices as the painter reads them back.
fn indices(marks: &[MarkIndex]) -> String {
    let numbers: Vec<String> = marks.iter().map(|mark| mark.0.to_string()).collect();
    numbers.join(" ")
}

fn styled(style: &Style, inner: Html) -> Html {
    match style {
        Style::Emphasis => html! { <em>{ inner }</em> },
        Style::Strong => html! { <strong>{ inner }</strong> },
        Style::Deleted => html! { <del>{ inner }</del> },
        Style::Superscript => html! { <sup>{ inner }</sup> },
        Style::Subscript => html! { <sub>{ inner }</sub> },
        Style::Language(tag) => html! { <span lang={tag.to_string()}>{ inner }</span> },
        Style::Link(url) => html! { <a href={url.to_string()} rel="noopener noreferrer">{ inner }</a> },
    }
}

/// A mark's button. It is out of flow: switching marks on moves no word.
fn button(model: &Model, index: MarkIndex) -> Html {
    let Some(mark) = model.mark(index) else { return Html::default() };
    let (at, of) = model.place_in_kind(index);
    let (label, sign, tone) = match (model.claim(index), model.quote(index)) {
        (Some((_, verdict)), _) => {
            let sign = if verdict.tone == Tone::Upheld { "quiet" } else { "sign-shown" };
            let label = messages::claim_button(&verdict.label, at, of);
            (label, (sign, symbol::verdict(verdict.symbol)), symbol::tone(verdict.tone))
        }
        (None, Some(quote)) => {
            let label = messages::quotation_button(model.speaker_name(quote), at, of);
            (label, ("quiet", symbol::quotation()), "quote")
        }
        (None, None) => return Html::default(),
    };
    let id: Rc<str> = mark.id.clone();
    html! {
        <span class="end"><button type="button" part="mark" class={sign.0} data-tone={tone} data-mark-id={id.to_string()}
            data-open={id.to_string()} aria-label={label} aria-haspopup="dialog" tabindex="-1" hidden=true>{ sign.1 }</button></span>
    }
}
