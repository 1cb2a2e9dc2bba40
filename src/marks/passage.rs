//! The words of a mark as a card shows them: whole sentences by themselves, a fragment only inside its sentence.

use crate::marks::Mark;
use crate::text::{BlockIndex, is_small_letter, sentences_around};

/// A mark's words and what stands around them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The marked words, a string a part, as they stand in the article.
    pub parts: Vec<String>,
    /// The sentences they stand in, cut where the marked words begin and end.
    pub context: Vec<Piece>,
    /// The sentence before the context, of the same block or of the one before; empty at the article's beginning.
    pub before: String,
    /// The sentence after the context, of the same block or of the next one; empty at the article's end.
    pub after: String,
    /// Whether the marked words are whole sentences and may stand alone.
    pub whole: bool,
}

/// A stretch of the context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its words.
    pub words: String,
    /// Whether they belong to the mark.
    pub marked: bool,
}

impl Passage {
    /// The passage of `mark` in the text blocks `blocks`; empty where the mark has no words.
    pub fn of(blocks: &[&str], mark: &Mark) -> Self {
        let mut marked: Vec<Stretch> = Vec::new();
        let mut parts: Vec<String> = Vec::new();
        let mut whole = !mark.spans.is_empty();
        for span in &mark.spans {
            let mut words = String::new();
            for block in (span.start.block.0..=span.end.block.0).map(BlockIndex) {
                let Some(text) = blocks.get(block.index()) else { break };
                let Some((start, end)) = span.within(block, text.len()) else { continue };
                if !words.is_empty() {
                    words.push(' ');
                }
                words.push_str(&text[start..end]);
                marked.push((block, start, end));
            }
            whole &= is_whole(&words, parts.is_empty());
            parts.push(words);
        }
        let (before, after) = around(blocks, &marked);
        Self { whole, context: context(blocks, &marked), before, after, parts }
    }

    /// The parts as one string, an ellipsis where something stands between them.
    pub fn marked_words(&self) -> String {
        let mut words = String::new();
        for part in &self.parts {
            if !words.is_empty() {
                words.push_str(" … ");
            }
            words.push_str(part);
        }
        words
    }

    /// The context as one string.
    pub fn context_words(&self) -> String {
        let mut words = String::new();
        self.context.iter().for_each(|piece| words.push_str(&piece.words));
        words
    }
}

/// A part of a span that lies in one block, as byte offsets there.
type Stretch = (BlockIndex, usize, usize);

/// The sentences before and after those in which the stretches stand.
fn around(blocks: &[&str], stretches: &[Stretch]) -> (String, String) {
    let Some((first, last)) = stretches.first().zip(stretches.last()) else { return Default::default() };
    let sentence = |stretch: &Stretch| sentences_around(blocks[stretch.0.index()], stretch.1..stretch.2);
    let mut before = blocks[first.0.index()][..sentence(first).start].trim_end();
    if before.is_empty() {
        before = first.0.index().checked_sub(1).map_or("", |block| blocks[block].trim_end());
    }
    let mut after = blocks[last.0.index()][sentence(last).end..].trim_start();
    if after.is_empty() {
        after = blocks.get(last.0.index() + 1).map_or("", |block| block.trim_start());
    }
    // The last character of the one, the first of the other: its sentence is the neighbour.
    let end = before.floor_char_boundary(before.len().saturating_sub(1));
    let start = usize::from(!after.is_empty());
    let before = &before[sentences_around(before, end..before.len())];
    let after = &after[sentences_around(after, 0..start)];
    (before.to_string(), after.to_string())
}

fn context(blocks: &[&str], stretches: &[Stretch]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |words: &str, marked| {
        if !words.is_empty() {
            pieces.push(Piece { words: words.to_string(), marked });
        }
    };
    let mut done: Option<(BlockIndex, usize)> = None;
    for (index, &(block, start, end)) in stretches.iter().enumerate() {
        let text = blocks[block.index()];
        let sentence = sentences_around(text, start..end);
        match done {
            // The same sentence, or the next one after it, goes on.
            Some((before, at)) if before == block && sentence.start <= at => push(&text[at..start], false),
            Some((before, at)) if before == block && text[at..sentence.start].trim().is_empty() => {
                push(&text[at..start], false)
            }
            Some(_) => {
                push(" … ", false);
                push(&text[sentence.start.min(start)..start], false);
            }
            None => push(&text[sentence.start.min(start)..start], false),
        }
        push(&text[start..end], true);
        let next_in_sentence = stretches.get(index + 1).is_some_and(|next| next.0 == block && next.1 < sentence.end);
        let stop = if next_in_sentence { end } else { sentence.end.max(end) };
        push(&text[end..stop], false);
        done = Some((block, stop));
    }
    pieces
}

