//! Whom a description means: "the Russian president" the one who was named with that office, "the senator" the one whom the
//! last sentences are about, "the official" the one who was so described.

use super::coreference::{MENTIONS, Referent, Resolver, SPEAKERS, Who};
use super::lexicon::Class;
use super::narrative::Narrative;
use super::people::Mention;
use super::phrase::Phrase;
use super::tokens::Kind;

/// What the likeness of a topic is worth beside that of an office: less than two words in common.
const TOPIC: i32 = 90;

impl Resolver<'_, '_> {
    /// "the Russian president": whoever was named with that office; "the official": whoever was so described.
    pub(super) fn description(&self, speaker: Phrase) -> Referent {
        let narrative = self.narrative;
        if let Some(person) = self.apposed(speaker) {
            return Referent::named(person);
        }
        if !narrative.word_in(speaker.first(), "the that") {
            return Referent::described(speaker);
        }
        let head = narrative.token(speaker.head()).word;
        let same = |referent: &Referent| match referent.who() {
            Who::Described(phrase) => narrative.token(phrase.head()).word == head,
            Who::Named(_) => false,
        };
        let mut best: Option<(i32, usize)> = None;
        for (back, mention) in self.people.before(speaker.first()).take(4 * MENTIONS).enumerate() {
            let office = self.people.named.get(mention.person).and_then(|named| named.office);
            let office = office.and_then(|office| self.people.mentions.get(office));
            let matches = office.map_or(0, |office| self.office_matches(speaker, office));
            let matches = matches.max(i32::from(self.is_called(speaker, mention)));
            if matches > 0 {
                let score = matches * 100 - 5 * i32::try_from(back).unwrap_or(99);
                if best.is_none_or(|(highest, _)| score > highest) {
                    best = Some((score, mention.person));
                }
            }
        }
        if best.is_none() && narrative.word_in(speaker.last(), "company firm retailer chain airline automaker carmaker")
        {
            best = self.acting_body(speaker.first(), false).map(|body| (TOPIC, body));
        }
        let described = self.spoke.iter().rev().map(|spoke| spoke.0).take(SPEAKERS).find(same);
        if let (None, Some(described)) = (best, described) {
            return described;
        }
        if let Some(topic) = self.topic(speaker)
            && best.is_none_or(|(score, _)| score < topic.0)
        {
            best = Some(topic);
        }
        best.map_or(Referent::described(speaker), |(_, person)| Referent::named(person))
    }

    /// The body that acted before a token: the last of this paragraph, or the one that alone "the company" can mean.
    pub(super) fn acting_body(&self, at: usize, near: bool) -> Option<usize> {
        let narrative = self.narrative;
        let mut found = None;
        for mention in self.people.before(at).take(4 * MENTIONS) {
            let Some(named) = self.people.named.get(mention.person).filter(|named| named.is_body()) else { continue };
            // "Dockworkers left": a capital letter that opens a sentence says nothing.
            let several = mention.last > mention.first;
            let proper = several || named.given == 0 && !narrative.ends_in(mention.last, "s");
            let other = narrative.is(mention.first, Class::NOT_A_PERSON) || narrative.is(mention.last, Class::BODY);
            if !proper || !near && other || !narrative.acts_at(mention.last + 1) {
                continue;
            }
            if near {
                return Some(mention.person).filter(|_| self.paragraphs(mention.last, at) == 0);
            }
            if found.is_some_and(|known| known != mention.person) {
                return None;
            }
            found = Some(mention.person);
        }
        found
    }

    /// Whether a name stands beside the same word: "her | agent, | Ann Lee", "driver | Ann Lee", "Ann Lee, the Italian-born | pianist", "Rapper |
    /// Ann Lee".
    fn is_called(&self, speaker: Phrase, mention: &Mention) -> bool {
        let narrative = self.narrative;
        let word = narrative.token(speaker.head()).word;
        let same = |at: usize| narrative.token(at).word == word;
        let comma = |at: usize| narrative.token(at).kind == Kind::Comma;
        let closed = |at: usize| matches!(narrative.token(at).kind, Kind::Comma | Kind::Stop);
        // "The minister for fisheries, Ann Lee,"
        let before = || {
            narrative
                .phrase_before(mention.office - 1)
                .filter(|phrase| same(phrase.head()) && narrative.is(phrase.head(), Class::ROLE))
        };
        let after = || {
            let apposed = narrative.phrase_after(mention.last + 2)?;
            (same(apposed.head()) && closed(apposed.last() + 1) && apposed.first() < speaker.first()).then_some(())
        };
        !narrative.is(speaker.head(), Class::RECORD.with(Class::MEDIUM))
            && (mention.last > mention.first && (mention.first..=mention.last).any(same)
                || mention.office > 1
                    && (same(mention.office - 1)
                        || comma(mention.office - 1) && (same(mention.office - 2) || before().is_some()))
                || comma(mention.last + 1) && after().is_some())
    }

