//! What changed in a passage, and how grave it is.

use std::rc::Rc;

use super::candidate::{Article, Candidate};
use super::passage::Passage;
use super::slip::slip;
use crate::text::View;
use crate::text::align::{Aligned, Fit, Step};
use crate::text::letter::{Kind, fold, kind, plain};
use crate::text::words::{Bounds, UNKNOWN};

/// What sort of word was replaced, put in or taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Any other word.
    Word,
    /// More than one slip of spelling, or one that may be another word.
    Spelling,
    /// May, must, should.
    Modal,
    /// All, some, most.
    Quantifier,
    /// Said, denied, claimed.
    Saying,
    /// Per cent, million, kilometres, a currency.
    Unit,
    /// A name, by its capital.
    Name,
    /// A year, a month, a day of the week.
    Date,
    /// A number, in digits or in words.
    Number,
    /// Not, never, without.
    Negation,
}

/// How much a change weighs with somebody who reads the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// The sense may well be the same.
    Slight,
    /// Who said it, how firmly or of how many, may differ.
    Considerable,
    /// The claim is another one.
    Grave,
}

/// One difference between the words that were checked and those that stand there now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The sort of words.
    pub kind: ChangeKind,
    /// The words that were checked; empty where some were put in.
    pub before: Rc<str>,
    /// The words as they are now; empty where some were taken out.
    pub now: Rc<str>,
}

impl Change {
    /// How grave it is.
    pub fn gravity(&self) -> Gravity {
        match self.kind {
            ChangeKind::Word | ChangeKind::Spelling => Gravity::Slight,
            ChangeKind::Modal | ChangeKind::Quantifier | ChangeKind::Saying => Gravity::Considerable,
            ChangeKind::Unit | ChangeKind::Name | ChangeKind::Date | ChangeKind::Number | ChangeKind::Negation => {
                Gravity::Grave
            }
        }
    }
}

