//! The article outside its quotations, ready for the rules: tokens, sentence ends, and what each quotation looks like.

use super::lexicon::{Class, Fingerprint, Lexicon};
use super::marks::{self, Marked};
use super::sign;
use super::tokens::{self, Kind, Token};

/// How a quotation ends, inside its marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// `,”`
    Comma,
    /// `.”`
    Stop,
    /// `?”`, `!”`, `—”` or `…”`: the sentence may go on.
    Open,
    /// A letter or anything else.
    Bare,
}

/// What a quotation looks like, whoever says it.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Words, [`LONG`] at most.
    pub words: usize,
    /// Whether it begins with a capital letter or a digit.
    pub capital: bool,
    /// How it ends.
    pub ending: Ending,
    /// Whether every longer word has a capital letter, as in a title.
    pub title_case: bool,
}

/// The article as the rules see it.
pub struct Narrative<'t> {
    /// The whole text.
    pub text: &'t str,
    /// The stretches between quotation marks.
    pub marked: Vec<Marked>,
    /// What they look like, one for each of them.
    pub shapes: Vec<Shape>,
    /// Everything else, and the quotations as single tokens.
    pub tokens: Vec<Token>,
    /// The first and the last token of every token's sentence.
    sentences: Vec<(u32, u32)>,
    /// How many paragraph ends stand before every token.
    breaks: Vec<u32>,
}

static NOTHING: Token = Token {
    start: 0,
    end: 0,
    kind: Kind::Break,
    class: Class::NONE,
    word: Fingerprint::START,
    capital: false,
    possessive: false,
};

// What every rule calls is not inlined in WebAssembly: it would be 0.7 kB more to download.
impl<'t> Narrative<'t> {
    /// Reads a text.
    pub fn read(text: &'t str, lexicon: &Lexicon) -> Self {
        let marked = marks::pair(text);
        let shapes = marked.iter().map(|marked| shape(text.get(marked.inner.clone()).unwrap_or_default())).collect();
        let tokens = tokens::tokens(text, &marked, lexicon);
        let mut narrative = Self { text, marked, shapes, tokens, sentences: Vec::new(), breaks: Vec::new() };
        narrative.sentences = narrative.cut_sentences();
        let (mut breaks, mut blank) = (0, true);
        let before = |token: &Token| {
            // Lines without words between two paragraphs end none.
            let ends = token.kind == Kind::Break && !blank;
            blank = token.kind == Kind::Break;
            breaks += u32::from(ends);
            breaks - u32::from(ends)
        };
        narrative.breaks = narrative.tokens.iter().map(before).collect();
        narrative
    }

    /// The sentence of every token; one that is too long is cut.
    fn cut_sentences(&self) -> Vec<(u32, u32)> {
        let mut sentences = Vec::with_capacity(self.tokens.len());
        let mut start = 0;
        for at in 0..self.tokens.len() {
            if self.sentence_ends_at(at) || at + 1 - start >= SENTENCE || at + 1 == self.tokens.len() {
                let bounds = (u32::try_from(start).unwrap_or(u32::MAX), u32::try_from(at).unwrap_or(u32::MAX));
                sentences.resize(at + 1, bounds);
                start = at + 1;
            }
        }
        sentences
    }

