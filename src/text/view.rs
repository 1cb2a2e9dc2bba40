//! The normalised view: the article as one line of plain characters, with a map to the raw text and back.
//!
//! Typography falls away (white space runs and block breaks become one space, dashes a hyphen, quotation marks and
//! apostrophes straight ones, invisible characters nothing), case is folded, and canonically equivalent spellings
//! become one where a function for that is handed in. Every byte of the view knows the raw bytes it stands for.

use std::borrow::Cow;

use super::letter::{Kind, fold, kind, plain};
use super::place::{Place, Span};

/// Brings canonically equivalent spellings to one form (Unicode's NFC): the browser's `String.prototype.normalize`, or
/// a crate's. Handed in because its tables weigh more than all the rest of the matcher.
pub type Canonical = for<'a> fn(&'a str) -> Cow<'a, str>;

/// From this offset of the view on, `raw` is where the text goes on, byte for byte, up to the next step.
#[derive(Clone, Copy, Debug)]
struct Step {
    folded: u32,
    raw: u32,
}

/// An article's raw text and its normalised view.
///
/// ```
/// use checked_article::text::View;
/// let view = View::new(&["It’s  “so”.", "Next"], None);
/// assert_eq!(view.folded(), "it's \"so\". next");
/// assert_eq!(view.raw(), "It’s  “so”.\nNext");
/// assert_eq!(&view.raw()[view.raw_start(5)..view.raw_end(9)], "“so”");
/// ```
#[derive(Clone, Debug, Default)]
pub struct View {
    raw: String,
    blocks: Vec<u32>,
    folded: String,
    steps: Vec<Step>,
}

impl View {
    /// The view of an article's text blocks.
    pub fn new(blocks: &[&str], canonical: Option<Canonical>) -> Self {
        let mut view = Self::default();
        for block in blocks {
            view.push(block, canonical);
        }
        view
    }

    /// Appends a text block. Past four gigabytes of text, blocks are empty.
    pub fn push(&mut self, block: &str, canonical: Option<Canonical>) {
        if !self.blocks.is_empty() {
            self.raw.push('\n');
            self.space(self.raw.len() - 1, self.raw.len());
        }
        let base = self.raw.len();
        self.blocks.push(base as u32);
        if base + block.len() >= u32::MAX as usize {
            return;
        }
        self.raw.push_str(block);
        match canonical {
            Some(canonical) if !block.is_ascii() && *canonical(block) != *block => self.compose(block, base, canonical),
            _ => self.read(block, base),
        }
    }

    /// The raw text: the blocks, joined by one line feed each.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The normalised text.
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// The raw offset at which the character at `at` of the view begins.
    pub fn raw_start(&self, at: usize) -> usize {
        let next = self.steps.partition_point(|step| step.folded as usize <= at);
        self.raw_at(next, at)
    }

    /// The raw offset at which the character before `at` of the view ends.
    pub fn raw_end(&self, at: usize) -> usize {
        let next = self.steps.partition_point(|step| (step.folded as usize) < at);
        match self.steps.get(next) {
            Some(step) if step.folded as usize == at => step.raw as usize,
            _ => self.raw_at(next, at),
        }
    }

    fn raw_at(&self, next: usize, at: usize) -> usize {
        let raw = match next.checked_sub(1).and_then(|last| self.steps.get(last)) {
            Some(step) => step.raw as usize + at - step.folded as usize,
            None => at,
        };
        self.raw.floor_char_boundary(raw)
    }

    /// The offset in the view of what stands at the raw offset `raw`, or of what comes next where that fell away.
    pub fn folded_at(&self, raw: usize) -> usize {
        let next = self.steps.partition_point(|step| step.raw as usize <= raw);
        let limit = self.steps.get(next).map_or(self.folded.len(), |step| step.folded as usize);
        let at = match next.checked_sub(1).and_then(|last| self.steps.get(last)) {
            Some(step) => step.folded as usize + raw - step.raw as usize,
            None => raw,
        };
        self.folded.floor_char_boundary(at.min(limit))
    }

    /// The raw offset at which a block begins, or the text's end where there is no such block.
    pub fn block_start(&self, block: u32) -> usize {
        self.blocks.get(block as usize).map_or(self.raw.len(), |start| *start as usize)
    }

    /// The place of a raw offset.
    pub fn place(&self, raw: usize) -> Place {
        let block = self.blocks.partition_point(|start| *start as usize <= raw).saturating_sub(1);
        let start = self.blocks.get(block).map_or(0, |start| *start);
        Place::new(block as u32, raw as u32 - start)
    }

    /// The raw offset of a place.
    pub fn offset(&self, place: Place) -> usize {
        (self.block_start(place.block.0) + place.offset.index()).min(self.raw.len())
    }

    /// The span between two raw offsets.
    pub fn span(&self, start: usize, end: usize) -> Span {
        Span { start: self.place(start), end: self.place(end) }
    }

    fn read(&mut self, stretch: &str, base: usize) {
        let mut rest = stretch;
        while let Some(c) = rest.chars().next() {
            let start = base + stretch.len() - rest.len();
            // Most of a text is lower-case letters, which stand for themselves: they are taken over a word at a time.
            let plain = rest.bytes().take_while(u8::is_ascii_lowercase).count();
            let (taken, left) = rest.split_at(plain.max(c.len_utf8()));
            if plain > 0 {
                self.meet(start);
                self.folded.push_str(taken);
            } else {
                self.put(c, start, start + taken.len());
            }
            rest = left;
        }
    }