/// What differs between a target's words and those of a candidate; empty where they are the same words.
pub fn changes(article: &Article, passage: &Passage, candidate: &Candidate) -> Vec<Change> {
    let mut found = Vec::new();
    let mut spelling = None;
    let mut rest = candidate.steps.as_slice();
    while let Some(start) = rest.iter().position(|aligned| aligned.step != Step::Pair(Fit::Same)) {
        rest = &rest[start..];
        let length = rest.iter().position(|aligned| aligned.step == Step::Pair(Fit::Same)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(length);
        rest = after;
        let run = Run::new(article, passage, run);
        if run.same_letters() {
            continue;
        }
        let change = run.change();
        // One slip is forgiven, and only one.
        if run.slipped() && spelling.is_none() && found.is_empty() {
            spelling = Some(change);
        } else {
            found.push(change);
        }
    }
    if !found.is_empty()
        && let Some(change) = spelling
    {
        found.insert(0, change);
    }
    found
}

/// A run of differences between two words that are the same.
struct Run<'a> {
    article: &'a Article,
    /// The words of the target and of the article.
    before: Vec<&'a str>,
    now: Vec<&'a str>,
    /// What the raw texts say there.
    raw: [&'a str; 2],
    /// Whether a word on either side begins with a capital and does not begin a sentence.
    capital: bool,
}

impl<'a> Run<'a> {
    fn new(article: &'a Article, passage: &'a Passage, steps: &[Aligned]) -> Self {
        let (mut before, mut now, mut raw, mut named) = (Vec::new(), Vec::new(), [(usize::MAX, 0); 2], false);
        for aligned in steps {
            if aligned.step != Step::Added {
                before.push(passage.word(aligned.pattern));
                named |= take(&passage.view, passage.bounds[aligned.pattern], &mut raw[0]);
            }
            if aligned.step != Step::Missing {
                now.push(article.word(aligned.text));
                named |= take(&article.view, article.words.bounds()[aligned.text], &mut raw[1]);
            }
        }
        let said = |view: &'a View, (start, end): (usize, usize)| view.raw().get(start..end).unwrap_or("");
        let raw = [said(&passage.view, raw[0]), said(&article.view, raw[1])];
        Self { article, before, now, raw, capital: named }
    }

    /// Whether the same letters are only cut into words otherwise (`U.S.` and `US`, `re-elect` and `reelect`), or the
    /// same number into groups of three digits.
    fn same_letters(&self) -> bool {
        let (mut before, mut now) = (String::new(), String::new());
        let mut grouped = true;
        for (letters, words) in [(&mut before, &self.before), (&mut now, &self.now)] {
            for word in words {
                let digits = word.bytes().all(|byte| byte.is_ascii_digit());
                grouped &= letters.is_empty() || !digits || word.len() == 3;
                letters.push_str(word);
            }
        }
        grouped && before == now
    }

    /// Whether it is one word with a slip of spelling that gives no word known from elsewhere in the article.
    fn slipped(&self) -> bool {
        let ([before], [now]) = (self.before.as_slice(), self.now.as_slice()) else { return false };
        let words = &self.article.words;
        let folded = self.article.view.folded();
        // What is known of spelling is English; an article in another language has not all of these words.
        let english = ["the", "of", "and"].iter().all(|word| words.number(folded, word) != UNKNOWN);
        english && slip(before, now) && !self.capital && words.places(words.number(folded, now)).len() == 1
    }

    fn change(&self) -> Change {
        let mut kind = if self.slipped() { ChangeKind::Spelling } else { ChangeKind::Word };
        for word in self.before.iter().chain(&self.now) {
            kind = kind.max(sort(word));
        }
        if kind < ChangeKind::Name && self.capital {
            kind = ChangeKind::Name;
        }
        Change { kind, before: self.raw[0].into(), now: self.raw[1].into() }
    }
}

/// Extends a range of the raw text up to the end of a word, and tells whether the word bears a capital in a sentence.
fn take(view: &View, word: Bounds, range: &mut (usize, usize)) -> bool {
    let raw = view.raw();
    let start = view.raw_start(word.start as usize);
    *range = (range.0.min(start), view.raw_end(word.end as usize));
    let capital = raw[start..].chars().next().is_some_and(|c| fold(c) != c);
    let mut before = raw[..start]
        .chars()
        .rev()
        .filter(|c| !matches!(kind(*c), Kind::Space | Kind::Nothing) && !matches!(plain(*c), '"' | '\'' | '('));
    capital && before.next().is_some_and(|c| !matches!(c, '.' | '!' | '?' | '…' | ':'))
}

/// Words by sort, English and the commonest of other languages. A list that lacks a word makes a change less grave,
/// never no change.
const SORTS: [(ChangeKind, &[&str]); 7] = [
    (
        ChangeKind::Negation,
        &[
            "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "hardly",
            "nicht", "kein", "keine", "nie", "niemals", "ohne", "ne", "pas", "jamais", "aucun", "sans", "non", "mai",
            "senza", "nunca", "jamás", "sin", "niet", "geen",
        ],
    ),
    (
        ChangeKind::Number,
        &[
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand",
            "million", "billion", "trillion", "half", "third", "quarter", "double", "dozen", "first", "second",
        ],
    ),
    (
        ChangeKind::Date,
        &[
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "aug",
            "sept",
            "oct",
            "nov",
            "dec",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "today",
            "yesterday",
            "tomorrow",
        ],
    ),
    (
        ChangeKind::Unit,
        &[
            "percent",
            "dollar",
            "dollars",
            "euro",
            "euros",
            "pound",
            "pounds",
            "cents",
            "ton",
            "tons",
            "tonnes",
            "kilometers",
            "kilometres",
            "miles",
            "meters",
            "metres",
            "feet",
            "degrees",
            "years",
            "months",
            "weeks",
            "days",
            "hours",
            "minutes",
            "per",
            "points",
        ],
    ),
    (
        ChangeKind::Saying,
        &[
            "said",
            "says",
            "say",
            "denied",
            "denies",
            "deny",
            "claimed",
            "claims",
            "confirmed",
            "confirms",
            "admitted",
            "admits",
            "alleged",
            "alleges",
            "suggested",
            "suggests",
            "argued",
            "argues",
            "insisted",
            "insists",
            "told",
            "announced",
            "acknowledged",
            "warned",
            "promised",
            "vowed",
            "refused",
            "agreed",
        ],
    ),
    (
        ChangeKind::Quantifier,
        &[
            "all",
            "every",
            "each",
            "some",
            "any",
            "most",
            "many",
            "few",
            "several",
            "more",
            "less",
            "fewer",
            "both",
            "only",
            "always",
            "often",
            "sometimes",
            "nearly",
            "almost",
            "least",
            "majority",
        ],
    ),
    (
        ChangeKind::Modal,
        &[
            "may", "might", "must", "shall", "should", "will", "would", "can", "could", "likely", "unlikely",
            "probably", "possibly",
        ],
    ),
];

fn sort(word: &str) -> ChangeKind {
    let bytes = word.as_bytes();
    let first = word.chars().next().map_or(Kind::Nothing, kind);
    if bytes.ends_with(b"n't") {
        return ChangeKind::Negation;
    }
    if bytes.iter().any(u8::is_ascii_digit) {
        let year = bytes.len() == 4 && bytes.iter().all(u8::is_ascii_digit) && matches!(&bytes[..2], b"19" | b"20");
        return if year { ChangeKind::Date } else { ChangeKind::Number };
    }
    match first {
        Kind::Mark | Kind::Digit => return ChangeKind::Number,
        Kind::Sign => return ChangeKind::Unit,
        _ => {}
    }
    for (kind, words) in SORTS {
        if words.contains(&word) {
            return kind;
        }
    }
    ChangeKind::Word
}
