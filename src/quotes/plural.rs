//! Two people named together: whom "they", "the pair", "both" and "the two senators" mean.
//!
//! Only a pair that is the one named together in this paragraph or the last is meant; of two such pairs neither is.

use super::lexicon::Class;
use super::narrative::Narrative;
use super::people::{Mention, People};
use super::phrase::{Phrase, PhraseKind};
use super::tokens::Kind;

/// Names looked back on.
const MENTIONS: usize = 12;
/// Tokens looked back on.
const REACH: usize = 120;

/// Whether a description says that it means two people who are known already: "the pair", "both men".
pub fn says_two(narrative: &Narrative<'_>, phrase: Phrase) -> bool {
    narrative.word_in(phrase.first(), "both the these")
        && (phrase.first()..=phrase.head()).any(|at| narrative.is(at, Class::PAIR))
}

/// The two people named together shortly before `at`: "Ann Lee and Sam Park". `strictly` where nothing says that it is
/// two who are meant: then they must have acted together, and nobody else be spoken of in the plural since.
pub fn pair_before(narrative: &Narrative<'_>, people: &People, at: usize, strictly: bool) -> Option<Phrase> {
    let start = (at.saturating_sub(REACH)..at)
        .rev()
        .filter(|token| narrative.token(*token).kind == Kind::Break)
        // Paragraphs apart by an empty line have two line ends between them.
        .filter(|token| narrative.before(*token).kind != Kind::Break)
        .nth(1)
        .unwrap_or_else(|| at.saturating_sub(REACH));
    let mut found: Option<(Phrase, [usize; 2])> = None;
    for second in people.before(at).take(MENTIONS).take_while(|mention| mention.first >= start) {
        let Some(first) = partner(narrative, people, second) else { continue };
        let both = [first.person.min(second.person), first.person.max(second.person)];
        match found {
            Some((_, known)) if known != both => return None,
            Some(_) => {}
            None => {
                let several = narrative.before(first.office).kind == Kind::Comma;
                if several || strictly && !acts(narrative, first, second, at) {
                    return None;
                }
                let (first, last) = (first.office, second.last);
                found = Some((Phrase::new(first, last, PhraseKind::Name), both));
            }
        }
    }
    found.map(|(phrase, _)| phrase)
}

/// The mention that stands before "and" and this one, both of human beings.
fn partner<'p>(narrative: &Narrative<'_>, people: &'p People, second: &Mention) -> Option<&'p Mention> {
    let and = second.office.checked_sub(1).filter(|and| narrative.word_is(*and, "and"))?;
    // "Sens. Ann Lee (D-Va.) and Sam Park"
    let stop = if narrative.before(and).kind == Kind::Close { narrative.opening_bracket(and - 1)? } else { and };
    let first = people
        .within(stop.checked_sub(1)?, stop.checked_sub(1)?)
        .or_else(|| people.before(stop).next().filter(|mention| mention.last + 1 == stop))?;
    let human = |mention: &Mention| people.named.get(mention.person).is_some_and(|named| !named.is_body());
    let free = !narrative.token(first.last).possessive && !narrative.token(second.last).possessive;
    (first.last + 1 == stop && first.person != second.person && human(first) && human(second) && free).then_some(first)
}

/// Whether two people do something together, or a statement is theirs, and no other group is named before `at`.
fn acts(narrative: &Narrative<'_>, first: &Mention, second: &Mention, at: usize) -> bool {
    let theirs = first.office > 0 && narrative.word_in(first.office - 1, "by from");
    let others = (second.last + 1..at)
        .any(|token| narrative.is(token, Class::PLURAL) && !narrative.is(token, Class::DETERMINER));
    (theirs || second.is_subject(narrative) || narrative.starts_sentence(first.office)) && !others
}

#[cfg(test)]
mod tests {
    use super::super::{Lexicon, find};

    /// Who speaks in the last quotation; nothing where nobody in the text fits.
    fn last_speaker(text: &str) -> String {
        let findings = find(text, &Lexicon::english());
        let person = findings.quotes.last().and_then(|found| found.person).map(|person| &findings.people[person.0]);
        person.map(|person| text[person.name.clone()].to_owned()).unwrap_or_default()
    }

    #[test]
    fn two_who_gave_a_joint_statement_are_the_pair() {
        let named = "Mayor Ann Lee and Gov. Sam Park issued a joint statement on Monday.\n\n";
        for mention in ["the pair", "they", "the two", "both"] {
            let text = format!("{named}“We will open the bridge in the spring,” {mention} said.");
            assert_eq!(last_speaker(&text), "Mayor Ann Lee and Gov. Sam Park", "{mention}");
        }
    }

    #[test]
    fn an_office_or_party_may_stand_with_their_names() {
        let text = "A letter by Sens. Ann Lee (D-Va.) and Sam Park (R-Ohio) was sent. “We object to all of it,” the two senators wrote.";
        assert_eq!(last_speaker(text), "Sens. Ann Lee (D-Va.) and Sam Park");
    }

    #[test]
    fn two_who_were_not_named_together_are_no_pair() {
        let text = "Ann Lee met Sam Park on Monday.\n\n“We will open the bridge in the spring,” the pair said.";
        assert_eq!(last_speaker(text), "");
    }

    #[test]
    fn of_two_pairs_neither_is_meant() {
        let text =
            "Ann Lee and Sam Park met James Cole and Mary Hill. “We will open the bridge in the spring,” they said.";
        assert_eq!(last_speaker(text), "");
    }

    #[test]
    fn they_may_be_a_group_named_since() {
        let text = "Ann Lee and Sam Park left. Protesters stayed. “We will open the bridge in the spring,” they said.";
        assert_ne!(last_speaker(text), "Ann Lee and Sam Park");
    }

    #[test]
    fn two_who_are_new_are_not_the_two_before() {
        let text = "Ann Lee and Sam Park left. “We will open the bridge in the spring,” two officials said.";
        assert_eq!(last_speaker(text), "two officials");
    }
}
