//! `checked-article check` as a newsroom's build runs it: the real program, its output and its exit status.

#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/alaska-summit.json");
const TEXT: &str = include_str!("../seeds/000_b83a25d2751925c2.txt");

/// Exit status, output and errors of `check` with these arguments and this standard input.
fn check(arguments: &[&str], input: &str) -> (i32, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_checked-article"))
        .arg("check")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that fails before it reads closes its end.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn written(name: &str, contents: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, contents).unwrap();
    path
}

#[test]
fn all_targets_of_the_seed_are_found_in_its_own_article_and_in_the_plain_text() {
    let (status, output, errors) = check(&[DOCUMENT], "");
    assert_eq!((status, &*errors), (0, ""), "{output}");
    let last = "33 targets: 33 found, 0 changed, 0 ambiguous, 0 orphan; document: 0 errors, 0 warnings";
    assert_eq!(output.lines().last(), Some(last));
    assert_eq!(output.lines().next(), Some("article: the text that was checked"));
    assert_eq!(output.lines().count(), 35);
    assert_eq!(check(&[DOCUMENT, "-"], TEXT), (0, output, errors));
}

#[test]
fn a_number_that_was_changed_is_told_with_its_gravity() {
    let edited = written("edited.txt", &TEXT.replace("nearly three-hour meeting", "nearly five-hour meeting"));
    let (status, output, _) = check(&[DOCUMENT, edited.to_str().unwrap()], "");
    assert_eq!(status, 1, "{output}");
    assert!(
        output.starts_with("article: not the text that was checked (then fnv1a64:76b00ca185718817, now "),
        "{output}"
    );
    assert!(output.contains("\nclaim 1: changed at 228 to 280 in block 0 “a nearly five-hour meeting"), "{output}");
    assert!(output.contains("\n    grave, number: “three” is now “five”\n"), "{output}");
    assert!(output.contains("33 targets: 32 found, 1 changed, 0 ambiguous, 0 orphan;"), "{output}");
}

#[test]
fn the_json_says_the_same_to_a_program() {
    let (status, output, _) = check(&[DOCUMENT, "-", "--json"], "Another article altogether.");
    assert_eq!(status, 1);
    let report: Value = serde_json::from_str(&output).unwrap();
    assert_eq!(report["holds"], false);
    assert_eq!(report["counts"]["orphan"], 33);
    let claim = report["targets"].as_array().unwrap().iter().find(|target| target["kind"] == "claim").unwrap();
    assert_eq!((&claim["id"], &claim["status"], &claim["published"]), (&"1".into(), &"orphan".into(), &true.into()));
    assert_eq!(claim["words"], "a nearly three-hour meeting between the world leaders");
}

#[test]
fn an_error_in_the_document_is_told_with_its_path() {
    let mut value: Value = serde_json::from_str(&std::fs::read_to_string(DOCUMENT).unwrap()).unwrap();
    value["claims"][0]["verdict"] = "unheard of".into();
    let path = written("faulty.json", &value.to_string());
    let (status, output, _) = check(&[path.to_str().unwrap()], "");
    assert_eq!(status, 1);
    let first = "error: claims[0].verdict: expected the id of a verdict in the scale, found \"unheard of\"";
    assert_eq!(output.lines().next(), Some(first));
    assert!(
        output.ends_with("32 found, 0 changed, 0 ambiguous, 0 orphan; document: 1 errors, 0 warnings\n"),
        "{output}"
    );
}

#[test]
fn what_cannot_be_read_and_wrong_usage_are_told_on_the_error_stream() {
    let (no_json, no_article) =
        (written("no.json", "{\"version\": 1,"), written("no-article.json", "{\"version\": 1}"));
    let (no_json, no_article) = (no_json.to_str().unwrap(), no_article.to_str().unwrap());
    let cases: [(&[&str], &str); 7] = [
        (&[no_json], "no.json: not JSON: EOF while parsing"),
        (&[no_article], "no-article.json: no document with an article:\n  article: expected an object, found nothing"),
        (&["no such file"], "no such file: "),
        (&[DOCUMENT, "no such file"], "no such file: "),
        (&["-", "-"], "standard input is either"),
        (&[], "check DOCUMENT [ARTICLE]"),
        (&[DOCUMENT, "--jsn"], "--jsn"),
    ];
    for (arguments, told) in cases {
        let (status, output, errors) = check(arguments, "");
        assert_eq!((status, &*output), (2, ""), "{arguments:?}");
        assert!(errors.contains(told), "{arguments:?}: {errors}");
    }
}
