//! What became of a document's targets, for programs that have the document and its article.

use super::json::Json;
use crate::anchors::{Change, Placement, Selector, Target};
use crate::document::{Document, Kind};
use crate::text::{Place, Span};

/// The placements of [`Document::targets`] as JSON, an array in the same order.
///
/// Each entry has an `id`; `part` where it is of a quotation, counted from 0; and a `status`. What is `found` or
/// `changed` has `start` and `end`, each a block and a byte offset in its plain text (UTF-8), and a `confidence` from 0 to
/// 100; what is `changed` has `changes`; what is `ambiguous` has `candidates`, pairs of such places; what is an `orphan`
/// has the `lookalike` nearest to it, if there is any. All but `found` have the `words` that were checked.
///
/// ```
/// use checked_article::{document::Document, exchange::document_placements};
/// assert_eq!(document_placements(&Document::default(), &[]), "[]");
/// ```
pub fn document_placements(document: &Document, placements: &[Placement]) -> String {
    let mut json = Json::default();
    json.open('[');
    for (owned, placement) in document.targets().iter().zip(placements) {
        json.open('{');
        json.name("id");
        json.string(owned.id);
        if let Kind::Quotation { part, .. } = owned.kind {
            json.name("part");
            json.number(part as u32);
        }
        write_placement(&mut json, placement);
        if placement.found().is_none() {
            json.name("words");
            json.string(words(owned.target));
        }
        json.close('}');
    }
    json.close(']');
    json.finish()
}

fn write_placement(json: &mut Json, placement: &Placement) {
    json.name("status");
    json.string(placement.status());
    match placement {
        Placement::Found { span, confidence } => write_passage(json, *span, *confidence),
        Placement::Changed { span, changes, confidence } => {
            write_passage(json, *span, *confidence);
            json.name("changes");
            json.open('[');
            for change in changes {
                write_change(json, change);
            }
            json.close(']');
        }
        Placement::Ambiguous { candidates } => {
            json.name("candidates");
            json.open('[');
            for span in candidates {
                write_span(json, *span);
            }
            json.close(']');
        }
        Placement::Orphan { lookalike, .. } => {
            if let Some(span) = lookalike {
                json.name("lookalike");
                write_span(json, *span);
            }
        }
    }
}

fn write_passage(json: &mut Json, span: Span, confidence: u8) {
    for (name, place) in [("start", span.start), ("end", span.end)] {
        json.name(name);
        write_place(json, place);
    }
    json.name("confidence");
    json.number(confidence.into());
}

fn write_change(json: &mut Json, change: &Change) {
    json.open('{');
    let members = [
        ("kind", change.kind.name()),
        ("gravity", change.gravity().name()),
        ("before", &*change.before),
        ("now", &*change.now),
    ];
    for (name, value) in members {
        json.name(name);
        json.string(value);
    }
    json.close('}');
}

fn write_span(json: &mut Json, span: Span) {
    json.open('[');
    write_place(json, span.start);
    write_place(json, span.end);
    json.close(']');
}

fn write_place(json: &mut Json, place: Place) {
    json.open('[');
    json.number(place.block.0);
    json.number(place.offset.0);
    json.close(']');
}

/// The words that a target quotes.
fn words(target: &Target) -> &str {
    for selector in &target.selectors {
        if let Selector::Quote(quote) = selector {
            return &quote.exact;
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchors::ChangeKind;

    use crate::quotes::Quote;

    #[test]
    fn each_placement_has_the_members_that_apply_to_it() {
        let quote = Quote::of("q1", &["yes", "two", "no", "gone", "gone"]);
        let document = Document { quotes: vec![quote], ..Document::default() };
        let span = Span { start: Place::new(1, 20), end: Place::new(2, 3) };
        let change = Change { kind: ChangeKind::Number, before: "two".into(), now: "three".into() };
        let placements = [
            Placement::Found { span, confidence: 100 },
            Placement::Changed { span, changes: vec![change], confidence: 90 },
            Placement::Ambiguous { candidates: vec![span, span] },
            Placement::Orphan { words: "gone".into(), lookalike: Some(span) },
            Placement::Orphan { words: "gone".into(), lookalike: None },
        ];
        let read: serde_json::Value = serde_json::from_str(&document_placements(&document, &placements)).unwrap();
        let passage = serde_json::json!([[1, 20], [2, 3]]);
        let expected = serde_json::json!([
            { "id": "q1", "part": 0, "status": "found", "start": [1, 20], "end": [2, 3], "confidence": 100 },
            { "id": "q1", "part": 1, "status": "changed", "start": [1, 20], "end": [2, 3], "confidence": 90,
              "changes": [{ "kind": "number", "gravity": "grave", "before": "two", "now": "three" }], "words": "two" },
            { "id": "q1", "part": 2, "status": "ambiguous", "candidates": [passage, passage], "words": "no" },
            { "id": "q1", "part": 3, "status": "orphan", "lookalike": passage, "words": "gone" },
            { "id": "q1", "part": 4, "status": "orphan", "words": "gone" },
        ]);
        assert_eq!(read, expected);
    }
}
