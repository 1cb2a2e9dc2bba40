//! The sentence in which a passage stands, so that a fragment is never shown without what turns its meaning.

use std::ops::Range;

use super::is_small_letter;

/// Abbreviations that end in a full stop without ending a sentence, in lower case and without the stop.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "rep", "sen", "gov", "gen", "col", "lt", "sgt", "capt", "adm", "st", "jr", "sr",
    "vs", "no", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "oct", "nov", "dec", "inc", "corp", "co",
    "u.s", "u.n", "u.k", "e.u", "d.c", "a.m", "p.m", "e.g", "i.e", "etc", "rev", "hon",
];

/// The byte range of the sentences of `text` that `passage` touches, without white space at their edges.
///
/// A stop inside quotation marks ends a sentence only where a capital letter or nothing follows the closing mark, so
/// that `"Yes." she said` stays one sentence.
///
/// ```
/// use checked_article::text::sentences_around;
/// let text = "Mr. Roe came. He said he did not “have to think” about it. Then he left.";
/// let start = text.find("have").unwrap();
/// let sentence = sentences_around(text, start..start + 13);
/// assert_eq!(&text[sentence], "He said he did not “have to think” about it.");
/// ```
pub fn sentences_around(text: &str, passage: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (0, text.len());
    for (index, character) in text.char_indices() {
        let Some(boundary) = boundary(text, index, character) else { continue };
        if boundary <= passage.start {
            start = boundary;
        } else if boundary >= passage.end {
            end = boundary;
            break;
        }
    }
    let trimmed_start = text[start..end].trim_start();
    start = end - trimmed_start.len();
    start..start + trimmed_start.trim_end().len()
}

/// The offset of the new sentence that follows `character` at `index`, where that ends one.
fn boundary(text: &str, index: usize, character: char) -> Option<usize> {
    if !matches!(character, '.' | '!' | '?' | '…' | '。' | '؟' | '\n') {
        return None;
    }
    let after_stop = &text[index + character.len_utf8()..];
    let rest = after_stop.trim_start_matches(is_closing as Class);
    let next = rest.trim_start();
    let gap = next.len() < rest.len() || character == '。' || character == '\n';
    let opens = next.trim_start_matches(is_opening as Class).chars().next();
    let new_sentence = opens.is_some_and(|first| !is_small_letter(first));
    let abbreviated = character == '.' && rest.len() == after_stop.len() && is_abbreviation(&text[..index]);
    (gap && new_sentence && !abbreviated).then(|| text.len() - next.len())
}

/// A class of characters. Functions of one type share the search through a text; a closure each would bring its own.
type Class = fn(char) -> bool;

/// Whether the word just before a full stop keeps the sentence open: an abbreviation or an initial.
fn is_abbreviation(before: &str) -> bool {
    let word = &before[before.rfind(is_gap as Class).map_or(0, |at| next_character(before, at))..];
    let mut letters = word.chars();
    let initial =
        letters.next().is_some_and(|c| !is_small_letter(c) && !c.is_ascii_digit()) && letters.next().is_none();
    initial || ABBREVIATIONS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

fn is_gap(character: char) -> bool {
    character.is_whitespace() || is_opening(character)
}

/// The offset behind the character at `at`.
fn next_character(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}

fn is_closing(character: char) -> bool {
    matches!(character, '"' | '\'' | '”' | '’' | '»' | '›' | '“' | ')' | ']')
}

fn is_opening(character: char) -> bool {
    matches!(character, '"' | '\'' | '“' | '‘' | '«' | '‹' | '„' | '‚' | '(' | '[')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around<'a>(text: &'a str, words: &str) -> &'a str {
        let start = text.find(words).unwrap();
        &text[sentences_around(text, start..start + words.len())]
    }

    #[test]
    fn a_negation_before_the_fragment_is_part_of_its_sentence() {
        let text = "It rained. He does not “have to think about” it. It stopped.";
        assert_eq!(around(text, "have to think about"), "He does not “have to think about” it.");
    }

    #[test]
    fn abbreviations_and_initials_end_no_sentence() {
        let text = "A U.S. envoy met J. Roe and Sen. Doe. They talked.";
        assert_eq!(around(text, "Doe"), "A U.S. envoy met J. Roe and Sen. Doe.");
    }

    #[test]
    fn attribution_after_a_closed_quotation_belongs_to_the_same_sentence() {
        let text = "“Did it work?” she asked. Nobody knew.";
        assert_eq!(around(text, "Did it work?"), "“Did it work?” she asked.");
    }

    #[test]
    fn a_passage_over_two_sentences_gets_both() {
        let text = "One is here. Two is here. Three is here.";
        assert_eq!(around(text, "here. Two"), "One is here. Two is here.");
    }

    #[test]
    fn text_without_any_stop_is_one_sentence() {
        assert_eq!(around("  no stop at all ", "stop"), "no stop at all");
    }
}
