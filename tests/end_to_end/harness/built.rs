//! Where the things to be tested lie: the built site and the pages of the scenarios.

use std::path::{Path, PathBuf};

use crate::Outcome;

/// The environment variable that names the build whose mark `trap` traps.
pub const TRAP: &str = "CHECKED_ARTICLE_TRAP_DIST";

/// The folder of the repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The built site: `dist/`, or what `CHECKED_ARTICLE_DIST` names.
///
/// # Errors
///
/// Where there is none.
pub fn dist() -> Outcome<PathBuf> {
    built("CHECKED_ARTICLE_DIST", "dist", "build it with `trunk build`")
}

/// The build with feature `test-trap`: `target/trap-dist/`, or what [`TRAP`] names.
///
/// # Errors
///
/// Where there is none.
pub fn trap_dist() -> Outcome<PathBuf> {
    built(TRAP, "target/trap-dist", "build it with feature `test-trap`")
}

/// The sites that took the package: `target/package-site/www/`.
///
/// # Errors
///
/// Where there are none.
pub fn packaged() -> Outcome<PathBuf> {
    let folder = repository().join("target/package-site/www");
    if folder.join("cdn/manifest.json").is_file() {
        Ok(folder)
    } else {
        Err(format!("no sites in {}: make them with `tools/package-site`", folder.display()).into())
    }
}

fn built(variable: &str, usual: &str, how: &str) -> Outcome<PathBuf> {
    let folder = std::env::var_os(variable).map_or_else(|| repository().join(usual), PathBuf::from);
    if folder.join("checked-article.js").is_file() {
        Ok(folder)
    } else {
        Err(format!("no checked-article.js in {} (set by {variable}): {how}", folder.display()).into())
    }
}

/// The folder of a scenario's pages.
pub fn pages(scenario: &str) -> PathBuf {
    repository().join("tests/pages").join(scenario)
}
