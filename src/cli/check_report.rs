//! What `checked-article check` found, for people and as JSON.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::placed::{self, Text};
use crate::anchors::Placement;
use crate::document::{Fault, Severity};
use crate::text::Span;

/// What a target belongs to.
pub(super) struct Name<'d> {
    /// `quotation` or `claim`.
    pub kind: &'static str,
    /// The quotation's or claim's id.
    pub id: &'d str,
    /// Which of how many parts of a quotation it is, counted from 1; none where there is only one.
    pub part: Option<(usize, usize)>,
    /// Whether readers see it.
    pub published: bool,
}

/// A target and what became of it.
pub(super) struct Placed<'d> {
    /// Whose it is.
    pub name: Name<'d>,
    /// Where it is.
    pub placement: Placement,
}

/// The article's text, as it was checked and as it stands.
pub(super) struct Words<'d> {
    /// What the document says of the text that was checked (`article.checked`).
    pub checked: Option<&'d str>,
    /// The hash of the text that the targets were placed in.
    pub now: String,
}

impl Words<'_> {
    /// Whether it is the text that was checked; none where the document does not say.
    fn same(&self) -> Option<bool> {
        self.checked.map(|checked| checked == self.now)
    }
}

/// The faults of a document and the placements of its targets.
pub(super) struct Report<'d> {
    /// What is wrong in the document.
    pub faults: &'d [Fault],
    /// The article as a whole.
    pub words: Words<'d>,
    /// Its targets in the order of the document, quotations before claims.
    pub placed: Vec<Placed<'d>>,
    /// The text that they were placed in.
    pub text: Text,
}

/// The placements, in the order in which they are counted.
const STATUSES: [&str; 4] = ["found", "changed", "ambiguous", "orphan"];

