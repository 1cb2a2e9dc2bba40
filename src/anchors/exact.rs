//! Placing a target whose words stand unchanged, and no others: what the drawn article needs.
//!
//! An article that is drawn brings its own text, so its targets either fit to the letter or must not be marked at all.
//! The [`Resolver`](super::Resolver), which also tells how a passage was changed, weighs 12 kB (brotli) more of the
//! reader's download; it is for articles that live apart from their document, and for the command line.

use super::{Target, TextQuoteSelector};
use crate::text::{Place, Span};

/// Where the words of `target` stand in `blocks`; `None` where they do not, or where several passages fit alike.
///
/// The same words elsewhere are not the words that were checked: where a target tells what stands around them, its
/// prefix or its suffix has to stand there too, and a passage with both goes before one with either.
///
/// ```
/// use checked_article::anchors::{Selector, Target, TextQuoteSelector, place_exactly};
/// let quote = TextQuoteSelector { exact: "met".into(), prefix: "They ".into(), ..Default::default() };
/// let target = Target { selectors: vec![Selector::Quote(quote)], block: None };
/// assert!(place_exactly(&["We met. They met."], &target).is_some());
/// assert!(place_exactly(&["They met. They met."], &target).is_none());
/// assert!(place_exactly(&["They parted."], &target).is_none());
/// ```
pub fn place_exactly(blocks: &[&str], target: &Target) -> Option<Span> {
    let quote = target.quote()?;
    let (mut one_side, mut both_sides) = (Candidate::None, Candidate::None);
    for (index, block) in blocks.iter().enumerate() {
        // A loop over bytes: the library's search for strings would add 2 kB to the download.
        let (text, words) = (block.as_bytes(), quote.exact.as_bytes());
        for start in 0..(text.len() + 1).saturating_sub(words.len()) {
            let end = start + words.len();
            if text[start..end] == *words {
                let at = |offset| Place::new(index as u32, offset as u32);
                let span = Span { start: at(start), end: at(end) };
                match sides(&text[..start], &text[end..], quote) {
                    0 => {}
                    1 => one_side.add(span),
                    _ => both_sides.add(span),
                }
            }
        }
    }
    match (both_sides, one_side) {
        (Candidate::One(span), _) | (Candidate::None, Candidate::One(span)) => Some(span),
        _ => None,
    }
}

/// What was found so far.
enum Candidate {
    None,
    One(Span),
    Several,
}

impl Candidate {
    fn add(&mut self, span: Span) {
        *self = if let Candidate::None = self { Candidate::One(span) } else { Candidate::Several };
    }
}

/// On how many sides the target's surroundings stand around the words, as far as the block reaches: blocks are joined
/// by a line feed. What the target does not tell fits.
fn sides(before: &[u8], after: &[u8], quote: &TextQuoteSelector) -> usize {
    let (prefix, suffix) = (quote.prefix.as_bytes(), quote.suffix.as_bytes());
    let left = before.ends_with(prefix) || prefix.strip_suffix(before).is_some_and(|above| above.ends_with(b"\n"));
    let right = after.starts_with(suffix) || suffix.strip_prefix(after).is_some_and(|below| below.starts_with(b"\n"));
    usize::from(left) + usize::from(right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchors::Selector;

    fn placed(text: &str, prefix: &str, exact: &str, suffix: &str) -> Option<usize> {
        let quote = TextQuoteSelector { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() };
        let target = Target { selectors: vec![Selector::Quote(quote)], block: None };
        place_exactly(&[text], &target).map(|span| span.start.offset.index())
    }

    #[test]
    fn a_changed_number_is_not_found() {
        assert_eq!(placed("It rose by 3 percent.", "", "rose by 2 percent", ""), None);
    }

    #[test]
    fn the_surroundings_tell_two_equal_passages_apart() {
        assert_eq!(placed("He said yes. She said yes.", "She ", "said yes", ""), Some(17));
        assert_eq!(placed("He said yes. She said yes.", "", "said yes", ". She"), Some(3));
    }

    #[test]
    fn between_two_equal_passages_nothing_is_guessed() {
        assert_eq!(placed("yes, yes", "", "yes", ""), None);
    }

    #[test]
    fn an_exact_copy_elsewhere_does_not_stand_in_for_a_passage_that_was_edited() {
        let edited =
            "Prices rose by 3 percent in May. In the capital, the paper wrote, prices rose by 2 percent at once.";
        assert_eq!(placed(edited, "In spring ", "prices rose by 2 percent", " in May"), None);
    }

    #[test]
    fn surroundings_may_reach_into_the_neighbouring_blocks() {
        assert_eq!(placed("They met.", "Rain fell.\n", "They met.", "\nThen"), Some(0));
        assert_eq!(placed("So they met.", "Rain fell.\nSo ", "they met", "."), Some(3));
    }

    #[test]
    fn an_edit_on_one_side_does_not_lose_the_words() {
        assert_eq!(placed("Yesterday they met in Rome.", "Today ", "they met", " in Rome"), Some(10));
    }

    #[test]
    fn other_letters_are_other_words() {
        assert_eq!(placed("мои", "", "мой", ""), None);
    }
}
