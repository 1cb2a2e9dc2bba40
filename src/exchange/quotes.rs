//! Found quotations in the form of the document: its members `people` and `quotes`.

use std::ops::Range;

use super::json::Json;
use crate::quotes::{Findings, Found, FoundPerson, trimmed};

/// Characters of context on either side of a selector's words.
const CONTEXT: usize = 32;

/// What was found in `text` as JSON: `{"people": […], "quotes": […]}`, as a document (version 1) has them.
///
/// Their targets belong to the blocks that [`Article::from_plain_text`](crate::article::Article::from_plain_text) makes
/// of the same text. What is not attributed is left out.
///
/// ```
/// use checked_article::{exchange::document_quotes, quotes::{find, Lexicon}};
/// let text = "“Yes, we will,” Ann Lee said.";
/// let json = document_quotes(text, &find(text, &Lexicon::english()));
/// assert!(json.starts_with(r#"{"people":[{"id":"p1","name":"Ann Lee"}]"#));
/// ```
pub fn document_quotes(text: &str, findings: &Findings) -> String {
    let blocks = blocks(text);
    let mut json = Json::default();
    json.open('{');
    json.name("people");
    json.open('[');
    for (index, person) in findings.people.iter().enumerate().filter(|(_, person)| person.named) {
        write_person(&mut json, text, index, person);
    }
    json.close(']');
    json.name("quotes");
    json.open('[');
    for (index, found) in findings.quotes.iter().enumerate() {
        json.open('{');
        json.name("id");
        write_id(&mut json, "q", index);
        json.name("target");
        json.open('[');
        for part in &found.parts {
            write_target(&mut json, text, part, &blocks);
        }
        json.close(']');
        write_grounds(&mut json, text, found, findings);
        json.close('}');
    }
    json.close(']');
    json.close('}');
    json.finish()
}

fn write_person(json: &mut Json, text: &str, index: usize, person: &FoundPerson) {
    json.open('{');
    json.name("id");
    write_id(json, "p", index);
    write_words(json, "name", text, &person.name);
    if let Some(role) = &person.role {
        write_words(json, "role", text, role);
    }
    if !person.aliases.is_empty() {
        json.name("aliases");
        json.open('[');
        for alias in &person.aliases {
            json.line(text.get(alias.clone()).unwrap_or_default());
        }
        json.close(']');
    }
    json.close('}');
}

fn write_grounds(json: &mut Json, text: &str, found: &Found, findings: &Findings) {
    let person = found.person.and_then(|index| Some((index.0, findings.people.get(index.0)?)));
    json.name("speaker");
    json.open('{');
    match person {
        Some((index, person)) if person.named => {
            json.name("person");
            write_id(json, "p", index);
        }
        Some((_, person)) => write_words(json, "unnamed", text, &person.name),
        None => write_words(json, "unnamed", text, &found.speaker),
    }
    json.close('}');
    for (name, range) in [("cue", &found.cue), ("addressee", &found.addressee), ("medium", &found.medium)] {
        if let Some(range) = range {
            write_words(json, name, text, range);
        }
    }
    json.name("origin");
    json.open('{');
    json.name("rule");
    json.string(found.rule.name());
    json.name("confidence");
    json.number(u32::from(found.confidence));
    json.close('}');
}

/// A part as its words with what stands around them in its block, and the block's number as a hint.
fn write_target(json: &mut Json, text: &str, part: &Range<usize>, blocks: &[Range<usize>]) {
    let number = blocks.partition_point(|block| block.end < part.end);
    let block = blocks.get(number).cloned().unwrap_or(part.clone());
    let exact = text.get(part.clone()).unwrap_or_default();
    let exact = trimmed(exact);
    json.open('{');
    json.name("selector");
    json.open('{');
    json.name("type");
    json.string("TextQuoteSelector");
    json.name("exact");
    json.string(exact);
    json.name("prefix");
    json.string(tail(text.get(block.start..part.start).unwrap_or_default()));
    json.name("suffix");
    json.string(head(text.get(part.end..block.end).unwrap_or_default()));
    json.close('}');
    json.name("block");
    json.number(u32::try_from(number).unwrap_or(u32::MAX));
    json.close('}');
}

/// The words of a range; what crosses a line is still one label.
fn write_words(json: &mut Json, name: &str, text: &str, range: &Range<usize>) {
    json.name(name);
    json.line(text.get(range.clone()).unwrap_or_default());
}

/// `q1`, `q2` …
fn write_id(json: &mut Json, letter: &str, index: usize) {
    json.numbered(letter, u32::try_from(index + 1).unwrap_or(u32::MAX));
}

/// The lines with words, without the white space around them.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.as_bytes().split(|byte| *byte == b'\n') {
        let line_text = text.get(start..start + line.len()).unwrap_or_default();
        let content = trimmed(line_text);
        if !content.is_empty() {
            let first = start + (content.as_ptr() as usize - line_text.as_ptr() as usize);
            blocks.push(first..first + content.len());
        }
        start += line.len() + 1;
    }
    blocks
}

/// The first [`CONTEXT`] characters.
fn head(text: &str) -> &str {
    let mut signs = text.chars();
    for _ in 0..CONTEXT {
        signs.next();
    }
    text.get(..text.len() - signs.as_str().len()).unwrap_or_default()
}

/// The last [`CONTEXT`] characters.
fn tail(text: &str) -> &str {
    let mut signs = text.chars();
    for _ in 0..CONTEXT {
        signs.next_back();
    }
    text.get(signs.as_str().len()..).unwrap_or_default()
}
