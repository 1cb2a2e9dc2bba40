//! The runs of capital words that may be names: where they stand, and where the offices before them begin.

use super::lexicon::Class;
use super::narrative::Narrative;
use super::people::{Mention, OFFICE};
use super::tokens::Kind;

/// Tokens of a headline at most.
const HEADLINE: usize = 30;

/// Words of a name at most, initials and particles counted.
const LONGEST: usize = 5;

/// The runs of capital words that may be names, without the titles before them.
pub fn names(narrative: &Narrative<'_>) -> Vec<Mention> {
    const CLOSED: Class = Class::PREPOSITION
        .with(Class::CONJUNCTION)
        .with(Class::SUBORDINATOR)
        .with(Class::DETERMINER)
        .with(Class::PRONOUN)
        .with(Class::ADVERB)
        .with(Class::TIME);
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < narrative.tokens.len() {
        let token = narrative.token(at);
        if (at == 0 || narrative.before(at).kind == Kind::Break)
            && let Some(end) = headline_end(narrative, at)
        {
            at = end;
            continue;
        }
        if !token.is_capital() || token.is(CLOSED) || token.is(Class::AUXILIARY) && narrative.starts_sentence(at) {
            at += 1;
            continue;
        }
        let mut last = at;
        let mut joined = false;
        while !narrative.token(last).possessive && last - at < 9 {
            let next = narrative.token(last + 1);
            // "Pieter | van der | Meer"
            let particles = (last + 1..last + 3)
                .take_while(|at| narrative.token(*at).is_small() && narrative.is(*at, Class::PARTICLE))
                .count();
            let particle = particles > 0 && narrative.token(last + particles + 1).is_capital();
            // "Theresa May"
            let month = next.is(Class::TIME) && next.is(Class::AUXILIARY);
            // "the State Board | of | Examinations"
            let over = narrative.word_is(last + 1, "of")
                && narrative.is(last, Class::BODY)
                && narrative.token(last + 2).is_capital();
            if over {
                last += 2;
                joined = true;
            } else if next.is_capital() && (!next.is(CLOSED) || month) {
                last += 1;
            } else if particle {
                last += particles + 1;
            } else {
                break;
            }
        }
        let end = last + 1;
        let mut first = at;
        // "Julie Bishop" is no bishop.
        let surname = last > at && narrative.is(last - 1, Class::MALE_NAME.with(Class::FEMALE_NAME));
        for office in at..last + usize::from(!surname) {
            if narrative.is(office, OFFICE.with(Class::HUMAN_ADJECTIVE))
                && !narrative.is(office, Class::MALE_NAME.with(Class::FEMALE_NAME))
            {
                first = office + 1;
            }
        }
        // "Secretary of State Ann Lee": what the office is over is no part of the name
        let over = at > 1 && narrative.word_is(at - 1, "of") && narrative.is(at - 2, OFFICE);
        let given = (first + 1..last)
            .find(|token| narrative.is(*token, Class::MALE_NAME.with(Class::FEMALE_NAME)))
            .filter(|_| !narrative.is(first, Class::MALE_NAME.with(Class::FEMALE_NAME)));
        if over && first == at && last > at + 1 {
            first = given.unwrap_or(at + 1);
        } else if let Some(given) = given.filter(|_| last > first + 2) {
            // "Senate Minority Whip Ann B. Lee"
            first = given;
        }
        // "Bishop said": a name if a full name ends so
        if first > last && at == last && !narrative.before_is(at, Class::DETERMINER) {
            first = last;
        }
        if first <= last && last - first < LONGEST {
            let mut office = if over && first > at { at - 2 } else { at.min(first) };
            // "host Sean Hannity", "former president Barack Obama"
            while office > 0
                && first == at
                && at - office < 3
                && !narrative.before(office).capital
                && narrative.before_is(office, OFFICE)
            {
                office -= 1;
            }
            let alone = first == last;
            let nobody = narrative
                .is(last, Class::NOT_A_PERSON.with(Class::PLURAL).with(Class::RECORD).with(Class::NAMING))
                || alone && narrative.is(last, Class::STRONG.with(Class::CUE_NOUN));
            if !nobody || joined {
                mentions.push(Mention { first, last, office, person: usize::MAX });
            }
        }
        at = end;
    }
    mentions
}

/// The end of the paragraph at `start` if it is written in title case, where a capital letter says nothing.
fn headline_end(narrative: &Narrative<'_>, start: usize) -> Option<usize> {
    let (mut words, mut capitals, mut verbs) = (0, 0, 0);
    let verbal = Class::PAST
        .with(Class::THIRD)
        .with(Class::VERB)
        .with(Class::AUXILIARY)
        .with(Class::SUBORDINATOR)
        .with(Class::PREPOSITION);
    for at in start..start + HEADLINE {
        let token = narrative.token(at);
        if token.kind == Kind::Break {
            return (words >= 5 && verbs > 0 && capitals * 5 >= words * 4).then_some(at.max(start + 1));
        }
        if token.is_word() && token.end - token.start > 3 {
            words += 1;
            capitals += usize::from(token.capital);
            verbs += usize::from(token.capital && at > start && token.is(verbal) && !token.is(OFFICE));
        }
    }
    None
}
