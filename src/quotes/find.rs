//! The way through the finder: text, marks, tokens, rules, people, results.

use super::cast::Cast;
use super::confidence;
use super::found::{Findings, Found};
use super::lexicon::Lexicon;
use super::marks;
use super::narrative::Narrative;
use super::rules::{self, Attribution, Rule};

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
        let inner = marks::pair(text).into_iter().map(|marked| marked.inner);
        return Findings { unattributed: inner.filter(|words| !words.is_empty()).collect(), ..Findings::default() };
    }
    let narrative = Narrative::read(text, lexicon);
    let attributions = rules::attribute(&narrative);
    let mut cast = Cast::read(&narrative, &attributions);
    let mut quotes: Vec<Found> = Vec::new();
    let mut unattributed = Vec::new();
    let mut place: Vec<Option<usize>> = vec![None; attributions.len()];
    for token in 0..narrative.tokens.len() {
        let Some(quote) = narrative.token(token).quote() else { continue };
        let Some(marked) = narrative.marked.get(quote).filter(|marked| !marked.inner.is_empty()) else { continue };
        let sure = attributions.get(quote).and_then(Option::as_ref).and_then(|attribution| {
            let confidence = confidence::of(&narrative, token, attribution);
            (confidence >= floor).then_some((attribution, confidence))
        });
        let Some((attribution, confidence)) = sure else {
            unattributed.push(marked.inner.clone());
            continue;
        };
        let joined = joins(attribution).and_then(|from| place.get(from).copied().flatten());
        let index = match joined.and_then(|index| quotes.get_mut(index).map(|found| (index, found))) {
            Some((index, found)) => {
                found.parts.push(marked.inner.clone());
                index
            }
            None => {
                let person = cast.person_of(attribution.speaker());
                quotes.push(Found { person, ..result(&narrative, attribution, marked.inner.clone(), confidence) });
                quotes.len() - 1
            }
        };
        if let Some(place) = place.get_mut(quote) {
            *place = Some(index);
        }
    }
    Findings { quotes, people: cast.into_people(), unattributed }
}

/// The quotation that this one is a further part of.
fn joins(attribution: &Attribution) -> Option<usize> {
    matches!(attribution.rule, Rule::SamePair | Rule::Continuation).then_some(attribution.from()).flatten()
}

fn result(narrative: &Narrative<'_>, attribution: &Attribution, part: std::ops::Range<usize>, confidence: u8) -> Found {
    let cue = attribution.cue();
    // "asked Smith": there the speaker stands where else the listener does.
    let spoken_to = cue.filter(|cue| attribution.speaker().first() < *cue);
    Found {
        parts: vec![part],
        speaker: narrative.phrase_range(attribution.speaker()),
        person: None,
        cue: cue.map(|cue| narrative.token(cue).start..narrative.token(cue).end),
        addressee: spoken_to.and_then(|cue| narrative.addressee(cue)).map(|phrase| narrative.phrase_range(phrase)),
        medium: cue.and_then(|cue| narrative.medium(cue)),
        rule: attribution.rule,
        confidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Checks what holds for any text, and gives back how many quotations there were.
    fn check(text: &str) -> usize {
        let marked = marks::pair(text);
        for stretch in &marked {
            assert!(text.get(stretch.outer.clone()).is_some() && text.get(stretch.inner.clone()).is_some());
            assert!(stretch.outer.start <= stretch.inner.start && stretch.inner.end <= stretch.outer.end);
        }
        assert!(marked.windows(2).all(|pair| pair[0].outer.end <= pair[1].outer.start), "stretches are in order");
        let findings = find_above(text, &Lexicon::english(), 0);
        let inside = |range: &std::ops::Range<usize>| text.get(range.clone()).is_some_and(|words| !words.is_empty());
        let starts: Vec<usize> = findings.quotes.iter().map(|found| found.parts[0].start).collect();
        assert!(starts.is_sorted(), "quotations are in order");
        for found in &findings.quotes {
            assert!(!found.parts.is_empty() && found.parts.iter().all(inside));
            assert!(found.parts.windows(2).all(|pair| pair[0].end <= pair[1].start), "parts are in order");
            assert!(inside(&found.speaker));
            assert!([&found.cue, &found.addressee, &found.medium].into_iter().flatten().all(inside));
            assert!(found.person.is_none_or(|person| person.0 < findings.people.len()));
            assert!((1..=99).contains(&found.confidence));
        }
        assert!(findings.unattributed.iter().all(inside));
        for person in &findings.people {
            assert!(inside(&person.name) && person.aliases.iter().all(inside) && person.role.iter().all(inside));
        }
        findings.quotes.len()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn any_text_gives_ranges_inside_it(text in "\\PC{0,200}") {
            check(&text);
        }

        #[test]
        fn any_mixture_of_news_and_marks_gives_ranges_inside_it(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
            check(&pieces.concat());
        }
    }

    const PIECES: &[&str] = &[
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "'",
        "''",
        "«",
        "»",
        "„",
        "\n",
        "\n\n",
        " ",
        ", ",
        ". ",
        ": ",
        " — ",
        " -- ",
        "…",
        "(",
        ")",
        "said ",
        "told ",
        "saying ",
        "added ",
        "according to ",
        "who ",
        "and ",
        "the ",
        "a ",
        "of ",
        "he ",
        "she ",
        "they ",
        "Ann Lee ",
        "Lee ",
        "Lee’s ",
        "Sen. ",
        "president ",
        "President ",
        "official ",
        "reporters ",
        "on Monday ",
        "CNN ",
        "We will win",
        "yes",
        "é",
        "漢字",
        "🙂",
        "ʼs ",
        "43-year-old ",
        "$5 ",
        "has ",
        "also ",
        "called ",
        "statement ",
        "while ",
        "that ",
        "with ",
        "because ",
        "was ",
        "asked ",
        "by ",
        "believes ",
        "would ",
        "Commissioner ",
        "(South) ",
        "he’d ",
        "Ohio, ",
        "sign ",
        "reading ",
        "\u{200f}",
        "e\u{301}",
    ];

    #[test]
    fn a_text_of_nothing_but_marks_ends() {
        for mark in ["\"", "“", "”", "‘", "«", "“”", "''"] {
            check(&mark.repeat(20_000));
        }
    }

    #[test]
    fn without_a_lexicon_marks_are_paired_and_nothing_is_attributed() {
        let text = "”Me voitamme”, sanoi hän. «Kyllä», hän vastasi.";
        let findings = find(text, &Lexicon::for_language("fi"));
        let words: Vec<&str> = findings.unattributed.iter().map(|words| &text[words.clone()]).collect();
        assert_eq!(words, ["Me voitamme", "Kyllä"]);
        assert!(findings.quotes.is_empty() && findings.people.is_empty());
    }

    #[test]
    fn what_is_in_marks_is_somebodys_words_or_unattributed() {
        let text = "“We will win it,” Ann Lee said on her show “Morning Hour.”";
        let findings = find(text, &Lexicon::english());
        assert_eq!(&text[findings.quotes[0].parts[0].clone()], "We will win it,");
        assert_eq!(&text[findings.unattributed[0].clone()], "Morning Hour.");
    }

    #[test]
    fn the_floor_keeps_doubtful_ones_back() {
        let text = "The wheel said “no.”";
        assert!(find(text, &Lexicon::english()).quotes.is_empty());
        assert_eq!(find_above(text, &Lexicon::english(), 0).quotes.len(), 1);
    }
}
