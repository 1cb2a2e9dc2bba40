//! From a document to its marks: every quotation and published claim, placed, in text order.

use super::{Mark, MarkIndex, Subject};
use crate::anchors::{Target, resolve};
use crate::claims::Status;
use crate::document::Document;
use crate::text::{BlockIndex, Place, Span};

/// All marks of an article in text order; those whose words were not found come last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// The marks; [`MarkIndex`] counts them.
    pub all: Vec<Mark>,
}

impl Marks {
    /// Places the quotations and the published claims of `document` in its own article.
    ///
    /// A quotation of several parts stands only where all its parts were found. A withdrawn document has none.
    pub fn of(document: &Document) -> Self {
        if document.withdrawn {
            return Self::default();
        }
        let texts = document.article.text_blocks();
        let blocks: Vec<&str> = texts.iter().map(|block| &**block.text.plain()).collect();
        let quotes = document.quotes.iter().enumerate();
        let claims = document.claims.iter().enumerate().filter(|(_, claim)| claim.status == Status::Published);
        let mut wanted: Vec<(Mark, Vec<&Target>)> = Vec::new();
        for (index, quote) in quotes {
            let mark = Mark { id: quote.id.clone(), subject: Subject::Quote(index), spans: Vec::new() };
            wanted.push((mark, quote.parts.iter().collect()));
        }
        for (index, claim) in claims {
            let mark = Mark { id: claim.id.clone(), subject: Subject::Claim(index), spans: Vec::new() };
            wanted.push((mark, vec![&claim.target]));
        }
        let targets: Vec<&Target> = wanted.iter().flat_map(|(_, targets)| targets.iter().copied()).collect();
        let mut placements = resolve(&blocks, &targets).into_iter();
        let mut all: Vec<Mark> = Vec::with_capacity(wanted.len());
        for (mut mark, targets) in wanted {
            let found: Vec<Option<Span>> =
                placements.by_ref().take(targets.len()).map(|placement| placement.found()).collect();
            mark.spans = found.into_iter().collect::<Option<Vec<Span>>>().unwrap_or_default();
            mark.spans.sort_by_key(|span| span.start);
            all.push(mark);
        }
        // Where two begin together, the longer one first: the quotation before the claim inside it.
        all.sort_by_key(|mark| match mark.spans.first() {
            Some(span) => (false, span.start, std::cmp::Reverse(span.end)),
            None => (true, Place::default(), std::cmp::Reverse(Place::default())),
        });
        Self { all }
    }

    /// The mark at `index`.
    pub fn get(&self, index: MarkIndex) -> Option<&Mark> {
        self.all.get(index.0)
    }

    /// The mark with this `id`.
    pub fn find(&self, id: &str) -> Option<MarkIndex> {
        self.all.iter().position(|mark| &*mark.id == id).map(MarkIndex)
    }

    /// The indices of the marks that share words with the mark at `index`, in text order.
    pub fn touching(&self, index: MarkIndex) -> impl Iterator<Item = MarkIndex> + '_ {
        let spans: &[Span] = self.get(index).map_or(&[], |mark| &mark.spans);
        let others = self.all.iter().enumerate().filter(move |(other, _)| *other != index.0);
        let touches =
            move |mark: &Mark| mark.spans.iter().any(|a| spans.iter().any(|b| a.start < b.end && b.start < a.end));
        others.filter(move |(_, mark)| touches(mark)).map(|(other, _)| MarkIndex(other))
    }

    /// How many bytes of `block` the mark at `index` covers, to tell the smallest of several marks.
    pub fn length(&self, index: MarkIndex, block: BlockIndex, block_length: usize) -> usize {
        let spans = self.get(index).map_or(&[][..], |mark| &mark.spans);
        spans.iter().filter_map(|span| span.within(block, block_length)).map(|(start, end)| end - start).sum()
    }
}
