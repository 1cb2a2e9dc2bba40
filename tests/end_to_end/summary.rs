//! The end of a run: how many scenarios passed, in which browsers, what was skipped for want of what, and whether the
//! tables in `docs/hosts.md` still say what was seen. Runs after the scenarios, on what they wrote down.
//!
//! `UPDATE_HOSTS=1` writes the tables anew.

use std::collections::{BTreeMap, BTreeSet};

use end_to_end::{Outcome, records, repository};

const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// Table, row and browser, and what was seen there.
type Seen = BTreeMap<(String, String), BTreeMap<String, String>>;

fn main() -> Outcome {
    let Ok(lines) = std::fs::read_to_string(records()) else {
        println!("no scenario ran");
        return Ok(());
    };
    let rows: Vec<Vec<&str>> = lines.lines().map(|line| line.split('\t').collect()).collect();
    let mut seen = Seen::new();
    for row in &rows {
        let [engine, table, name, cell] = row[..] else { continue };
        if table != "scenario" {
            seen.entry((table.into(), name.into())).or_default().insert(engine.into(), cell.into());
        }
    }
    let documented = check(&seen);
    count(&rows);
    documented
}

/// The last line, and what was skipped before it.
fn count(rows: &[Vec<&str>]) {
    let mut passed = 0;
    let mut skipped: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut engines = BTreeSet::new();
    let mut again = Vec::new();
    for row in rows {
        let [engine, "scenario", name, ended] = row[..] else { continue };
        engines.insert(engine);
        if ended == "passed again" {
            again.push(format!("{name} in {engine}"));
        }
        match ended.strip_prefix("skipped: ") {
            Some(feature) => skipped.entry(feature).or_default().push(format!("{name} in {engine}")),
            None => passed += usize::from(ended.starts_with("passed")),
        }
    }
    for (feature, scenarios) in &skipped {
        println!("without {feature}:\n  {}", scenarios.join("\n  "));
    }
    if !again.is_empty() {
        println!("passed at the second attempt only:\n  {}", again.join("\n  "));
    }
    let counts: Vec<String> =
        skipped.iter().map(|(feature, scenarios)| format!("{feature} {}", scenarios.len())).collect();
    let engines = engines.into_iter().collect::<Vec<_>>().join(", ");
    let number: usize = skipped.values().map(Vec::len).sum();
    let why = if counts.is_empty() { String::new() } else { format!(": {}", counts.join(", ")) };
    println!("{passed} passed in {engines}, {number} skipped{why}");
}

/// Compares what was seen with the tables, or writes them.
fn check(seen: &Seen) -> Outcome {
    let path = repository().join("docs/hosts.md");
    let text = std::fs::read_to_string(&path)?;
    if std::env::var_os("UPDATE_HOSTS").is_some() {
        let mut written = text;
        for table in ["policy", "hosts"] {
            written = with_table(&written, table, seen)?;
        }
        return Ok(std::fs::write(path, written)?);
    }
    let mut differing: Vec<String> = seen
        .iter()
        .flat_map(|((_, row), cells)| cells.iter().map(move |(engine, cell)| (row, engine, cell)))
        .filter(|(row, engine, cell)| documented(&text, row, engine).as_deref() != Some(cell))
        .map(|(row, engine, cell)| format!("{row}, {engine}: {cell}"))
        .collect();
    // Only a whole run knows what is no longer there.
    if std::env::args().len() == 1
        && std::env::var_os("ENGINES").is_none_or(|engines| engines == *"chromium,firefox,webkit")
    {
        let rows = text.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
        let known = |row: &str| seen.keys().any(|(_, name)| name == row) || ["page", "policy", "---"].contains(&row);
        differing.extend(rows.filter(|row| !known(row)).map(|row| format!("{row}: no longer tested")));
    }
    if differing.is_empty() {
        return Ok(());
    }
    let differing = differing.join("\n  ");
    Err(format!("docs/hosts.md is out of date; `UPDATE_HOSTS=1 make test-end-to-end` writes it:\n  {differing}").into())
}

/// The cell of a row in the documentation.
fn documented(text: &str, row: &str, engine: &str) -> Option<String> {
    let line = text.lines().find(|line| line.starts_with(&format!("| {row} | ")))?;
    let at = ENGINES.iter().position(|name| *name == engine)?;
    Some(line.trim_end_matches(" |").split(" | ").nth(at + 1)?.into())
}

/// The document with this table written anew between its marks.
fn with_table(text: &str, table: &str, seen: &Seen) -> Outcome<String> {
    let (begin, end) = (format!("<!-- {table} -->\n"), format!("<!-- end of {table} -->"));
    let (before, rest) = text.split_once(&begin).ok_or("a table is missing in docs/hosts.md")?;
    let (_, after) = rest.split_once(&end).ok_or("a table has no end in docs/hosts.md")?;
    let first = if table == "policy" { "policy" } else { "page" };
    let mut lines = vec![format!("| {first} | Chromium | Firefox | WebKit |"), "| --- | --- | --- | --- |".to_string()];
    let mut rows: Vec<_> = seen.iter().filter(|((of, _), _)| of == table).collect();
    // What works everywhere comes first.
    rows.sort_by_key(|(_, cells)| cells.values().any(|cell| cell.contains("fallback")));
    for ((_, row), cells) in rows {
        let cells = ENGINES.map(|engine| cells.get(engine).map_or("not seen", String::as_str));
        lines.push(format!("| {row} | {} |", cells.join(" | ")));
    }
    Ok(format!("{before}{begin}{}\n{end}{after}", lines.join("\n")))
}
