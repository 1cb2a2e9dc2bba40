//! Segments: a block's text cut wherever a mark begins or ends, so that marks that overlap never have to nest.

use std::ops::Range;

use super::{MarkIndex, Marks};
use crate::text::BlockIndex;

/// A stretch of one block that the same marks cover from end to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Where it is, in bytes of the block's text.
    pub range: Range<usize>,
    /// The marks that cover it, in text order.
    pub marks: Vec<MarkIndex>,
    /// The marks whose last word ends where this segment ends.
    pub ending: Vec<MarkIndex>,
}

/// The segments of the block `block` of `length` bytes: sorted, without gaps, covering the whole block.
pub fn segments(marks: &Marks, block: BlockIndex, length: usize) -> Vec<Segment> {
    let mut covers: Vec<(usize, usize, MarkIndex, bool)> = Vec::new();
    for (index, mark) in marks.all.iter().enumerate() {
        for (part, span) in mark.spans.iter().enumerate() {
            if let Some((start, end)) = span.within(block, length) {
                let last = part + 1 == mark.spans.len() && span.end.block == block;
                covers.push((start, end, MarkIndex(index), last));
            }
        }
    }
    let mut cut = Vec::new();
    let mut start = 0;
    while start < length {
        // The next place where anything begins or ends.
        let mut end = length;
        for cover in &covers {
            for at in [cover.0, cover.1] {
                if at > start && at < end {
                    end = at;
                }
            }
        }
        let mut segment = Segment { range: start..end, marks: Vec::new(), ending: Vec::new() };
        for (from, to, mark, last) in &covers {
            if *from <= start && end <= *to {
                push_once(&mut segment.marks, *mark);
            }
            if *last && *to == end {
                push_once(&mut segment.ending, *mark);
            }
        }
        cut.push(segment);
        start = end;
    }
    cut
}

/// Two parts of one mark may touch; they come one after the other.
fn push_once(marks: &mut Vec<MarkIndex>, mark: MarkIndex) {
    if marks.last() != Some(&mark) {
        marks.push(mark);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::{Mark, Standing, Subject};
    use crate::text::{Place, Span};
    use proptest::prelude::*;

    fn mark(spans: &[(u32, u32)]) -> Mark {
        let spans = spans.iter().map(|(a, b)| Span { start: Place::new(0, *a), end: Place::new(0, *b) }).collect();
        Mark { id: "m".into(), subject: Subject::Claim(0), spans, standing: Standing::Found }
    }

    #[test]
    fn a_claim_inside_a_quotation_cuts_it_in_three() {
        let marks = Marks { all: vec![mark(&[(0, 20)]), mark(&[(5, 9)])] };
        let cut = segments(&marks, BlockIndex(0), 25);
        let seen: Vec<(Range<usize>, usize)> = cut.iter().map(|s| (s.range.clone(), s.marks.len())).collect();
        assert_eq!(seen, [(0..5, 1), (5..9, 2), (9..20, 1), (20..25, 0)]);
        assert_eq!(cut[1].ending, [MarkIndex(1)]);
        assert_eq!(cut[2].ending, [MarkIndex(0)]);
    }

    #[test]
    fn a_quotation_in_two_parts_ends_once_after_the_last() {
        let marks = Marks { all: vec![mark(&[(0, 5), (10, 15)])] };
        let cut = segments(&marks, BlockIndex(0), 15);
        assert_eq!(cut.iter().filter(|segment| !segment.ending.is_empty()).count(), 1);
        assert_eq!(cut.last().unwrap().ending, [MarkIndex(0)]);
    }

    proptest! {
        #[test]
        fn segments_cover_the_block_without_gap_and_agree_with_the_marks(
            spans in proptest::collection::vec((0u32..40, 1u32..20), 0..8)
        ) {
            let all: Vec<Mark> = spans.iter().map(|(start, length)| mark(&[(*start, start + length)])).collect();
            let marks = Marks { all };
            let length = 60;
            let cut = segments(&marks, BlockIndex(0), length);
            prop_assert_eq!(cut.first().unwrap().range.start, 0);
            prop_assert_eq!(cut.last().unwrap().range.end, length);
            for pair in cut.windows(2) {
                prop_assert_eq!(pair[0].range.end, pair[1].range.start);
            }
            for offset in 0..length {
                let segment = cut.iter().find(|segment| segment.range.contains(&offset)).unwrap();
                let covering: Vec<MarkIndex> = (0..spans.len())
                    .filter(|i| (spans[*i].0 as usize..(spans[*i].0 + spans[*i].1) as usize).contains(&offset))
                    .map(MarkIndex)
                    .collect();
                prop_assert_eq!(&segment.marks, &covering);
            }
            let endings: usize = cut.iter().map(|segment| segment.ending.len()).sum();
            prop_assert_eq!(endings, spans.len());
        }
    }
}
