//! From a document to its marks: every quotation and published claim, placed, in text order.

use std::rc::Rc;

use super::{Mark, MarkIndex, Placed, Standing, Subject};
use crate::anchors::{Target, place_exactly};
use crate::claims::Status;
use crate::document::Document;
use crate::text::{Place, Span};

/// All marks of an article in text order; those whose words were not found come last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// The marks; [`MarkIndex`] counts them.
    pub all: Vec<Mark>,
}

impl Marks {
    /// Places the quotations and the published claims of `document` in its own article, where their words stand to the
    /// letter.
    ///
    /// A quotation of several parts stands only where all its parts were found. A withdrawn document has none.
    pub fn of(document: &Document) -> Self {
        Self::with(document, &[])
    }

    /// The same, with what is known already of some targets: it goes before looking for their words.
    pub fn with(document: &Document, placed: &[Placed]) -> Self {
        if document.withdrawn {
            return Self::default();
        }
        let blocks = document.article.plain_blocks();
        let mut marks = Self::default();
        for (index, quote) in document.quotes.iter().enumerate() {
            marks.place(&blocks, &quote.id, Subject::Quote(index), &quote.parts, placed);
        }
        for (index, claim) in document.claims.iter().enumerate() {
            if claim.status == Status::Published {
                let target = std::slice::from_ref(&claim.target);
                marks.place(&blocks, &claim.id, Subject::Claim(index), target, placed);
            }
        }
        marks
    }

    fn place(&mut self, blocks: &[&str], id: &Rc<str>, subject: Subject, targets: &[Target], placed: &[Placed]) {
        let mut mark = Mark { id: id.clone(), subject, spans: Vec::new(), standing: Standing::Found };
        for (part, target) in targets.iter().enumerate() {
            let known = placed.iter().find(|placed| placed.part == part && placed.id == *id);
            let (standing, span) = match known {
                Some(placed) => (placed.standing.clone(), placed.span.filter(|span| lies_in(blocks, span))),
                None => (Standing::Found, place_exactly(blocks, target)),
            };
            let standing = match span {
                None if standing.holds() => Standing::Orphan,
                _ => standing,
            };
            mark.standing = std::mem::take(&mut mark.standing).and(standing);
            let Some(mut span) = span else { continue };
            if !mark.is_claim() {
                span = with_quotation_marks(blocks, span);
            }
            let later = mark.spans.iter().position(|other| other.start > span.start);
            mark.spans.insert(later.unwrap_or(mark.spans.len()), span);
        }
        if let Standing::Ambiguous | Standing::Orphan = mark.standing {
            mark.spans.clear();
        }
        let later = self.all.iter().position(|other| other.comes_after(&mark));
        self.all.insert(later.unwrap_or(self.all.len()), mark);
    }

    /// The mark at `index`.
    pub fn get(&self, index: MarkIndex) -> Option<&Mark> {
        self.all.get(index.0)
    }

    /// The mark with this `id`.
    pub fn find(&self, id: &str) -> Option<MarkIndex> {
        self.all.iter().position(|mark| &*mark.id == id).map(MarkIndex)
    }

    /// The indices of the marks that share words with the mark at `index`, in text order.
    pub fn touching(&self, index: MarkIndex) -> Vec<MarkIndex> {
        let spans: &[Span] = self.get(index).map_or(&[], |mark| &mark.spans);
        let mut touching = Vec::new();
        for (other, mark) in self.all.iter().enumerate() {
            let touches = mark.spans.iter().any(|a| spans.iter().any(|b| a.start < b.end && b.start < a.end));
            if touches && other != index.0 {
                touching.push(MarkIndex(other));
            }
        }
        touching
    }
}

/// Whether a span given from outside is one of this text.
fn lies_in(blocks: &[&str], span: &Span) -> bool {
    let is_place =
        |place: Place| blocks.get(place.block.index()).is_some_and(|text| text.is_char_boundary(place.offset.index()));
    is_place(span.start) && is_place(span.end) && span.start < span.end
}