/// Whether words between quotation marks can stand alone: they begin like a sentence and end like one. A comma before
/// the closing mark counts as an end, because that is how the attribution after a whole sentence is printed.
fn is_whole(part: &str, first: bool) -> bool {
    let words = part.trim_matches(is_quotation_mark_or_space as fn(char) -> bool);
    let begins = words.chars().next().is_some_and(|letter| !is_small_letter(letter));
    let ends = words.chars().next_back().is_some_and(|last| matches!(last, '.' | '!' | '?' | '…' | '。' | '؟' | ','));
    let several_words = words.contains(char::is_whitespace as fn(char) -> bool);
    (begins || !first) && ends && several_words
}

fn is_quotation_mark_or_space(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '»' | '«' | '›' | '‹') || c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::{Standing, Subject};
    use crate::text::{Place, Span};

    fn passage(text: &str, parts: &[&str]) -> Passage {
        let span = |words: &&str| {
            let start = text.find(words).unwrap() as u32;
            Span { start: Place::new(0, start), end: Place::new(0, start + words.len() as u32) }
        };
        let mark = Mark {
            id: "q".into(),
            subject: Subject::Quote(0),
            spans: parts.iter().map(span).collect(),
            standing: Standing::Found,
        };
        Passage::of(&[text], &mark)
    }

    fn drawn(passage: &Passage) -> String {
        let piece = |piece: &Piece| if piece.marked { format!("[{}]", piece.words) } else { piece.words.clone() };
        passage.context.iter().map(piece).collect()
    }

    #[test]
    fn a_fragment_is_shown_inside_the_sentence_that_turns_its_meaning() {
        let seen = passage("It rained. He does not “have to think about” it. Fine.", &["“have to think about”"]);
        assert!(!seen.whole);
        assert_eq!(drawn(&seen), "He does not [“have to think about”] it.");
    }

    #[test]
    fn the_sentences_around_are_the_neighbours_in_the_same_block_or_the_next() {
        let text = "It rained. It poured. He does not “have to think about” it. Fine. Over.";
        let seen = passage(text, &["“have to think about”"]);
        assert_eq!((&*seen.before, &*seen.after), ("It poured.", "Fine."));
        let alone = passage("“We left early,” she said.", &["“We left early,”"]);
        assert_eq!((&*alone.before, &*alone.after), ("", ""));
        let span = Span { start: Place::new(1, 0), end: Place::new(1, 4) };
        let mark = Mark {
            id: "q".into(),
            subject: Subject::Quote(0),
            spans: vec![span],
            standing: crate::marks::Standing::Found,
        };
        let seen = Passage::of(&["One. Two.", "Here we are.", "“Après. Fin."], &mark);
        assert_eq!((&*seen.before, &*seen.after), ("Two.", "“Après."));
    }

    #[test]
    fn a_whole_sentence_ended_by_a_comma_before_the_attribution_stands_alone() {
        assert!(passage("“We left early,” she said.", &["“We left early,”"]).whole);
    }

    #[test]
    fn a_clause_that_begins_like_a_sentence_but_does_not_end_like_one_is_a_fragment() {
        let seen = passage("He said “I am not happy” if it fails.", &["“I am not happy”"]);
        assert!(!seen.whole);
    }

    #[test]
    fn two_parts_in_neighbouring_sentences_make_one_context() {
        let text = "Before. “One went,” she said. “Two came.” After.";
        let seen = passage(text, &["“One went,”", "“Two came.”"]);
        assert!(seen.whole);
        assert_eq!(drawn(&seen), "[“One went,”] she said. [“Two came.”]");
    }

    #[test]
    fn what_stands_between_distant_parts_is_left_out_visibly() {
        let text = "“One went,” she said. It rained all day. “Two came.”";
        assert_eq!(drawn(&passage(text, &["“One went,”", "“Two came.”"])), "[“One went,”] she said. … [“Two came.”]");
    }

    #[test]
    fn two_fragments_of_one_sentence_keep_the_words_between_them() {
        let seen = passage("She called it “not good” and “far too late” today.", &["“not good”", "“far too late”"]);
        assert_eq!(drawn(&seen), "She called it [“not good”] and [“far too late”] today.");
    }
}
