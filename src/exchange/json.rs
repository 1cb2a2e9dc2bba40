//! A writer of JSON that puts the commas where they belong.

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
        self.text.push(bracket);
    }

    /// `}` or `]`.
    pub(super) fn close(&mut self, bracket: char) {
        self.text.push(bracket);
    }

    /// The name of the member that follows.
    pub(super) fn name(&mut self, name: &str) {
        self.string(name);
        self.text.push(':');
    }

    /// A string.
    pub(super) fn string(&mut self, value: &str) {
        self.separate();
        self.text.push('"');
        let mut rest = value;
        // What needs no escape is copied as a whole.
        while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | ..=0x1f)) {
            let (plain, escaped) = rest.split_at(at);
            self.text.push_str(plain);
            let mut signs = escaped.chars();
            match signs.next() {
                Some(sign @ ('"' | '\\')) => self.text.extend(['\\', sign]),
                sign => {
                    let code = sign.map_or(0, u32::from);
                    let digit = |value: u32| char::from_digit(value, 16).unwrap_or('0');
                    self.text.push_str("\\u00");
                    self.text.extend([digit(code >> 4), digit(code & 15)]);
                }
            }
            rest = signs.as_str();
        }
        self.text.push_str(rest);
        self.text.push('"');
    }

    /// A whole number.
    pub(super) fn number(&mut self, value: u32) {
        self.separate();
        let mut power = 1;
        while value / power >= 10 {
            power *= 10;
        }
        while power > 0 {
            self.text.push(char::from_digit(value / power % 10, 10).unwrap_or('0'));
            power /= 10;
        }
    }

    /// A comma, if something stands before in the same object or array; each object in an array on a line of its own.
    fn separate(&mut self) {
        match self.text.as_bytes().last() {
            Some(b'}') => self.text.push_str(",\n"),
            Some(b'{' | b'[' | b':') | None => {}
            Some(_) => self.text.push(','),
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
            serde_json::json!({ "words": ["“yes”, \"no\" \\ \n\u{1b} é:", "{"], "numbers": [0, 7, 10, 4_294_967_295u32] })
        );
    }
}