impl Report<'_> {
    /// Whether readers would see every check where it belongs: all that is published is found, and the document holds
    /// no error.
    pub fn holds(&self) -> bool {
        self.faults(Severity::Error) == 0
            && self.placed.iter().all(|placed| !placed.name.published || placed.placement.found().is_some())
    }

    /// The report as a program reads it.
    pub fn as_json(&self) -> String {
        let targets: Vec<Value> = self.placed.iter().map(|placed| self.target_json(placed)).collect();
        let faults: Vec<Value> = self
            .faults
            .iter()
            .map(|fault| {
                json!({"severity": severity(fault), "path": fault.path, "expected": fault.expected, "found": fault.found})
            })
            .collect();
        let counts: serde_json::Map<String, Value> =
            STATUSES.iter().map(|status| ((*status).into(), self.count(status).into())).collect();
        let Words { checked, now } = &self.words;
        let article = json!({"checked": checked, "now": now, "same": self.words.same()});
        let report =
            json!({"holds": self.holds(), "article": article, "counts": counts, "faults": faults, "targets": targets});
        format!("{report:#}\n")
    }

    fn target_json(&self, placed: &Placed<'_>) -> Value {
        let mut value = placed::json(&placed.placement, &self.text);
        value["kind"] = placed.name.kind.into();
        value["id"] = placed.name.id.into();
        value["published"] = placed.name.published.into();
        if let Some((part, parts)) = placed.name.part {
            value["part"] = part.into();
            value["parts"] = parts.into();
        }
        if let Placement::Found { span, .. } | Placement::Changed { span, .. } = &placed.placement {
            value["block"] = span.start.block.0.into();
            value["text"] = self.text.words(span).into();
        }
        value
    }

    /// The report as an editor reads it: a line for what is found, a few for what is not, and the counts.
    pub fn as_text(&self) -> String {
        let mut lines = String::new();
        for fault in self.faults {
            let _ = writeln!(lines, "{}: {fault}", severity(fault));
        }
        let Words { checked, now } = &self.words;
        let _ = match (self.words.same(), checked) {
            (Some(true), _) => writeln!(lines, "article: the text that was checked"),
            (_, Some(checked)) => {
                writeln!(lines, "article: not the text that was checked (then {}, now {now})", shown(checked))
            }
            (_, None) => writeln!(lines, "article: its text is {now}; the document does not say which was checked"),
        };
        for placed in &self.placed {
            self.write_target(&mut lines, placed);
        }
        let _ = write!(lines, "{} targets:", self.placed.len());
        for (index, status) in STATUSES.iter().enumerate() {
            let _ = write!(lines, "{} {} {status}", if index > 0 { "," } else { "" }, self.count(status));
        }
        let (errors, warnings) = (self.faults(Severity::Error), self.faults(Severity::Warning));
        let _ = writeln!(lines, "; document: {errors} errors, {warnings} warnings");
        lines
    }

    fn write_target(&self, lines: &mut String, Placed { name, placement }: &Placed<'_>) {
        let _ = write!(lines, "{} {}", name.kind, shown(name.id));
        if let Some((part, parts)) = name.part {
            let _ = write!(lines, " part {part} of {parts}");
        }
        if !name.published {
            lines.push_str(" (not published)");
        }
        let _ = write!(lines, ": {}", placement.status());
        match placement {
            Placement::Found { span, confidence } => {
                let _ = writeln!(lines, " {}, {confidence} %", self.at(span));
            }
            Placement::Changed { span, changes, confidence } => {
                let _ = writeln!(lines, " {}, {confidence} %", self.at(span));
                for change in changes {
                    let (kind, gravity) = (change.kind.name(), change.gravity().name());
                    let what = match (&*change.before, &*change.now) {
                        (before, "") => format!("“{}” is gone", shown(before)),
                        ("", now) => format!("“{}” was put in", shown(now)),
                        (before, now) => format!("“{}” is now “{}”", shown(before), shown(now)),
                    };
                    let _ = writeln!(lines, "    {gravity}, {kind}: {what}");
                }
            }
            Placement::Ambiguous { candidates } => {
                let _ = writeln!(lines, ", {} passages are alike:", candidates.len());
                for span in candidates {
                    let _ = writeln!(lines, "    {}", self.at(span));
                }
            }
            Placement::Orphan { words, lookalike } => {
                let _ = writeln!(lines, " “{}”", shown(words));
                if let Some(span) = lookalike {
                    let _ = writeln!(lines, "    nearest {}", self.at(span));
                }
            }
        }
    }

    /// Where a span is, in the countings that documents use, and what stands there.
    fn at(&self, span: &Span) -> String {
        let [start, end] = self.text.points(span);
        format!("at {start} to {end} in block {} “{}”", span.start.block.0, shown(self.text.words(span)))
    }

    fn count(&self, name: &str) -> usize {
        self.placed.iter().filter(|placed| placed.placement.status() == name).count()
    }

    fn faults(&self, severity: Severity) -> usize {
        self.faults.iter().filter(|fault| fault.severity == severity).count()
    }
}

fn severity(fault: &Fault) -> &'static str {
    match fault.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// How many characters of a passage a line repeats.
const SHOWN: usize = 100;

