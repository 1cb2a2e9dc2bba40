//! The rooms of `src/` know each other in one direction, and all but a few know no browser (CONTRIBUTING.md, "The rooms").

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking, its helpers too")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms that may speak with a browser.
const AT_THE_BROWSER: [&str; 2] = ["embed", "widget"];

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let below = folders.iter().flat_map(|folder| files_in(folder));
    below.chain(files.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs"))).collect()
}

/// Each room with its code; what a file's own tests use is left out, and so are comments.
fn rooms() -> BTreeMap<String, String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folders = fs::read_dir(source).unwrap().map(|entry| entry.unwrap().path());
    let rooms = folders.filter(|path| path.is_dir() && path.file_name().is_some_and(|name| name != "bin"));
    let code = |file: PathBuf| {
        let text = fs::read_to_string(file).unwrap();
        let shipped = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        shipped
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .map(|line| format!("{line}\n"))
            .collect::<String>()
    };
    rooms
        .map(|room| {
            (room.file_name().unwrap().to_string_lossy().into_owned(), files_in(&room).into_iter().map(code).collect())
        })
        .collect()
}

/// The rooms that `code` names, as `crate::room`.
fn named_in(code: &str) -> BTreeSet<&str> {
    let paths = code.split("crate::").skip(1);
    paths
        .map(|path| path.split(|sign: char| !sign.is_alphanumeric() && sign != '_').next().unwrap_or_default())
        .collect()
}

#[test]
fn no_room_knows_one_that_knows_it() {
    let rooms = rooms();
    let mut left: BTreeMap<&str, BTreeSet<&str>> = rooms
        .iter()
        .map(|(room, code)| {
            let known = named_in(code).into_iter().filter(|other| other != room && rooms.contains_key(*other));
            (room.as_str(), known.collect())
        })
        .collect();
    assert!(left["document"].contains("quotes"), "what rooms name is not read any more: {left:?}");
    // Whoever knows only rooms that are done is done; a circle never is.
    while let Some(done) =
        left.iter().find(|(_, known)| known.iter().all(|other| !left.contains_key(other))).map(|(room, _)| *room)
    {
        left.remove(done);
    }
    assert!(left.is_empty(), "these know each other in a circle: {left:?}");
}

#[test]
fn the_browser_is_known_where_the_widget_is_drawn_and_tied_to_a_page_alone() {
    for (room, code) in rooms() {
        let browser =
            ["js_sys", "wasm_bindgen", "web_sys", "yew"].iter().any(|crate_| code.contains(&format!("{crate_}::")));
        assert_eq!(browser, AT_THE_BROWSER.contains(&room.as_str()), "{room}");
    }
}