    /// The token at an index; a paragraph end beyond either end.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn token(&self, index: usize) -> &Token {
        self.tokens.get(index).unwrap_or(&NOTHING)
    }

    /// The token before an index; a paragraph end at the beginning.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn before(&self, index: usize) -> &Token {
        self.token(index.wrapping_sub(1))
    }

    /// Whether the token at an index is a word of at least one of these classes.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn is(&self, index: usize, class: Class) -> bool {
        self.token(index).is(class)
    }

    /// Whether the token before an index is.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn before_is(&self, index: usize, class: Class) -> bool {
        self.before(index).is(class)
    }

    /// What a token looks like in the text.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn written(&self, index: usize) -> &'t str {
        let token = self.token(index);
        self.text.get(token.start..token.end).unwrap_or_default()
    }

    /// Whether the token is this word, whatever its case (ASCII).
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn word_is(&self, index: usize, word: &str) -> bool {
        self.written(index).eq_ignore_ascii_case(word)
    }

    /// Whether the token is one of these words, set apart by spaces.
    pub fn word_in(&self, index: usize, words: &str) -> bool {
        let written = self.written(index).as_bytes();
        words.as_bytes().split(|byte| *byte == b' ').any(|word| word.eq_ignore_ascii_case(written))
    }

    /// Whether the word ends so.
    pub fn ends_in(&self, index: usize, ending: &str) -> bool {
        self.written(index).ends_with(ending)
    }

    /// The look of the quotation at a token, if it is one.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn shape(&self, index: usize) -> Option<&Shape> {
        self.shapes.get(self.token(index).quote()?)
    }

    /// Whether a sentence ends with the token at `index`.
    pub fn ends_sentence(&self, index: usize) -> bool {
        self.sentences.get(index).is_none_or(|(_, last)| *last as usize == index)
    }

    fn sentence_ends_at(&self, index: usize) -> bool {
        match self.token(index).kind {
            Kind::Break | Kind::Stop => true,
            Kind::Quote => {
                let next = self.token(index + 1);
                match self.shape(index).map(|shape| shape.ending) {
                    Some(Ending::Stop) => next.kind != Kind::Comma && !next.is_small(),
                    Some(Ending::Open) => {
                        next.is_capital() && !self.starts_attribution(index + 1)
                            || matches!(next.kind, Kind::Break | Kind::Quote)
                    }
                    _ => next.kind == Kind::Break,
                }
            }
            _ => false,
        }
    }

    /// Whether a name or pronoun with a cue right after it stands at `index`: `Smith asked`, `he said`.
    pub fn starts_attribution(&self, index: usize) -> bool {
        let mut at = index;
        while self.token(at).is_capital() && at < index + 4 {
            at += 1;
        }
        let cue = if self.is(at, Class::ADVERB) { at + 1 } else { at };
        at > index
            && self.is(cue, Class::STRONG)
            && (self.is(cue, Class::PAST.with(Class::THIRD)) || self.word_is(index, "I"))
    }

    /// The first token of the sentence that the token at `index` belongs to.
    pub fn sentence_start(&self, index: usize) -> usize {
        self.sentences.get(index).map_or(index, |(first, _)| *first as usize)
    }

    /// The token that ends the sentence of the token at `index`.
    pub fn sentence_end(&self, index: usize) -> usize {
        self.sentences.get(index).map_or(index, |(_, last)| *last as usize)
    }

    /// The paragraph ends between two tokens.
    pub fn breaks_between(&self, from: usize, to: usize) -> u32 {
        let at = |token: usize| self.breaks.get(token).copied().unwrap_or_default();
        at(to).saturating_sub(at(from))
    }

    /// The first token of the paragraph that the token at `index` belongs to.
    pub fn paragraph_start(&self, index: usize) -> usize {
        let mut at = index;
        while at > 0 && index - at < PARAGRAPH && self.token(at - 1).kind != Kind::Break {
            at -= 1;
        }
        at
    }
}

/// No sentence is read further than this many tokens, so that the cost stays linear in any text.
const SENTENCE: usize = 120;
/// No paragraph is read further than this many tokens.
const PARAGRAPH: usize = 400;

/// More words than any rule asks about.
const LONG: usize = 16;

#[cfg_attr(target_family = "wasm", inline(never))]
fn shape(inner: &str) -> Shape {
    let mut words = 0;
    let mut title_case = true;
    let mut capital = None;
    // The first letter or digit of a word, and where the word begins.
    let mut first: Option<char> = None;
    let mut start = 0;
    for (at, sign) in inner.char_indices().chain([(inner.len(), ' ')]) {
        if sign::is_space(sign) {
            if let Some(first) = first.take() {
                words += 1;
                let word = inner.get(start..at).unwrap_or_default();
                let small = word.len() <= 3 || matches!(word, "with" | "from" | "into" | "over");
                if sign::is_letter(first) && !sign::is_capital(first) && !small {
                    title_case = false;
                }
                if words == LONG {
                    break;
                }
            }
            start = at + sign.len_utf8();
        } else if first.is_none() && sign::is_word(sign) {
            first = Some(sign);
            capital = capital.or_else(|| Some(sign::is_capital(sign) || sign.is_ascii_digit()));
        }
    }
    let capital = capital.unwrap_or_default();
    let last =
        inner.trim_end_matches(|last| sign::is_space(last) || matches!(last, '’' | '\'' | '”' | '"' | ')' | ']'));
    let ending = match last.chars().next_back() {
        Some(',') => Ending::Comma,
        Some('…') => Ending::Open,
        Some('.') if last.ends_with("...") || last.ends_with(". .") => Ending::Open,
        Some('.') => Ending::Stop,
        Some('?' | '!' | '—' | '–' | '-') => Ending::Open,
        _ => Ending::Bare,
    };
    Shape { words, capital, ending, title_case }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_that_ends_in_a_comma_keeps_the_sentence_open() {
        let narrative = Narrative::read("“Yes,” he said. “No.” She left.", &Lexicon::english());
        assert!(!narrative.ends_sentence(0));
        assert!(narrative.ends_sentence(3));
        assert!(narrative.ends_sentence(4));
    }

    #[test]
    fn a_question_goes_on_into_its_attribution() {
        let narrative = Narrative::read("“Why?” Smith asked. “Who?” Nobody knew.", &Lexicon::english());
        assert!(!narrative.ends_sentence(0));
        assert!(narrative.ends_sentence(4));
    }

    #[test]
    fn titles_look_like_titles() {
        let narrative = Narrative::read("“Meet the Press” “We will win.”", &Lexicon::english());
        assert!(narrative.shapes[0].title_case && !narrative.shapes[1].title_case);
        assert_eq!(narrative.shapes[1].ending, Ending::Stop);
    }
}
