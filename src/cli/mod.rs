//! The command line: `checked-article COMMAND …`. Native only.

mod anchors;

use std::process::ExitCode;

/// Runs the command that the arguments name. Exit status 2: wrong usage or malformed input.
pub fn run(args: &[String]) -> ExitCode {
    match args.split_first() {
        Some((command, rest)) if command == "anchors" => anchors::run(rest),
        _ => {
            eprintln!("usage: checked-article anchors --jsonl < CASES.jsonl > PLACEMENTS.jsonl");
            ExitCode::from(2)
        }
    }
}
