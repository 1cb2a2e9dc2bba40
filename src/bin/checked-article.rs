//! The command line `checked-article`; everything it does is in the library's `cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    checked_article::cli::run(std::env::args_os())
}
