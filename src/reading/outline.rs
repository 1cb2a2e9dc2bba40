//! What the state machine has to know of the article: one entry a mark, in text order.

use crate::claims::VerdictIndex;
use crate::document::Document;
use crate::marks::{MarkIndex, Marks, Standing, Subject};
use crate::quotes::{PersonIndex, Speaker};

/// All marks as a reading sees them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// One entry a mark, in the order of [`Marks::all`].
    pub entries: Vec<Entry>,
}

/// One mark as a reading sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Whose card it is: the cards of one voice are leafed through together.
    pub voice: Voice,
    /// The claim's verdict; none for a quotation.
    pub verdict: Option<VerdictIndex>,
    /// How its words stand in the text.
    pub standing: Standing,
}

impl Entry {
    /// Whether it has a place in the text.
    pub fn is_placed(&self) -> bool {
        matches!(self.standing, Standing::Found | Standing::Changed(_))
    }
}

/// Who speaks in a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// A person.
    Person(PersonIndex),
    /// Somebody unnamed: the first quotation of that same description.
    Unnamed(usize),
    /// A claim.
    Claim,
}

impl Outline {
    /// The outline of a document's marks.
    pub fn of(document: &Document, marks: &Marks) -> Self {
        let entry = |mark: &crate::marks::Mark| {
            let standing = mark.standing.clone();
            match mark.subject {
                Subject::Claim(claim) => {
                    let verdict = document.claims.get(claim).map(|claim| claim.verdict);
                    Entry { voice: Voice::Claim, verdict, standing }
                }
                Subject::Quote(quote) => Entry { voice: voice(document, quote), verdict: None, standing },
            }
        };
        Self { entries: marks.all.iter().map(entry).collect() }
    }

    /// The entry of a mark.
    pub fn get(&self, mark: MarkIndex) -> Option<&Entry> {
        self.entries.get(mark.0)
    }

    /// The place of `mark` among those of the same voice in text order, counted from 1, and how many they are.
    pub fn same_voice(&self, mark: MarkIndex) -> (usize, usize) {
        let voice = self.get(mark).map(|entry| entry.voice);
        let (mut place, mut count) = (0, 0);
        for (index, entry) in self.entries.iter().enumerate() {
            if Some(entry.voice) == voice {
                count += 1;
                if index <= mark.0 {
                    place = count;
                }
            }
        }
        (place, count)
    }

    /// How many marks `wanted` holds for.
    pub fn count(&self, wanted: impl Fn(&Entry) -> bool) -> usize {
        self.entries.iter().filter(|entry| wanted(entry)).count()
    }

    /// How many people and unnamed speakers are quoted.
    pub fn speakers(&self) -> usize {
        let firsts = self.entries.iter().enumerate().filter(|(index, entry)| {
            entry.voice != Voice::Claim && !self.entries[..*index].iter().any(|earlier| earlier.voice == entry.voice)
        });
        firsts.count()
    }
}

fn voice(document: &Document, quote: usize) -> Voice {
    let speaker = document.quotes.get(quote).map(|quote| &quote.speaker);
    match speaker {
        Some(Speaker::Person(person)) => Voice::Person(*person),
        _ => Voice::Unnamed(document.quotes.iter().position(|other| Some(&other.speaker) == speaker).unwrap_or(quote)),
    }
}
