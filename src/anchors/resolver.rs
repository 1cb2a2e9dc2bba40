//! Places all targets of a document, in slices of work.

use super::candidate::{Article, CELLS, Candidate};
use super::difference::changes;
use super::passage::{Evidence, Passage};
use super::search;
use super::{CheckedWords, Placement, Target, TextQuoteSelector};
use crate::text::approximate::Search;
use crate::text::letter::{Kind, kind, plain};
use crate::text::words::{Words, cut};
use crate::text::{Canonical, CodePoints, Counts, Span, View};

/// Places targets in an article; the work can be interrupted and taken up again.
///
/// ```
/// use checked_article::anchors::{Resolver, Selector, Target, TextQuoteSelector};
/// let exact = TextQuoteSelector { exact: "They met".into(), ..Default::default() };
/// let target = Target { selectors: vec![Selector::Quote(exact)], block: None };
/// let mut resolver = Resolver::new(&["They  met."], &[&target]);
/// while !resolver.step(1) {}
/// assert!(resolver.finish()[0].found().is_some());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Resolver {
    blocks: Vec<String>,
    read: usize,
    canonical: Option<Canonical>,
    article: Article,
    counts: Counts,
    search: Search,
    evidence: Vec<Evidence>,
    hints: Vec<Option<u32>>,
    next: usize,
    placements: Vec<Option<Placement>>,
    /// How far the last target that was placed has moved, in bytes.
    drift: i64,
    ready: bool,
}

impl Resolver {
    /// Takes an article's text blocks and the targets to be placed in them; fastest where these come in text order.
    pub fn new(blocks: &[&str], targets: &[&Target]) -> Self {
        let evidence: Vec<Evidence> = targets.iter().map(|target| Evidence::of(target)).collect();
        Self {
            blocks: blocks.iter().map(|block| (*block).to_string()).collect(),
            evidence,
            hints: targets.iter().map(|target| target.block).collect(),
            placements: vec![None; targets.len()],
            ..Self::default()
        }
    }

    /// Makes canonically equivalent spellings equal, by a function that brings them to one form.
    #[must_use]
    pub fn with_canonical(mut self, canonical: Canonical) -> Self {
        self.canonical = Some(canonical);
        self
    }

    /// Does `units` units of work, each a block read or a target placed. Answers whether all is done.
    pub fn step(&mut self, units: u32) -> bool {
        for _ in 0..units {
            if let Some(block) = self.blocks.get(self.read) {
                self.article.view.push(block, self.canonical);
                self.read += 1;
            } else if !self.ready {
                self.blocks = Vec::new();
                self.read = 0;
                self.counts = Counts::new(self.article.view.raw());
                self.article.words = Words::new(self.article.view.folded());
                self.ready = true;
            } else if self.next < self.placements.len() {
                self.placements[self.next] = Some(self.place(self.next));
                self.next += 1;
            }
        }
        self.ready && self.next == self.placements.len()
    }

    /// Does the rest of the work and gives the placements, in the order of the targets.
    pub fn finish(mut self) -> Vec<Placement> {
        while !self.step(1 << 10) {}
        let orphan = Placement::Orphan { words: "".into(), lookalike: None };
        self.placements.into_iter().map(|placement| placement.unwrap_or_else(|| orphan.clone())).collect()
    }

    fn place(&mut self, index: usize) -> Placement {
        let evidence = std::mem::take(&mut self.evidence[index]);
        let expected = self.expected(&evidence, self.hints[index]);
        let Some(quote) = &evidence.quote else { return self.without_quote(&evidence) };
        if let Some((start, _)) = expected
            && let Some(span) = self.verbatim(start, quote)
        {
            return Placement::Found { span, confidence: 100 };
        }
        let passage = Passage::new(quote, &self.article.words, self.article.view.folded(), self.canonical);
        let mut candidates = self.candidates(&passage, expected);
        let several = candidates.len() > 1;
        for candidate in candidates.iter_mut().filter(|candidate| candidate.context < if several { 1000 } else { 500 })
        {
            candidate.compare_context(&self.article, &passage);
        }
        if let Some(best) = (0..candidates.len()).max_by_key(|index| candidates[*index].score) {
            candidates.swap(0, best);
        }
        self.choose(&evidence, &passage, candidates, expected)
    }

    /// Where a target is expected, in bytes of the raw text, and how exactly that is known, in bytes.
    fn expected(&self, evidence: &Evidence, hint: Option<u32>) -> Option<(usize, usize)> {
        let raw = self.article.view.raw();
        match (evidence.position, hint) {
            (Some(position), _) => {
                let at = self.counts.byte_of_code_point(raw, CodePoints(position.start)).unwrap_or(raw.len());
                Some((at, 0))
            }
            (None, Some(block)) => {
                let start = self.article.view.block_start(block);
                Some((start, self.article.view.block_start(block + 1) - start))
            }
            _ => None,
        }
    }

