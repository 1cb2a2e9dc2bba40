//! The people who speak in a text, as results give them: each once, with aliases and office.

use std::ops::Range;

use super::coreference::{Referent, Resolver, Who};
use super::found::FoundPerson;
use super::narrative::Narrative;
use super::people::{People, pair, sort};
use super::phrase::{Phrase, PhraseKind};
use super::rules::Attribution;
use crate::people::PersonIndex;

/// An alias is looked for among no more than this many.
const ALIASES: usize = 12;

/// Who speaks, and which mention is whose.
pub struct Cast<'n, 't> {
    narrative: &'n Narrative<'t>,
    people: People,
    /// Resolved speakers by the first token of their mention, in text order.
    resolved: Vec<(usize, Option<Referent>)>,
    /// The place in the list of everybody named, if they have one yet.
    named: Vec<Option<usize>>,
    /// The same for the described, by the first token of the description.
    described: Vec<(usize, usize)>,
    listed: Vec<FoundPerson>,
}

impl<'n, 't> Cast<'n, 't> {
    /// Resolves the speakers of all attributions.
    pub fn read(narrative: &'n Narrative<'t>, attributions: &[Option<Attribution>]) -> Self {
        let people = People::read(narrative);
        // Pairs of one type, as in `people`: mention and quotation, in the order of the mentions.
        let mut order = Vec::new();
        for (attribution, quote) in attributions.iter().zip(0..) {
            if let Some(attribution) = attribution {
                order.push(pair(attribution.speaker().first() as u32, quote));
            }
        }
        sort(&mut order);
        let mut resolver = Resolver::new(narrative, &people);
        let speaker = |quote: u32| Some(attributions.get(quote as usize)?.as_ref()?.speaker());
        let mut resolved: Vec<(usize, Option<Referent>)> = Vec::new();
        for speaker in order.iter().filter_map(|entry| speaker(*entry as u32)) {
            if resolved.last().is_none_or(|last| last.0 != speaker.first()) {
                resolved.push((speaker.first(), resolver.resolve(speaker)));
            }
        }
        let named = vec![None; people.named.len()];
        Self { narrative, people, resolved, named, described: Vec::new(), listed: Vec::new() }
    }

    /// The person behind a speaker.
    pub fn person_of(&mut self, speaker: Phrase) -> Option<PersonIndex> {
        let place = self.resolved.binary_search_by_key(&speaker.first(), |entry| entry.0).ok()?;
        let referent = self.resolved.get(place)?.1?;
        let index = match self.place(referent) {
            Some(index) => index,
            None => self.list(referent)?,
        };
        let mention = self.narrative.phrase_range(speaker);
        let words = |range: &Range<usize>| self.narrative.text.get(range.clone()).unwrap_or_default();
        if let Some(person) = self.listed.get_mut(index)
            && speaker.kind() != PhraseKind::Pronoun
            && person.aliases.len() < ALIASES
            && words(&mention) != words(&person.name)
            && !person.aliases.iter().any(|alias| words(alias) == words(&mention))
        {
            person.aliases.push(mention);
        }
        Some(PersonIndex(index))
    }

    /// The people given out.
    pub fn into_people(self) -> Vec<FoundPerson> {
        self.listed
    }

    fn place(&self, referent: Referent) -> Option<usize> {
        match referent.who() {
            Who::Named(person) => self.named.get(person).copied().flatten(),
            Who::Described(phrase) => {
                let at = self.described.binary_search_by_key(&phrase.first(), |entry| entry.0).ok()?;
                self.described.get(at).map(|entry| entry.1)
            }
        }
    }

    fn list(&mut self, referent: Referent) -> Option<usize> {
        let index = self.listed.len();
        match referent.who() {
            Who::Named(person) => {
                self.listed.push(self.by_name(person)?);
                *self.named.get_mut(person)? = Some(index);
            }
            Who::Described(phrase) => {
                let name = self.narrative.phrase_range(phrase);
                self.listed.push(FoundPerson { name, named: false, aliases: Vec::new(), role: None });
                let at = self.described.partition_point(|entry| entry.0 < phrase.first());
                self.described.insert(at, (phrase.first(), index));
            }
        }
        Some(index)
    }

    fn by_name(&self, person: usize) -> Option<FoundPerson> {
        let person = self.people.named.get(person)?;
        let name = self.people.mentions.get(person.fullest)?;
        let role = person.office.and_then(|office| self.people.mentions.get(office)).map(|office| {
            self.narrative.token(office.office).start..self.narrative.token(office.first.saturating_sub(1)).end
        });
        let phrase = Phrase::new(name.first, name.last, PhraseKind::Name);
        Some(FoundPerson { name: self.narrative.phrase_range(phrase), named: true, aliases: Vec::new(), role })
    }
}
