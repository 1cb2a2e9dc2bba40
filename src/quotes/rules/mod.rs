//! The attribution rules, each in its own file, and the order in which they are tried.
//!
//! Rules that read a quotation's own sentence run first, over all quotations; then those that carry a speaker on from a
//! neighbour. The first rule that answers wins.

mod according_to;
mod colon_before;
mod dash_and_name;
mod dependent_clause;
mod name_and_colon;
mod not_speech;
mod noun_before;
mod passive;
mod sentence_before;
mod sentence_end;
mod speech_paragraph;
mod subject_verb_after;
mod subject_verb_before;
mod verb_subject_after;

use super::clause::{Subject, SubjectKind};
use super::lexicon::Class;
use super::narrative::{Ending, Narrative, Shape};
use super::phrase::{Phrase, PhraseKind};

/// Which rule made an attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// `“…,” said Smith`
    VerbSubjectAfter,
    /// `“…,” Smith said`
    SubjectVerbAfter,
    /// `Smith said, “…”`
    SubjectVerbBefore,
    /// `according to Smith`
    AccordingTo,
    /// `Smith: “…”`
    NameAndColon,
    /// `“…” — Smith`
    DashAndName,
    /// `in Smith’s statement: “…”`
    NounBefore,
    /// `Smith was asked by Jones, “…”`
    Passive,
    /// `…:` and the quotation in the next paragraph
    ColonBefore,
    /// `the “…” plan, Smith said`
    SentenceEnd,
    /// `“…,” Smith said. “…”`
    SamePair,
    /// `Smith said that he would. “…”`
    SentenceBefore,
    /// A paragraph of speech after an attributed quotation.
    SpeechParagraph,
    /// A paragraph that opens with the marks which the one before left open.
    Continuation,
}

impl Rule {
    /// The rule's name, as results give it.
    pub fn name(self) -> &'static str {
        match self {
            Self::VerbSubjectAfter => "verb-subject-after",
            Self::SubjectVerbAfter => "subject-verb-after",
            Self::SubjectVerbBefore => "subject-verb-before",
            Self::AccordingTo => "according-to",
            Self::NameAndColon => "name-and-colon",
            Self::DashAndName => "dash-and-name",
            Self::NounBefore => "noun-before",
            Self::Passive => "passive",
            Self::ColonBefore => "colon-before",
            Self::SentenceEnd => "sentence-end",
            Self::SamePair => "same-pair",
            Self::SentenceBefore => "sentence-before",
            Self::SpeechParagraph => "speech-paragraph",
            Self::Continuation => "continuation",
        }
    }
}

/// Who said a quotation, and why that is thought.
#[derive(Clone, Copy, Debug)]
pub struct Attribution {
    /// The speaker as the text names them, and how they were found from the cue.
    pub subject: Subject,
    /// One more than the cue; 0 without one.
    cue: u32,
    /// One more than the quotation whose attribution this one took over; 0 for its own.
    from: u32,
    /// Tokens or, for carried-on speakers, quotations between cue and quotation.
    pub distance: u32,
    /// The rule.
    pub rule: Rule,
}

impl Attribution {
    /// An answer to the question who speaks: every rule's last word.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn new(rule: Rule, subject: Subject, cue: Option<usize>, distance: usize) -> Option<Self> {
        let cue = cue.map_or(0, |cue| cue as u32 + 1);
        Some(Self { subject, cue, rule, from: 0, distance: distance as u32 })
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn of_phrase(rule: Rule, phrase: Phrase, cue: Option<usize>, distance: usize) -> Option<Self> {
        Self::new(rule, Subject::new(phrase, SubjectKind::Adjacent), cue, distance)
    }

    /// The same by another rule, for another quotation.
    fn inherited(self, rule: Rule, distance: usize) -> Option<Self> {
        Some(Self { rule, distance: distance as u32, ..self })
    }

    /// The speaker as the text names them.
    pub fn speaker(&self) -> Phrase {
        self.subject.phrase()
    }

    /// The verb, as a token.
    pub fn cue(&self) -> Option<usize> {
        self.cue.checked_sub(1).map(|cue| cue as usize)
    }

