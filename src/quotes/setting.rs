//! The setting of an utterance, in the words after its cue: who was spoken to, and where.

use std::ops::Range;

use super::lexicon::Class;
use super::narrative::Narrative;
use super::phrase::{Phrase, PhraseKind, SPEAKING};

/// The setting stands no further from the cue than this (tokens).
const REACH: usize = 24;
/// Words between a preposition and its noun at most: "in | a recent telephone | interview".
const NOUN: usize = 5;

impl Narrative<'_> {
    /// Who was spoken to: "told | reporters", "wrote to | Smith".
    pub fn addressee(&self, cue: usize) -> Option<Phrase> {
        let mut at = cue + 1;
        if !self.is(cue, Class::TELL) {
            if !self.word_is(at, "to") {
                return None;
            }
            at += 1;
        }
        let phrase = self.phrase_after(at)?;
        match phrase.kind() {
            PhraseKind::Pronoun => None,
            // "pledged to | make Apple" is no listener.
            PhraseKind::Name => {
                let first = self.token(phrase.first());
                (self.is(cue, Class::TELL) || first.capital || first.is(Class::DETERMINER)).then_some(phrase)
            }
            PhraseKind::Description => self.is(phrase.head(), SPEAKING).then_some(phrase),
        }
    }

    /// Where it was said: "in a post to X", "on CNN", "on ABC’s “Nightline”".
    pub fn medium(&self, cue: usize) -> Option<Range<usize>> {
        let end = self.sentence_end(cue).min(cue + REACH);
        for at in cue + 1..end {
            let token = self.token(at);
            if token.is_quote() {
                return None;
            }
            let opens = token.is(Class::PREPOSITION) && self.word_in(at, "in on at during by via");
            if opens && let Some(last) = self.medium_noun(at + 1, end) {
                return Some(token.start..self.token(last).end);
            }
        }
        None
    }

    /// The last token of the medium that begins at `start`, before `end`.
    fn medium_noun(&self, start: usize, end: usize) -> Option<usize> {
        let noun = (start..end.min(start + NOUN + 1))
            .take_while(|at| !self.is(*at, Class::PREPOSITION) || *at == start)
            .find(|at| self.is(*at, Class::MEDIUM) || !self.token(*at).is_word())?;
        if self.token(noun).is_quote() {
            let show = self.shape(noun).is_some_and(|shape| shape.title_case && shape.words < 8);
            return (show && (noun == start || self.token(noun - 1).possessive)).then_some(noun);
        }
        if !self.is(noun, Class::MEDIUM) {
            return None;
        }
        let mut last = noun;
        // "a press | conference", "an ABC | News interview", "ABC’s | “Nightline”"
        while let Some(ahead) = (1..=2).find(|ahead| self.is(last + ahead, Class::MEDIUM))
            && (1..ahead).all(|between| self.token(last + between).is_capital())
        {
            last += ahead;
        }
        if self.token(last).possessive {
            return self.token(last + 1).is_quote().then_some(last + 1);
        }
        let joins = self.word_in(last + 1, "to on with at");
        match self.phrase_after(last + 2).filter(|phrase| joins && !self.is(phrase.first(), Class::TIME)) {
            Some(phrase) if phrase.kind() != PhraseKind::Pronoun => Some(phrase.last()),
            _ => Some(last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::*;

    fn setting(text: &str, cue: &str) -> (String, String) {
        let narrative = Narrative::read(text, &Lexicon::english());
        let cue = (0..narrative.tokens.len()).find(|at| narrative.written(*at) == cue).unwrap();
        let words = |range: Option<Range<usize>>| range.map(|range| text[range].to_owned()).unwrap_or_default();
        (words(narrative.addressee(cue).map(|phrase| narrative.phrase_range(phrase))), words(narrative.medium(cue)))
    }

    #[test]
    fn the_listener_follows_a_verb_of_telling() {
        let (listener, medium) = setting("Lee told Fox News host Sam Park in an interview on Friday that.", "told");
        assert_eq!((listener.as_str(), medium.as_str()), ("Fox News host Sam Park", "in an interview"));
        assert_eq!(setting("Lee said to a crowd in Ohio that.", "said").0, "a crowd");
        assert_eq!(setting("Lee asked the question again.", "asked").0, "");
        assert_eq!(setting("Lee pledged to make Apple pay.", "pledged").0, "");
    }

    #[test]
    fn the_medium_is_a_whole_phrase() {
        assert_eq!(setting("Lee said in a post to X that.", "said").1, "in a post to X");
        assert_eq!(setting("Lee said at a press conference on Monday that.", "said").1, "at a press conference");
        assert_eq!(setting("Lee said on ABC’s “This Week” that.", "said").1, "on ABC’s “This Week”");
        assert_eq!(setting("Lee said in an ABC News interview that.", "said").1, "in an ABC News interview");
        assert_eq!(setting("Lee said in Ohio that.", "said").1, "");
    }
}
