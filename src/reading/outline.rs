//! What the state machine has to know of the article: one entry a mark, in text order.

use std::cell::OnceCell;

use super::{Filter, Reading, View, Words};
use crate::claims::{Claim, Claimant, VerdictIndex};
use crate::document::Document;
use crate::marks::{Mark, MarkIndex, Marks, Passage, Standing, Subject};
use crate::people::PersonIndex;
use crate::quotes::Speaker;

/// How much of an article's height the gap between two blocks takes, in bytes of text: about half a line.
const GAP: usize = 40;

/// All marks as a reading sees them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// One entry a mark, in the order of [`Marks::all`].
    pub entries: Vec<Entry>,
    /// The words of each, once they were read: an article and its cards are drawn without them, the list is not.
    pub words: OnceCell<Vec<Words>>,
}

/// One mark as a reading sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Whose card it is: the cards of one voice are leafed through together.
    pub voice: Voice,
    /// Whose words they are: a quotation's speaker, a claim's claimant, or the article's own ([`Voice::Claim`]).
    pub whose: Voice,
    /// The claim's verdict; none for a quotation.
    pub verdict: Option<VerdictIndex>,
    /// How its words stand in the text.
    pub standing: Standing,
    /// Where in the article it begins, in thousandths of its text.
    pub at: u16,
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
    /// A claimant who is not in the document's list of people: the first claim of that same name.
    Named(usize),
    /// A claim; as whose words: the article's own.
    Claim,
}

/// Marks that stand together in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they have in common; nothing where the list is not grouped.
    pub by: Option<Filter>,
    /// How many there are, whatever is searched for or filtered.
    pub count: usize,
    /// How many words they have together.
    pub words: usize,
    /// Those listed now, in text order.
    pub marks: Vec<MarkIndex>,
}

impl Outline {
    /// The outline of a document's marks, without their [words](Outline::read).
    pub fn of(document: &Document, marks: &Marks) -> Self {
        let mut starts = Vec::new();
        let mut length = 0;
        for block in document.article.plain_blocks() {
            starts.push(length);
            length += block.len() + GAP;
        }
        let entry = |mark: &Mark| {
            let (voice, whose, verdict) = match mark.subject {
                Subject::Claim(claim) => {
                    let verdict = document.claims.get(claim).map(|claim| claim.verdict);
                    (Voice::Claim, whose_of(document, mark).0, verdict)
                }
                Subject::Quote(_) => {
                    let voice = whose_of(document, mark).0;
                    (voice, voice, None)
                }
            };
            let start = mark.spans.first().map(|span| span.start);
            let before =
                start.map_or(length, |at| starts.get(at.block.index()).copied().unwrap_or(length) + at.offset.index());
            let at = (before * 1000 / length.max(1)) as u16;
            Entry { voice, whose, verdict, standing: mark.standing.clone(), at }
        };
        Self { entries: marks.all.iter().map(entry).collect(), words: OnceCell::new() }
    }

    /// Reads the words of the marks, once; `alike` makes letters alike that a search does not tell apart.
    pub fn read(&self, document: &Document, marks: &Marks, alike: fn(&str) -> String) {
        self.words.get_or_init(|| {
            let blocks = document.article.plain_blocks();
            let words = |mark: &Mark| {
                let claimed = match mark.subject {
                    Subject::Claim(claim) => document.claims.get(claim).map(|claim| &*claim.claim_reviewed),
                    Subject::Quote(_) => None,
                };
                Words::of(whose_of(document, mark).1, &Passage::of(&blocks, mark).parts, claimed, alike)
            };
            marks.all.iter().map(words).collect()
        });
    }

    /// The entry of a mark.
    pub fn get(&self, mark: MarkIndex) -> Option<&Entry> {
        self.entries.get(mark.0)
    }

