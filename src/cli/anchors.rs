//! `checked-article anchors --jsonl`: places one target a line, for scorers and batch engines.
//!
//! A line in: `{"id", "after", "target": {"exact", "prefix"?, "suffix"?, "start"?, "end"?}}`, other fields are not
//! read. A line out, in the same order and as soon as it is known: `{"id", "status", "start"?, "end"?, "confidence"?,
//! "changes"?, "candidates"?, "words"?, "lookalike"?}`. Offsets count code points.

use std::io::{BufRead, Write, stdin, stdout};
use std::process::ExitCode;

use serde_json::Value;

use super::Failure;
use super::placed::{self, Text, nfc};
use crate::anchors::{Resolver, Selector, Target, TextPositionSelector, TextQuoteSelector};

/// The line of help.
pub(super) const HELP: &str = "anchors --jsonl < CASES.jsonl > PLACEMENTS.jsonl: places one target a line";

/// Runs the command over standard input.
pub(super) fn run(mut arguments: lexopt::Parser) -> Result<ExitCode, Failure> {
    let mut as_lines = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("jsonl") => as_lines = true,
            other => return Err(other.unexpected().into()),
        }
    }
    if !as_lines {
        return Err(Failure(HELP.into()));
    }
    let mut out = stdout().lock();
    for (number, line) in stdin().lock().lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let placed = place(&line).map_err(|fault| Failure(format!("line {}: {fault}", number + 1)))?;
        writeln!(out, "{placed}")?;
        out.flush()?;
    }
    Ok(ExitCode::SUCCESS)
}

fn place(line: &str) -> Result<Value, String> {
    let case: Value = serde_json::from_str(line).map_err(|fault| fault.to_string())?;
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_string);
    let number = |name: &str| case["target"].get(name).and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok());
    let id = text(&case, "id").ok_or("`id` is missing")?;
    let after = text(&case, "after").ok_or("`after` is missing")?;
    let exact = text(&case["target"], "exact").ok_or("`target.exact` is missing")?;
    let context = |name: &str| text(&case["target"], name).unwrap_or_default().into();
    let quote = TextQuoteSelector { exact: exact.into(), prefix: context("prefix"), suffix: context("suffix") };
    let mut selectors = vec![Selector::Quote(quote)];
    if let (Some(start), Some(end)) = (number("start"), number("end")) {
        selectors.push(Selector::Position(TextPositionSelector { start, end }));
    }
    let blocks: Vec<&str> = after.split('\n').collect();
    let target = Target { selectors, block: None };
    let placement = Resolver::new(&blocks, &[&target]).with_canonical(nfc).finish().pop();
    let placement = placement.ok_or("no placement")?;
    let mut report = placed::json(&placement, &Text::new(&blocks));
    report["id"] = id.into();
    Ok(report)
}
