//! Where in the article a target's words may stand.

use super::candidate::{Article, Candidate};
use super::passage::Passage;
use crate::text::approximate::{Hit, Search};
use crate::text::occurrences::occurrences;
use crate::text::words::UNKNOWN;

/// The most words of a target that the approximate search looks for; longer ones are searched for by their beginning.
const LONGEST: usize = 512;
/// The most exact places that are looked at one by one, the first in the text.
const MOST: usize = 64;
/// The most approximate places that are aligned.
const BEST: usize = 6;

/// The first words of the places at which the target's words stand, with prefix and suffix.
pub fn perfect(article: &Article, passage: &Passage) -> Vec<usize> {
    places(article, passage, 0, passage.numbers.len())
}

/// The first words of the places at which the quotation's words stand, whatever stands around them.
pub fn exact(article: &Article, passage: &Passage) -> Vec<usize> {
    places(article, passage, passage.first, passage.end)
}

/// The first places of the target's words `from..to`, of which the outermost may be the rests of longer words.
fn places(article: &Article, passage: &Passage, from: usize, to: usize) -> Vec<usize> {
    let inner = from + usize::from(passage.cut_off(from));
    let outer = to - usize::from(to > from + 1 && passage.cut_off(to - 1));
    let Some(whole) = passage.numbers.get(inner..outer) else { return Vec::new() };
    let numbers = article.words.numbers();
    let edges = |start: &usize| {
        let same = |index: usize| {
            let at = start + index - from;
            numbers.get(at).is_some_and(|number| passage.equals(index, *number, article.word(at)))
        };
        (from..inner).chain(outer..to).all(same)
    };
    let starts = occurrences(&article.words, whole).into_iter().filter_map(|start| start.checked_sub(inner - from));
    starts.filter(edges).take(MOST).collect()
}

/// The candidates among the words from `from` up to `to`, by approximate search.
pub fn approximate(
    article: &Article,
    passage: &Passage,
    search: &mut Search,
    from: usize,
    to: usize,
) -> Vec<Candidate> {
    let numbers = &article.words.numbers()[from..to];
    let pattern = &passage.numbers[..passage.numbers.len().min(LONGEST)];
    let known = pattern.iter().filter(|number| **number != UNKNOWN).count();
    let around = passage.numbers.len() - (passage.end - passage.first);
    let limit = (around + (passage.end - passage.first) / 2).min(pattern.len() - 1);
    if known < pattern.len() - limit {
        return Vec::new();
    }
    let mut hits = search.find(numbers, pattern, article.words.different(), limit as u32, pattern.len() / 2);
    let least = hits.iter().map(|hit| hit.errors).min().unwrap_or(0);
    let mut most = least + around as u32;
    while hits.iter().filter(|hit| hit.errors <= most).count() > BEST && most > least {
        most -= 1;
    }
    hits.retain(|hit| hit.errors <= most);
    hits.truncate(BEST);
    hits.into_iter()
        .filter_map(|Hit { end, errors }| around_hit(article, passage, from + end, errors as usize))
        .collect()
}

fn around_hit(article: &Article, passage: &Passage, end: usize, errors: usize) -> Option<Candidate> {
    let length = passage.numbers.len();
    let slack = errors.min(length / 2) + 3;
    let beyond = length - length.min(LONGEST);
    let from = end.saturating_sub(length.min(LONGEST) + slack);
    Candidate::new(article, passage, from, (end + beyond + slack).min(article.words.numbers().len()))
}

/// The candidate around an exact place of the quotation.
pub fn around_exact(article: &Article, passage: &Passage, start: usize) -> Option<Candidate> {
    let (before, length) = (passage.first, passage.end - passage.first);
    let after = passage.numbers.len() - passage.end;
    let to = (start + length + after + 3).min(article.words.numbers().len());
    Candidate::new(article, passage, start.saturating_sub(before + 3), to)
}
