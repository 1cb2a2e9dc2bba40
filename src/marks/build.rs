//! From a document to its marks: every quotation and published claim, placed, in text order.

use super::{Mark, MarkIndex, Subject};
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
    /// Places the quotations and the published claims of `document` in its own article.
    ///
    /// A quotation of several parts stands only where all its parts were found. A withdrawn document has none.
    pub fn of(document: &Document) -> Self {
        if document.withdrawn {
            return Self::default();
        }
        let texts = document.article.text_blocks();
        let blocks: Vec<&str> = texts.iter().map(|block| &**block.text.plain()).collect();
        let quotes = document.quotes.iter().enumerate();
        let claims = document.claims.iter().enumerate().filter(|(_, claim)| claim.status == Status::Published);
        let mut wanted: Vec<(Mark, Vec<&Target>)> = Vec::new();
        for (index, quote) in quotes {
            let mark = Mark { id: quote.id.clone(), subject: Subject::Quote(index), spans: Vec::new() };
            wanted.push((mark, quote.parts.iter().collect()));
        }
        for (index, claim) in claims {
            let mark = Mark { id: claim.id.clone(), subject: Subject::Claim(index), spans: Vec::new() };
            wanted.push((mark, vec![&claim.target]));
        }
        let targets: Vec<&Target> = wanted.iter().flat_map(|(_, targets)| targets.iter().copied()).collect();
        let mut placements = place_exactly(&blocks, &targets).into_iter();
        let mut all: Vec<Mark> = Vec::with_capacity(wanted.len());
        for (mut mark, targets) in wanted {
            // All parts are taken, found or not, before the first missing one counts.
            let parts: Vec<Option<Span>> = placements.by_ref().take(targets.len()).collect();
            mark.spans = parts.into_iter().collect::<Option<Vec<Span>>>().unwrap_or_default();
            if !mark.is_claim() {
                mark.spans.iter_mut().for_each(|span| *span = with_quotation_marks(&blocks, *span));
            }
            mark.spans.sort_by_key(|span| span.start);
            all.push(mark);
        }
        // Where two begin together, the longer one first: the quotation before the claim inside it.
        all.sort_by_key(|mark| match mark.spans.first() {
            Some(span) => (false, span.start, std::cmp::Reverse(span.end)),
            None => (true, Place::default(), std::cmp::Reverse(Place::default())),
        });
        Self { all }
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
    pub fn touching(&self, index: MarkIndex) -> impl Iterator<Item = MarkIndex> + '_ {
        let spans: &[Span] = self.get(index).map_or(&[], |mark| &mark.spans);
        let others = self.all.iter().enumerate().filter(move |(other, _)| *other != index.0);
        let touches =
            move |mark: &Mark| mark.spans.iter().any(|a| spans.iter().any(|b| a.start < b.end && b.start < a.end));
        others.filter(move |(_, mark)| touches(mark)).map(|(other, _)| MarkIndex(other))
    }
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
    use crate::anchors::{Selector, TextQuoteSelector};
    use crate::article::Article;
    use crate::claims::{Claim, Reviewer, VerdictIndex};
    use crate::quotes::{Origin, Quote, Speaker};

    fn target(exact: &str) -> Target {
        let quote = TextQuoteSelector { exact: exact.into(), ..TextQuoteSelector::default() };
        Target { selectors: vec![Selector::Quote(quote)], ..Target::default() }
    }

    fn quote(id: &str, parts: &[&str]) -> Quote {
        Quote {
            id: id.into(),
            parts: parts.iter().copied().map(target).collect(),
            speaker: Speaker::Unnamed("a baker".into()),
            cue: None,
            addressee: None,
            medium: None,
            translated_from: None,
            said: None,
            same_as: None,
            origin: Origin::Written,
        }
    }

    fn claim(id: &str, exact: &str, status: Status) -> Claim {
        Claim {
            id: id.into(),
            target: target(exact),
            claim_reviewed: "".into(),
            claimant: None,
            verdict: VerdictIndex(0),
            summary: "".into(),
            explanation: Vec::new(),
            sources: Vec::new(),
            reviewer: Reviewer::default(),
            revisions: Vec::new(),
            status,
        }
    }

    fn document(text: &str) -> Document {
        Document { article: Article::from_plain_text(text), ..Document::default() }
    }

    fn ids(marks: &Marks) -> Vec<&str> {
        marks.all.iter().map(|mark| &*mark.id).collect()
    }

    #[test]
    fn marks_stand_in_text_order_the_longer_one_first_and_the_lost_ones_last() {
        let mut document = document("“The bread was cheap in May,” a baker said. The mill burned down.");
        document.quotes = vec![quote("lost", &["never said"]), quote("q", &["The bread was cheap in May,"])];
        document.claims = vec![
            claim("mill", "The mill burned down", Status::Published),
            claim("bread", "The bread was cheap", Status::Published),
        ];
        assert_eq!(ids(&Marks::of(&document)), ["q", "bread", "mill", "lost"]);
    }

    #[test]
    fn only_published_claims_are_marked_and_none_of_a_withdrawn_document() {
        let mut document = document("The mill burned down.");
        document.claims = vec![
            claim("draft", "The mill", Status::Draft),
            claim("out", "burned", Status::Withdrawn),
            claim("in", "down", Status::Published),
        ];
        assert_eq!(ids(&Marks::of(&document)), ["in"]);
        document.withdrawn = true;
        assert!(Marks::of(&document).all.is_empty());
    }

    #[test]
    fn a_quotation_of_which_one_part_is_gone_stands_nowhere() {
        let mut document = document("“One came,” she said.");
        document.quotes = vec![quote("q", &["One came,", "Two came."])];
        assert!(Marks::of(&document).all[0].spans.is_empty());
    }

    #[test]
    fn quotation_marks_belong_to_the_quotation_whether_or_not_its_target_has_them() {
        let mut document = document("“One came,” she said.");
        document.quotes = vec![quote("without", &["One came,"]), quote("with", &["“One came,”"])];
        let marks = Marks::of(&document);
        assert_eq!(marks.all[0].spans, marks.all[1].spans);
    }

    #[test]
    fn a_claim_inside_a_quotation_touches_it() {
        let mut document = document("“The bread was cheap,” a baker said.");
        document.quotes = vec![quote("q", &["The bread was cheap,"])];
        document.claims = vec![claim("c", "bread was cheap", Status::Published)];
        let marks = Marks::of(&document);
        assert_eq!(marks.touching(MarkIndex(0)).collect::<Vec<_>>(), [MarkIndex(1)]);
    }
}
