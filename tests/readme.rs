//! The README's tables name exactly what there is: what is missing in one of them, or gone from the code, fails here.

#![cfg(feature = "serde")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use checked_article::document::{Value, read};
use checked_article::marks::Marks;
use serde_json::Value as Json;

type Names = BTreeSet<String>;

fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// All files of a kind under a folder, one after the other.
fn files(folder: &str, extension: &str) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{folder}/{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            all.push_str(&files(&name, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            all.push_str(&file(&name));
        }
    }
    all
}

/// The cells of the table's rows under the README's heading `heading`.
fn rows(heading: &str) -> Vec<Vec<String>> {
    let readme = file("README.md");
    let (_, section) = readme.split_once(&format!("# {heading}\n")).unwrap_or_else(|| panic!("no heading {heading}"));
    let rows = section.lines().take_while(|line| !line.starts_with('#')).filter(|line| line.starts_with("| `"));
    rows.map(|row| row.split('|').skip(1).map(|cell| cell.trim().replace('`', "")).collect()).collect()
}

/// The first column, without the parentheses of a method; no name stands there twice.
fn table(heading: &str) -> Names {
    let mut names = Names::new();
    for row in rows(heading) {
        let name = row[0].split('(').next().unwrap().to_string();
        assert!(names.insert(name), "twice under {heading}: {}", row[0]);
    }
    names
}

/// The names that follow `before` in `text`.
fn after(text: &str, before: &str) -> Names {
    let name = |rest: &str| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap().to_string();
    text.match_indices(before).map(|(at, _)| name(&text[at + before.len()..])).filter(|name| !name.is_empty()).collect()
}

fn union<const N: usize>(sets: [Names; N]) -> Names {
    sets.into_iter().flatten().collect()
}

#[test]
fn custom_properties() {
    let used = after(&files("src/widget", "css"), "var(--ca-");
    assert_eq!(table("Custom properties"), used.iter().map(|name| format!("--ca-{name}")).collect());
}

#[test]
fn parts() {
    let rust = files("src/widget", "rs");
    // As the pen takes them: "div class=x;part=y".
    let mut used =
        union([after(&rust, " part="), after(&rust, ";part="), after(&files("www/runtime", "js"), ".part = \"")]);
    // The panel's own are chosen by what it holds.
    let panel = file("src/widget/panel.rs");
    for string in panel.split('"').skip(1).step_by(2).filter(|string| string.starts_with("panel")) {
        used.extend(string.split(' ').map(str::to_string));
    }
    assert_eq!(table("Parts"), used);
}

#[test]
fn events() {
    let told = after(&file("src/embed/mounted.rs"), "host.notice(\"");
    // The runtime makes an error of it.
    let told = told.iter().filter(|name| *name != "faulty").map(|name| format!("ca-{name}"));
    let sent = after(&files("www", "js"), "\"ca-");
    assert_eq!(table("Events"), told.chain(sent.iter().map(|name| format!("ca-{name}"))).collect());
}

#[test]
fn error_codes() {
    let scripts = files("www", "js");
    let codes = union([after(&scripts, "new Failure(\""), after(&scripts, "code: \""), after(&scripts, "code = \"")]);
    assert_eq!(table("When something fails"), codes);
}

#[test]
fn states() {
    let scripts = files("www", "js");
    assert_eq!(table("States"), after(&scripts, "tates.add(\""));
}

#[test]
fn attributes() {
    let element = file("www/element/element.js");
    let observed = element.split_once("observedAttributes = [").unwrap().1.split_once(']').unwrap().0;
    let mut read = union([
        after(&files("www/page", "js"), "host.getAttribute(\""),
        after(observed, "\""),
        after(&element, "getAttribute(\""),
        after(&element, "setAttribute(\""),
        after(&files("src/widget", "css"), ":host(["),
    ]);
    read.retain(|name| !name.is_empty());
    if element.contains("this.id ") {
        read.insert("id".into());
    }
    assert_eq!(table("Attributes"), read);
}

#[test]
fn properties_and_methods() {
    let element = file("www/element/element.js");
    let (mut properties, mut methods) = (Names::new(), Names::new());
    // A member of the class stands two spaces from the margin; what begins with # is nobody else's.
    let members =
        element.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(['#', ' ']));
    for member in members {
        let name = |text: &str| text.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap().to_string();
        if let Some(accessor) = member.strip_prefix("get ").or(member.strip_prefix("set ")) {
            properties.insert(name(accessor));
        } else if member.split_once(" = ").is_some_and(|(left, _)| left == name(left)) {
            properties.insert(name(member));
        } else if member.ends_with('{') {
            let method = name(member.strip_prefix("async ").unwrap_or(member));
            if !method.is_empty()
                && method != "constructor"
                && !method.ends_with("Callback")
                && !member.starts_with('}')
            {
                methods.insert(method);
            }
        }
    }
    assert_eq!(table("Properties"), properties);
    // What stands between class members, at their depth, begins with a word of the language.
    methods.retain(|name| !["const", "if", "return", "try"].contains(&&**name));
    methods.remove("runtime");
    assert_eq!(table("Methods"), methods);
}

#[test]
fn subcommands() {
    let told: Names =
        table("On the command line").iter().map(|usage| usage.split(' ').next().unwrap().into()).collect();
    assert_eq!(told, after(&file("src/cli/mod.rs"), "Subcommand { name: \""));
}

/// Part, field and whether it is required, for every object that the schema knows.
fn fields(schema: &Json, name: &str, found: &mut BTreeSet<[String; 3]>) {
    if let Some(properties) = schema["properties"].as_object() {
        let part = schema["properties"]["type"]["const"].as_str().unwrap_or(name);
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        for (field, inner) in properties {
            let needed = if required.iter().any(|name| name == field) { "yes" } else { "" };
            found.insert([part.into(), field.clone(), needed.into()]);
            fields(inner, field, found);
        }
    }
    schema["oneOf"].as_array().into_iter().flatten().for_each(|variant| fields(variant, name, found));
    fields_of_items(schema, name, found);
}

fn fields_of_items(schema: &Json, name: &str, found: &mut BTreeSet<[String; 3]>) {
    if schema["items"].is_object() {
        fields(&schema["items"], name, found);
    }
}

#[test]
fn document_fields() {
    let schema: Json = serde_json::from_str(&file("src/document/schema.json")).unwrap();
    let mut known = BTreeSet::new();
    fields(&schema, "document", &mut known);
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        fields(definition, name, &mut known);
    }
    let told: BTreeSet<[String; 3]> =
        rows("Document fields").into_iter().map(|row| [row[0].clone(), row[1].clone(), row[2].clone()]).collect();
    assert_eq!(told, known);
}

#[test]
fn the_minimal_document_is_read_without_a_fault_and_all_its_words_are_found() {
    let readme = file("README.md");
    let json = readme.split_once("```json\n").unwrap().1.split_once("```").unwrap().0;
    let value: Value = serde_json::from_str(json).unwrap();
    let read = read(&value).unwrap();
    assert_eq!(read.faults, []);
    let marks = Marks::of(&read.document);
    assert_eq!(marks.all.len(), 2);
    assert!(marks.all.iter().all(|mark| !mark.spans.is_empty()), "{marks:?}");
}
