//! What the scenarios ended in, written down for the count and the tables that the run ends with (`summary.rs`).

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, PoisonError};

use crate::{Engine, Feature, Outcome};

/// How a scenario ended in one browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Record {
    Passed,
    /// It failed at first, and passed when it was tried once more.
    PassedAgain,
    Failed,
    Skipped(Feature),
}

/// Where the records of the last run are: a line each, tab between browser, what it is, name and how it ended.
pub fn records() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/end-to-end/records.tsv")
}

/// The file of this run; the last one's is gone.
static FILE: LazyLock<std::io::Result<Mutex<File>>> = LazyLock::new(|| {
    let path = records();
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let _ = std::fs::remove_file(&path);
    Ok(Mutex::new(OpenOptions::new().create(true).append(true).open(path)?))
});

fn write(line: &str) -> Outcome {
    let mut file = FILE.as_ref()?.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(writeln!(file, "{line}")?)
}

pub(crate) fn note(engine: Engine, scenario: &str, record: Record) -> Outcome {
    let ended = match record {
        Record::Passed => "passed".into(),
        Record::PassedAgain => "passed again".into(),
        Record::Failed => "failed".into(),
        Record::Skipped(feature) => format!("skipped: {feature}"),
    };
    write(&format!("{}\tscenario\t{scenario}\t{ended}", engine.name()))
}

/// Writes one cell of a table in the documentation: what was seen, in this browser, of the table's row.
///
/// # Errors
///
/// Where it cannot be written.
pub fn seen(engine: Engine, table: &str, row: &str, cell: &str) -> Outcome {
    write(&format!("{}\t{table}\t{row}\t{cell}", engine.name()))
}
