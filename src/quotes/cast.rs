//! The people who speak in a text, as results give them: each once, with aliases and office.

use super::PersonIndex;
use super::coreference::{Referent, Resolver};
use super::found::FoundPerson;
use super::narrative::Narrative;
use super::people::People;
use super::phrase::Phrase;
use super::rules::Attribution;

/// Who speaks, and which mention is whose.
pub struct Cast<'n, 't> {
    narrative: &'n Narrative<'t>,
    people: People,
    /// Resolved speakers by the first token of their mention, in text order.
    resolved: Vec<(usize, Option<Referent>)>,
    /// The people given out so far.
    referents: Vec<Referent>,
    listed: Vec<FoundPerson>,
}

impl<'n, 't> Cast<'n, 't> {
    /// Resolves the speakers of all attributions.
    pub fn read(narrative: &'n Narrative<'t>, attributions: &[Option<Attribution>]) -> Self {
        let people = People::read(narrative);
        let mut speakers: Vec<Phrase> = attributions.iter().flatten().map(|attribution| attribution.speaker).collect();
        speakers.sort_unstable_by_key(|speaker| speaker.first);
        speakers.dedup_by_key(|speaker| speaker.first);
        let mut resolver = Resolver::new(narrative, &people);
        let resolved = speakers.iter().map(|speaker| (speaker.first, resolver.resolve(*speaker))).collect();
        Self { narrative, people, resolved, referents: Vec::new(), listed: Vec::new() }
    }

    /// The person behind a speaker.
    pub fn person_of(&mut self, speaker: Phrase) -> Option<PersonIndex> {
        let place = self.resolved.binary_search_by_key(&speaker.first, |entry| entry.0).ok()?;
        let referent = self.resolved.get(place)?.1?;
        let index = match self.referents.iter().position(|known| *known == referent) {
            Some(index) => index,
            None => {
                self.listed.push(self.found(referent)?);
                self.referents.push(referent);
                self.listed.len() - 1
            }
        };
        let mention = self.narrative.phrase_range(speaker);
        let words = |range: &std::ops::Range<usize>| self.narrative.text.get(range.clone()).unwrap_or_default();
        let pronoun = speaker.kind == super::phrase::PhraseKind::Pronoun;
        if let Some(person) = self.listed.get_mut(index)
            && !pronoun
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

    fn found(&self, referent: Referent) -> Option<FoundPerson> {
        let person = match referent {
            Referent::Described(phrase) => {
                return Some(FoundPerson {
                    name: self.narrative.phrase_range(phrase),
                    named: false,
                    aliases: Vec::new(),
                    role: None,
                });
            }
            Referent::Named(person) => self.people.named.get(person)?,
        };
        let name = self.people.mentions.get(person.fullest)?;
        let role = person.office.and_then(|office| self.people.mentions.get(office)).map(|office| {
            self.narrative.token(office.office).start..self.narrative.token(office.first.saturating_sub(1)).end
        });
        Some(FoundPerson {
            name: self.narrative.phrase_range(Phrase {
                first: name.first,
                last: name.last,
                head: name.last,
                kind: super::phrase::PhraseKind::Name,
            }),
            named: true,
            aliases: Vec::new(),
            role,
        })
    }
}
