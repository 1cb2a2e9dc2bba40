//! A passage that a target may mean: how its words and surroundings fit, from an alignment word by word.

use super::passage::Passage;
use super::slip::alike;
use crate::text::View;
use crate::text::align::{Aligned, Fit, Step, align};
use crate::text::words::{UNKNOWN, Words};

/// The article as the search sees it.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// Its text.
    pub view: View,
    /// Its words.
    pub words: Words,
}

impl Article {
    /// The letters of a word.
    pub fn word(&self, index: usize) -> &str {
        self.words.bounds().get(index).map_or("", |word| word.of(self.view.folded()))
    }
}

/// A passage with its scores, in thousandths.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Its first word in the article.
    pub first: usize,
    /// Its last word in the article.
    pub last: usize,
    /// How much of the longer of quotation and passage is the same: the mean of the shares by letters and by words.
    pub words: u32,
    /// Whether most of the words are the same, each weighing the same.
    pub most: bool,
    /// How much of prefix and suffix stands beside it; all, where the target gives none.
    pub context: u32,
    /// Words and context together.
    pub score: u32,
    /// How much of prefix and suffix is spelled like what stands beside it.
    pub spelling: u32,
    /// The alignment of the quotation's words, with indices of the passage and of the article.
    pub steps: Vec<Aligned>,
}

/// The most bytes of prefix and of suffix that are compared letter by letter.
const CONTEXT: usize = 64;
/// The most words times words that are aligned; beyond it a passage is left unplaced.
pub const CELLS: usize = 1 << 22;

impl Candidate {
    /// Aligns a target's words with those of the article from `from` up to `to`; `None` where no word of the
    /// quotation stands there, or the two are too long to be compared.
    pub fn new(article: &Article, passage: &Passage, from: usize, to: usize) -> Option<Self> {
        let numbers = article.words.numbers().get(from..to)?;
        if (passage.numbers.len() + 1).saturating_mul(numbers.len() + 1) > CELLS {
            return None;
        }
        let open = |row: usize| passage.numbers[row] == UNKNOWN || passage.cut_off(row);
        let mut steps = align(&passage.numbers, numbers, open, |row, column| {
            let letters = article.word(from + column);
            if passage.equals(row, numbers[column], letters) {
                Fit::Same
            } else if alike(passage.word(row), letters) {
                Fit::Close
            } else {
                Fit::Other
            }
        });
        for step in &mut steps {
            step.text += from;
        }
        Self::score(article, passage, steps)
    }

    /// A passage whose every word, prefix and suffix too, is that of the target, from the article's word `from` on.
    pub fn perfect(passage: &Passage, from: usize) -> Self {
        Self { context: 1000, score: 1000, spelling: 1000, ..Self::verbatim(passage, from + passage.first) }
    }

    /// A passage that begins at the article's word `first` and holds the quotation's words, whatever stands beside it.
    pub fn verbatim(passage: &Passage, first: usize) -> Self {
        let last = first + passage.end - passage.first - 1;
        Self { first, last, words: 1000, most: true, context: 0, score: 600, spelling: 0, steps: Vec::new() }
    }

    fn score(article: &Article, passage: &Passage, mut steps: Vec<Aligned>) -> Option<Self> {
        let inside =
            |aligned: &&Aligned| aligned.step != Step::Added && (passage.first..passage.end).contains(&aligned.pattern);
        let own = |aligned: &&Aligned| inside(aligned) && aligned.step != Step::Missing;
        let first = steps.iter().find(own)?.text;
        let last = steps.iter().rev().find(own)?.text;
        let (mut quote, mut around, mut same) = (0, 0, 0);
        for aligned in &steps {
            let Step::Pair(fit) = aligned.step else { continue };
            let quarters = match fit {
                Fit::Same => 4,
                Fit::Close => 3,
                Fit::Other => 0,
            };
            let fitting = passage.bounds[aligned.pattern].len() * quarters;
            if inside(&aligned) {
                quote += fitting;
                same += quarters;
            } else {
                around += fitting;
            }
        }
        let here: u32 = article.words.bounds()[first..=last].iter().map(|word| word.len()).sum();
        let there = passage.weight(passage.first, passage.end);
        let count = (last + 1 - first).max(passage.end - passage.first) as u32;
        let beside = passage.weight(0, passage.first) + passage.weight(passage.end, passage.bounds.len());
        // By letters, where long words weigh more, and by words, where each weighs the same.
        let words = quote * 125 / here.max(there).max(1) + same * 125 / count;
        let (context, score) = match (around * 250).checked_div(beside) {
            Some(context) => (context, (words * 6 + context * 4) / 10),
            None => (1000, words),
        };
        let begin = steps.iter().position(|aligned| inside(&aligned))?;
        let end = steps.iter().rposition(|aligned| inside(&aligned))?;
        steps.truncate(end + 1);
        steps.drain(..begin);
        Some(Self { first, last, words, most: same > count * 2, context, score, spelling: 1000, steps })
    }

