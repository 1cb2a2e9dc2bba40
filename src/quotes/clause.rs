//! The subject of a verb, without a parser: past adverbs, appositions, brackets, relative clauses and second verbs.

use super::lexicon::Class;
use super::narrative::{Ending, Narrative};
use super::phrase::{CLOSED, LONGEST, Phrase, PhraseKind, SPEAKING};
use super::tokens::Kind;
use super::verb::BE;

/// How a cue's subject was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubjectKind {
    /// Right before the verb, adverbs apart.
    Adjacent,
    /// Before an apposition, bracket or relative clause.
    Apposed,
    /// The subject of the main clause: "… and said", ", adding".
    Main,
}

/// A subject and how it was found: the mark of its phrase.
#[derive(Clone, Copy, Debug)]
pub struct Subject(Phrase);

impl Subject {
    /// A subject that was found so.
    pub fn new(phrase: Phrase, kind: SubjectKind) -> Self {
        Self(phrase.marked(kind as u8))
    }

    /// Who.
    pub fn phrase(self) -> Phrase {
        self.0.unmarked()
    }

    /// How.
    pub fn kind(self) -> SubjectKind {
        match self.0.mark() {
            0 => SubjectKind::Adjacent,
            1 => SubjectKind::Apposed,
            _ => SubjectKind::Main,
        }
    }
}

/// No apposition is skipped that is longer than this (tokens).
const APPOSITION: usize = 45;
/// No relative clause that is longer than this (tokens).
const RELATIVE: usize = 20;

