//! A run of differences between two words that are the same: what it changes, and whether it changes anything.

use super::candidate::Article;
use super::change::{Change, ChangeKind};
use super::passage::Passage;
use super::slip::slip;
use super::sort::sort;
use crate::text::View;
use crate::text::align::{Aligned, Step};
use crate::text::letter::{Kind, fold, kind, plain};
use crate::text::words::{Bounds, UNKNOWN};

/// A run of differences between two words that are the same.
pub struct Run<'a> {
    article: &'a Article,
    /// What the target says there, and what the article.
    before: Side<'a>,
    now: Side<'a>,
}

impl<'a> Run<'a> {
    /// The run of these `steps`.
    pub fn new(article: &'a Article, passage: &'a Passage, steps: &[Aligned]) -> Self {
        let (mut before, mut now) = (Side::new(&passage.view), Side::new(&article.view));
        for aligned in steps {
            if aligned.step != Step::Added {
                before.push(passage.bounds[aligned.pattern]);
            }
            if aligned.step != Step::Missing {
                now.push(article.words.bounds()[aligned.text]);
            }
        }
        Self { article, before, now }
    }

    /// Whether the same letters are only cut into words otherwise, in a way that leaves them the same words.
    pub fn same_letters(&self) -> bool {
        self.before.words.concat() == self.now.words.concat()
            && self.before.is_cut_harmlessly(&self.now)
            && self.now.is_cut_harmlessly(&self.before)
    }

    /// Whether it is one word with a slip of spelling that gives no word known from elsewhere in the article.
    pub fn slipped(&self) -> bool {
        let ([before], [now]) = (&*self.before.words, &*self.now.words) else { return false };
        let words = &self.article.words;
        let folded = self.article.view.folded();
        // What is known of spelling is English; an article in another language has not all of these words.
        let english = ["the", "of", "and"].iter().all(|word| words.number(folded, word) != UNKNOWN);
        english && slip(before, now) && !self.capital() && words.places(words.number(folded, now)).len() == 1
    }

    /// The change, as grave as the gravest of its words.
    pub fn change(&self) -> Change {
        let mut kind = if self.slipped() { ChangeKind::Spelling } else { ChangeKind::Word };
        for word in self.before.words.iter().chain(&self.now.words) {
            kind = kind.max(sort(word));
        }
        if kind < ChangeKind::Name && self.capital() {
            kind = ChangeKind::Name;
        }
        Change { kind, before: self.before.raw().into(), now: self.now.raw().into() }
    }

    /// Whether a word on either side begins with a capital and does not begin a sentence.
    fn capital(&self) -> bool {
        self.before.capital || self.now.capital
    }
}

/// A run of words in one of the two texts.
struct Side<'a> {
    view: &'a View,
    words: Vec<&'a str>,
    /// The raw text before each of the words but the first.
    gaps: Vec<&'a str>,
    /// Where they begin and end in the raw text; nowhere as long as there are none.
    range: Option<(usize, usize)>,
    /// Whether one of them begins with a capital and does not begin a sentence.
    capital: bool,
}

impl<'a> Side<'a> {
    fn new(view: &'a View) -> Self {
        Self { view, words: Vec::new(), gaps: Vec::new(), range: None, capital: false }
    }

    /// Adds the next word.
    fn push(&mut self, word: Bounds) {
        let raw = self.view.raw();
        let (start, end) = (self.view.raw_start(word.start as usize), self.view.raw_end(word.end as usize));
        self.words.push(word.of(self.view.folded()));
        if let Some((_, last)) = self.range {
            self.gaps.push(raw.get(last..start).unwrap_or_default());
        }
        self.range = Some((self.range.map_or(start, |range| range.0), end));
        let capital = raw[start..].chars().next().is_some_and(|c| fold(c) != c);
        let mut before = raw[..start]
            .chars()
            .rev()
            .filter(|c| !matches!(kind(*c), Kind::Space | Kind::Nothing) && !matches!(plain(*c), '"' | '\'' | '('));
        self.capital |= capital && before.next().is_some_and(|c| !matches!(c, '.' | '!' | '?' | '…' | ':'));
    }

    /// What the raw text says there.
    fn raw(&self) -> &'a str {
        self.range.and_then(|(start, end)| self.view.raw().get(start..end)).unwrap_or_default()
    }

    /// After how many bytes of letters each word but the first begins.
    fn cuts(&self) -> Vec<usize> {
        let ends = self.words.iter().scan(0, |end, word| {
            *end += word.len();
            Some(*end)
        });
        ends.take(self.gaps.len()).collect()
    }

    /// Whether nothing is meant by the cuts that `other`, of the same letters, has not: `U.S.` and `US`, `re-elect` and
    /// `reelect`, `12,000` and `12000`. White space makes other words of them: *not able* is not *notable*.
    fn is_cut_harmlessly(&self, other: &Self) -> bool {
        let theirs = other.cuts();
        self.cuts().iter().zip(&self.gaps).zip(self.words.windows(2)).all(|((cut, gap), pair)| {
            if theirs.contains(cut) {
                return true;
            }
            let digits = pair.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
            let mut gap = gap.chars().filter(|c| kind(*c) != Kind::Nothing);
            match (gap.next(), gap.next()) {
                (Some(mark), None) if digits => {
                    let groups = pair[0].len() <= 3 && pair[1].len() == 3;
                    groups && (matches!(mark, ',' | '.') || plain(mark) == '\'' || kind(mark) == Kind::Space)
                }
                // Capitals tell an abbreviation from a word: `U.S.` is not *us*.
                (Some('.'), None) => letters(self.raw()).eq(letters(other.raw())),
                // To re-sign is not to resign; before an E the hyphen is only there for the eye.
                (Some('-' | '\u{2010}' | '\u{2011}'), None) => pair[0] != "re" || pair[1].starts_with('e'),
                (Some(space), None) => kind(space) == Kind::Space && pair == PER_CENT,
                _ => false,
            }
        })
    }
}

/// The two words that are written as one in other places of the world.
const PER_CENT: [&str; 2] = ["per", "cent"];

fn letters(raw: &str) -> impl Iterator<Item = char> {
    raw.chars().filter(|c| matches!(kind(*c), Kind::Letter | Kind::Digit))
}