    /// The name between commas after a description: "the company’s chief executive, Ann Lee, said".
    pub(super) fn apposed(&self, speaker: Phrase) -> Option<usize> {
        let narrative = self.narrative;
        let comma = |at: usize| narrative.token(at).kind == Kind::Comma;
        // "the leader | of Rome, | Ann Lee,"
        let mut last = speaker.last() + 1;
        while last < speaker.last() + 4
            && (narrative.token(last).is_capital() || narrative.is(last, Class::PREPOSITION))
        {
            last += 1;
        }
        if !comma(last) || narrative.is(speaker.head(), Class::RECORD) {
            return None;
        }
        // "her daughter, the novelist Ann Lee,"
        let start = last + 1 + usize::from(narrative.is(last + 1, Class::DETERMINER));
        let mention = self.people.from(start)?;
        let named = self.people.named.get(mention.person)?;
        let after = narrative.token(mention.last + 1);
        let human = narrative.is(speaker.head(), Class::ROLE.with(Class::MALE).with(Class::FEMALE));
        let fits = mention.office == start
            && (matches!(after.kind, Kind::Comma | Kind::Stop) || human && after.is(Class::PREPOSITION))
            && (mention.last > mention.first || human && named.human);
        fits.then_some(mention.person)
    }

    /// Whom the last paragraphs are about, for descriptions of the kind that writers use to vary a name: "the senator".
    pub(super) fn topic(&self, speaker: Phrase) -> Option<(i32, usize)> {
        if !self.narrative.is(speaker.head(), Class::TOPIC) {
            return None;
        }
        let gender = self.gender(speaker);
        let mut best: Option<(i32, usize)> = None;
        for (mention, back) in self.people.before(speaker.first()).take(MENTIONS).zip(0..) {
            let Some(named) = self.people.named.get(mention.person) else { continue };
            let fits = gender.fits(named.gender);
            // "the businesswoman" may be far from the only woman.
            let same = [true, false].into_iter().any(|male| gender.says(male) && named.gender.is(male));
            let near = same || back < 6 && self.paragraphs(mention.last, speaker.first()) <= 2;
            let last = self.spoke.last().is_some_and(|spoke| spoke.0 == Referent::named(mention.person));
            let subject =
                (last || mention.is_subject(self.narrative)) && (named.human || self.has_spoken(mention.person));
            // "the Ohio senator": the one of Ohio
            let from = (speaker.first() + 1..speaker.head()).any(|own| {
                let place = |at: usize| self.narrative.ends_in(at, self.narrative.written(own));
                let end = speaker.first().min(mention.last + 4);
                self.narrative.token(own).is_capital() && (mention.last + 1..end).any(place)
            });
            let score = self.weight(mention, speaker.first(), speaker.first()) - 2 * back + if from { 40 } else { 0 };
            if fits && near && (subject || from) && best.is_none_or(|(highest, _)| score > highest) {
                best = Some((score, mention.person));
            }
        }
        best.map(|(_, person)| (TOPIC, person))
    }

    /// How many words of a description are in an office; 0 where the office itself is another.
    pub(super) fn office_matches(&self, speaker: Phrase, office: &Mention) -> i32 {
        let narrative = self.narrative;
        // The office stands before the name, or after it: "Ann Lee, the mayor of Rome,".
        let mut start = office.office;
        while start > 0
            && office.office - start < 3
            && narrative.before(start).is_word()
            && !narrative.before_is(start, Class::PREPOSITION.with(Class::DETERMINER).with(Class::CONJUNCTION))
        {
            start -= 1;
        }
        let words = start..office.first;
        let head = narrative.token(speaker.head()).word;
        let mut found = 0;
        for at in words.clone() {
            if narrative.token(at).word == head
                || narrative.is(at, Class::TITLE) && is_short_for(narrative, at, speaker.head())
            {
                // A party is no office.
                found = if narrative.is(at, Class::HUMAN_ADJECTIVE) { 1 } else { 2 };
            }
        }
        if found == 0 {
            return 0;
        }
        for own in speaker.first() + 1..speaker.head() {
            let word = narrative.token(own).word;
            if words.clone().any(|at| narrative.token(at).word == word) {
                found += 1;
            } else if narrative.token(own).is_capital() {
                // "the Russian president" is not the president of another country.
                found -= 1;
            }
        }
        found
    }
}

/// Whether the title before a name stands for an office: "Sen." for "senator".
fn is_short_for(narrative: &Narrative<'_>, title: usize, office: usize) -> bool {
    let short = narrative.written(title).trim_end_matches('.');
    let start = narrative.written(office).get(..short.len()).filter(|_| short.len() >= 3);
    let other = |short: &str, offices: &str| narrative.word_in(title, short) && narrative.word_in(office, offices);
    start.is_some_and(|start| start.eq_ignore_ascii_case(short))
        || other("Sen. Sen", "lawmaker")
        || other("Rep. Rep Representative", "congressman congresswoman lawmaker")
        || other("Dr. Dr", "doctor physician")
}