    /// The quotation whose attribution this one took over.
    pub fn from(&self) -> Option<usize> {
        self.from.checked_sub(1).map(|from| from as usize)
    }
}

/// One quotation before the rules.
#[derive(Clone, Copy)]
pub struct Case<'n, 't> {
    /// The article.
    pub narrative: &'n Narrative<'t>,
    /// What was found so far, one for each quotation.
    pub known: &'n [Option<Attribution>],
    /// The quotation's token.
    pub at: usize,
    /// Which quotation it is.
    pub quote: usize,
    /// What it looks like.
    pub shape: &'n Shape,
}

impl Case<'_, '_> {
    /// What was found for the quotation at a token, as coming from there.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn known_at(&self, at: usize) -> Option<Attribution> {
        let earlier = self.narrative.token(at).quote()?;
        let known = (*self.known.get(earlier)?)?;
        Some(Attribution { from: earlier as u32 + 1, ..known })
    }

    /// Whether it stands alone as one or more sentences.
    fn is_sentence(&self) -> bool {
        self.narrative.starts_sentence(self.at)
            && (self.narrative.ends_sentence(self.at) || self.shape.ending == Ending::Comma || self.shape.words >= 6)
            && self.shape.capital
    }
}

type Apply = fn(&Case<'_, '_>) -> Option<Attribution>;

/// The rules that read the quotation's own sentence.
const OWN: [Apply; 12] = [
    passive::apply,
    name_and_colon::label,
    subject_verb_before::introduced,
    dependent_clause::apply,
    verb_subject_after::apply,
    subject_verb_after::apply,
    according_to::apply,
    dash_and_name::apply,
    subject_verb_before::apply,
    name_and_colon::apply,
    noun_before::apply,
    sentence_end::apply,
];

/// The rules that carry a speaker on.
const CARRIED: [Apply; 3] = [colon_before::apply, sentence_before::apply, speech_paragraph::apply];

/// The attribution of every quotation, where a rule gives one.
pub fn attribute(narrative: &Narrative<'_>) -> Vec<Option<Attribution>> {
    let mut known: Vec<Option<Attribution>> = vec![None; narrative.marked.len()];
    for rules in [&OWN[..], &CARRIED[..]] {
        for (at, token) in narrative.tokens.iter().enumerate() {
            let Some(quote) = token.quote() else { continue };
            let Some(shape) = narrative.shape(at) else { continue };
            if known.get(quote).is_none_or(Option::is_some) {
                continue;
            }
            if not_speech::is_name(narrative, at, shape) || passive::asked_by_nobody(narrative, at) {
                continue;
            }
            let case = Case { narrative, known: &known, at, quote, shape };
            let found = rules.iter().find_map(|rule| rule(&case));
            let found = found.filter(|found| !not_speech::is_lettering(narrative, at, found));
            if let Some(place) = known.get_mut(quote) {
                *place = found;
            }
        }
    }
    known
}

/// Whether a phrase can be a speaker at all.
fn may_speak(narrative: &Narrative<'_>, phrase: Phrase) -> bool {
    match phrase.kind() {
        PhraseKind::Pronoun => !narrative.word_in(phrase.last(), "we you"),
        PhraseKind::Name => !narrative.is(phrase.first(), Class::TIME) || phrase.first() != phrase.last(),
        PhraseKind::Description => true,
    }
}

/// The subject of a verb, if it can be a speaker.
#[cfg_attr(target_family = "wasm", inline(never))]
fn speaking_subject(narrative: &Narrative<'_>, verb: usize) -> Option<Subject> {
    narrative.subject_of(verb).filter(|subject| may_speak(narrative, subject.phrase()))
}

/// The subject of a sentence's main clause, as seen from a token, if it can be a speaker.
#[cfg_attr(target_family = "wasm", inline(never))]
fn main_speaker(narrative: &Narrative<'_>, from: usize) -> Option<Subject> {
    narrative.main_subject(from).filter(|subject| may_speak(narrative, subject.phrase()))
}

/// The phrase that begins at a token, if it can be a speaker.
#[cfg_attr(target_family = "wasm", inline(never))]
fn speaker_after(narrative: &Narrative<'_>, start: usize) -> Option<Phrase> {
    narrative.phrase_or_object(start).filter(|phrase| may_speak(narrative, *phrase))
}

