//! A writer of JSON that puts the commas where they belong.

#![expect(clippy::single_char_add_str, reason = "a character would bring its encoder into the module: 0.1 kB")]

/// JSON as it is being written. The caller closes what it opens.
#[derive(Default)]
pub(super) struct Json {
    text: String,
}

impl Json {
    /// What was written.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// `{` or `[`.
    pub(super) fn open(&mut self, bracket: char) {
        self.separate();
        self.text.push_str(if bracket == '{' { "{" } else { "[" });
    }

    /// `}` or `]`.
    pub(super) fn close(&mut self, bracket: char) {
        self.text.push_str(if bracket == '}' { "}" } else { "]" });
    }

    /// The name of the member that follows.
    pub(super) fn name(&mut self, name: &str) {
        self.string(name);
        self.text.push_str(":");
    }

    /// A string.
    pub(super) fn string(&mut self, value: &str) {
        self.quoted(value, "\\u000a");
    }

    /// A string whose line ends become spaces.
    pub(super) fn line(&mut self, value: &str) {
        self.quoted(value, " ");
    }

    fn quoted(&mut self, value: &str, line_end: &str) {
        self.separate();
        self.text.push_str("\"");
        let mut rest = value;
        // What needs no escape is copied as a whole.
        while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | ..=0x1f)) {
            let (plain, escaped) = rest.split_at(at);
            let (sign, after) = escaped.split_at(1);
            self.text.push_str(plain);
            match sign {
                "\n" => self.text.push_str(line_end),
                "\"" | "\\" => {
                    self.text.push_str("\\");
                    self.text.push_str(sign);
                }
                _ => {
                    let code = usize::from(sign.as_bytes().first().copied().unwrap_or_default());
                    self.text.push_str("\\u00");
                    self.digit(code >> 4);
                    self.digit(code & 15);
                }
            }
            rest = after;
        }
        self.text.push_str(rest);
        self.text.push_str("\"");
    }

    /// A whole number.
    pub(super) fn number(&mut self, value: u32) {
        self.separate();
        self.digits(value);
    }

    /// A string of a letter and a number: `q1`.
    pub(super) fn numbered(&mut self, letter: &str, value: u32) {
        self.separate();
        self.text.push_str("\"");
        self.text.push_str(letter);
        self.digits(value);
        self.text.push_str("\"");
    }

    fn digits(&mut self, value: u32) {
        if value >= 10 {
            self.digits(value / 10);
        }
        self.digit(value as usize % 10);
    }

    fn digit(&mut self, value: usize) {
        self.text.push_str("0123456789abcdef".get(value..value + 1).unwrap_or_default());
    }

    /// A comma, if something stands before in the same object or array; each object in an array on a line of its own.
    fn separate(&mut self) {
        match self.text.as_bytes().last() {
            Some(b'}') => self.text.push_str(",\n"),
            Some(b'{' | b'[' | b':') | None => {}
            Some(_) => self.text.push_str(","),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_again() {
        let mut json = Json::default();
        json.open('{');
        json.name("words");
        json.open('[');
        json.string("“yes”, \"no\" \\ \n\u{1b} é:");
        json.string("{");
        json.line("a\nb");
        json.numbered("q", 12);
        json.close(']');
        json.name("numbers");
        json.open('[');
        for number in [0, 7, 10, 4_294_967_295] {
            json.number(number);
        }
        json.close(']');
        json.close('}');
        let value: serde_json::Value = serde_json::from_str(&json.finish()).unwrap();
        assert_eq!(
            value,
            serde_json::json!({ "words": ["“yes”, \"no\" \\ \n\u{1b} é:", "{", "a b", "q12"], "numbers": [0, 7, 10, 4_294_967_295u32] })
        );
    }
}
