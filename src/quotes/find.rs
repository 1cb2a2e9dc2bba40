//! The way through the finder: text, marks, tokens, rules, people, results.

use super::cast::Cast;
use super::confidence;
use super::found::{Findings, Found};
use super::lexicon::Lexicon;
use super::narrative::Narrative;
use super::rules::{self, Attribution, Rule};
use super::tokens::Kind;

/// Below this confidence (per cent) a quotation is not given out: the words stay plain text.
pub const FLOOR: u8 = 50;

/// Finds every quotation of `text` and who said it. Paragraphs are set apart by line feeds.
///
/// Linear in the text; any text will do. What falls below [`FLOOR`] is left out.
///
/// ```
/// use checked_article::quotes::{find, Lexicon};
/// let text = "“We will,” Ann Lee told reporters, “win.”";
/// let findings = find(text, &Lexicon::english());
/// let quote = &findings.quotes[0];
/// assert_eq!(quote.parts.iter().map(|part| &text[part.clone()]).collect::<Vec<_>>(), ["We will,", "win."]);
/// assert_eq!(&text[quote.speaker.clone()], "Ann Lee");
/// ```
pub fn find(text: &str, lexicon: &Lexicon) -> Findings {
    find_above(text, lexicon, FLOOR)
}

/// The same with a floor of one's own, in per cent; 0 gives everything that any rule attributes.
pub fn find_above(text: &str, lexicon: &Lexicon, floor: u8) -> Findings {
    if lexicon.is_empty() {
        return Findings::default();
    }
    let narrative = Narrative::read(text, lexicon);
    let attributions = rules::attribute(&narrative);
    let mut cast = Cast::read(&narrative, &attributions);
    let mut quotes: Vec<Found> = Vec::new();
    let mut place: Vec<Option<usize>> = vec![None; attributions.len()];
    for token in 0..narrative.tokens.len() {
        let Kind::Quote(quote) = narrative.token(token).kind else { continue };
        let (Some(Some(attribution)), Some(marked)) = (attributions.get(quote), narrative.marked.get(quote)) else {
            continue;
        };
        let confidence = confidence::of(&narrative, token, attribution);
        if confidence < floor || marked.inner.is_empty() {
            continue;
        }
        let joined = joins(attribution).and_then(|from| place.get(from).copied().flatten());
        let index = match joined.and_then(|index| quotes.get_mut(index).map(|found| (index, found))) {
            Some((index, found)) => {
                found.parts.push(marked.inner.clone());
                index
            }
            None => {
                let person = cast.person_of(attribution.speaker);
                quotes.push(Found { person, ..result(&narrative, attribution, marked.inner.clone(), confidence) });
                quotes.len() - 1
            }
        };
        if let Some(place) = place.get_mut(quote) {
            *place = Some(index);
        }
    }
    Findings { quotes, people: cast.into_people() }
}

/// The quotation that this one is a further part of.
fn joins(attribution: &Attribution) -> Option<usize> {
    matches!(attribution.rule, Rule::SamePair | Rule::Continuation).then_some(attribution.from).flatten()
}

fn result(narrative: &Narrative<'_>, attribution: &Attribution, part: std::ops::Range<usize>, confidence: u8) -> Found {
    let cue = attribution.cue;
    Found {
        parts: vec![part],
        speaker: narrative.phrase_range(attribution.speaker),
        person: None,
        cue: cue.map(|cue| narrative.token(cue).start..narrative.token(cue).end),
        addressee: cue.and_then(|cue| narrative.addressee(cue)).map(|phrase| narrative.phrase_range(phrase)),
        medium: cue.and_then(|cue| narrative.medium(cue)),
        rule: attribution.rule,
        confidence,
    }
}