/// The beginning of a text as it can stand in a line: nothing in it breaks the line or upsets a terminal.
fn shown(text: &str) -> String {
    let mut line: String = text.chars().take(SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(SHOWN).is_some() {
        line.push('…');
    }
    line
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::anchors::{Change, ChangeKind};
    use crate::text::Place;

    /// Something wrong in a document.
    pub fn fault(severity: Severity) -> Fault {
        Fault { path: "claims[0].target".into(), severity, expected: "an object".into(), found: "nothing".into() }
    }

    fn span(start: u32, end: u32) -> Span {
        Span { start: Place::new(1, start), end: Place::new(1, end) }
    }

    /// A report on one claim, over the blocks “Zoë spoke.” and “It rose by 3 points.”.
    fn report(faults: &[Fault], placement: Placement) -> Report<'_> {
        let name = Name { kind: "claim", id: "7", part: None, published: true };
        let text = Text::new(&["Zoë spoke.", "It rose by 3 points."]);
        let words = Words { checked: None, now: "fnv1a64:a".into() };
        Report { faults, words, placed: vec![Placed { name, placement }], text }
    }

    fn lines(placement: Placement) -> String {
        let text = report(&[], placement).as_text();
        text.lines()
            .filter(|line| !line.starts_with("article:"))
            .map(|line| format!("{line}\n"))
            .collect::<String>()
            .split_once("1 targets:")
            .unwrap()
            .0
            .to_string()
    }

    #[test]
    fn the_article_as_a_whole_is_told_before_its_parts() {
        let mut report = report(&[], Placement::Found { span: span(0, 7), confidence: 90 });
        let mut first = |checked| {
            report.words.checked = checked;
            report.as_text().lines().next().unwrap().to_string()
        };
        assert_eq!(first(None), "article: its text is fnv1a64:a; the document does not say which was checked");
        assert_eq!(first(Some("fnv1a64:a")), "article: the text that was checked");
        assert_eq!(first(Some("a\nb")), "article: not the text that was checked (then a b, now fnv1a64:a)");
    }

    #[test]
    fn each_placement_has_its_lines() {
        let changes = vec![
            Change { kind: ChangeKind::Number, before: "2".into(), now: "3".into() },
            Change { kind: ChangeKind::Modal, before: "may".into(), now: "".into() },
            Change { kind: ChangeKind::Negation, before: "".into(), now: "not".into() },
        ];
        assert_eq!(
            lines(Placement::Found { span: span(0, 7), confidence: 90 }),
            "claim 7: found at 11 to 18 in block 1 “It rose”, 90 %\n"
        );
        assert_eq!(
            lines(Placement::Changed { span: span(0, 7), changes, confidence: 90 }),
            "claim 7: changed at 11 to 18 in block 1 “It rose”, 90 %\n    grave, number: “2” is now “3”\n    \
             considerable, modal: “may” is gone\n    grave, negation: “not” was put in\n"
        );
        assert_eq!(
            lines(Placement::Ambiguous { candidates: vec![span(0, 2), span(3, 7)] }),
            "claim 7: ambiguous, 2 passages are alike:\n    at 11 to 13 in block 1 “It”\n    \
             at 14 to 18 in block 1 “rose”\n"
        );
        assert_eq!(
            lines(Placement::Orphan { words: "It\nfell".into(), lookalike: Some(span(0, 7)) }),
            "claim 7: orphan “It fell”\n    nearest at 11 to 18 in block 1 “It rose”\n"
        );
    }

    #[test]
    fn faults_come_first_and_the_counts_last() {
        let faults = [fault(Severity::Error), fault(Severity::Warning)];
        let text = report(&faults, Placement::Found { span: span(0, 7), confidence: 90 }).as_text();
        assert!(text.starts_with("error: claims[0].target: expected an object, found nothing\nwarning: "), "{text}");
        let last = "1 targets: 1 found, 0 changed, 0 ambiguous, 0 orphan; document: 1 errors, 1 warnings\n";
        assert!(text.ends_with(last), "{text}");
    }

    #[test]
    fn a_program_reads_the_same() {
        let changes = vec![Change { kind: ChangeKind::Number, before: "2".into(), now: "3".into() }];
        let faults = [fault(Severity::Warning)];
        let report = report(&faults, Placement::Changed { span: span(0, 7), changes, confidence: 90 });
        let read: Value = serde_json::from_str(&report.as_json()).unwrap();
        let expected = json!({
            "holds": false,
            "article": {"checked": null, "now": "fnv1a64:a", "same": null},
            "counts": {"found": 0, "changed": 1, "ambiguous": 0, "orphan": 0},
            "faults": [
                {"severity": "warning", "path": "claims[0].target", "expected": "an object", "found": "nothing"},
            ],
            "targets": [{
                "kind": "claim", "id": "7", "published": true, "status": "changed", "start": 11, "end": 18, "block": 1,
                "text": "It rose", "confidence": 90,
                "changes": [{"kind": "number", "gravity": "grave", "before": "2", "now": "3"}],
            }],
        });
        assert_eq!(read, expected);
    }

    #[test]
    fn a_long_passage_is_cut_and_cannot_break_the_line() {
        assert_eq!(shown(&"é".repeat(101)), format!("{}…", "é".repeat(100)));
        assert_eq!(shown(&"é".repeat(100)), "é".repeat(100));
        assert_eq!(shown("a\u{1b}[2Jb\r\nc"), "a [2Jb  c");
    }
}
