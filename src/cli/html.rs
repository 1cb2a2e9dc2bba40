//! `checked-article html`: a document as plain HTML, to stand inside the tag, in a feed or in an archive.

use std::io::Write as _;
use std::process::ExitCode;

use super::Failure;
use crate::document::{Value, read};
use crate::exchange::{article_html, document_html};

/// The line of help.
pub(super) const HELP: &str =
    "html DOCUMENT [--article]   the article with its quotations and checks as plain HTML; or the article alone";

/// Reads the options and does it.
pub(super) fn run(mut arguments: lexopt::Parser) -> Result<ExitCode, Failure> {
    let (mut path, mut alone) = (None, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("article") => alone = true,
            lexopt::Arg::Value(value) if path.is_none() => path = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let path = path.ok_or_else(|| Failure(format!("which document?\n{HELP}")))?;
    let name = path.to_string_lossy().into_owned();
    let json = std::fs::read_to_string(&path).map_err(|error| Failure(format!("{name}: {error}")))?;
    let value: Value = serde_json::from_str(&json).map_err(|error| Failure(format!("{name}: {error}")))?;
    let read = read(&value).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(|fault| format!("{name}: {fault}")).collect();
        Failure(lines.join("\n"))
    })?;
    for fault in &read.faults {
        eprintln!("{name}: {fault}");
    }
    let html = if alone { article_html(&read.document.article) } else { document_html(&read.document) };
    std::io::stdout().write_all(html.as_bytes())?;
    Ok(if read.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