#[cfg(test)]
mod tests {
    use super::super::{Lexicon, find_above};

    /// The speakers of the quotations of a text, as it mentions them.
    fn mentions(text: &str) -> Vec<&str> {
        let findings = find_above(text, &Lexicon::english(), 0);
        findings.quotes.iter().map(|found| &text[found.speaker.clone()]).collect()
    }

    #[test]
    fn a_verb_beside_the_marks_outweighs_what_follows_them() {
        assert_eq!(mentions("Lee said “I do not know a thing about it,” she said."), ["Lee"]);
        assert_eq!(mentions("Lee said that “the bridge will open in May,” and he said Park knew."), ["Lee"]);
        assert_eq!(
            mentions("Lee told Park, “we need you for the long run!” She replied to him that so it was."),
            ["Lee"]
        );
    }

    #[test]
    fn a_relative_clause_names_its_speaker_by_who() {
        assert_eq!(mentions("The plan came from Sam Park, who declared, “It is time to unite.”"), ["who"]);
    }

    #[test]
    fn a_passive_has_an_agent_or_none() {
        assert_eq!(
            mentions("Lee was asked by host Sam Park, “Why has the bridge not moved at all?”"),
            ["host Sam Park"]
        );
        assert_eq!(mentions("Often labelled a “white elephant” by critics, the bridge stands."), ["critics"]);
        assert_eq!(mentions("The plan was described by Lee as “a sad day for all of us.”"), ["Lee"]);
        assert_eq!(mentions("The firm was accused by Lee of causing “a long wait for all of us.”"), ["Lee"]);
        assert!(mentions("Lee was asked, “Why has the bridge not moved at all?”").is_empty());
    }

    #[test]
    fn several_may_say_in_the_present() {
        assert_eq!(mentions("“Nobody told us of it,” say the farmers."), ["the farmers"]);
        assert_eq!(mentions("“Nobody told us of it,” the family said."), ["the family"]);
    }

    #[test]
    fn whoever_is_quoted_by_somebody_speaks() {
        assert_eq!(mentions("The Herald quoted Sam Park as saying: “We are done with it.”"), ["Sam Park"]);
        assert_eq!(mentions("“We are done with it,” the Herald quoted Sam Park as saying."), ["Sam Park"]);
        assert_eq!(mentions("Sam Park was quoted as saying: “We are done with it.”"), ["Sam Park"]);
    }

    #[test]
    fn an_apposition_need_not_be_closed() {
        assert_eq!(mentions("“We are done with it,” Ann Lee, a spokeswoman for the port said."), ["Ann Lee"]);
        assert_eq!(mentions("“We are done with it,” another friend, Ann Lee told CNN."), ["another friend, Ann Lee"]);
        assert_eq!(mentions("“We are done with it,” Park’s niece, Ann Lee told CNN."), ["Park’s niece, Ann Lee"]);
    }

    #[test]
    fn what_is_only_wished_for_is_nobodys_next_paragraph() {
        let text = "The port said in a statement that someone should question Lee.\n\n“We are done with this bridge.”";
        assert_eq!(mentions(text), ["The port"]);
    }

    #[test]
    fn a_verb_may_lean_on_another() {
        assert_eq!(
            mentions("“If it is cheap, buy it,” the blunt investor Walter Kemp likes to say."),
            ["the blunt investor Walter Kemp"]
        );
    }

    #[test]
    fn a_source_may_be_close_to_somebody() {
        assert_eq!(
            mentions("A source close to Lee dismissed it as “the usual sniping at her.”"),
            ["A source close to Lee"]
        );
        assert_eq!(mentions("“It is the usual sniping at her,” said a source close to Lee."), ["a source"]);
    }

    #[test]
    fn a_paragraph_of_speech_follows_who_spoke_last_and_not_who_is_spoken_of() {
        let text = "“We have no plan to leave,” Lee said, a day after the firm posted its first loss.\n\n“That is not the plan at all.”";
        assert_eq!(mentions(text), ["Lee", "Lee"]);
        let text =
            "Lee said that it was over.\n\n“Nobody will ever read this,” as the saying at court goes, Park said.";
        assert!(!mentions(text).contains(&"Lee"));
    }
}
