//! How the command line tells a placement: in code points, as selectors count, and with what changed.

use std::borrow::Cow;

use serde_json::{Value, json};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::anchors::{Change, Placement};
use crate::text::{CodePoints, Counts, Span, View};

/// Unicode's NFC.
pub(super) fn nfc(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// An article's text, counted.
pub(super) struct Text {
    view: View,
    counts: Counts,
}

impl Text {
    /// Counts an article's text blocks.
    pub fn new(blocks: &[&str]) -> Self {
        let view = View::new(blocks, None);
        let counts = Counts::new(view.raw());
        Self { view, counts }
    }

    /// The code points at which a span begins and ends.
    pub fn points(&self, span: &Span) -> [u32; 2] {
        [span.start, span.end].map(|place| {
            let CodePoints(at) = self.counts.code_points(self.view.raw(), self.view.offset(place));
            at
        })
    }

    /// The words of a span.
    pub fn words(&self, span: &Span) -> &str {
        self.view.raw().get(self.view.offset(span.start)..self.view.offset(span.end)).unwrap_or_default()
    }
}

/// A placement as a program reads it.
pub(super) fn json(placement: &Placement, text: &Text) -> Value {
    let status = placement.status();
    match placement {
        Placement::Found { span, confidence } => {
            let [start, end] = text.points(span);
            json!({"status": status, "start": start, "end": end, "confidence": confidence})
        }
        Placement::Changed { span, changes, confidence } => {
            let [start, end] = text.points(span);
            let changes: Vec<Value> = changes.iter().map(change).collect();
            json!({"status": status, "start": start, "end": end, "confidence": confidence, "changes": changes})
        }
        Placement::Ambiguous { candidates } => {
            let candidates: Vec<_> = candidates.iter().map(|span| text.points(span)).collect();
            json!({"status": status, "candidates": candidates})
        }
        Placement::Orphan { words, lookalike } => {
            let lookalike = lookalike.as_ref().map(|span| text.points(span));
            json!({"status": status, "words": &**words, "lookalike": lookalike})
        }
    }
}

fn change(change: &Change) -> Value {
    json!({"kind": change.kind.name(), "gravity": change.gravity().name(), "before": &*change.before, "now": &*change.now})
}