    /// What the list holds as `reading` has it, in its order.
    pub fn listed(&self, reading: &Reading) -> Vec<MarkIndex> {
        self.groups(reading).into_iter().flat_map(|group| group.marks).collect()
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

    /// The list as `reading` has it: voices in the order in which they first come up in the text, verdicts in that of
    /// their scale. A group whose
    /// marks are all filtered out stays, so that it can be chosen; one in which a search finds nothing does not.
    pub fn groups(&self, reading: &Reading) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for (index, entry) in self.entries.iter().enumerate() {
            // Words that were changed are nobody's and have no verdict: they stand in the text's order alone.
            let is_grouped = matches!(reading.view, View::Speakers | View::Verdicts | View::Claimants);
            if is_grouped && !entry.standing.holds() {
                continue;
            }
            let by = match (reading.view, entry.verdict) {
                (View::All, _) | (View::Claims, Some(_)) => None,
                (View::Speakers, None) | (View::Claimants, Some(_)) => Some(Filter::Voice(entry.whose)),
                (View::Verdicts, Some(verdict)) => Some(Filter::Verdict(verdict)),
                _ => continue,
            };
            let found = groups.iter().position(|group| group.by == by || comes_before(by, group.by));
            let at = found.unwrap_or(groups.len());
            if groups.get(at).is_none_or(|group| group.by != by) {
                groups.insert(at, Group { by, count: 0, words: 0, marks: Vec::new() });
            }
            let group = &mut groups[at];
            group.count += 1;
            let words = self.words.get().and_then(|words| words.get(index));
            group.words += words.map_or(0, |words| words.count);
            // Who has not drawn the list has read no words, and searches for none.
            if reading.admits(entry) && words.is_none_or(|words| words.hold(&reading.search)) {
                group.marks.push(MarkIndex(index));
            }
        }
        groups.retain(|group| !group.marks.is_empty() || (group.by.is_some() && reading.search.is_empty()));
        groups
    }

    /// Of the marks shown in the text, the one that begins nearest to `at` thousandths of it.
    pub fn nearest(&self, reading: &Reading, at: u16) -> Option<MarkIndex> {
        let mut nearest: Option<(u16, usize)> = None;
        for (index, entry) in self.entries.iter().enumerate() {
            let far = entry.at.abs_diff(at);
            if entry.is_placed() && reading.shows(entry) && nearest.is_none_or(|(least, _)| far < least) {
                nearest = Some((far, index));
            }
        }
        nearest.map(|(_, index)| MarkIndex(index))
    }
}

/// Whether a verdict stands before another one in the scale; voices do not.
fn comes_before(one: Option<Filter>, other: Option<Filter>) -> bool {
    matches!((one, other), (Some(Filter::Verdict(one)), Some(Filter::Verdict(other))) if one < other)
}

/// Whose words a mark's are, and that one's name.
fn whose_of<'a>(document: &'a Document, mark: &Mark) -> (Voice, &'a str) {
    match mark.subject {
        Subject::Quote(quote) => speaker_of(document, quote),
        Subject::Claim(claim) => {
            let claimant = document.claims.get(claim).and_then(|claim| claim.claimant.as_ref());
            claimant_of(document, claim, claimant)
        }
    }
}

fn speaker_of(document: &Document, quote: usize) -> (Voice, &str) {
    let speaker = document.quotes.get(quote).map(|quote| &quote.speaker);
    match speaker {
        Some(Speaker::Person(person)) => (Voice::Person(*person), name_of(document, *person)),
        Some(Speaker::Unnamed(description)) => {
            let first = document.quotes.iter().position(|other| Some(&other.speaker) == speaker);
            (Voice::Unnamed(first.unwrap_or(quote)), description)
        }
        None => (Voice::Unnamed(quote), ""),
    }
}

fn claimant_of<'a>(document: &'a Document, claim: usize, claimant: Option<&'a Claimant>) -> (Voice, &'a str) {
    match claimant {
        None => (Voice::Claim, ""),
        Some(Claimant::Person(person)) => (Voice::Person(*person), name_of(document, *person)),
        Some(Claimant::Named(name)) => {
            let is_first = |other: &Claim| other.claimant.as_ref() == claimant;
            (Voice::Named(document.claims.iter().position(is_first).unwrap_or(claim)), name)
        }
    }
}

fn name_of(document: &Document, person: PersonIndex) -> &str {
    document.people.get(person.0).map_or("", |person| &person.name)
}
