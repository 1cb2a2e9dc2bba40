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
    let words = quote.exact.as_bytes();
    let strides = strides(words)?;
    let (mut one_side, mut both_sides) = (Candidate::None, Candidate::None);
    for (index, block) in blocks.iter().enumerate() {
        let text = block.as_bytes();
        let mut end = words.len();
        while let Some(last) = text.get(end - 1) {
            let start = end - words.len();
            if text[start..end] == *words
                && let Some((before, after)) = block.get(..start).zip(block.get(end..))
            {
                let at = |offset| Place::new(index as u32, offset as u32);
                let span = Span { start: at(start), end: at(end) };
                match sides(before, &quote.exact, after, quote) {
                    0 => {}
                    1 => one_side.add(span),
                    _ => both_sides.add(span),
                }
            }
            end += strides[usize::from(*last)];
        }
    }
    match (both_sides, one_side) {
        (Candidate::One(span), _) | (Candidate::None, Candidate::One(span)) => Some(span),
        _ => None,
    }
}

/// How far the search for `words` may go on from where the text has a byte, whatever stands before that; nothing for no
/// words. Of 500 targets in 1,000 paragraphs each looks at one byte in so many, and in fewer bytes of ours than the
/// library's search for strings, which would add 2 kB to the download.
///
/// Source: R. N. Horspool, "Practical fast searching in strings", Software: Practice and Experience 10 (6), 1980.
fn strides(words: &[u8]) -> Option<[usize; 256]> {
    let (_, all_but_last) = words.split_last()?;
    let mut strides = [words.len(); 256];
    for (at, byte) in all_but_last.iter().enumerate() {
        strides[usize::from(*byte)] = all_but_last.len() - at;
    }
    Some(strides)
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
/// by a line feed. What the target does not tell fits, where something that it tells does. None where a side on which
/// nothing fits, or nothing is told, goes on with the words' own last word or number: *35* is not *35,000*.
fn sides(before: &str, words: &str, after: &str, quote: &TextQuoteSelector) -> usize {
    let (prefix, suffix) = (quote.prefix.as_bytes(), quote.suffix.as_bytes());
    let (left, right) = (before.as_bytes(), after.as_bytes());
    let left = left.ends_with(prefix) || prefix.strip_suffix(left).is_some_and(|above| above.ends_with(b"\n"));
    let right = right.starts_with(suffix) || suffix.strip_prefix(right).is_some_and(|below| below.starts_with(b"\n"));
    let (mut back, mut on) = (before.chars().rev(), after.chars());
    let ends = [
        (left, !prefix.is_empty(), words.chars().next(), [back.next(), back.next()]),
        (right, !suffix.is_empty(), words.chars().next_back(), [on.next(), on.next()]),
    ];
    let (mut standing, mut told_of) = (0, 0);
    for (fits, told, inside, outside) in ends {
        if !(fits && told) && goes_on(inside, outside, told) {
            return 0;
        }
        standing += usize::from(fits && told);
        told_of += usize::from(told);
    }
    if standing == told_of { 2 } else { standing }
}

/// Whether the character `inside` one end of the words and the two next to it `outside`, the nearest first, may belong
/// to one word or number. In doubt they do: then the [`Resolver`](super::Resolver) judges.
fn goes_on(inside: Option<char>, [near, next]: [Option<char>; 2], told: bool) -> bool {
    let (Some(inside), Some(near)) = (inside, near) else { return false };
    if !is_letter(inside) {
        // A dash behind a letter is no minus.
        return near.is_ascii_digit() || (matches!(inside, '-' | '–' | '−') && is_letter(near));
    }
    // What stood beside a number may have been its unit, sign or currency.
    let number = inside.is_ascii_digit();
    match near {
        _ if told && number => true,
        ' ' | '\n' | '\u{A0}' => false,
        // An apostrophe, or the end of a quotation.
        '\'' | '‘' | '’' => number || next.is_some_and(is_letter),
        '—' | '“' | '”' | '„' | '«' | '»' | '…' => number,
        '.' | ',' | ';' | ':' | '!' | '?' | '"' | '(' | ')' | '[' | ']' => {
            next.is_some_and(|next| next.is_ascii_digit())
        }
        _ => true,
    }
}

/// Whether a character may be one of a word: everything that is not known to be a mark.
fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { !matches!(c, '\u{A0}'..='\u{BF}' | '\u{2000}'..='\u{206F}') }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
    fn a_word_or_number_that_goes_on_is_another() {
        let told = |text| placed(text, "prices ", "rose to 35", " in May");
        assert_eq!(told("Then prices rose to 35 in May."), Some(12));
        for text in [
            "Then prices rose to 35,000 in May.",
            "Then prices rose to 350 in May.",
            "Then prices rose to 35.5 in May.",
            "Then prices rose to 35 million in May.",
            "Then prices rose to 35% in May.",
            "Then prices rose to 35–40 in May.",
        ] {
            assert_eq!(told(text), None, "{text}");
            assert_eq!(
                placed(text, "prices ", "rose to 35", ""),
                if text.contains("35 m") { Some(12) } else { None },
                "{text}"
            );
        }
        assert_eq!(placed("It lost $35 in May.", "It gained ", "35 in May", "."), None);
        assert_eq!(placed("It lost 1,035 in May.", "", "035 in May", "."), None);
        assert_eq!(placed("The minister's aide met them.", "Then ", "The minister", " met"), None);
        assert_eq!(placed("Unable to pay, they left.", "", "able to pay", ", they"), None);
        assert_eq!(placed("They met the mayors.", "They ", "met the mayor", "."), None);
        assert_eq!(placed("They were in café.", "They ", "were in caf", " today"), None);
        assert_eq!(placed("Act-7 was passed.", "", "-7", ""), None);
    }

    #[test]
    fn punctuation_and_white_space_end_a_word() {
        for text in ["It rose, they said.", "It rose (they said).", "It rose.", "It rose", "\"It rose\" they said"] {
            assert!(placed(text, "", "It rose", "").is_some(), "{text}");
            assert_eq!(placed(text, "", "It rose", " at once"), None, "nothing vouches for it: {text}");
        }
        assert_eq!(placed("So “it rose”, they said.", "So ", "“it rose”", " at once"), Some(3));
    }

    #[test]
    fn other_letters_are_other_words() {
        assert_eq!(placed("мои", "", "мой", ""), None);
    }

    proptest! {
        #[test]
        fn no_place_is_passed_over(text in "[. ]{0,24}", words in "[. ]{1,5}") {
            let starts: Vec<usize> = (0..text.len()).filter(|start| text[*start..].starts_with(&words)).collect();
            let only = if let [start] = *starts { Some(start) } else { None };
            prop_assert_eq!(placed(&text, "", &words, ""), only);
        }
    }
}