/// A quotation is drawn and shown with its quotation marks, whether or not its target takes them in.
fn with_quotation_marks(blocks: &[&str], span: Span) -> Span {
    let before = blocks.get(span.start.block.index()).and_then(|text| text.get(..span.start.offset.index()));
    let after = blocks.get(span.end.block.index()).and_then(|text| text.get(span.end.offset.index()..));
    let opening = before
        .and_then(|text| text.chars().next_back())
        .filter(|c| matches!(c, '"' | '“' | '„' | '«' | '‹' | '‘' | '‚' | '\'' | '»'));
    let closing = after
        .and_then(|text| text.chars().next())
        .filter(|c| matches!(c, '"' | '”' | '“' | '»' | '›' | '’' | '\'' | '«'));
    match (opening, closing) {
        (Some(opening), closing) => {
            let start = Place::new(span.start.block.0, span.start.offset.0 - opening.len_utf8() as u32);
            // A quotation that goes on in the next paragraph has no closing mark in this one.
            let end = Place::new(span.end.block.0, span.end.offset.0 + closing.map_or(0, char::len_utf8) as u32);
            Span { start, end }
        }
        (None, _) => span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::article::Article;
    use crate::claims::Claim;
    use crate::marks::Edit;
    use crate::quotes::Quote;

    fn document(text: &str) -> Document {
        Document { article: Article::from_plain_text(text), ..Document::default() }
    }

    fn ids(marks: &Marks) -> Vec<&str> {
        marks.all.iter().map(|mark| &*mark.id).collect()
    }

    #[test]
    fn marks_stand_in_text_order_the_longer_one_first_and_the_lost_ones_last() {
        let mut document = document("“The bread was cheap in May,” a baker said. The mill burned down.");
        document.quotes = vec![Quote::of("lost", &["never said"]), Quote::of("q", &["The bread was cheap in May,"])];
        document.claims = vec![
            Claim::of("mill", "The mill burned down", Status::Published),
            Claim::of("bread", "The bread was cheap", Status::Published),
        ];
        assert_eq!(ids(&Marks::of(&document)), ["q", "bread", "mill", "lost"]);
    }

    #[test]
    fn only_published_claims_are_marked_and_none_of_a_withdrawn_document() {
        let mut document = document("The mill burned down.");
        document.claims = vec![
            Claim::of("draft", "The mill", Status::Draft),
            Claim::of("out", "burned", Status::Withdrawn),
            Claim::of("in", "down", Status::Published),
        ];
        assert_eq!(ids(&Marks::of(&document)), ["in"]);
        document.withdrawn = true;
        assert!(Marks::of(&document).all.is_empty());
    }

    #[test]
    fn a_quotation_of_which_one_part_is_gone_stands_nowhere() {
        let mut document = document("“One came,” she said.");
        document.quotes = vec![Quote::of("q", &["One came,", "Two came."])];
        assert!(Marks::of(&document).all[0].spans.is_empty());
    }

    #[test]
    fn words_that_changed_are_known_and_nothing_is_said_of_them() {
        let mut document = document("The mill burned down in 1905.");
        document.claims = vec![Claim::of("c", "The mill burned down in 1904.", Status::Published)];
        assert_eq!(Marks::of(&document).all[0].standing, Standing::Orphan);
        let placements = crate::anchors::resolve(&document.article.plain_blocks(), &[&document.claims[0].target]);
        let marks = Marks::with(&document, &[Placed::of("c", 0, &placements[0])]);
        let edit = Edit { before: "1904".into(), now: "1905".into() };
        assert_eq!(marks.all[0].standing, Standing::Changed(vec![edit]));
        assert_eq!(marks.all[0].spans.len(), 1);
    }

    #[test]
    fn of_a_quotation_with_a_changed_and_a_lost_part_nothing_stands() {
        let mut document = document("“One came in May,” she said.");
        document.quotes = vec![Quote::of("q", &["One came in June,", "Two came."])];
        let changed = Standing::Changed(Vec::new());
        let span = Span { start: Place::new(0, 0), end: Place::new(0, 4) };
        let placed = [
            Placed { id: "q".into(), part: 0, standing: changed, span: Some(span) },
            Placed { id: "q".into(), part: 1, standing: Standing::Orphan, span: None },
        ];
        let mark = &Marks::with(&document, &placed).all[0];
        assert_eq!((&mark.standing, mark.spans.len()), (&Standing::Orphan, 0));
    }

    #[test]
    fn a_span_that_is_none_of_this_text_is_an_orphan() {
        let mut document = document("Ägypten");
        document.claims = vec![Claim::of("c", "Ägypten", Status::Published)];
        for (start, end) in [((0, 1), (0, 3)), ((0, 4), (0, 2)), ((0, 0), (7, 0)), ((0, 0), (0, 99))] {
            let span = Span { start: Place::new(start.0, start.1), end: Place::new(end.0, end.1) };
            let placed = Placed { id: "c".into(), part: 0, standing: Standing::Found, span: Some(span) };
            assert_eq!(Marks::with(&document, &[placed]).all[0].standing, Standing::Orphan);
        }
    }

    #[test]
    fn quotation_marks_belong_to_the_quotation_whether_or_not_its_target_has_them() {
        let mut document = document("“One came,” she said.");
        document.quotes = vec![Quote::of("without", &["One came,"]), Quote::of("with", &["“One came,”"])];
        let marks = Marks::of(&document);
        assert_eq!(marks.all[0].spans, marks.all[1].spans);
    }

    #[test]
    fn a_claim_inside_a_quotation_touches_it() {
        let mut document = document("“The bread was cheap,” a baker said.");
        document.quotes = vec![Quote::of("q", &["The bread was cheap,"])];
        document.claims = vec![Claim::of("c", "bread was cheap", Status::Published)];
        let marks = Marks::of(&document);
        assert_eq!(marks.touching(MarkIndex(0)), [MarkIndex(1)]);
    }
}
