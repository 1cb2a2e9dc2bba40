//! What changed in a passage, and how grave it is.

use std::rc::Rc;

use super::candidate::{Article, Candidate};
use super::passage::Passage;
use super::slip::slip;
use crate::text::View;
use crate::text::align::{Aligned, Fit, Step};
use crate::text::letter::{Kind, fold, kind, plain};
use crate::text::words::{Bounds, UNKNOWN, is_minus};

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

impl ChangeKind {
    /// Its name, in small letters.
    pub fn name(self) -> &'static str {
        match self {
            ChangeKind::Word => "word",
            ChangeKind::Spelling => "spelling",
            ChangeKind::Modal => "modal",
            ChangeKind::Quantifier => "quantifier",
            ChangeKind::Saying => "saying",
            ChangeKind::Unit => "unit",
            ChangeKind::Name => "name",
            ChangeKind::Date => "date",
            ChangeKind::Number => "number",
            ChangeKind::Negation => "negation",
        }
    }
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

impl Gravity {
    /// Its name, in small letters.
    pub fn name(self) -> &'static str {
        match self {
            Gravity::Slight => "slight",
            Gravity::Considerable => "considerable",
            Gravity::Grave => "grave",
        }
    }
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
    let first = at_edge(
        (&passage.view, passage.bounds[passage.first]),
        (&article.view, article.words.bounds()[candidate.first]),
        Edge::First,
    );
    let last = at_edge(
        (&passage.view, passage.bounds[passage.end - 1]),
        (&article.view, article.words.bounds()[candidate.last]),
        Edge::Last,
    );
    found.splice(0..0, first);
    found.extend(last);
    if !found.is_empty()
        && let Some(change) = spelling
    {
        found.insert(0, change);
    }
    found
}

/// An end of a passage.
#[derive(Clone, Copy)]
enum Edge {
    First,
    Last,
}

/// What changed beside a number that is the passage's first or last word, of what belongs to the number: *35* is not the
/// same in *-35*, *$35*, *35%*, *35,000* and *35-40*. Where the target does not tell what stood
/// beside it, nothing is said.
fn at_edge(before: (&View, Bounds), now: (&View, Bounds), edge: Edge) -> Option<Change> {
    let (folded, word) = (before.0.folded(), before.1);
    let told = match edge {
        Edge::First => word.start > 0,
        Edge::Last => (word.end as usize) < folded.len(),
    };
    if !told || word.of(folded) != now.1.of(now.0.folded()) {
        return None;
    }
    let (own, other) = (beside_number(before, edge), beside_number(now, edge));
    let kind = sort(own).max(sort(other));
    let with_number = |(view, word): (&View, Bounds), beside: &str| {
        let (start, end) = match edge {
            Edge::First => (word.start as usize - beside.len(), word.end as usize),
            Edge::Last => (word.start as usize, word.end as usize + beside.len()),
        };
        view.raw().get(view.raw_start(start)..view.raw_end(end)).unwrap_or_default().into()
    };
    (own != other).then(|| Change { kind, before: with_number(before, own), now: with_number(now, other) })
}

/// How many bytes beside a number are looked at.
const BESIDE: usize = 16;

/// The signs and digits that stand right beside a number and belong to it; empty where there are none, or no number.
fn beside_number((view, word): (&View, Bounds), edge: Edge) -> &str {
    let folded = view.folded();
    let (start, end) = (word.start as usize, word.end as usize);
    let apart = |c: char| matches!(kind(c), Kind::Space | Kind::Letter | Kind::Alone);
    let mark = |c: char| kind(c) == Kind::Mark;
    // Or its currency: what stands before *$5* is a minus as it is before *5*.
    let number = |c: char| matches!(kind(c), Kind::Digit | Kind::Sign);
    let (beside, is_number) = match edge {
        Edge::First => {
            let before = folded[folded.floor_char_boundary(start.saturating_sub(BESIDE))..start]
                .rsplit(apart)
                .next()
                .unwrap_or_default();
            (before.trim_start_matches(|c| mark(c) && c != '-'), word.of(folded).starts_with(number))
        }
        Edge::Last => {
            let after = folded[end..folded.floor_char_boundary(end + BESIDE)].split(apart).next().unwrap_or_default();
            (after.trim_end_matches(mark), word.of(folded).ends_with(number))
        }
    };
    let signed = matches!(edge, Edge::First) && beside == "-" && is_minus(folded, start - 1);
    let belongs = signed || beside.contains(number);
    if is_number && belongs { beside } else { "" }
}

/// A run of differences between two words that are the same.
struct Run<'a> {
    article: &'a Article,
    /// What the target says there, and what the article.
    before: Side<'a>,
    now: Side<'a>,
}

impl<'a> Run<'a> {
    fn new(article: &'a Article, passage: &'a Passage, steps: &[Aligned]) -> Self {
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
    fn same_letters(&self) -> bool {
        self.before.words.concat() == self.now.words.concat()
            && self.before.is_cut_harmlessly(&self.now)
            && self.now.is_cut_harmlessly(&self.before)
    }

    /// Whether it is one word with a slip of spelling that gives no word known from elsewhere in the article.
    fn slipped(&self) -> bool {
        let ([before], [now]) = (&*self.before.words, &*self.now.words) else { return false };
        let words = &self.article.words;
        let folded = self.article.view.folded();
        // What is known of spelling is English; an article in another language has not all of these words.
        let english = ["the", "of", "and"].iter().all(|word| words.number(folded, word) != UNKNOWN);
        english && slip(before, now) && !self.capital() && words.places(words.number(folded, now)).len() == 1
    }

    fn change(&self) -> Change {
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
