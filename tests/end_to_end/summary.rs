//! The last line of a run: how many scenarios passed, in which browsers, and what was skipped for want of what. Runs
//! after the scenarios, on what they wrote down, and takes the arguments of any test without heeding them.

use std::collections::{BTreeMap, BTreeSet};

use end_to_end::{Outcome, records};

fn main() -> Outcome {
    let Ok(lines) = std::fs::read_to_string(records()) else {
        println!("no scenario ran");
        return Ok(());
    };
    let rows: Vec<Vec<&str>> = lines.lines().map(|line| line.split('\t').collect()).collect();
    let mut passed = 0;
    let mut skipped: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut engines = BTreeSet::new();
    for row in &rows {
        let [engine, "scenario", name, ended] = row[..] else { continue };
        engines.insert(engine);
        match ended.strip_prefix("skipped: ") {
            Some(feature) => skipped.entry(feature).or_default().push(format!("{name} in {engine}")),
            None => passed += usize::from(ended == "passed"),
        }
    }
    for (feature, scenarios) in &skipped {
        println!("without {feature}:\n  {}", scenarios.join("\n  "));
    }
    let counts: Vec<String> =
        skipped.iter().map(|(feature, scenarios)| format!("{feature} {}", scenarios.len())).collect();
    let engines = engines.into_iter().collect::<Vec<_>>().join(", ");
    let number: usize = skipped.values().map(Vec::len).sum();
    let why = if counts.is_empty() { String::new() } else { format!(": {}", counts.join(", ")) };
    println!("{passed} passed in {engines}, {number} skipped{why}");
    Ok(())
}