    /// The quotation at its old position, character for character, with its prefix and suffix.
    fn verbatim(&self, start: usize, quote: &TextQuoteSelector) -> Option<Span> {
        let raw = self.article.view.raw();
        let (before, rest) = raw.split_at_checked(start)?;
        let after = rest.strip_prefix(&*quote.exact)?;
        let end = start + quote.exact.len();
        // Digits behind a comma of the quotation are another number, and a dash of it behind a sign is no minus.
        let apart = |side: Option<char>, own: Option<char>| {
            own.map(kind) != Some(Kind::Mark) || !matches!(side.map(kind), Some(Kind::Digit | Kind::Sign))
        };
        // What is a minus or a decimal point alone need not be one here, nor the other way.
        let first = quote.exact.chars().find(|c| kind(*c) != Kind::Nothing).map(plain);
        let is_read_so = !matches!(first, Some('-' | '.')) || {
            let alone = View::new(&[&quote.exact], self.canonical);
            cut(alone.folded()).first().is_some_and(|word| word.start == 0) == self.begins_word(start)
        };
        let fits = if quote.prefix.is_empty() {
            is_read_so && !self.inside_word(start) && apart(before.chars().next_back(), quote.exact.chars().next())
        } else {
            before.ends_with(&*quote.prefix)
        } && if quote.suffix.is_empty() {
            !self.inside_word(end) && apart(after.chars().next(), quote.exact.chars().next_back())
        } else {
            after.starts_with(&*quote.suffix)
        };
        fits.then(|| self.article.view.span(start, end))
    }

    /// Whether a word begins at a raw offset.
    fn begins_word(&self, raw: usize) -> bool {
        let at = self.article.view.folded_at(raw);
        let word = self.article.words.bounds().get(self.article.words.position(at));
        word.is_some_and(|word| word.start as usize == at)
    }

    /// Whether a raw offset lies inside a word, of which one part is another word than the whole.
    fn inside_word(&self, raw: usize) -> bool {
        let at = self.article.view.folded_at(raw);
        let word = self.article.words.bounds().get(self.article.words.position(at));
        word.is_some_and(|word| (word.start as usize) < at)
    }

    /// A position alone proves nothing: with the hash of the checked words it can, without it no verdict stands.
    fn without_quote(&self, evidence: &Evidence) -> Placement {
        let raw = self.article.view.raw();
        let byte = |at: u32| self.counts.byte_of_code_point(raw, CodePoints(at));
        let range = evidence.position.and_then(|position| Some((byte(position.start)?, byte(position.end)?)));
        let range = range.filter(|(start, end)| start < end);
        let span = range.map(|(start, end)| self.article.view.span(start, end));
        match (range, span, evidence.checked) {
            (Some((start, end)), Some(span), Some(checked)) => {
                if CheckedWords::of(&raw[start..end], self.canonical) == checked {
                    Placement::Found { span, confidence: 100 }
                } else {
                    Placement::Changed { span, changes: Vec::new(), confidence: 50 }
                }
            }
            _ => Placement::Orphan { words: evidence.words(), lookalike: span },
        }
    }

    fn candidates(&mut self, passage: &Passage, expected: Option<(usize, usize)>) -> Vec<Candidate> {
        if passage.first == passage.end {
            return Vec::new();
        }
        let perfect = search::perfect(&self.article, passage);
        if !perfect.is_empty() {
            return perfect.into_iter().map(|from| Candidate::perfect(passage, from)).collect();
        }
        let mut candidates: Vec<Candidate> = Vec::new();
        let all = self.article.words.numbers().len();
        let exact = search::exact(&self.article, passage);
        // Of many places of a long quotation only some are aligned, which takes long; the others are compared by the
        // letters beside them.
        let few = CELLS / (passage.numbers.len() * passage.numbers.len()) + 1;
        for (index, start) in exact.iter().enumerate() {
            let candidate = if index < few {
                search::around_exact(&self.article, passage, *start)
            } else {
                Some(Candidate::verbatim(passage, *start))
            };
            add(&mut candidates, candidate);
        }
        if let Some((start, width)) = expected {
            let at = self.article.view.folded_at((start as i64 + self.drift).max(0) as usize);
            let to = self.article.view.folded_at((start as i64 + self.drift).max(0) as usize + width);
            let from = self.article.words.position(at).saturating_sub(passage.first + WINDOW);
            let to = (self.article.words.position(to) + passage.numbers.len() + WINDOW).min(all);
            let near = search::approximate(&self.article, passage, &mut self.search, from.min(to), to);
            let sure = near.iter().any(|near| {
                near.words >= 600 && near.context >= 500 && candidates.iter().all(|other| overlap(near, other))
            });
            for candidate in near {
                add(&mut candidates, Some(candidate));
            }
            if sure {
                return candidates;
            }
        }
        for candidate in search::approximate(&self.article, passage, &mut self.search, 0, all) {
            add(&mut candidates, Some(candidate));
        }
        candidates
    }

