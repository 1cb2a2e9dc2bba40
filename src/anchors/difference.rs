//! What differs between a target's words and those of a candidate: its runs of other words, and what stands at its ends.

use super::candidate::{Article, Candidate};
use super::change::Change;
use super::edge::{Edge, at_edge, at_mark};
use super::passage::Passage;
use super::run::Run;
use crate::text::align::{Fit, Step};

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
    let words = |edge| match edge {
        Edge::First => (passage.first, candidate.first),
        Edge::Last => (passage.end - 1, candidate.last),
    };
    let beside = |edge| {
        let (own, there) = words(edge);
        let before = (&passage.view, passage.bounds[own]);
        let now = (&article.view, article.words.bounds()[there]);
        at_mark(before, passage.quote, now, edge).or_else(|| at_edge(before, now, edge))
    };
    found.splice(0..0, beside(Edge::First));
    found.extend(beside(Edge::Last));
    if !found.is_empty()
        && let Some(change) = spelling
    {
        found.insert(0, change);
    }
    found
}
