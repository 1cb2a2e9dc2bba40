//! Clauses inside reported speech: "Lee told reporters she believes “…”" gives Lee's words, not those of a thought of hers.
//!
//! Verbs of thought and verbs after "would" or "will" utter nothing. Where a verb of speech reports their clause, the words
//! are its subject's.

use super::lexicon::Class;
use super::narrative::Narrative;
use super::phrase::Phrase;
use super::tokens::Kind;

/// The reporting verb stands no further from the clause than this (tokens).
const REACH: usize = 14;

impl Narrative<'_> {
    /// The verb of speech that reports the clause of the verb at `verb` and its `subject`: "Lee | told | reporters she
    /// believes", "Lee | said | on Monday that Park would call it".
    pub fn reporting(&self, verb: usize, subject: Phrase) -> Option<usize> {
        if !self.is(verb, Class::THOUGHT) && self.is_asserted(verb) {
            return None;
        }
        let that = subject.first() > 0 && self.word_is(subject.first() - 1, "that");
        let start = self.sentence_start(verb).max(subject.first().saturating_sub(REACH));
        (start..subject.first())
            .rev()
            .take_while(|at| match self.token(*at).kind {
                Kind::Word | Kind::Number => true,
                Kind::Comma | Kind::Open | Kind::Close => that,
                _ => false,
            })
            .find(|at| self.is(*at, Class::STRONG) && self.is_cue(*at) && self.is_asserted(*at))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Lexicon, find_above};

    fn mention(text: &str) -> &str {
        let findings = find_above(text, &Lexicon::english(), 0);
        &text[findings.quotes[0].speaker.clone()]
    }

    #[test]
    fn the_words_of_a_reported_thought_are_the_reporters() {
        assert_eq!(mention("Lee told a crowd in Rome that she thinks the bridge is “a very good thing.”"), "Lee");
        assert_eq!(mention("Lee said on Monday he would build “the best bridge of them all.”"), "Lee");
        assert_eq!(mention("Lee said Park told him of “the best bridge of them all.”"), "Park");
        assert_eq!(mention("Lee left. She believes it is “the best bridge of them all.”"), "She");
    }
}
