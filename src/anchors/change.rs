//! What changed in a passage, and how grave it is.

use std::rc::Rc;

use super::candidate::{Article, Candidate};
use super::passage::Passage;
use super::slip::slip;
use crate::text::align::{Aligned, Fit, Step};

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
    passage: &'a Passage,
    before: Vec<usize>,
    now: Vec<usize>,
}

impl<'a> Run<'a> {
    fn new(article: &'a Article, passage: &'a Passage, steps: &[Aligned]) -> Self {
        let before = steps.iter().filter(|aligned| aligned.step != Step::Added).map(|aligned| aligned.pattern);
        let now = steps.iter().filter(|aligned| aligned.step != Step::Missing).map(|aligned| aligned.text);
        Self { article, passage, before: before.collect(), now: now.collect() }
    }

    fn words(&self) -> impl Iterator<Item = &'a str> {
        let before = self.before.iter().map(|index| self.passage.word(*index));
        before.chain(self.now.iter().map(|index| self.article.word(*index))).collect::<Vec<_>>().into_iter()
    }

    /// Whether the same letters are only cut into words otherwise (`U.S.` and `US`, `re-elect` and `reelect`), or the
    /// same number into groups of three digits.
    fn same_letters(&self) -> bool {
        let (mut before, mut now) = (String::new(), String::new());
        for index in &self.before {
            before.push_str(self.passage.word(*index));
        }
        for index in &self.now {
            now.push_str(self.article.word(*index));
        }
        if before != now || before.is_empty() {
            return false;
        }
        let grouped = |words: &[&str]| {
            words.iter().skip(1).all(|word| word.len() == 3 || !word.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let before: Vec<&str> = self.before.iter().map(|index| self.passage.word(*index)).collect();
        let now: Vec<&str> = self.now.iter().map(|index| self.article.word(*index)).collect();
        grouped(&before) && grouped(&now)
    }

    /// Whether it is one word with a slip of spelling that gives no word known from elsewhere in the article.
    fn slipped(&self) -> bool {
        let ([before], [now]) = (self.before.as_slice(), self.now.as_slice()) else { return false };
        let number = self.article.words.numbers()[*now];
        slip(self.passage.word(*before), self.article.word(*now))
            && self.article.words.places(number).len() == 1
            && !self.capital()
    }

    fn change(&self) -> Change {
        let before = match (self.before.first(), self.before.last()) {
            (Some(first), Some(last)) => {
                let view = &self.passage.view;
                let (first, last) = (self.passage.bounds[*first], self.passage.bounds[*last]);
                &view.raw()[view.raw_start(first.start as usize)..view.raw_end(last.end as usize)]
            }
            _ => "",
        };
        let now = match (self.now.first(), self.now.last()) {
            (Some(first), Some(last)) => {
                let view = &self.article.view;
                let (first, last) = (self.article.words.bounds()[*first], self.article.words.bounds()[*last]);
                &view.raw()[view.raw_start(first.start as usize)..view.raw_end(last.end as usize)]
            }
            _ => "",
        };
        let mut kind = self.words().map(sort).max().unwrap_or(ChangeKind::Word);
        if kind < ChangeKind::Name && self.capital() {
            kind = ChangeKind::Name;
        }
        if kind == ChangeKind::Word && self.slipped() {
            kind = ChangeKind::Spelling;
        }
        Change { kind, before: before.into(), now: now.into() }
    }

    /// Whether a word on either side begins with a capital and does not begin a sentence.
    fn capital(&self) -> bool {
        let own = |index: &usize| {
            let view = &self.passage.view;
            capital(view.raw(), view.raw_start(self.passage.bounds[*index].start as usize))
        };
        let other = |index: &usize| {
            let view = &self.article.view;
            capital(view.raw(), view.raw_start(self.article.words.bounds()[*index].start as usize))
        };
        self.before.iter().any(own) || self.now.iter().any(other)
    }
}

fn capital(raw: &str, at: usize) -> bool {
    let (before, word) = raw.split_at(at);
    let before = before.trim_end().trim_end_matches(['"', '“', '‘', '\'', '(']).trim_end();
    word.starts_with(char::is_uppercase) && !before.is_empty() && !before.ends_with(['.', '!', '?', '…', ':'])
}

/// Words by sort, English and the commonest of other languages. A list that lacks a word makes a change less grave,
/// never no change.
const SORTS: [(ChangeKind, &str); 7] = [
    (
        ChangeKind::Negation,
        " not no never none nobody nothing neither nor without cannot hardly nicht kein keine nie niemals ohne ne pas \
         jamais aucun sans non mai senza nunca jamás sin niet geen ",
    ),
    (
        ChangeKind::Number,
        " one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty \
         ninety hundred thousand million billion trillion half third quarter double dozen first second ",
    ),
    (
        ChangeKind::Date,
        " january february march april june july august september october november december jan feb aug sept oct nov \
         dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow ",
    ),
    (
        ChangeKind::Unit,
        " percent dollar dollars euro euros pound pounds cents ton tons tonnes kilometers kilometres miles meters metres \
         feet degrees years months weeks days hours minutes per points ",
    ),
    (
        ChangeKind::Saying,
        " said says say denied denies deny claimed claims confirmed confirms admitted admits alleged alleges suggested \
         suggests argued argues insisted insists told announced acknowledged warned promised vowed refused agreed ",
    ),
    (
        ChangeKind::Quantifier,
        " all every each some any most many few several more less fewer both only always often sometimes nearly almost \
         least majority ",
    ),
    (ChangeKind::Modal, " may might must shall should will would can could likely unlikely probably possibly "),
];

fn sort(word: &str) -> ChangeKind {
    let sign = |c: char| !c.is_alphanumeric();
    if word.ends_with("n't") {
        return ChangeKind::Negation;
    }
    if let Some(digit) = word.find(|c: char| c.is_ascii_digit()) {
        let year = digit == 0 && word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        return if year && word.bytes().all(|byte| byte.is_ascii_digit()) {
            ChangeKind::Date
        } else {
            ChangeKind::Number
        };
    }
    if word == "-" {
        return ChangeKind::Number;
    }
    if word.starts_with(sign) {
        return ChangeKind::Unit;
    }
    for (kind, words) in SORTS {
        if words.match_indices(word).any(|(at, _)| {
            words.as_bytes().get(at.wrapping_sub(1)) == Some(&b' ')
                && words.as_bytes().get(at + word.len()) == Some(&b' ')
        }) {
            return kind;
        }
    }
    ChangeKind::Word
}