impl Narrative<'_> {
    /// The subject of the verb at `verb`, in the same sentence.
    pub fn subject_of(&self, verb: usize) -> Option<Subject> {
        if let Some(quoted) = self.quoted_by(verb) {
            return Some(Subject::new(quoted, SubjectKind::Adjacent));
        }
        let mut end = verb;
        let mut kind = SubjectKind::Adjacent;
        let limit = self.sentence_start(verb);
        if self.is(verb, Class::ING) && !self.is(verb, Class::PAST) && !self.follows_be(verb) {
            return self.participle_subject(verb, limit);
        }
        // What may stand between subject and verb.
        loop {
            let token = self.before(end);
            if end <= limit {
                return self.inverted_subject(verb).or_else(|| self.main_subject(verb));
            }
            match token.kind {
                Kind::Word if token.is(Class::PRONOUN) => break,
                Kind::Word
                    if token.is(Class::ADVERB.with(Class::AUXILIARY).with(Class::TIME))
                        && !(token.capital && token.is(Class::AUXILIARY)) =>
                {
                    end -= 1;
                    if token.is(Class::TIME) && self.before_is(end, Class::PREPOSITION) {
                        end -= 1;
                    }
                }
                Kind::Word if self.is_manner(end - 1) && !token.capital => end -= 1,
                Kind::Word if self.word_is(end - 1, "to") && end > limit + 1 => {
                    // "went on to say": the verb before has the subject
                    return self.main_subject(verb);
                }
                Kind::Close => match self.opening_bracket(end - 1) {
                    Some(open) if open > limit => end = open,
                    _ => return None,
                },
                // "The bridge, said Lee, …"
                Kind::Comma
                    if self.word_in(verb, "said says wrote writes") && self.inverted_subject(verb).is_some() =>
                {
                    return self.inverted_subject(verb);
                }
                // "Lee, known as “the Voice,” | said"
                Kind::Quote if self.shape(end - 1).is_none_or(|shape| shape.ending != Ending::Comma) => break,
                Kind::Comma | Kind::Dash | Kind::Quote => {
                    let sign = if token.kind == Kind::Dash { Kind::Dash } else { Kind::Comma };
                    return self.before_apposition(end - 1, limit, sign).or_else(|| self.main_subject(verb));
                }
                Kind::Word if token.is(Class::CONJUNCTION) => return self.main_subject(verb),
                Kind::Word if token.is(Class::SUBORDINATOR) => {
                    // "Smith, who said": the noun before the comma
                    let mut stop = end - 1;
                    if self.before(stop).kind == Kind::Comma {
                        stop -= 1;
                    }
                    kind = SubjectKind::Apposed;
                    return self.phrase_before(stop).map(|phrase| Subject::new(phrase, kind));
                }
                _ => break,
            }
        }
        match self.phrase_before(end) {
            Some(phrase) if self.is_relative(phrase) => Some(Subject::new(phrase, SubjectKind::Apposed)),
            Some(phrase) => Some(match self.subject_around(phrase) {
                Some(phrase) => Subject::new(phrase, SubjectKind::Apposed),
                None if phrase.kind() == PhraseKind::Description && !self.is(phrase.head(), SPEAKING) => {
                    self.before_relative(verb, limit).unwrap_or(Subject::new(phrase, kind))
                }
                None => Subject::new(phrase, kind),
            }),
            None => self.before_relative(verb, limit).or_else(|| self.main_subject(verb)),
        }
    }

    /// Whose words the subject of the verb passes on: "The Herald quoted | Lee | as saying".
    fn quoted_by(&self, verb: usize) -> Option<Phrase> {
        if !self.word_in(verb, "quoted quotes quoting cited cites citing recalls recalled remembers remembered heard") {
            return None;
        }
        let phrase = self.phrase_or_object(verb + 1)?;
        let says = phrase.last() + if self.word_is(phrase.last() + 1, "as") { 2 } else { 1 };
        self.word_in(says, "saying telling").then_some(phrase)
    }

    /// The subject that the phrase right before the verb is only the end of.
    fn subject_around(&self, phrase: Phrase) -> Option<Phrase> {
        self.attached_to(phrase).or_else(|| self.unclosed_apposition(phrase)).or_else(|| self.before_place(phrase))
    }

    /// The name before the state or country that no comma ends: "Ann Lee of Rome, | Ohio | said".
    fn before_place(&self, place: Phrase) -> Option<Phrase> {
        let comma = place.first().checked_sub(1).filter(|comma| self.token(*comma).kind == Kind::Comma)?;
        let whole = self.phrase_before(comma).filter(|_| place.kind() == PhraseKind::Name)?;
        let hangs = (whole.head() + 1..comma).any(|at| self.word_in(at, "of from in"));
        let name = self.is(place.first(), Class::MALE_NAME.with(Class::FEMALE_NAME).with(Class::TITLE));
        // "Emerging from a meeting in Rome, Lee said"
        let full = whole.first() < whole.head();
        (hangs && full && !name && whole.kind() == PhraseKind::Name).then_some(whole)
    }

    /// Who is told apart by a relative clause without commas: "an aide | who asked not to be named | said".
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn before_relative(&self, verb: usize, limit: usize) -> Option<Subject> {
        let within = (limit.max(verb.saturating_sub(RELATIVE))..verb).rev();
        let relative = within
            .take_while(|at| self.token(*at).is_word() || self.token(*at).kind == Kind::Number)
            .find(|at| self.word_is(*at, "who"))?;
        let own = (relative + 1..verb).any(|at| self.is_finite(at));
        let phrase = self.phrase_before(relative).filter(|phrase| own && phrase.kind() != PhraseKind::Pronoun)?;
        Some(Subject::new(phrase, SubjectKind::Apposed))
    }

    /// Whether it is the "who" of a relative clause.
    fn is_relative(&self, phrase: Phrase) -> bool {
        phrase.kind() == PhraseKind::Pronoun && self.word_is(phrase.last(), "who")
    }

    /// Whom the "who" at `relative` means: "Lee, | who".
    pub fn antecedent(&self, relative: usize) -> Option<Phrase> {
        let stop = if self.before(relative).kind == Kind::Comma { relative - 1 } else { relative };
        self.phrase_before(stop).filter(|phrase| phrase.kind() != PhraseKind::Pronoun)
    }

    /// What a participle hangs on whose object stands right before the verb: "a source | speaking to Fox News | said".
    fn attached_to(&self, object: Phrase) -> Option<Phrase> {
        let participle = object.first().checked_sub(2)?;
        let token = self.token(participle);
        let preposition = object.first() - 1;
        let clause = self.word_in(preposition, "after before since until");
        let hangs = token.is_small()
            && !token.is(CLOSED)
            && self.is(preposition, Class::PREPOSITION)
            && (self.ends_in(participle, "ing") && !clause
                || self.is_participle(participle) && self.word_in(preposition, "by on"));
        let whole = self.phrase_before(participle).filter(|_| hangs)?;
        let opens = self.is(whole.first(), Class::DETERMINER) && self.starts_sentence(whole.first());
        (whole.kind() == PhraseKind::Name || self.is(whole.head(), SPEAKING) || opens).then_some(whole)
    }

    /// Whether the word may be what somebody does whom "by" names: "represented | by", "seen | by".
    fn is_participle(&self, index: usize) -> bool {
        self.ends_in(index, "ed") || self.word_in(index, "seen sent written")
    }

    /// The name before an apposition that no comma ends: "Ann Lee, the head of the union | said".
    fn unclosed_apposition(&self, apposed: Phrase) -> Option<Phrase> {
        let mut first = apposed.first();
        if self.before_is(first, Class::CONJUNCTION) && first > 1 && self.is(first - 2, Class::ROLE) {
            first -= 2;
        }
        let comma = first.checked_sub(1).filter(|comma| self.token(*comma).kind == Kind::Comma)?;
        if !self.is(apposed.head(), Class::ROLE.with(Class::MALE).with(Class::FEMALE)) {
            return None;
        }
        let name =
            self.phrase_before(comma).filter(|name| name.kind() == PhraseKind::Name && name.first() < name.last())?;
        let before = self.before(name.first());
        let opens = self.starts_sentence(name.first()) || before.is_quote() || before.is(Class::SUBORDINATOR);
        (opens && !self.is(name.first(), Class::TIME)).then_some(name)
    }

    /// The subject after a verb that opens its sentence: "Said Lee: …"
    fn inverted_subject(&self, verb: usize) -> Option<Subject> {
        let phrase = self.phrase_after(verb + 1)?;
        let person = phrase.kind() == PhraseKind::Name || self.is(phrase.head(), SPEAKING);
        let ends = matches!(self.token(phrase.last() + 1).kind, Kind::Colon | Kind::Comma | Kind::Stop);
        (ends && person && self.is(verb, Class::STRONG)).then_some(Subject::new(phrase, SubjectKind::Adjacent))
    }

    /// The subject of a participle: "protesters chanting", ", Smith said, adding", else the main clause's.
    fn participle_subject(&self, verb: usize, limit: usize) -> Option<Subject> {
        let mut end = verb;
        while self.before_is(end, Class::ADVERB) || end > 0 && self.is_manner(end - 1) {
            end -= 1;
        }
        let before = self.before(end);
        if self.word_in(verb, "saying telling")
            && verb > limit
            && self.word_is(verb - 1, "as")
            && let Some(quoted) = (limit..verb)
                .rev()
                .take(LONGEST)
                .find_map(|at| self.quoted_by(at))
                .filter(|phrase| phrase.last() + 2 == verb)
        {
            return Some(Subject::new(quoted, SubjectKind::Adjacent));
        }
        if let Some(phrase) = self.absolute_subject(end, limit) {
            return Some(Subject::new(phrase, SubjectKind::Adjacent));
        }
        let noun = before.is(SPEAKING.with(Class::NAMING));
        if noun || before.is_capital() && !before.is(Class::TIME.with(Class::ADVERB)) {
            let phrase = self.phrase_before(end)?;
            let governor = self.before(phrase.first());
            let with = phrase.first() > 0 && self.stands_apart(phrase.first() - 1);
            // "she released a statement saying", "she emailed supporters saying": the words are hers, but those on a sign
            // that she held up are not.
            let told = phrase.first() > limit && governor.is(Class::TELL) && self.is_cue(phrase.first() - 1);
            let sign = self.is(phrase.head(), Class::NAMING);
            let object = self.is(phrase.head(), Class::RECORD) && phrase.first() > limit && !with && !sign || told;
            if with || !governor.is(Class::PREPOSITION) && !object {
                return Some(Subject::new(phrase, SubjectKind::Adjacent));
            }
            return self.main_subject(verb);
        }
        if before.kind == Kind::Comma {
            let inserted = (limit..verb - 1).rev().take(8).find(|at| self.is(*at, Class::STRONG) && self.is_cue(*at));
            if let Some(said) = inserted
                && !self.is(said, Class::ING)
                && let Some(subject) = self.subject_of(said)
                && matches!(self.before(subject.phrase().first()).kind, Kind::Comma | Kind::Quote)
            {
                return Some(subject);
            }
        }
        if before.is(Class::CONJUNCTION)
            && let Some(parallel) = (limit..verb).rev().find(|at| self.is_first_participle(*at))
        {
            // "with Lee tweeting so and asking": the first of them has the subject
            return self.participle_subject(parallel, limit);
        }
        if let Some(subject) = self.dependent_subject(verb, limit) {
            return Some(subject);
        }
        if verb == limit && limit > 0 && self.token(limit - 1).kind != Kind::Break {
            // "He left. Adding, …": the sentence before has the subject
            return self.main_subject(limit - 1);
        }
        self.main_subject(verb)
    }

    /// Whether the "with" at `index` opens a phrase of its own: not "she spoke | with | reporters".
    fn stands_apart(&self, index: usize) -> bool {
        let company =
            index > 0 && self.word_in(index - 1, "spoke speaks speaking talked talks talking met meets meeting");
        self.word_is(index, "with") && !company
    }

    /// Who acts in a phrase that "with" opens: "with | one of her ads | asking".
    fn absolute_subject(&self, participle: usize, limit: usize) -> Option<Phrase> {
        let with = (limit.max(participle.saturating_sub(LONGEST))..participle)
            .rev()
            .take_while(|at| self.token(*at).is_word())
            .find(|at| self.stands_apart(*at))?;
        self.phrase_after(with + 1).filter(|phrase| phrase.last() + 1 == participle)
    }

    /// Whether a participle of speech stands right after its own subject: "Lee tweeting".
    fn is_first_participle(&self, at: usize) -> bool {
        let token = self.token(at);
        token.is(Class::CUE) && token.is(Class::ING) && self.before(at).is_capital()
    }

    /// The subject of the dependent clause that a participle ends: "Lee asked as | an aide | walked past, saying".
    fn dependent_subject(&self, verb: usize, limit: usize) -> Option<Subject> {
        let clause = (limit + 1..verb.checked_sub(1)?)
            .rev()
            .take_while(|at| self.token(*at).is_word() || self.token(*at).kind == Kind::Number)
            .find(|at| self.word_in(*at, "when as while where"))?;
        let finite = (clause + 2..verb - 1).find(|at| self.is_finite(*at))?;
        let phrase = self.subject_phrase(finite, clause)?;
        // "where about 50 protesters had gathered, chanting"
        let about = self.word_in(clause + 1, "about around over nearly almost");
        (phrase.first() == clause + 1 + usize::from(about)).then_some(Subject::new(phrase, SubjectKind::Main))
    }

    /// The phrase before the apposition that the comma or dash at `close` ends: "Smith, a lawyer from Ohio, | said".
    fn before_apposition(&self, close: usize, limit: usize, sign: Kind) -> Option<Subject> {
        let floor = limit.max(close.saturating_sub(APPOSITION));
        if self.before(close).kind == Kind::Close
            && let Some(phrase) = self.phrase_before(close).filter(|phrase| phrase.kind() == PhraseKind::Name)
        {
            // "Gov. Lee (D-Va.), said": the comma closes nothing
            return Some(Subject::new(phrase, SubjectKind::Apposed));
        }
        let mut fallback = None;
        for at in (floor..close).rev() {
            if self.token(at).kind != sign {
                continue;
            }
            let Some(phrase) = self.phrase_before(at) else { continue };
            let before = self.before(phrase.first());
            let object = before.is(Class::PREPOSITION) && !self.is(phrase.head(), SPEAKING);
            // "Lee, who is | a pastor in Rome, Ohio, | said"
            let predicate = phrase.first() > floor && self.word_in(phrase.first() - 1, BE);
            // "Lee, represented | by his deputy, Ann Park, | said"
            let agent = phrase.first() > floor + 1
                && self.word_is(phrase.first() - 1, "by")
                && self.is_participle(phrase.first() - 2);
            if (object || predicate || agent) && phrase.kind() != PhraseKind::Pronoun {
                continue;
            }
            // "the union's president, | Ann Lee, | said": both are the subject
            let named = phrase.kind() == PhraseKind::Description
                && self
                    .phrase_after(at + 1)
                    .is_some_and(|name| name.kind() == PhraseKind::Name && name.last() + 1 == close);
            let subject = Subject::new(phrase, if named { SubjectKind::Adjacent } else { SubjectKind::Apposed });
            // An apposition within the apposition: "Smith, director of the centre, a charity, said"
            if phrase.kind() == PhraseKind::Description
                && before.kind == sign
                && self.phrase_before(phrase.first() - 1).is_some_and(|name| name.kind() == PhraseKind::Name)
            {
                fallback = fallback.or(Some(subject));
                continue;
            }
            let bare = phrase.first() == phrase.last() && phrase.kind() == PhraseKind::Description;
            if bare {
                fallback = fallback.or(Some(subject));
                continue;
            }
            return Some(subject);
        }
        fallback
    }

    /// The subject of the sentence's main clause, as seen from a verb that shares it.
    pub fn main_subject(&self, verb: usize) -> Option<Subject> {
        let start = self.sentence_start(verb);
        let mut found: Option<Phrase> = None;
        let mut fallback = None;
        // "When Park came, Lee said": the subject of an opening dependent clause gives way to the next.
        let mut dependent_opening = self.is(start, Class::SUBORDINATOR);
        let mut at = start + 1;
        while at < verb {
            if self.is_finite(at)
                && !self.before_is(at, Class::AUXILIARY)
                && let Some(phrase) = self.subject_phrase(at, start)
            {
                let before = self.before(phrase.first());
                let dependent = before.is(Class::SUBORDINATOR) || before.is(Class::PREPOSITION);
                let own_clause = phrase.first() == start
                    || matches!(before.kind, Kind::Comma | Kind::Semicolon | Kind::Dash | Kind::Quote | Kind::Colon)
                    || before.is(Class::CONJUNCTION.with(Class::ADVERB).with(Class::TIME));
                let relative = phrase.kind() == PhraseKind::Pronoun && self.word_is(phrase.last(), "who");
                if dependent && !relative && before.is(Class::SUBORDINATOR) {
                    fallback = Some(phrase);
                }
                let after_comma = dependent_opening && before.kind == Kind::Comma;
                if !dependent
                    && !relative
                    && (found.is_none() || after_comma || own_clause && self.new_clause(phrase.first()))
                {
                    dependent_opening &= found.is_none() && !after_comma;
                    found = Some(phrase);
                }
            }
            at += 1;
        }
        found.or(fallback).map(|phrase| Subject::new(phrase, SubjectKind::Main))
    }

    /// Whether a new main clause begins with the phrase at `first`: after ", and", ";" or a dash.
    fn new_clause(&self, first: usize) -> bool {
        let before = self.before(first);
        match before.kind {
            Kind::Semicolon => true,
            Kind::Word => {
                before.is(Class::CONJUNCTION)
                    && matches!(self.before(first - 1).kind, Kind::Comma | Kind::Semicolon | Kind::Dash | Kind::Quote)
            }
            _ => false,
        }
    }

    fn subject_phrase(&self, mut verb: usize, start: usize) -> Option<Phrase> {
        while verb > start + 1 {
            // "Lee | on Friday | ruled"
            let day = verb > start + 2 && self.before_is(verb, Class::TIME) && self.word_is(verb - 2, "on");
            let small =
                self.before(verb).is_small() && (self.before_is(verb, Class::ADVERB) || self.is_manner(verb - 1));
            if !day && !small {
                break;
            }
            verb -= if day { 2 } else { 1 };
        }
        let before = self.before(verb);
        if matches!(before.kind, Kind::Comma | Kind::Dash) {
            return self.before_apposition(verb - 1, start, before.kind).map(|subject| subject.phrase());
        }
        let phrase = self.phrase_before(verb)?;
        let thing = phrase.kind() == PhraseKind::Description && !self.is(phrase.head(), SPEAKING);
        // "One official | who relayed the exchange | said"
        let whole = self.before_relative(verb, start).filter(|_| thing).map_or(phrase, Subject::phrase);
        (whole.first() >= start).then_some(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::*;

    fn subject(text: &str, verb: &str) -> String {
        let narrative = Narrative::read(text, &Lexicon::english());
        let verb = (0..narrative.tokens.len()).find(|at| narrative.written(*at) == verb).unwrap();
        narrative
            .subject_of(verb)
            .map(|subject| text[narrative.phrase_range(subject.phrase())].to_owned())
            .unwrap_or_default()
    }

    #[test]
    fn adverbs_and_auxiliaries_stand_between() {
        assert_eq!(subject("Lee has also repeatedly said so.", "said"), "Lee");
        assert_eq!(subject("Lee on Tuesday said so.", "said"), "Lee");
    }

    #[test]
    fn an_apposition_is_skipped() {
        assert_eq!(subject("Ann Lee, 54, a lawyer from Ohio, said so.", "said"), "Ann Lee");
        assert_eq!(subject("In Ohio, Ann Lee, who leads the party, said so.", "said"), "Ann Lee");
        assert_eq!(subject("Ann Lee (D-Va.) said so.", "said"), "Ann Lee");
    }

    #[test]
    fn what_hangs_on_the_subject_is_skipped() {
        assert_eq!(subject("A source speaking to the Herald said so.", "said"), "A source");
        assert_eq!(subject("A letter obtained by the Herald warns of it.", "warns"), "A letter");
        assert_eq!(subject("An aide who asked not to be named last week said so.", "said"), "An aide");
        assert_eq!(subject("Ann Lee, the head of the port said so.", "said"), "Ann Lee");
    }

    #[test]
    fn a_participle_takes_the_nearest_clauses_subject() {
        assert_eq!(subject("Lee sings as an aide walked past, saying so.", "saying"), "an aide");
        assert_eq!(subject("Many chimed in, with Lee tweeting that and asking so.", "asking"), "Lee");
    }

    #[test]
    fn those_she_spoke_with_are_not_who_speaks() {
        assert_eq!(subject("Lee spoke with reporters saying so.", "saying"), "Lee");
        assert_eq!(subject("The debate grew louder, with one of her ads asking so.", "asking"), "one of her ads");
    }

    #[test]
    fn a_second_verb_shares_the_subject() {
        assert_eq!(subject("Lee left the stage and later added more.", "added"), "Lee");
        assert_eq!(subject("As Park spoke, Lee blasted the plan, calling it bad.", "calling"), "Lee");
        assert_eq!(subject("Park left, and Lee followed, saying so.", "saying"), "Lee");
        assert_eq!(subject("Lee went on to say so.", "say"), "Lee");
    }
}
