//! The native command line: one subcommand a file.

mod anchors;
mod check;
mod check_report;
mod html;
mod placed;
mod quotes;
mod quotes_jsonl;

use std::ffi::OsString;
use std::process::ExitCode;

/// A subcommand: its name, a line of help, and what it does with the arguments after its name.
struct Subcommand {
    name: &'static str,
    help: &'static str,
    run: fn(lexopt::Parser) -> Result<ExitCode, Failure>,
}

const SUBCOMMANDS: &[Subcommand] = &[
    Subcommand { name: "check", help: check::HELP, run: check::run },
    Subcommand { name: "quotes", help: quotes::HELP, run: quotes::run },
    Subcommand { name: "anchors", help: anchors::HELP, run: anchors::run },
    Subcommand { name: "html", help: html::HELP, run: html::run },
];

/// Why a command failed, in words for its user.
#[derive(Debug)]
struct Failure(String);

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

/// Runs the command line with its arguments, the program's name first. Exit status: 0 done, 1 done and something
/// was found wrong, 2 not done.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let mut parser = lexopt::Parser::from_iter(arguments);
    let outcome = match parser.next() {
        Ok(Some(lexopt::Arg::Value(name))) => match SUBCOMMANDS.iter().find(|subcommand| name == subcommand.name) {
            Some(subcommand) => (subcommand.run)(parser),
            None => Err(Failure(format!("no subcommand {}\n{}", name.to_string_lossy(), usage()))),
        },
        Ok(Some(lexopt::Arg::Long("help") | lexopt::Arg::Short('h'))) => {
            println!("{}", usage());
            Ok(ExitCode::SUCCESS)
        }
        Ok(_) => Err(Failure(usage())),
        Err(error) => Err(error.into()),
    };
    match outcome {
        Ok(status) => status,
        Err(Failure(message)) => {
            eprintln!("checked-article: {message}");
            ExitCode::from(2)
        }
    }
}

fn usage() -> String {
    let mut usage = String::from("usage: checked-article SUBCOMMAND …");
    for subcommand in SUBCOMMANDS {
        usage.push_str("\n  ");
        usage.push_str(subcommand.help);
    }
    usage
}