    /// Letter by letter: how many edits lead from the target's prefix and suffix to what stands beside the passage.
    /// Context that is spelled otherwise counts where it is closer than any text is to any other.
    pub fn compare_context(&mut self, article: &Article, passage: &Passage) {
        let (quoted, folded) = (passage.view.folded(), article.view.folded());
        let (begin, end) = (article.words.bounds()[self.first].start, article.words.bounds()[self.last].end);
        let (first, last) = (passage.bounds[passage.first].start, passage.bounds[passage.end - 1].end);
        let before = quoted[..first as usize].trim_end().bytes().rev();
        let after = quoted[last as usize..].trim_start().bytes();
        let length = (before.len() + after.len()) as u32;
        let errors = edits(before, folded[..begin as usize].trim_end().bytes().rev())
            + edits(after, folded[end as usize..].trim_start().bytes());
        if let Some(share) = (errors * 1000).checked_div(length) {
            self.spelling = 1000_u32.saturating_sub(share);
            self.context = self.context.max((self.spelling * 2).saturating_sub(1000));
            self.score = (self.words * 6 + self.context * 4) / 10;
        }
    }

    /// Where it begins and ends in the raw text: the quotation's words, with the punctuation that the target quotes
    /// at its ends.
    pub fn bounds(&self, article: &Article, passage: &Passage) -> (usize, usize) {
        let (view, quoted) = (&article.view, &passage.view);
        let (begin, end) = (article.words.bounds()[self.first], article.words.bounds()[self.last]);
        let (first, last) = (passage.bounds[passage.first], passage.bounds[passage.end - 1]);
        let (mut start, mut stop) = (begin.start as usize, end.end as usize);
        // A quotation that begins or ends inside a word does so again, where that word is still the same.
        let head = passage.quote.0.saturating_sub(first.start as usize);
        let tail = (last.end as usize).saturating_sub(passage.quote.1);
        let starts_inside = if article.word(self.first) == passage.word(passage.first) { head } else { 0 };
        let ends_inside = if article.word(self.last) == passage.word(passage.end - 1) { tail } else { 0 };
        // One word that is left of two like ones cannot be both its end and its beginning.
        if start + starts_inside < stop - ends_inside {
            (start, stop) = (start + starts_inside, stop - ends_inside);
        }
        if head == 0 && passage.quote.0 < first.start as usize {
            start = extend_back(view.folded(), start, &quoted.folded()[passage.quote.0..first.start as usize]);
        }
        if tail == 0 && passage.quote.1 > last.end as usize {
            stop = extend_on(view.folded(), stop, &quoted.folded()[last.end as usize..passage.quote.1]);
        }
        (view.raw_start(start), view.raw_end(stop))
    }
}

/// The fewest edits that lead from `context` to any beginning of `text`.
fn edits(context: impl Iterator<Item = u8>, text: impl Iterator<Item = u8>) -> u32 {
    let context: Vec<u8> = context.take(CONTEXT).collect();
    let mut column: Vec<u32> = (0..=context.len() as u32).collect();
    let mut least = context.len() as u32;
    for byte in text.take(context.len() * 2) {
        let mut diagonal = column[0];
        column[0] += 1;
        for row in 1..column.len() {
            let replaced = diagonal + u32::from(context[row - 1] != byte);
            diagonal = column[row];
            column[row] = replaced.min(column[row] + 1).min(column[row - 1] + 1);
        }
        least = least.min(column[context.len()]);
    }
    least
}

fn extend_back(folded: &str, mut at: usize, marks: &str) -> usize {
    for mark in marks.chars().rev().filter(|mark| *mark != ' ') {
        if !folded[..at].ends_with(mark) {
            break;
        }
        at -= mark.len_utf8();
    }
    at
}

fn extend_on(folded: &str, mut at: usize, marks: &str) -> usize {
    for mark in marks.chars().filter(|mark| *mark != ' ') {
        if !folded[at..].starts_with(mark) {
            break;
        }
        at += mark.len_utf8();
    }
    at
}
