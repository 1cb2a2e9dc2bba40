//! `checked-article quotes`: the quotations of a text, for people, as document JSON, or line by line for archives.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::ops::Range;
use std::process::ExitCode;

use lexopt::ValueExt as _;

use super::Failure;
use crate::exchange::document_quotes;
use crate::quotes::{FLOOR, Findings, Found, Lexicon, find_above};

/// The line of help.
pub(super) const HELP: &str =
    "quotes [FILE|-] [--json|--jsonl] [--lang TAG] [--floor PERCENT]   find the quotations of a plain text";

/// What is printed.
enum Form {
    Text,
    Json,
    Lines,
}

/// Reads the options and does it.
pub(super) fn run(mut arguments: lexopt::Parser) -> Result<ExitCode, Failure> {
    let (mut form, mut file, mut language, mut floor) = (Form::Text, None, String::new(), FLOOR);
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("json") => form = Form::Json,
            lexopt::Arg::Long("jsonl") => form = Form::Lines,
            lexopt::Arg::Long("lang") => language = arguments.value()?.string()?,
            lexopt::Arg::Long("floor") => floor = arguments.value()?.parse()?,
            lexopt::Arg::Value(path) if file.is_none() => file = Some(path),
            other => return Err(other.unexpected().into()),
        }
    }
    let lexicon = Lexicon::for_language(&language);
    let from_file = file.filter(|path| path != "-");
    if let Form::Lines = form {
        match from_file {
            Some(path) => {
                let file = std::fs::File::open(&path).map_err(|error| unreadable(&path, &error))?;
                super::quotes_jsonl::run(std::io::BufReader::new(file), &lexicon, floor)?;
            }
            None => super::quotes_jsonl::run(std::io::stdin().lock(), &lexicon, floor)?,
        }
        return Ok(ExitCode::SUCCESS);
    }
    let mut text = String::new();
    match from_file {
        Some(path) => text = std::fs::read_to_string(&path).map_err(|error| unreadable(&path, &error))?,
        None => drop(std::io::stdin().read_to_string(&mut text)?),
    }
    let findings = find_above(&text, &lexicon, floor);
    let output = match form {
        Form::Json => document_quotes(&text, &findings) + "\n",
        _ => as_text(&text, &findings),
    };
    std::io::stdout().write_all(output.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn unreadable(path: &OsStr, error: &std::io::Error) -> Failure {
    Failure(format!("{}: {error}", path.to_string_lossy()))
}

/// The words of a range.
pub(super) fn words(text: &str, range: &Range<usize>) -> String {
    text.get(range.clone()).unwrap_or_default().replace('\n', " ")
}

/// The name of the person who spoke, or the mention where the text names nobody.
pub(super) fn speaker_name(text: &str, findings: &Findings, found: &Found) -> String {
    let person = found.person.and_then(|person| findings.people.get(person.0));
    words(text, person.map_or(&found.speaker, |person| &person.name))
}

fn as_text(text: &str, findings: &Findings) -> String {
    let mut output = String::new();
    for found in &findings.quotes {
        let parts: Vec<String> = found.parts.iter().map(|part| words(text, part)).collect();
        let _ = writeln!(output, "“{}”", parts.join(" … "));
        let _ = write!(output, "    {}", speaker_name(text, findings, found));
        let mention = words(text, &found.speaker);
        if mention != speaker_name(text, findings, found) {
            let _ = write!(output, " (“{mention}”)");
        }
        for (label, range) in [("", &found.cue), ("to ", &found.addressee), ("", &found.medium)] {
            if let Some(range) = range {
                let _ = write!(output, " · {label}{}", words(text, range));
            }
        }
        let _ = writeln!(output, " · {} {} %\n", found.rule.name(), found.confidence);
    }
    for part in &findings.unattributed {
        let _ = writeln!(output, "“{}”\n    nobody’s: no card\n", words(text, part));
    }
    output
}
