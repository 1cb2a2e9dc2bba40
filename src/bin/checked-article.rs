//! The command line.

fn main() -> std::process::ExitCode {
    checked_article::cli::run(&std::env::args().skip(1).collect::<Vec<_>>())
}