    fn choose(
        &mut self,
        evidence: &Evidence,
        passage: &Passage,
        candidates: Vec<Candidate>,
        expected: Option<(usize, usize)>,
    ) -> Placement {
        let span = |candidate: &Candidate| {
            let (start, end) = candidate.bounds(&self.article, passage);
            self.article.view.span(start, end)
        };
        let Some(best) = candidates.first() else {
            return Placement::Orphan { words: evidence.words(), lookalike: None };
        };
        if !stands(best, passage) {
            return Placement::Orphan { words: evidence.words(), lookalike: Some(span(best)) };
        }
        let rivals: Vec<&Candidate> = candidates.iter().filter(|other| other.score + MARGIN > best.score).collect();
        let best = match rivals.as_slice() {
            [only] => only,
            _ => match self.nearest(&rivals, expected) {
                Some(nearest) => nearest,
                None => return Placement::Ambiguous { candidates: rivals.into_iter().map(span).collect() },
            },
        };
        let (start, end) = best.bounds(&self.article, passage);
        let span = self.article.view.span(start, end);
        let confidence = (best.score / 10) as u8;
        let changes = changes(&self.article, passage, best);
        if let Some((expected, 0)) = expected {
            self.drift = start as i64 - expected as i64;
        }
        if changes.is_empty() {
            Placement::Found { span, confidence }
        } else {
            Placement::Changed { span, changes, confidence }
        }
    }

    /// The one of several like candidates whose surroundings are spelled most like the target's, or that stands near its
    /// old place where none of the others does.
    fn nearest<'c>(&self, rivals: &[&'c Candidate], expected: Option<(usize, usize)>) -> Option<&'c Candidate> {
        let spelling = |rival: &&&Candidate| rival.spelling;
        if let Some(best) = rivals.iter().max_by_key(spelling)
            && best.spelling >= 500
            && rivals.iter().filter(|rival| rival.spelling + LIKER > best.spelling).count() == 1
        {
            return Some(best);
        }
        let (start, width) = expected?;
        let (mut near, mut far, mut nearest) = (u64::MAX, u64::MAX, None);
        for rival in rivals {
            let at = self.article.view.raw_start(self.article.words.bounds().get(rival.first)?.start as usize) as i64;
            let from = start as i64 + if width == 0 { self.drift } else { 0 };
            let distance = (from - at).max(at - from - width as i64).max(0) as u64;
            if distance < near {
                (far, near, nearest) = (near, distance, Some(*rival));
            } else {
                far = far.min(distance);
            }
        }
        nearest.filter(|_| near <= NEAR && near * 8 < far)
    }
}

/// How many words around the expected place are searched first.
const WINDOW: usize = 150;
/// How much better than any other the best candidate must be, in thousandths.
const MARGIN: u32 = 50;
/// How much more like the target's the surroundings of one of several like candidates must be spelled, in thousandths.
const LIKER: u32 = 100;
/// How many bytes from its old place a candidate is near it.
const NEAR: u64 = 200;

/// Whether a candidate is good enough to be the passage: it must keep most of the words, and more where its surroundings
/// vouch for it less. A few words without their surroundings may be anybody's.
fn stands(candidate: &Candidate, passage: &Passage) -> bool {
    let (words, context) = (candidate.words, candidate.context);
    let length = passage.end - passage.first;
    match words {
        1000 => length >= 4 || context >= 300,
        650.. => length >= 8 || context >= 200,
        470.. => (candidate.most || length < 4) && context >= 200 && words + context / 4 >= 590,
        _ => false,
    }
}

fn overlap(a: &Candidate, b: &Candidate) -> bool {
    a.first <= b.last && b.first <= a.last
}

/// Adds a candidate, unless a better one is of the same words. Two that hold the very words are two, even where they
/// overlap: a text that repeats itself has no one place.
fn add(candidates: &mut Vec<Candidate>, candidate: Option<Candidate>) {
    let Some(candidate) = candidate else { return };
    let same = |other: &Candidate| {
        let both = other.words == 1000 && candidate.words == 1000;
        if both { other.first == candidate.first } else { overlap(other, &candidate) }
    };
    if candidates.iter().any(|other| same(other) && other.score >= candidate.score) {
        return;
    }
    candidates.retain(|other| !same(other));
    candidates.push(candidate);
}
