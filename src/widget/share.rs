//! What of a mark is handed on: its words with who said them, and where they stand. Composed here, so that whoever copies,
//! sends or draws it decides nothing: a verdict that is withheld is not in it, and a fragment is in its sentence.

use std::rc::Rc;

use super::messages::{Message, Slot};
use super::model::Model;
use super::{browser, symbol};
use crate::claims::{Claim, Claimant, Verdict};
use crate::marks::{MarkIndex, Passage};
use crate::quotes::{Quote, Speaker};

/// A mark as it is shared. What is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// The mark's id.
    pub id: Rc<str>,
    /// Whether it is a claim.
    pub claim: bool,
    /// All of it in plain text, a line each: the words, whose they are, and what was found.
    pub text: String,
    /// The words for an image: alternately those around the mark and its own. None where no image may be made.
    pub pieces: Vec<String>,
    /// Whether the mark's words are whole sentences, which may stand alone.
    pub whole: bool,
    /// Whose words they are.
    pub whose: String,
    /// That person's office or function.
    pub role: String,
    /// Who published the article.
    pub outlet: String,
    /// When, in the interface's words.
    pub date: String,
    /// What was found, in a word or two.
    pub verdict: String,
    /// The verdict's tone, as the style sheet names it.
    pub tone: &'static str,
    /// The path of the verdict's sign on a 16 by 16 grid.
    pub sign: &'static str,
    /// Where the words begin and end: block and byte, block and byte.
    pub place: Vec<u32>,
    /// The language of the words.
    pub language: String,
    /// The language of the interface.
    pub locale: String,
}

/// The mark at `index` as it is shared.
pub fn shared(model: &Model, index: MarkIndex) -> Option<Shared> {
    let mark = model.mark(index)?;
    let passage = model.passage(index)?;
    let article = &model.document.article;
    let mut shared = Shared {
        id: mark.id.clone(),
        claim: mark.is_claim(),
        outlet: article.publisher.as_deref().unwrap_or_default().to_string(),
        date: article
            .date_published
            .as_ref()
            .map_or_else(String::new, |iso| browser::date(iso, model.messages.locale())),
        language: article.in_language.as_deref().unwrap_or_default().to_string(),
        locale: model.messages.locale().to_string(),
        ..Shared::default()
    };
    // Words that are not those which were checked or quoted carry no verdict and no speaker: what is left is the place.
    if !mark.standing.holds() {
        return Some(shared);
    }
    if let Some(span) = mark.spans.first() {
        shared.place = vec![span.start.block.0, span.start.offset.0, span.end.block.0, span.end.offset.0];
    }
    shared.whole = passage.whole;
    match (model.claim(index), model.quote(index)) {
        (Some((claim, verdict)), _) => share_claim(&mut shared, model, &passage, claim, verdict),
        (None, Some(quote)) => share_quote(&mut shared, model, &passage, quote),
        (None, None) => {}
    }
    Some(shared)
}

/// A claim: its own words, for the verdict speaks of these alone; in an image they are set off in their sentence.
fn share_claim(shared: &mut Shared, model: &Model, passage: &Passage, claim: &Claim, verdict: &Verdict) {
    let messages = &model.messages;
    let name = match &claim.claimant {
        None => None,
        Some(Claimant::Named(name)) => Some(name),
        Some(Claimant::Person(person)) => model.document.people.get(person.0).map(|person| &person.name),
    };
    shared.whose = match name {
        Some(name) => messages.fill(Message::ClaimBy, &[("name", Slot::Words(name))]),
        None => messages.say(Message::OwnWords).to_string(),
    };
    // Of the words themselves: by way of `Display` they would bring the whole of formatting along.
    shared.verdict = (*verdict.label).to_string();
    shared.tone = symbol::tone(verdict.tone);
    shared.sign = symbol::verdict(verdict.symbol);
    shared.pieces = alternating(passage);
    let found = match claim.finding(verdict) {
        Some(finding) => {
            let slots = [("verdict", Slot::Words(&verdict.label)), ("summary", Slot::Words(finding))];
            messages.fill(Message::VerdictAndSummary, &slots)
        }
        None => (*verdict.label).to_string(),
    };
    shared.text = [&*passage.marked_words(), "\n", &shared.whose, "\n", &found].concat();
}

/// A quotation: whole sentences with their attribution below, a fragment in its sentence, which attributes it.
fn share_quote(shared: &mut Shared, model: &Model, passage: &Passage, quote: &Quote) {
    let (speaker, phrase) = (model.speaker_name(quote), quote.attribution());
    shared.whose = speaker.to_string();
    shared.role = match &quote.speaker {
        Speaker::Person(person) => {
            let role = model.document.people.get(person.0).and_then(|person| person.role.as_deref());
            role.unwrap_or_default().to_string()
        }
        Speaker::Unnamed(_) => model.messages.say(Message::Unnamed).to_string(),
    };
    let (words, below) = if passage.whole {
        let comma = if phrase.is_empty() { "" } else { ", " };
        (passage.marked_words(), ["— ", speaker, comma, &phrase].concat())
    } else {
        (passage.context_words(), model.messages.fill(Message::Quoting, &[("name", Slot::Words(speaker))]))
    };
    shared.text = [&*words, "\n", &below].concat();
    shared.pieces = match passage.whole {
        true => vec![String::new(), words],
        false => alternating(passage),
    };
}

/// A passage in its sentence: words around it and its own in turn, beginning with those around it.
fn alternating(passage: &Passage) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for piece in &passage.context {
        if (pieces.len() % 2 == 1) == piece.marked {
            pieces.push(piece.words.clone());
        } else if let Some(last) = pieces.last_mut() {
            last.push_str(&piece.words);
        } else {
            pieces.extend([String::new(), piece.words.clone()]);
        }
    }
    pieces
}
