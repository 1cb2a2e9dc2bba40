//! `checked-article check`: whether the words that a document speaks of still stand in its article.
//!
//! Fit for a newsroom's build: the exit status is 0 where every published target is found and the document holds no
//! error, 1 where not, 2 where that could not be told.

use std::ffi::OsString;
use std::io::{Read as _, Write as _};
use std::process::ExitCode;

use super::Failure;
use super::check_report::{Name, Placed, Report, Words};
use super::placed::{Text, nfc};
use crate::anchors::{Resolver, Target};
use crate::article::Article;
use crate::document::{DocumentTarget, Kind, Read, Value, read};

/// The line of help.
pub(super) const HELP: &str = "check DOCUMENT [ARTICLE] [--json]   places all targets of a document in its article, or in a plain text; - is standard input";

/// Reads the options and does it.
pub(super) fn run(mut arguments: lexopt::Parser) -> Result<ExitCode, Failure> {
    let (mut as_json, mut document, mut article) = (false, None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("json") => as_json = true,
            lexopt::Arg::Value(path) if document.is_none() => document = Some(path),
            lexopt::Arg::Value(path) if article.is_none() => article = Some(path),
            other => return Err(other.unexpected().into()),
        }
    }
    let Some(document) = document else { return Err(Failure(HELP.into())) };
    if document == "-" && article.as_ref().is_some_and(|article| article == "-") {
        return Err(Failure("standard input is either the document or the article".into()));
    }
    let name = document.to_string_lossy();
    let value: Value =
        serde_json::from_str(&contents(&document)?).map_err(|fault| Failure(format!("{name}: not JSON: {fault}")))?;
    let read = read(&value).map_err(|faults| {
        let faults: String = faults.iter().map(|fault| format!("\n  {fault}")).collect();
        Failure(format!("{name}: no document with an article:{faults}"))
    })?;
    let text = match &article {
        Some(path) => Some(Article::from_plain_text(&contents(path)?)),
        None => None,
    };
    let report = check(&read, text.as_ref().unwrap_or(&read.document.article));
    let output = if as_json { report.as_json() } else { report.as_text() };
    std::io::stdout().write_all(output.as_bytes())?;
    Ok(if report.holds() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// What a file holds, or standard input.
fn contents(path: &OsString) -> Result<String, Failure> {
    let mut text = String::new();
    let read = if path == "-" {
        std::io::stdin().read_to_string(&mut text)
    } else {
        std::fs::File::open(path).and_then(|mut file| file.read_to_string(&mut text))
    };
    match read {
        Ok(_) => Ok(text),
        Err(error) => Err(Failure(format!("{}: {error}", path.to_string_lossy()))),
    }
}

/// Places all targets of a document in an article.
fn check<'d>(read: &'d Read, article: &Article) -> Report<'d> {
    let blocks = article.text_blocks();
    let blocks: Vec<&str> = blocks.iter().map(|block| &**block.text.plain()).collect();
    let owned = read.document.targets();
    let targets: Vec<&Target> = owned.iter().map(|owned| owned.target).collect();
    let placements = Resolver::new(&blocks, &targets).with_canonical(nfc).finish();
    let placed = owned.iter().map(named).zip(placements).map(|(name, placement)| Placed { name, placement }).collect();
    let words = Words { checked: read.document.article.checked.as_deref(), now: article.text_hash() };
    Report { faults: &read.faults, words, placed, text: Text::new(&blocks) }
}

/// How a report calls a target.
fn named<'d>(owned: &DocumentTarget<'d>) -> Name<'d> {
    let (kind, part) = match owned.kind {
        Kind::Quotation { part, parts } => ("quotation", (parts > 1).then_some((part + 1, parts))),
        Kind::Claim => ("claim", None),
    };
    Name { kind, id: owned.id, part, published: owned.published }
}

#[cfg(test)]
mod tests {
    use super::super::check_report::tests::fault;
    use super::*;
    use crate::anchors::Placement;
    use crate::claims::{Claim, Status};
    use crate::document::{Document, Severity};

    use crate::quotes::Quote;

    /// Two parts of one quotation and a claim, all found in the article.
    fn document() -> Read {
        let quote = Quote::of("q1", &["“Prices”", "“will fall soon”"]);
        let article = Article::from_plain_text("“Prices”, she said, “will fall soon”.\nThey rose by 2 percent.");
        let claims = vec![Claim::of("1", "They rose by 2 percent", Status::Published)];
        Read { document: Document { article, quotes: vec![quote], claims, ..Document::default() }, faults: Vec::new() }
    }

    #[test]
    fn every_part_of_a_quotation_and_every_claim_is_placed() {
        let read = document();
        let report = check(&read, &read.document.article);
        let names: Vec<_> = report.placed.iter().map(|placed| (placed.name.id, placed.name.part)).collect();
        assert_eq!(names, [("q1", Some((1, 2))), ("q1", Some((2, 2))), ("1", None)]);
        assert!(report.holds());
    }

    #[test]
    fn one_part_that_is_gone_is_enough() {
        let read = document();
        let edited = Article::from_plain_text("“Prices”, she said, “may rise”.\nThey rose by 2 percent.");
        let report = check(&read, &edited);
        assert!(report.placed[0].placement.found().is_some());
        assert!(!report.holds());
    }

    #[test]
    fn what_nobody_sees_does_not_count() {
        for status in [Status::Draft, Status::Withdrawn] {
            let mut read = document();
            read.document.claims.push(Claim::of("2", "No such words stand here at all", status));
            let report = check(&read, &read.document.article);
            assert!(matches!(report.placed[3].placement, Placement::Orphan { .. }));
            assert!(report.holds(), "{status:?}");
        }
        let mut read = document();
        read.document.claims.push(Claim::of("2", "No such words stand here at all", Status::Published));
        assert!(!check(&read, &read.document.article).holds());
        read.document.withdrawn = true;
        assert!(check(&read, &read.document.article).holds());
    }

    #[test]
    fn an_error_in_the_document_counts_and_a_warning_does_not() {
        let mut read = document();
        read.faults.push(fault(Severity::Warning));
        assert!(check(&read, &read.document.article).holds());
        read.faults.push(fault(Severity::Error));
        assert!(!check(&read, &read.document.article).holds());
    }

    #[test]
    fn canonically_equivalent_spellings_are_the_same_words() {
        let mut read = document();
        read.document.claims = vec![Claim::of("1", "in the cafe\u{301} of the town", Status::Published)];
        let text = Article::from_plain_text("“Prices”, she said, “will fall soon”, in the caf\u{e9} of the town.");
        assert!(check(&read, &text).holds());
    }
}
