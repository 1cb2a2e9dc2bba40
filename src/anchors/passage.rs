//! What a target says, made ready for the search: its quotation with its surroundings as words of the article.

use std::rc::Rc;

use super::{CheckedWords, Selector, Target, TextPositionSelector, TextQuoteSelector};
use crate::text::words::{Bounds, UNKNOWN, Word, Words, cut};
use crate::text::{Canonical, View};

/// The evidence that a target holds, taken from its selectors.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// The quotation.
    pub quote: Option<TextQuoteSelector>,
    /// Where it stood.
    pub position: Option<TextPositionSelector>,
    /// The hash of its words.
    pub checked: Option<CheckedWords>,
}

impl Evidence {
    /// The evidence of a target: the first quotation, position and hash that it gives.
    pub fn of(target: &Target) -> Self {
        let mut evidence = Self::default();
        for selector in &target.selectors {
            evidence.add(selector);
        }
        evidence
    }

    fn add(&mut self, selector: &Selector) {
        match selector {
            Selector::Quote(quote) if self.quote.is_none() && !quote.exact.is_empty() => {
                self.quote = Some(quote.clone());
            }
            Selector::Position(position) if self.position.is_none() => self.position = Some(*position),
            Selector::Checked(checked) => self.checked = Some(*checked),
            // A position within a refined selection is not one in the whole text.
            Selector::Refined(refinement) if !matches!(refinement.by, Selector::Position(_)) => {
                self.add(&refinement.by);
            }
            _ => {}
        }
    }

    /// The words quoted, for telling a reader what is gone.
    pub fn words(&self) -> Rc<str> {
        self.quote.as_ref().map_or_else(|| "".into(), |quote| quote.exact.clone())
    }
}

/// A quotation between its prefix and suffix, cut into words and numbered as the article's.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Prefix, quotation and suffix as one text.
    pub view: View,
    /// All its words.
    pub bounds: Vec<Bounds>,
    /// Their numbers in the article.
    pub numbers: Vec<Word>,
    /// The index of the quotation's first word.
    pub first: usize,
    /// The index after its last one.
    pub end: usize,
    /// Where the quotation begins and ends in the view.
    pub quote: (usize, usize),
}

impl Passage {
    /// Makes a quotation ready for a search among `words`, those of the folded text `folded`.
    pub fn new(quote: &TextQuoteSelector, words: &Words, folded: &str, canonical: Option<Canonical>) -> Self {
        let passage = Self::joined(quote, ["", ""], words, folded, canonical);
        // Letters that meet at an end of the quotation are one word, in a target that begins or ends inside a word, or
        // two, where somebody wrote the context down without the space. The article tells which.
        let (before, after) = (passage.first, passage.end.saturating_sub(1));
        let cuts = |index: usize, at: usize| {
            passage.bounds.get(index).is_some_and(|word| (word.start as usize) < at && at < word.end as usize)
                && passage.numbers[index] == UNKNOWN
        };
        let gaps = [cuts(before, passage.quote.0), cuts(after, passage.quote.1)];
        if gaps == [false, false] {
            return passage;
        }
        Self::joined(quote, gaps.map(|gap| if gap { " " } else { "" }), words, folded, canonical)
    }

    fn joined(
        quote: &TextQuoteSelector,
        gaps: [&str; 2],
        words: &Words,
        folded: &str,
        canonical: Option<Canonical>,
    ) -> Self {
        let text = [&quote.prefix, gaps[0], &quote.exact, gaps[1], &quote.suffix].concat();
        let view = View::new(&[&text], canonical);
        let bounds = cut(view.folded());
        let numbers = bounds.iter().map(|word| words.number(folded, word.of(view.folded()))).collect();
        let from = quote.prefix.len() + gaps[0].len();
        let start = view.folded_at(from);
        let stop = view.folded_at(from + quote.exact.len());
        let first = bounds.partition_point(|word| word.end as usize <= start);
        let end = bounds.partition_point(|word| (word.start as usize) < stop).max(first);
        Self { view, bounds, numbers, first, end, quote: (start, stop) }
    }

    /// The letters of a word.
    pub fn word(&self, index: usize) -> &str {
        self.bounds.get(index).map_or("", |word| word.of(self.view.folded()))
    }

    /// Whether a word may be the rest of a longer one: the outermost of prefix and suffix, which are cut by length.
    pub fn cut_off(&self, index: usize) -> bool {
        (index == 0 && self.first > 0) || (index + 1 == self.bounds.len() && index >= self.end)
    }

    /// Whether the word `index` is `other`, or the rest of it where it may be cut off.
    pub fn equals(&self, index: usize, number: Word, other: &str) -> bool {
        let own = self.numbers[index];
        if own == number && own != UNKNOWN {
            return true;
        }
        self.cut_off(index)
            && if index == 0 { other.ends_with(self.word(0)) } else { other.starts_with(self.word(index)) }
    }

    /// Bytes of the words from `from` up to `to`.
    pub fn weight(&self, from: usize, to: usize) -> u32 {
        self.bounds[from..to].iter().map(|word| word.len()).sum()
    }
}
