//! The text outside quotation marks as a row of tokens, each quotation being one token.
//!
//! What stands between the marks says nothing about who speaks, so it is not read at all.

use super::lexicon::{Class, Fingerprint, Lexicon, fingerprint};
use super::marks::Marked;
use super::sign;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word, with the apostrophes and hyphens inside it.
    Word,
    /// It begins with a digit or a currency sign.
    Number,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// A full stop, question or exclamation mark, or points of omission.
    Stop,
    /// A dash, or two or more hyphens.
    Dash,
    /// `(` or `[`
    Open,
    /// `)` or `]`
    Close,
    /// A quotation.
    Quote,
    /// The end of a paragraph.
    Break,
    /// Any other sign.
    Sign,
}

/// A word, sign, quotation or paragraph end.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// What the word can be.
    pub class: Class,
    /// The word without `’s`, whatever its case; of a quotation, which it is.
    pub word: Fingerprint,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether it ends in `’s` or `s’`.
    pub possessive: bool,
}

impl Token {
    /// Whether it is a word of at least one of these classes.
    pub fn is(&self, class: Class) -> bool {
        self.class.is(class)
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    /// Whether it is a word with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.kind == Kind::Word && self.capital
    }

    /// Whether it is a word without a capital letter.
    pub fn is_small(&self) -> bool {
        self.kind == Kind::Word && !self.capital
    }

    /// Which quotation it is: the index into the marked stretches.
    pub fn quote(&self) -> Option<usize> {
        self.is_quote().then_some(self.word.0 as usize)
    }

    /// Whether it is a quotation.
    pub fn is_quote(&self) -> bool {
        self.kind == Kind::Quote
    }
}

/// Cuts the text into tokens; `marked` are its quotations in text order.
pub fn tokens(text: &str, marked: &[Marked], lexicon: &Lexicon) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 6 + 8);
    let mut quote = 0;
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        // Most of a text: no quotation begins so.
        if *byte == b' ' {
            at += 1;
            continue;
        }
        let limit = marked.get(quote).map_or(text.len(), |marked| marked.outer.start);
        if byte.is_ascii_alphabetic() {
            let token = word(text, at, limit, lexicon);
            tokens.push(token);
            at = token.end;
            continue;
        }
        let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        if let Some(marked) = marked.get(quote)
            && at >= limit
        {
            let token = token(limit, marked.outer.end, Kind::Quote);
            tokens.push(Token { word: Fingerprint(quote as u32), ..token });
            at = marked.outer.end;
            quote += 1;
            continue;
        }
        let mut end = at + first.len_utf8();
        let kind = match first {
            '\n' => Some(Kind::Break),
            ',' => Some(Kind::Comma),
            ':' => Some(Kind::Colon),
            ';' => Some(Kind::Semicolon),
            '.' | '!' | '?' | '…' => {
                end = run(text, at, |sign| matches!(sign, '.' | '!' | '?' | '…'));
                Some(Kind::Stop)
            }
            '—' | '–' | '―' => Some(Kind::Dash),
            '-' => {
                end = run(text, at, |sign| sign == '-');
                Some(Kind::Dash)
            }
            '(' | '[' => Some(Kind::Open),
            ')' | ']' => Some(Kind::Close),
            _ if sign::is_space(first) => None,
            _ if sign::is_letter(first) || first == '@' => {
                let token = word(text, at, limit, lexicon);
                tokens.push(token);
                at = token.end;
                continue;
            }
            _ if first.is_ascii_digit() || matches!(first, '$' | '£' | '€') => {
                end = run(text, end, |sign| sign::is_word(sign) || matches!(sign, '.' | ',' | '%' | '-' | '/'));
                end = end.min(limit);
                while matches!(text.as_bytes().get(end - 1), Some(b'.' | b',' | b'-' | b'/')) && end - 1 > at {
                    end -= 1;
                }
                Some(Kind::Number)
            }
            _ => Some(Kind::Sign),
        };
        if let Some(kind) = kind {
            let mut token = token(at, end, kind);
            if kind == Kind::Number && text.get(at..end).is_some_and(|number| number.ends_with("-old")) {
                // "the 43-year-old said"
                token.kind = Kind::Word;
                token.word = fingerprint(text.get(at..end).unwrap_or_default());
                token.class = Class::ROLE.with(Class::TOPIC);
            }
            tokens.push(token);
        }
        at = end;
    }
    tokens.push(token(text.len(), text.len(), Kind::Break));
    tokens
}

