//! `checked-article quotes --jsonl`: one article a line in, one result a line out, on all cores, in order.
//!
//! Lines are read in batches of bounded size; a batch is shared out among the cores and written before the next but one
//! is read, so that memory stays constant however long the archive is.

use std::io::{BufRead, Write as _};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use serde_json::{Value, json};

use super::Failure;
use super::quotes::{speaker_name, words};
use crate::quotes::{Lexicon, find_above};

/// Lines of one batch at most.
const BATCH_LINES: usize = 512;
/// Bytes of one batch, one line more or less.
const BATCH_BYTES: usize = 8 << 20;

/// Reads articles `{"id", "text"}` until the input ends. A bad line is reported with its number and passed over.
pub(super) fn run(mut input: impl BufRead, lexicon: &Lexicon, floor: u8) -> Result<(), Failure> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    let (mut lines, mut number) = (Vec::new(), 0);
    loop {
        lines.clear();
        let mut bytes = 0;
        while lines.len() < BATCH_LINES && bytes < BATCH_BYTES {
            let mut line = Vec::new();
            let read = input.read_until(b'\n', &mut line)?;
            if read == 0 {
                break;
            }
            bytes += read;
            lines.push(line);
        }
        if lines.is_empty() {
            return Ok(output.flush()?);
        }
        for result in batch(&lines, cores, lexicon, floor) {
            number += 1;
            match result {
                Ok(None) => {}
                Ok(Some(line)) => {
                    output.write_all(line.as_bytes())?;
                    output.write_all(b"\n")?;
                }
                Err(fault) => eprintln!("checked-article: line {number}: {fault}"),
            }
        }
    }
}

type Outcome = Result<Option<String>, String>;

/// The results of some lines, in their order.
fn batch(lines: &[Vec<u8>], cores: usize, lexicon: &Lexicon, floor: u8) -> Vec<Outcome> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, Outcome)>> = Mutex::new(Vec::with_capacity(lines.len()));
    std::thread::scope(|scope| {
        for _ in 0..cores.min(lines.len()) {
            scope.spawn(|| {
                while let index = next.fetch_add(1, Ordering::Relaxed)
                    && let Some(line) = lines.get(index)
                {
                    let outcome = article(line, lexicon, floor);
                    done.lock().unwrap_or_else(PoisonError::into_inner).push((index, outcome));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_unstable_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, outcome)| outcome).collect()
}

/// The result line for one article; nothing for an empty line.
fn article(line: &[u8], lexicon: &Lexicon, floor: u8) -> Outcome {
    if line.trim_ascii().is_empty() {
        return Ok(None);
    }
    let value: Value = serde_json::from_slice(line).map_err(|fault| format!("not JSON: {fault}"))?;
    let (Some(id), Some(text)) = (value["id"].as_str(), value["text"].as_str()) else {
        return Err("`id` and `text` must be strings".to_owned());
    };
    let findings = find_above(text, lexicon, floor);
    let mut points = CodePoints { text, byte: 0, point: 0 };
    let quotes: Vec<Value> = findings
        .quotes
        .iter()
        .map(|found| {
            let parts: Vec<[usize; 2]> =
                found.parts.iter().map(|part| [points.of(part.start), points.of(part.end)]).collect();
            let mut value = json!({
                "start": parts.first().map(|part| part[0]),
                "end": parts.last().map(|part| part[1]),
                "parts": parts,
                "speaker": words(text, &found.speaker),
                "entity": speaker_name(text, &findings, found),
                "rule": found.rule.name(),
                "confidence": found.confidence,
            });
            for (field, range) in [("cue", &found.cue), ("addressee", &found.addressee), ("medium", &found.medium)] {
                if let Some(range) = range {
                    value[field] = words(text, range).into();
                }
            }
            value
        })
        .collect();
    Ok(Some(json!({ "id": id, "quotes": quotes }).to_string()))
}

/// Counts code points up to a byte, going on from the last question.
struct CodePoints<'t> {
    text: &'t str,
    byte: usize,
    point: usize,
}

impl CodePoints<'_> {
    fn of(&mut self, byte: usize) -> usize {
        if byte >= self.byte {
            self.point += self.text.get(self.byte..byte).unwrap_or_default().chars().count();
        } else {
            self.point -= self.text.get(byte..self.byte).unwrap_or_default().chars().count();
        }
        self.byte = byte;
        self.point
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_code_points() {
        let line = json!({ "id": "a", "text": "Zoë: “é,” Ann Lee said." }).to_string();
        let result = article(line.as_bytes(), &Lexicon::english(), 0).unwrap().unwrap();
        let result: Value = serde_json::from_str(&result).unwrap();
        assert_eq!(result["quotes"][0]["parts"], json!([[6, 8]]));
        assert_eq!(result["quotes"][0]["speaker"], "Ann Lee");
    }

    #[test]
    fn a_bad_line_is_a_fault_and_the_others_keep_their_order() {
        let lines: Vec<Vec<u8>> =
            (0..40)
                .map(|id| {
                    if id == 7 { b"{".to_vec() } else { json!({ "id": id.to_string(), "text": "" }).to_string().into() }
                })
                .collect();
        let results = batch(&lines, 4, &Lexicon::english(), 0);
        assert!(results[7].as_ref().is_err_and(|fault| fault.starts_with("not JSON")));
        assert!(results[39].as_ref().is_ok_and(|line| line.as_ref().is_some_and(|line| line.contains("\"39\""))));
    }
}
