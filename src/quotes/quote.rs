//! A quotation as the reader's card shows it.

use std::rc::Rc;

use crate::anchors::Target;
use crate::claims::{Reviewer, Source};
use crate::people::PersonIndex;

/// Words between quotation marks and who said them (schema.org `Quotation`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Names the quotation in links and events: `q5`.
    pub id: Rc<str>,
    /// Its parts in text order; several where the attribution stands in between (`"We will," she said, "win."`).
    pub parts: Vec<Target>,
    /// Who said it.
    pub speaker: Speaker,
    /// The verb or phrase that attributes it, as it stands in the article: "told", "alluding to".
    pub cue: Option<Rc<str>>,
    /// To whom it was said: "Fox News host Sean Hannity".
    pub addressee: Option<Rc<str>>,
    /// Where it was said: "in a post to X".
    pub medium: Option<Rc<str>>,
    /// BCP 47 tag of the language it was spoken in, where the article gives a translation.
    pub translated_from: Option<Rc<str>>,
    /// "Did they say it?", where that was checked.
    pub said: Option<SaidReview>,
    /// The `id` of another quotation of the same remark.
    pub same_as: Option<Rc<str>>,
    /// Whether somebody wrote it down or the finder found it.
    pub origin: Origin,
}

#[cfg(test)]
impl Quote {
    /// One of which nothing is known but these words, and that a baker said them.
    pub(crate) fn of(id: &str, parts: &[&str]) -> Self {
        Self {
            id: id.into(),
            parts: parts.iter().copied().map(Target::quoting).collect(),
            speaker: Speaker::Unnamed("a baker".into()),
            cue: None,
            addressee: None,
            medium: None,
            translated_from: None,
            said: None,
            same_as: None,
            origin: Origin::Written,
        }
    }
}

impl Quote {
    /// What ties the words to their speaker, in the article's words: cue, addressee and medium, as far as known.
    pub fn attribution(&self) -> String {
        let mut phrase = String::new();
        for words in [&self.cue, &self.addressee, &self.medium] {
            let Some(words) = words else { continue };
            if !phrase.is_empty() {
                phrase.push(' ');
            }
            phrase.push_str(words);
        }
        phrase
    }
}

/// Who said it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// Somebody in the document's list of people.
    Person(PersonIndex),
    /// Somebody the article does not name, as it describes them: "a White House official".
    Unnamed(Rc<str>),
}

/// The review of whether the words were said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidReview {
    /// The finding.
    pub finding: Said,
    /// The finding in a sentence or two.
    pub summary: Option<Rc<str>>,
    /// The whole remark, where a source holds more than the article quotes.
    pub full_text: Option<Rc<str>>,
    /// Where to look.
    pub sources: Vec<Source>,
    /// Who checked it and when; where empty, the document's own reviewer.
    pub reviewer: Reviewer,
}

/// Did they say it?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Said {
    /// Sources independent of the article give the same words.
    Confirmed,
    /// Sources give the same remark in another rendering.
    ConfirmedInTranslation,
    /// No such source was found.
    Unconfirmed,
    /// Sources show that the words were not said, or not so.
    Disputed,
}

/// Where a quotation's attribution comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// An editor wrote it.
    #[default]
    Written,
    /// The finder found it.
    Found {
        /// The rule that made it.
        rule: Rc<str>,
        /// How sure the rule is, in per cent.
        confidence: u8,
    },
}