fn token(start: usize, end: usize, kind: Kind) -> Token {
    Token { start, end, kind, class: Class::NONE, word: Fingerprint::START, capital: false, possessive: false }
}

/// The end of the run of characters from `start` on that fulfil `part`.
fn run(text: &str, start: usize, part: impl Fn(char) -> bool) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    start + rest.find(|sign| !part(sign)).unwrap_or(rest.len())
}

/// The word at `start`, with apostrophes, hyphens and the full stop of an abbreviation.
fn word(text: &str, start: usize, limit: usize, lexicon: &Lexicon) -> Token {
    let rest = text.get(start..limit).unwrap_or_default();
    let mut plain = 0;
    let mut word = Fingerprint::START;
    while let Some(byte) = rest.as_bytes().get(plain)
        && byte.is_ascii_alphanumeric()
    {
        word = word.with(*byte);
        plain += 1;
    }
    // Most words are nothing but ASCII letters: those need no look at their neighbours.
    if plain > 0 && matches!(rest.as_bytes().get(plain), Some(b' ' | b',' | b'\n')) {
        let word = word.finished();
        let capital = rest.as_bytes().first().is_some_and(u8::is_ascii_uppercase);
        let mut class = lexicon.classes_of(word);
        if class.is(Class::TIME) && class.is(Class::ABBREVIATION) {
            class = Class::NONE;
        }
        return Token { start, end: start + plain, kind: Kind::Word, class, word, capital, possessive: false };
    }
    let plain = plain.saturating_sub(1);
    let mut end = rest.len();
    let mut stem = end;
    let mut possessive = false;
    let mut signs = rest.get(plain..).unwrap_or_default().char_indices().peekable();
    let mut before =
        plain.checked_sub(1).and_then(|last| rest.as_bytes().get(last)).map_or(' ', |byte| char::from(*byte));
    while let Some((at, sign)) = signs.next() {
        let at = plain + at;
        let next = signs.peek().map_or(' ', |(_, next)| *next);
        let inner = matches!(sign, '\'' | '’' | 'ʼ' | '-' | '‑' | '.' | '@' | '_' | '&' | '/') && sign::is_word(next);
        // "U.S." and "a.m.", but not "end.Next"
        let point = sign == '.' && inner && !(sign::is_capital(before) || next.is_ascii_lowercase() && at == 1);
        if !(sign::is_word(sign) || inner && !point || at == 0) {
            end = at;
            stem = at;
            if matches!(sign, '\'' | '’') && before == 's' && !sign::is_word(next) {
                possessive = true;
                end += sign.len_utf8();
            }
            break;
        }
        before = sign;
    }
    let mut written = rest.get(..stem).unwrap_or_default();
    if let Some(owner) = owner(written) {
        written = owner;
        possessive = true;
    }
    let word = fingerprint(written);
    let mut class = lexicon.classes_of(word);
    if class == Class::NONE {
        let bytes = written.as_bytes();
        let hyphen = |byte: &u8| *byte == b'-';
        if let Some(last) = bytes.iter().rposition(hyphen) {
            class = lexicon.classes(written.get(last + 1..).unwrap_or_default());
            // "mother-in-law", "mum-of-two"
            let first = bytes.iter().position(hyphen).filter(|first| *first < last).unwrap_or_default();
            let whose = lexicon.classes(written.get(..first).unwrap_or_default());
            if whose.is(Class::MALE.with(Class::FEMALE)) {
                class = whose.with(Class::TOPIC);
            }
        } else if written.ends_with("n’t") {
            class = Class::AUXILIARY;
        } else if let Some(apostrophe) = bytes.iter().position(|byte| matches!(byte, b'\'' | 0xe2)) {
            class = lexicon.classes(written.get(..apostrophe).unwrap_or_default());
        }
    }
    // "al-Masri", "d’Arcy"
    let named = ["al-", "el-", "d’", "d'"].iter().find_map(|prefix| rest.strip_prefix(prefix)).unwrap_or(rest);
    let capital = rest.starts_with('@') || named.chars().next().is_some_and(sign::is_capital);
    let after = rest.get(end..).unwrap_or_default();
    let points = after.bytes().take_while(|byte| *byte == b'.').count();
    if points == 0 && class.is(Class::TIME) && class.is(Class::ABBREVIATION) {
        // "Jun" is a name where "Jun." is a month.
        class = Class::NONE;
    }
    if points == 1 && !possessive && (abbreviation(written, class, capital) || sentence_goes_on(after)) {
        end += 1;
    }
    Token { start, end: start + end, kind: Kind::Word, class, word, capital, possessive }
}

