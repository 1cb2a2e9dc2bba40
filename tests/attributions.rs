//! One way of attributing words a line, all invented: the speakers of its quotations, in order, after the arrow; a dash stands
//! for words that are given to nobody, and ¶ for the end of a paragraph.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

use checked_article::quotes::{Lexicon, find};

const TABLE: &str = include_str!("fixtures/attributions.txt");

/// Who speaks in each stretch between quotation marks, in text order, as the text names them there.
fn speakers(text: &str, lexicon: &Lexicon) -> Vec<String> {
    let findings = find(text, lexicon);
    let mut stretches: Vec<(usize, String)> =
        findings.unattributed.iter().map(|words| (words.start, "-".to_owned())).collect();
    for found in &findings.quotes {
        stretches.extend(found.parts.iter().map(|part| (part.start, text[found.speaker.clone()].to_owned())));
    }
    stretches.sort();
    stretches.into_iter().map(|(_, speaker)| speaker).collect()
}

#[test]
fn every_way_of_attributing_words_gives_its_speaker() {
    let lexicon = Lexicon::english();
    let rows = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut wrong = Vec::new();
    let mut asked = 0;
    for row in rows {
        let (text, expected) = row.rsplit_once(" => ").expect(row);
        let found = speakers(&text.replace('¶', "\n\n"), &lexicon).join(" | ");
        if found != expected {
            wrong.push(format!("{row}\n    but was {found}"));
        }
        asked += 1;
    }
    assert!(wrong.is_empty(), "{} of {asked}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(asked > 150, "only {asked} ways were asked about");
}
