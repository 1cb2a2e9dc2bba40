//! `“…,” Smith said`: the subject right after the quotation, then the cue.

use super::{Attribution, Case, Rule, may_speak};
use crate::quotes::clause::{Subject, SubjectKind};
use crate::quotes::lexicon::Class;
use crate::quotes::narrative::Ending;
use crate::quotes::phrase::{Phrase, PhraseKind};
use crate::quotes::tokens::Kind;
use crate::quotes::verb::BE;

/// The cue stands no further from the quotation than this (tokens).
const REACH: usize = 40;

pub(super) fn apply(case: &Case<'_, '_>) -> Option<Attribution> {
    let narrative = case.narrative;
    let mut start = case.at + 1;
    if matches!(narrative.token(start).kind, Kind::Comma | Kind::Dash) {
        start += 1;
    }
    // "“…” is how | Lee put it"
    if narrative.word_is(start + 1, "how") && narrative.word_in(start, BE) {
        start += 2;
    }
    let first = narrative.token(start);
    if !(first.is_word() || first.kind == Kind::Number) {
        return None;
    }
    // "Lee called it a “mess,” and he said": a clause of its own
    let clause = first.is(Class::CONJUNCTION) && !narrative.starts_sentence(case.at) && !case.shape.capital;
    let told = |at: usize| narrative.is(at, Class::STRONG) && narrative.is_cue(at) && !narrative.is(at, Class::ING);
    let told = !case.shape.capital && (narrative.sentence_start(case.at)..case.at).any(told);
    if clause && told {
        return None;
    }
    // “Why?” She left. – a sentence of its own, but “Why?” Lee asked.
    let sentence = first.is(Class::DETERMINER.with(Class::PRONOUN)) && narrative.ends_sentence(case.at);
    let closed = case.shape.ending == Ending::Stop || case.shape.ending == Ending::Open && sentence;
    if case.shape.ending == Ending::Bare && case.shape.words < 4 && narrative.token(case.at + 1).kind != Kind::Comma {
        return None;
    }
    for verb in start + 1..start + REACH {
        let token = narrative.token(verb);
        if matches!(token.kind, Kind::Stop | Kind::Break | Kind::Colon | Kind::Semicolon | Kind::Quote) {
            break;
        }
        // "can be heard | saying", "was quoted as | saying"
        let participle = token.is(Class::ING) && !token.is(Class::PAST) && !narrative.word_in(verb - 1, "heard as");
        // "the Saudis state": a base form after a plural, which right after a quotation is no noun
        let plural = token.is(Class::STRONG)
            && token.is(Class::BASE)
            && (narrative.ends_in(verb - 1, "s") || narrative.before_is(verb, Class::PAIR));
        // "likes to say", "was quick to add"
        let infinitive = token.is(Class::STRONG)
            && token.is(Class::BASE)
            && narrative.word_is(verb - 1, "to")
            && case.shape.ending == Ending::Comma
            && narrative.starts_sentence(case.at)
            && (start..verb).all(|at| narrative.token(at).kind != Kind::Comma);
        let cue = narrative.is_cue(verb) && !participle || plural || infinitive;
        let terse =
            case.shape.ending == Ending::Open && matches!(narrative.token(verb + 1).kind, Kind::Stop | Kind::Break);
        let other = (case.shape.ending == Ending::Comma && case.shape.words >= 4 || terse)
            && verb <= start + 4
            && narrative.starts_sentence(case.at)
            && !token.is(Class::AUXILIARY)
            && !(token.is(Class::TELL) && narrative.follows_be(verb))
            && narrative.is_finite(verb);
        if !cue && !other {
            continue;
        }
        let subject = narrative.subject_of(verb)?;
        let from = subject.phrase().first();
        // “…,” as Lee put it
        let put = narrative.word_is(start, "as")
            && subject.kind() == SubjectKind::Adjacent
            && (token.is(Class::STRONG) || narrative.word_is(verb + 1, "it"))
            && !narrative.word_is(verb + 1, "to");
        let leading = from > start
            && from <= start + 2
            && (put
                || narrative.is(start, Class::ADVERB.with(Class::CONJUNCTION))
                    && !narrative.is(start, Class::PREPOSITION));
        if from > verb {
            // "Xinhua quoted | Lee | as saying"
            return Attribution::new(Rule::SubjectVerbAfter, subject, Some(verb), verb - start);
        }
        if from != start && !leading {
            if let Some(speaker) = described_name(case, start, subject.phrase()) {
                let subject = Subject::new(speaker, SubjectKind::Apposed);
                return Attribution::new(Rule::SubjectVerbAfter, subject, Some(verb), verb - start);
            }
            // A cue inside the subject's own relative clause is not the one.
            if from < start {
                continue;
            }
            let strong = token.is(Class::STRONG) && !closed;
            let speaker = narrative.phrase_after(start).filter(|phrase| strong && opens_apposition(case, *phrase))?;
            let subject = Subject::new(speaker, SubjectKind::Apposed);
            return Attribution::new(Rule::SubjectVerbAfter, subject, Some(verb), verb - start);
        }
        if !may_speak(narrative, subject.phrase()) || !cue && subject.kind() != SubjectKind::Adjacent {
            continue;
        }
        let strong = token.is(Class::STRONG);
        // "Lee said it “went off,” court records | show"
        if told && !strong {
            return None;
        }
        if closed && !(strong && narrative.token(verb + 1).kind == Kind::Stop) {
            return None;
        }
        return Attribution::new(Rule::SubjectVerbAfter, subject, Some(verb), verb - start);
    }
    None
}

/// A description and the name that it introduces: "a friend, Ann Lee | said".
fn described_name(case: &Case<'_, '_>, start: usize, name: Phrase) -> Option<Phrase> {
    let narrative = case.narrative;
    let description = narrative.phrase_after(start).filter(|_| name.kind() == PhraseKind::Name)?;
    (narrative.is(description.head(), Class::ROLE.with(Class::MALE).with(Class::FEMALE))
        && (narrative.is(start, Class::DETERMINER) || narrative.token(start).possessive)
        && description.last() + 2 == name.first()
        && narrative.before(name.first()).kind == Kind::Comma)
        .then_some(name.from(start))
}

/// Whether the phrase right after the quotation is a name with an apposition that no comma ends: "Lee, who founded the
/// site said".
fn opens_apposition(case: &Case<'_, '_>, phrase: Phrase) -> bool {
    let after = case.narrative.token(phrase.last() + 1);
    let preposition = after.is(Class::PREPOSITION) && !after.capital;
    phrase.kind() == PhraseKind::Name
        && case.shape.ending == Ending::Comma
        && (matches!(after.kind, Kind::Comma | Kind::Open)
            || preposition
            || case.narrative.word_is(phrase.last() + 1, "who"))
}
