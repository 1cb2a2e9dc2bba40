//! How sure an attribution is: a score card of signals, in per cent.
//!
//! The points were read off annotated news (PolNeAR, training part): of the results of each rule, how many are right, and
//! by how much that share falls when a signal is present. `docs/quotations.md` has the table.

use super::clause::SubjectKind;
use super::lexicon::Class;
use super::narrative::{Ending, Narrative};
use super::phrase::{Phrase, PhraseKind, SPEAKING};
use super::rules::{Attribution, Rule};
use super::tokens::Kind;

/// The confidence of the attribution of the quotation at token `at`, in per cent.
pub fn of(narrative: &Narrative<'_>, at: usize, attribution: &Attribution) -> u8 {
    let points = base(attribution)
        - subject(attribution)
        - cue(narrative, attribution)
        - look(narrative, at, attribution.cue())
        - speaker(narrative, attribution);
    points.clamp(1, 99) as u8
}

/// How often the rule is right when nothing speaks against it.
fn base(attribution: &Attribution) -> i32 {
    let far = |reach: u32, points: i32| if attribution.distance > reach { points } else { 0 };
    match attribution.rule {
        Rule::SubjectVerbAfter => 98,
        Rule::VerbSubjectAfter => 97,
        Rule::SamePair => 94,
        Rule::ColonBefore => 92 - far(12, 20),
        Rule::AccordingTo => 90,
        Rule::Passive => 80,
        Rule::Continuation | Rule::SubjectVerbBefore => 89,
        Rule::DashAndName => 85,
        Rule::NameAndColon => 83,
        Rule::SentenceBefore => 78,
        Rule::SpeechParagraph => 76 - far(25, 35),
        Rule::SentenceEnd => 68,
        Rule::NounBefore => 64,
    }
}

/// What a subject costs that does not stand right beside its verb.
fn subject(attribution: &Attribution) -> i32 {
    match (attribution.subject.kind(), attribution.rule) {
        (SubjectKind::Adjacent, _) | (SubjectKind::Apposed, Rule::SubjectVerbAfter) => 0,
        (SubjectKind::Apposed, Rule::SpeechParagraph) => 15,
        (SubjectKind::Apposed, Rule::SamePair) => 16,
        (SubjectKind::Apposed, _) => 9,
        (SubjectKind::Main, Rule::SamePair | Rule::Continuation) => 45,
        (SubjectKind::Main, _) => 7,
    }
}

/// What a verb costs that is not a plain verb of speech.
fn cue(narrative: &Narrative<'_>, attribution: &Attribution) -> i32 {
    match attribution.cue().map(|cue| narrative.token(cue)) {
        Some(cue) if cue.is(Class::STRONG) => 0,
        Some(cue) if cue.is(Class::WEAK) => 10,
        Some(_) if attribution.rule == Rule::AccordingTo => 0,
        Some(_) => 14,
        None => 0,
    }
}

const SHOUTED: &str = "chant chants chanted chanting shout shouts shouted shouting yell yells yelled yelling";

/// What a quotation costs that hardly looks like speech.
fn look(narrative: &Narrative<'_>, at: usize, cue: Option<usize>) -> i32 {
    let Some(shape) = narrative.shape(at) else { return 100 };
    let before = narrative.before(at);
    let short = match shape.words {
        0..=1 => 18,
        2 => 12,
        3 => 8,
        _ => 0,
    };
    // A slogan is often in title case.
    let shouted = cue.is_some_and(|cue| cue + 1 == at && narrative.word_in(cue, SHOUTED));
    // "called him “Duke”"
    let named = cue.is_some_and(|cue| !narrative.is(cue, Class::STRONG));
    let title = if !shouted
        && shape.title_case
        && shape.capital
        && (if named { 1 } else { 2 }..8).contains(&shape.words)
        && shape.ending != Ending::Open
    {
        22
    } else {
        0
    };
    let bare = if shape.ending == Ending::Bare && shape.words < 4 { 3 } else { 0 };
    let beside = if at > 0 && narrative.is_cue(at - 1) && shape.words < 6 { 10 } else { 0 };
    let dash = if before.kind == Kind::Dash { 15 } else { 0 };
    short + title + bare + beside + dash
}

/// What a speaker costs who is neither named nor of a kind that speaks.
fn speaker(narrative: &Narrative<'_>, attribution: &Attribution) -> i32 {
    // "Lee released a video | that said “…”"
    let quoted = |cue: usize| cue > 0 && narrative.word_is(cue - 1, "that");
    if attribution.speaker().kind() != PhraseKind::Description {
        0
    } else if attribution.cue().is_some_and(quoted) {
        40
    } else if narrative.is(attribution.speaker().head(), SPEAKING.with(Class::DETERMINER))
        || is_named(narrative, attribution.speaker())
    {
        5
    } else {
        25
    }
}

/// Whether a name between commas follows: "his second, | Ann Lee, | said".
fn is_named(narrative: &Narrative<'_>, speaker: Phrase) -> bool {
    let comma = |at: usize| narrative.token(at).kind == Kind::Comma;
    let name = narrative.phrase_after(speaker.last() + 2).filter(|name| name.kind() == PhraseKind::Name);
    comma(speaker.last() + 1) && name.is_some_and(|name| comma(name.last() + 1))
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::super::{Findings, find_above};

    fn found(text: &str) -> Findings {
        find_above(text, &Lexicon::english(), 0)
    }

    #[test]
    fn a_plain_attribution_is_surer_than_a_carried_one() {
        let findings = found("“We have to win this now,” Ann Lee said.\n\n“We have to win it all for the voters.”");
        assert!(findings.quotes[0].confidence > findings.quotes[1].confidence);
    }

    #[test]
    fn a_short_scrap_is_less_sure_than_a_sentence() {
        let sentence = found("Ann Lee said, “We will win this for the voters.”").quotes[0].confidence;
        let scrap = found("Ann Lee said it was “odd.”").quotes[0].confidence;
        assert!(sentence > scrap);
    }
}