/// Whether a sentence goes on after the full stop that `text` begins with: "(D-Va.), a member".
fn sentence_goes_on(text: &str) -> bool {
    matches!(text.as_bytes(), [_, b',' | b';' | b':' | b')', ..] | [_, b' ', b'a'..=b'z', ..])
}

/// A word without `’s`, if it ends so.
pub fn owner(word: &str) -> Option<&str> {
    let stem = word.strip_suffix('s')?;
    let whole = without_apostrophes(stem);
    (whole.len() < stem.len()).then_some(whole)
}

/// A word without the apostrophes that it ends in.
#[cfg_attr(target_family = "wasm", inline(never))]
pub fn without_apostrophes(word: &str) -> &str {
    let mut rest = word.chars();
    loop {
        let whole = rest.as_str();
        if !matches!(rest.next_back(), Some('\'' | '’' | 'ʼ')) {
            return whole;
        }
    }
}

/// Whether the full stop after this word is part of it.
fn abbreviation(word: &str, class: Class, capital: bool) -> bool {
    let letters = word.len();
    (capital && letters == 1)
        || word.bytes().any(|byte| byte == b'.')
        || (capital && letters <= 4 && class.is(Class::TITLE.with(Class::TIME)) && !word.eq_ignore_ascii_case("may"))
        || capital && class.is(Class::ABBREVIATION)
}

#[cfg(test)]
mod tests {
    use super::super::marks;
    use super::*;

    fn written(text: &str) -> Vec<&str> {
        let marked = marks::pair(text);
        tokens(text, &marked, &Lexicon::english()).iter().map(|token| &text[token.start..token.end]).collect()
    }

    #[test]
    fn abbreviations_end_no_sentence() {
        assert_eq!(
            written("Sen. J. B. Smith Jr. of the U.S. left."),
            ["Sen.", "J.", "B.", "Smith", "Jr.", "of", "the", "U.S.", "left", ".", ""]
        );
    }

    #[test]
    fn a_quotation_is_one_token() {
        assert_eq!(written("He said: “Go. Now.”\nEnd"), ["He", "said", ":", "“Go. Now.”", "\n", "End", ""]);
    }

    #[test]
    fn possessives_keep_their_word() {
        let text = "Trump’s voters’ anger";
        let found = tokens(text, &[], &Lexicon::english());
        assert!(found[0].possessive && found[1].possessive && !found[2].possessive);
        assert!(found[1].is(Class::PLURAL));
    }

    #[test]
    fn numbers_and_dashes_are_told_apart() {
        assert_eq!(
            written("On 3.5%, well -- $2.1 million on 9/11."),
            ["On", "3.5%", ",", "well", "--", "$2.1", "million", "on", "9/11", ".", ""]
        );
    }
}