    /// Reads a block that is not in canonical form: stretches of other than ASCII characters, with the character
    /// before, are split where they can be split without changing their form, and each part is mapped as one.
    fn compose(&mut self, block: &str, base: usize, canonical: Canonical) {
        let mut start = 0;
        let bytes = block.as_bytes();
        while start < block.len() {
            let mut end = start + width(block, start);
            if bytes[start].is_ascii() && bytes.get(end).is_none_or(u8::is_ascii) {
                self.put(bytes[start] as char, base + start, base + end);
                start = end;
                continue;
            }
            while end < block.len() && !bytes[end].is_ascii() {
                let next = end + width(block, end);
                if separate(&block[start..end], &block[end..next], &block[start..next], canonical) {
                    break;
                }
                end = next;
            }
            let whole = canonical(&block[start..end]);
            for (n, c) in whole.chars().enumerate() {
                let from = if n == 0 { base + start } else { base + end };
                self.put(c, from, base + end);
            }
            start = end;
        }
    }

    fn put(&mut self, c: char, start: usize, end: usize) {
        match kind(c) {
            Kind::Space => self.space(start, end),
            Kind::Nothing => self.skip(start, end),
            _ if c == '…' => {
                // The first full stop stands for the whole mark, so that the map never goes back.
                self.write('.', start, end);
                self.write('.', end, end);
                self.write('.', end, end);
            }
            _ => self.write(fold(plain(c)), start, end),
        }
    }

    fn space(&mut self, start: usize, end: usize) {
        if self.folded.is_empty() || self.folded.ends_with(' ') {
            self.skip(start, end);
        } else {
            self.write(' ', start, end);
        }
    }

    fn write(&mut self, c: char, start: usize, end: usize) {
        self.meet(start);
        self.folded.push(c);
        if c.len_utf8() != end - start {
            self.step(end);
        }
    }

    /// Makes what is written next stand for the raw text from `start` on.
    fn meet(&mut self, start: usize) {
        let last = self.steps.last().copied().unwrap_or(Step { folded: 0, raw: 0 });
        if self.folded.len() + last.raw as usize != start + last.folded as usize {
            self.step(start);
        }
    }

    fn skip(&mut self, start: usize, end: usize) {
        let at = self.folded.len() as u32;
        let ended = self.steps.iter().rev().take_while(|step| step.folded == at).count();
        if ended == 0 {
            self.step(start);
        }
        if ended > 1 {
            self.steps.pop();
        }
        self.step(end);
    }

    fn step(&mut self, raw: usize) {
        self.steps.push(Step { folded: self.folded.len() as u32, raw: raw as u32 });
    }
}

fn width(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

fn separate(left: &str, right: &str, both: &str, canonical: Canonical) -> bool {
    let (left, right, both) = (canonical(left), canonical(right), canonical(both));
    both.len() == left.len() + right.len() && both.starts_with(&*left) && both.ends_with(&*right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::{UnicodeNormalization, is_nfc};

    fn nfc(text: &str) -> Cow<'_, str> {
        if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
    }

    fn folded(text: &str) -> String {
        View::new(&[text], Some(nfc)).folded().to_string()
    }

    #[test]
    fn typography_falls_away() {
        assert_eq!(folded("so\u{ad}ci\u{200b}al"), "social");
        assert_eq!(folded("oʼclock – it’s 5\u{a0}% …"), "o'clock - it's 5 % ...");
        assert_eq!(folded("a \r\n\t b"), "a b");
    }

    #[test]
    fn canonical_equivalents_are_one_and_other_letters_are_not() {
        assert_eq!(folded("caf\u{65}\u{301}s"), folded("cafés"));
        assert_eq!(folded("\u{1112}\u{1161}\u{11ab}"), folded("한"));
        assert_ne!(folded("и\u{306}"), folded("и"));
    }

    #[test]
    fn a_composed_letter_maps_to_its_whole_raw_spelling() {
        let view = View::new(&["caf\u{65}\u{301}s"], Some(nfc));
        assert_eq!(&view.raw()[view.raw_start(3)..view.raw_end(5)], "e\u{301}");
        assert_eq!(&view.raw()[view.raw_start(5)..view.raw_end(6)], "s");
    }

    #[test]
    fn what_fell_away_lies_outside_the_words_beside_it() {
        let view = View::new(&["one \u{feff} \u{200b}two"], None);
        assert_eq!(&view.raw()[view.raw_start(0)..view.raw_end(3)], "one");
        assert_eq!(&view.raw()[view.raw_start(4)..view.raw_end(7)], "two");
    }

    proptest! {
        #[test]
        fn the_map_is_exact_both_ways(blocks in prop::collection::vec("[a-c ÉéÇ\u{301}\u{327}“…\u{200b}\u{a0}\n—й한😀]{0,30}", 1..4)) {
            let blocks: Vec<&str> = blocks.iter().map(String::as_str).collect();
            let view = View::new(&blocks, Some(nfc));
            for (at, c) in view.folded().char_indices() {
                let (start, end) = (view.raw_start(at), view.raw_end(at + c.len_utf8()));
                if c != '.' {
                    prop_assert!(start < end || kind(c) == Kind::Letter, "{:?} at {}", c, at);
                    let again = View::new(&[&view.raw()[start..end]], Some(nfc));
                    prop_assert!(c == ' ' || start == end || again.folded().contains(c), "{:?} is not {:?}", again.folded(), c);
                }
                prop_assert!(start == end || view.folded_at(start) <= at);
                prop_assert_eq!(view.offset(view.place(start)), start);
            }
            for raw in 0..=view.raw().len() {
                prop_assert!(view.folded().is_char_boundary(view.folded_at(raw)), "{}", raw);
            }
        }
    }
}
