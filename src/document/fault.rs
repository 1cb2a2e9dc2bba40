//! What is wrong in a document, and where.

use std::borrow::Cow;
use std::fmt;

use super::Value;
use super::rules::is_bidi_control;

/// One thing that is wrong in a document. Its `Display` is the line that an editor reads:
///
/// ```
/// use checked_article::document::{Fault, Severity};
/// let fault = Fault {
///     path: "claims[3].sources[0].url".into(),
///     severity: Severity::Error,
///     expected: "an https, http or mailto URL".into(),
///     found: "\"javascript:…\"".into(),
/// };
/// assert_eq!(
///     fault.to_string(),
///     "claims[3].sources[0].url: expected an https, http or mailto URL, found \"javascript:…\""
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where: member names and positions from the top, `claims[3].sources[0].url`; empty for the document itself.
    pub path: String,
    /// Whether anything is missing from what the reader sees because of it.
    pub severity: Severity,
    /// What should stand there, to follow "expected".
    pub expected: Cow<'static, str>,
    /// What stands there, cut to a line and with nothing in it that could upset a terminal.
    pub found: String,
}

/// What a fault costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Something was left out, or drawn otherwise than it was written.
    Error,
    /// Everything known was read; something stands there that this version does not read.
    Warning,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.path.is_empty() { "the document" } else { &self.path })?;
        formatter.write_str(": expected ")?;
        formatter.write_str(&self.expected)?;
        formatter.write_str(", found ")?;
        formatter.write_str(&self.found)
    }
}

/// How many characters of a text a fault repeats.
const SHOWN: usize = 60;

/// `value` as a fault tells of it; nothing where there is none.
pub(super) fn describe(value: Option<&Value>) -> String {
    let mut found = String::new();
    match value {
        None => found.push_str("nothing"),
        Some(Value::Null) => found.push_str("null"),
        Some(Value::Bool(true)) => found.push_str("true"),
        Some(Value::Bool(false)) => found.push_str("false"),
        // Writing out fractions would bring 10 kB of code.
        Some(Value::Number(number)) => match *number as i32 {
            whole if f64::from(whole) == *number => found.push_str(&whole.to_string()),
            _ if number.fract() == 0.0 => found.push_str("a large number"),
            _ => found.push_str("a fraction"),
        },
        Some(Value::String(text)) => {
            found.push('"');
            push_escaped(&mut found, text);
            found.push('"');
        }
        Some(Value::Array(items)) if items.is_empty() => found.push_str("an empty array"),
        Some(Value::Array(_)) => found.push_str("an array"),
        Some(Value::Object(_)) => found.push_str("an object"),
    }
    found
}

/// Writes the beginning of `text`, with control and bidirectional control characters escaped.
pub(super) fn push_escaped(line: &mut String, text: &str) {
    for (count, character) in text.chars().enumerate() {
        if count == SHOWN {
            line.push('…');
            return;
        }
        if character.is_control() || is_bidi_control(character) || matches!(character, '"' | '\\') {
            line.extend(character.escape_default());
        } else {
            line.push(character);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(value: Value) -> String {
        describe(Some(&value))
    }

    #[test]
    fn long_texts_are_cut() {
        let long = found(Value::String("x".repeat(61).as_str().into()));
        assert_eq!(long, format!("\"{}…\"", "x".repeat(60)));
        assert_eq!(found(Value::String("x".repeat(60).as_str().into())).chars().count(), 62);
    }

    #[test]
    fn characters_that_would_upset_the_line_are_escaped() {
        assert_eq!(found(Value::String("a\n\u{202E}b\"\u{1b}".into())), r#""a\n\u{202e}b\"\u{1b}""#);
        assert_eq!(found(Value::String("عيد “fête”".into())), "\"عيد “fête”\"");
    }

    #[test]
    fn other_values_are_named() {
        assert_eq!(found(Value::Number(-7.0)), "-7");
        assert_eq!(found(Value::Number(1e300)), "a large number");
        assert_eq!(found(Value::Number(0.5)), "a fraction");
        assert_eq!(found(Value::Array(vec![])), "an empty array");
        assert_eq!(describe(None), "nothing");
    }
}
