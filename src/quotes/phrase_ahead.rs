//! The noun phrase that begins at a given place: who stands after "said", or is told.

use super::lexicon::Class;
use super::narrative::Narrative;
use super::phrase::{CLOSE, CLOSED, FARTHEST, LONGEST, Phrase, PhraseKind, SPEAKING};
use super::tokens::Kind;

impl Narrative<'_> {
    /// The phrase that begins at `start`, or the pronoun there: "according to | him".
    pub fn phrase_or_object(&self, start: usize) -> Option<Phrase> {
        let object = self.word_in(start, "him them") || self.word_is(start, "her") && !self.token(start + 1).is_word();
        if object { Some(Phrase::new(start, start, PhraseKind::Pronoun)) } else { self.phrase_after(start) }
    }

    /// The phrase that begins at `start`.
    pub fn phrase_after(&self, start: usize) -> Option<Phrase> {
        let token = self.token(start);
        if !(token.is_word() || token.kind == Kind::Number) {
            return None;
        }
        if token.is(Class::PRONOUN) {
            return Some(Phrase::new(start, start, PhraseKind::Pronoun));
        }
        let mut last = None;
        let mut at = start;
        let mut head = None;
        while at - start < FARTHEST {
            let token = self.token(at);
            let two = token.is(Class::PAIR) && at == start + 1;
            if token.is(Class::DETERMINER) && token.is_word() && at > start && !token.capital && !two {
                break;
            }
            if self.may_follow(at, start) {
                last = Some(at);
                at += 1;
                continue;
            }
            let joins = last.is_some() && self.word_in(at, "of for and at") && self.token(at + 1).is_word();
            if !joins {
                break;
            }
            let next = self.token(at + 1);
            if self.word_is(at, "and") {
                let another = self.token(at - 1).is_capital() && next.is_capital() && !next.is(CLOSED);
                if !another || self.starts_attribution(at + 1) {
                    break;
                }
            } else {
                // "the Department | of Transport" is one name, but "Lee | of the verdict" is not
                let name = self.token(at + if next.is(Class::DETERMINER) { 2 } else { 1 }).is_capital();
                let named = self.token(at - 1).is_capital();
                if (head.is_some() || named) && !(named && name)
                    || next.is(CLOSED)
                    || next.is(Class::CUE) && !next.is(SPEAKING.with(Class::BASE))
                {
                    break;
                }
                head = head.or(last);
                if next.is(Class::DETERMINER) {
                    at += 1;
                }
            }
            at += 1;
        }
        let last = last?;
        // "master of ceremonies Ann Lee": the head of a bare office is the name.
        let mut phrase = self.judged(start, head.unwrap_or(last)).or_else(|| self.judged(start, last))?;
        if last - start < LONGEST {
            phrase = phrase.to(last);
        }
        Some(phrase)
    }

    /// Whether the token may carry a phrase on that began at `start`.
    fn may_follow(&self, index: usize, start: usize) -> bool {
        let token = self.token(index);
        match token.kind {
            Kind::Number => !self.before(index).is_capital(),
            Kind::Quote => {
                self.is_nickname(index) && self.token(index + 1).is_capital() && self.before(index).is_capital()
            }
            Kind::Word => {
                if token.is(Class::DETERMINER) {
                    return index == start || token.is(Class::PAIR) && index == start + 1;
                }
                if token.is(CLOSED) && !token.is(Class::TITLE) {
                    // "a Wednesday editorial", "the Evening Star"
                    let day = token.is(Class::TIME) && index == start + 1 && self.before_is(index, Class::DETERMINER);
                    let noun = self.token(index + 1);
                    if day && noun.is_word() && !noun.is(CLOSED) {
                        return true;
                    }
                    return token.capital && token.is(Class::AUXILIARY) && self.token(index + 1).is_capital();
                }
                if token.capital {
                    return true;
                }
                if index > start && (self.is_manner(index) || self.word_in(index, CLOSE)) {
                    return false;
                }
                let after_start = index > start && !self.before_is(index, Class::DETERMINER);
                !(after_start && !token.is(SPEAKING) && (self.is_verb_form(index) || self.ends_in(index, "ing")))
            }
            Kind::Open | Kind::Close => self.is_office_bracket(index),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::*;

    fn after(text: &str, word: &str) -> Option<String> {
        let narrative = Narrative::read(text, &Lexicon::english());
        let start = (0..narrative.tokens.len()).find(|at| narrative.written(*at) == word).unwrap() + 1;
        narrative.phrase_after(start).map(|phrase| text[narrative.phrase_range(phrase)].to_owned())
    }

    #[test]
    fn a_phrase_after_a_verb_ends_at_the_first_foreign_word() {
        assert_eq!(
            after("“So,” said Trump campaign chief Ann Lee on Monday.", "said").unwrap(),
            "Trump campaign chief Ann Lee"
        );
        assert_eq!(
            after("He told Fox News host Sean Hannity he would.", "told").unwrap(),
            "Fox News host Sean Hannity"
        );
        assert_eq!(after("“So,” said a spokesman for the group.", "said").unwrap(), "a spokesman for the group");
        assert_eq!(
            after("“So,” said former secretary of state Ann Lee, who came.", "said").unwrap(),
            "former secretary of state Ann Lee"
        );
        assert_eq!(after("He told reporters Friday that.", "told").unwrap(), "reporters");
    }
}
