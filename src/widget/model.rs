//! Everything that does not change while one document is read, worked out once.

use std::rc::Rc;

use super::browser;
use super::checked_article::Properties;
use super::messages::{Message, Messages, Slot};
use crate::anchors::Target;
use crate::claims::{Claim, Verdict};
use crate::document::Document;
use crate::marks::{Mark, MarkIndex, Marks, Passage, Segment, Subject, segments};
use crate::quotes::{Quote, Speaker};
use crate::reading::{Filter, Outline};
use crate::text::BlockIndex;

/// A document, placed and cut, ready to be drawn.
pub struct Model {
    /// The words of the interface.
    pub messages: Rc<Messages>,
    /// Whether the page shares what the cards offer to share.
    pub shares: bool,
    /// What the editor wrote.
    pub document: Rc<Document>,
    /// Its marks in text order.
    pub marks: Marks,
    /// The same as the state machine sees them.
    pub outline: Outline,
    /// The segments of every text block.
    pub segments: Vec<Vec<Segment>>,
}

impl Model {
    /// Places the marks of what the component is given, of which some may be placed already, and cuts the text.
    pub fn new(given: &Properties) -> Self {
        let (document, messages, shares) = (given.document.clone(), given.messages.clone(), given.shares);
        let marks = Marks::with(&document, &given.placed);
        let blocks = document.article.plain_blocks();
        let outline = Outline::of(&document, &marks);
        let cut = |(index, text): (usize, &&str)| segments(&marks, BlockIndex(index as u32), text.len());
        let segments = blocks.iter().enumerate().map(cut).collect();
        drop(blocks);
        Self { messages, shares, document, marks, outline, segments }
    }

    /// The mark at `index`.
    pub fn mark(&self, index: MarkIndex) -> Option<&Mark> {
        self.marks.get(index)
    }

    /// Whether what was said of a mark's words may be shown on them.
    pub fn holds(&self, index: MarkIndex) -> bool {
        self.mark(index).is_some_and(|mark| mark.standing.holds())
    }

    /// What a mark was written for: a target a part.
    pub fn targets(&self, index: MarkIndex) -> &[Target] {
        match self.mark(index).map(|mark| mark.subject) {
            Some(Subject::Quote(quote)) => self.document.quotes.get(quote).map_or(&[], |quote| &quote.parts),
            Some(Subject::Claim(claim)) => {
                self.document.claims.get(claim).map_or(&[], |claim| std::slice::from_ref(&claim.target))
            }
            None => &[],
        }
    }

    /// The claim behind a mark, with its verdict.
    pub fn claim(&self, index: MarkIndex) -> Option<(&Claim, &Verdict)> {
        match self.mark(index)?.subject {
            Subject::Claim(claim) => {
                let claim = self.document.claims.get(claim)?;
                Some((claim, self.document.scale.get(claim.verdict)?))
            }
            Subject::Quote(_) => None,
        }
    }

    /// The quotation behind a mark.
    pub fn quote(&self, index: MarkIndex) -> Option<&Quote> {
        match self.mark(index)?.subject {
            Subject::Quote(quote) => self.document.quotes.get(quote),
            Subject::Claim(_) => None,
        }
    }

    /// The name under which a quotation's speaker is shown.
    pub fn speaker_name<'a>(&'a self, quote: &'a Quote) -> &'a str {
        match &quote.speaker {
            Speaker::Person(person) => self.document.people.get(person.0).map_or("", |person| &person.name),
            Speaker::Unnamed(description) => description,
        }
    }

    /// Where a mark stands among those of its kind, counted from 1, and how many there are.
    pub fn place_in_kind(&self, index: MarkIndex) -> (usize, usize) {
        let is_claim = self.mark(index).is_some_and(Mark::is_claim);
        let (mut at, mut of) = (0, 0);
        for (other, mark) in self.marks.all.iter().enumerate() {
            if mark.is_claim() == is_claim {
                of += 1;
                at += usize::from(other <= index.0);
            }
        }
        (at, of)
    }

    /// The name of a mark's button and card: "Quotation, Ada Example, 3 of 14", "Fact check: inaccurate, claim 6 of 15".
    pub fn label(&self, index: MarkIndex) -> String {
        let Some(mark) = self.mark(index) else { return String::new() };
        let withheld = Message::withheld_shortly(&mark.standing).map(|reason| self.messages.say(reason));
        let (message, name) = match (withheld, self.claim(index), self.quote(index)) {
            (Some(reason), Some(_), _) => (Message::WithheldClaimButton, ("reason", Slot::Words(reason))),
            (Some(reason), None, _) => (Message::WithheldQuotationButton, ("reason", Slot::Words(reason))),
            (None, Some((_, verdict)), _) => (Message::ClaimButton, ("verdict", Slot::Words(&verdict.label))),
            (None, None, Some(quote)) => (Message::QuotationButton, ("name", Slot::Words(self.speaker_name(quote)))),
            (None, None, None) => return String::new(),
        };
        let (at, of) = self.place_in_kind(index);
        self.messages.fill(message, &[name, ("place", Slot::Number(at)), ("of", Slot::Number(of))])
    }

    /// Whether `filter` means here what it meant in another version of the document: a verdict of the same id, a person of
    /// the same name, at the same place.
    pub fn has_same(&self, before: &Model, filter: Filter) -> bool {
        match filter {
            Filter::Verdict(verdict) => {
                let id = |model: &Model| model.document.scale.get(verdict).map(|verdict| verdict.id.clone());
                id(self) == id(before)
            }
            Filter::Voice(voice) => self.voice(voice).0 == before.voice(voice).0,
        }
    }

    /// A mark's words in their context.
    pub fn passage(&self, index: MarkIndex) -> Option<Passage> {
        Some(Passage::of(&self.document.article.plain_blocks(), self.mark(index)?))
    }

    /// The outline with the words of all marks, which the list counts and searches.
    pub fn outline_with_words(&self) -> &Outline {
        self.outline.read(&self.document, &self.marks, browser::alike);
        &self.outline
    }

    /// How many bytes of text a mark covers.
    fn length(&self, index: MarkIndex) -> usize {
        let mut bytes = 0;
        for span in self.mark(index).map_or(&[][..], |mark| &mark.spans) {
            for block in (span.start.block.0..=span.end.block.0).map(BlockIndex) {
                let length =
                    self.segments.get(block.index()).and_then(|cut| cut.last()).map_or(0, |last| last.range.end);
                bytes += span.within(block, length).map_or(0, |(start, end)| end - start);
            }
        }
        bytes
    }

    /// Of several marks over one place, the one that a tap there means: the shortest claim, else the shortest quotation.
    pub fn foremost(&self, marks: &[MarkIndex]) -> Option<MarkIndex> {
        let rank = |index: MarkIndex| (!self.mark(index).is_some_and(Mark::is_claim), self.length(index));
        let mut foremost: Option<MarkIndex> = None;
        for mark in marks {
            if foremost.is_none_or(|best| rank(*mark) < rank(best)) {
                foremost = Some(*mark);
            }
        }
        foremost
    }
}
