//! Reading running text. Words are never lost: what cannot be styled as written is kept as plain words.

use super::Value;
use super::cursor::Cursor;
use super::rules::{LANGUAGE, LINK, TEXT};
use crate::article::{Inline, Style, Text};

/// The running text here: a string, or an array of strings and styled pieces. `None` where there are no words.
pub(super) fn text(at: &Cursor<'_>) -> Option<Text> {
    let mut inlines = Vec::new();
    read(at, &mut inlines);
    let text = Text::new(inlines);
    if text.plain().is_empty() { None } else { Some(text) }
}

fn read(at: &Cursor<'_>, inlines: &mut Vec<Inline>) {
    match at.value() {
        Some(Value::Array(items)) if items.is_empty() => at.fault("words"),
        Some(Value::Array(_)) => at.each(&mut |item| piece(item, inlines)),
        Some(Value::String(_)) => piece(at, inlines),
        _ => {
            at.fault("a text, or an array of texts and styled pieces");
            if let Some(Value::Object(_)) = at.value() {
                piece(at, inlines);
            }
        }
    }
}

fn piece(at: &Cursor<'_>, inlines: &mut Vec<Inline>) {
    match at.value() {
        Some(Value::Object(_)) => styled(at, inlines),
        Some(Value::Array(_)) => {
            at.fault("a text or a styled piece");
            read(at, inlines);
        }
        _ => inlines.extend(at.string(&TEXT).map(Inline::Plain)),
    }
}

/// The types that do not need more than their content.
const PLAIN_STYLES: [(&str, Style); 5] = [
    ("emphasis", Style::Emphasis),
    ("strong", Style::Strong),
    ("deleted", Style::Deleted),
    ("superscript", Style::Superscript),
    ("subscript", Style::Subscript),
];

fn styled(at: &Cursor<'_>, inlines: &mut Vec<Inline>) {
    let kind = match at.need("type").value() {
        Some(Value::String(kind)) => &**kind,
        _ => "",
    };
    let (style, known): (Option<Style>, &[&str]) = match kind {
        "lineBreak" => {
            at.object(&["type"]);
            inlines.push(Inline::LineBreak);
            return;
        }
        "language" => (at.need("lang").string(&LANGUAGE).map(Style::Language), &["type", "content", "lang"]),
        "link" => (at.need("url").string(&LINK).map(Style::Link), &["type", "content", "url"]),
        _ => {
            let style = PLAIN_STYLES.iter().find(|(name, _)| *name == kind).map(|(_, style)| style.clone());
            if style.is_none() {
                at.need("type").fault(
                    "\"emphasis\", \"strong\", \"deleted\", \"superscript\", \"subscript\", \"language\", \"link\" or \
                     \"lineBreak\"",
                );
            }
            (style, &["type", "content"])
        }
    };
    at.object(known);
    let mut content = Vec::new();
    match (&style, at.get("text")) {
        // Other formats keep the words of a piece there.
        (None, Some(words)) => read(&words, &mut content),
        _ => read(&at.need("content"), &mut content),
    }
    match style {
        Some(style) if !content.is_empty() => inlines.push(Inline::Styled { style, content }),
        _ => inlines.append(&mut content),
    }
}
