//! Text fragments: deep links to a passage, `#:~:text=prefix-,start,end,-suffix`.
//!
//! Source: WICG, "URL Fragment Text Directives". Case, white space and typography do not matter in finding, words are
//! found whole.

use std::fmt::Write;

use super::TextQuoteSelector;
use crate::text::words::{Bounds, cut};
use crate::text::{Canonical, View};

/// One text directive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextFragment {
    /// What stands before; may be empty.
    pub prefix: String,
    /// The words, or the first of them where `end` is given.
    pub start: String,
    /// The last words of a longer passage; may be empty.
    pub end: String,
    /// What stands after; may be empty.
    pub suffix: String,
}

/// A passage longer than this, in words, is linked by its first and last words alone.
const WHOLE: usize = 12;
/// So many words of it at each end.
const ENDS: usize = 4;

impl TextFragment {
    /// The directives of a URL's fragment, with or without its number sign.
    pub fn parse(fragment: &str) -> Vec<Self> {
        let Some((_, directives)) = fragment.split_once(":~:") else { return Vec::new() };
        directives.split('&').filter_map(|directive| directive.strip_prefix("text=")).filter_map(Self::read).collect()
    }

    fn read(value: &str) -> Option<Self> {
        let mut fragment = Self::default();
        let mut parts: Vec<&str> = value.split(',').collect();
        if parts.len() > 1
            && let Some(prefix) = parts.first().and_then(|part| part.strip_suffix('-'))
        {
            fragment.prefix = decode(prefix)?;
            parts.remove(0);
        }
        if parts.len() > 1
            && let Some(suffix) = parts.last().and_then(|part| part.strip_prefix('-'))
        {
            fragment.suffix = decode(suffix)?;
            parts.pop();
        }
        match parts.as_slice() {
            [start] => fragment.start = decode(start)?,
            [start, end] => (fragment.start, fragment.end) = (decode(start)?, decode(end)?),
            _ => return None,
        }
        (!fragment.start.is_empty()).then_some(fragment)
    }

    /// The link to a quotation: the whole of it, or its first and last words.
    pub fn of(quote: &TextQuoteSelector) -> Self {
        let words: Vec<&str> = quote.exact.split_whitespace().collect();
        let (start, end) = if words.len() > WHOLE || quote.exact.contains('\n') && words.len() > 1 {
            let ends = ENDS.min(words.len() / 2);
            (words[..ends].join(" "), words[words.len() - ends..].join(" "))
        } else {
            (words.join(" "), String::new())
        };
        Self { prefix: quote.prefix.trim().into(), start, end, suffix: quote.suffix.trim().into() }
    }

    /// The fragment of a URL, without its number sign.
    ///
    /// ```
    /// use checked_article::anchors::TextFragment;
    /// let fragment = TextFragment { start: "re-elected, he said".into(), ..Default::default() };
    /// assert_eq!(fragment.encode(), ":~:text=re%2Delected%2C%20he%20said");
    /// ```
    pub fn encode(&self) -> String {
        let mut out = String::from(":~:text=");
        if !self.prefix.is_empty() {
            encode(&self.prefix, &mut out);
            out.push_str("-,");
        }
        encode(&self.start, &mut out);
        if !self.end.is_empty() {
            out.push(',');
            encode(&self.end, &mut out);
        }
        if !self.suffix.is_empty() {
            out.push_str(",-");
            encode(&self.suffix, &mut out);
        }
        out
    }

    /// The first passage that it means, as raw offsets.
    pub fn find(&self, view: &View) -> Option<(usize, usize)> {
        self.find_with(view, None)
    }

    /// The same, with canonically equivalent spellings made equal as they are in `view`.
    pub fn find_with(&self, view: &View, canonical: Option<Canonical>) -> Option<(usize, usize)> {
        let plain = |text: &str| View::new(&[text], canonical).folded().trim().to_string();
        let (prefix, start, end, suffix) =
            (plain(&self.prefix), plain(&self.start), plain(&self.end), plain(&self.suffix));
        let text = Text { view, folded: view.folded(), words: cut(view.folded()) };
        for from in places(text.folded, &start, 0) {
            let to = from + start.len();
            if !text.follows(&prefix, from) || text.crosses(from, to) {
                continue;
            }
            let found = if end.is_empty() { text.suffixed(to, &suffix) } else { text.ended(to, &end, &suffix) };
            if let Some(to) = found {
                return Some((view.raw_start(from), view.raw_end(to)));
            }
        }
        None
    }
}

struct Text<'a> {
    view: &'a View,
    folded: &'a str,
    words: Vec<Bounds>,
}

impl Text<'_> {
    /// Whether no word goes on across an offset.
    fn bounded(&self, at: usize) -> bool {
        let next = self.words.partition_point(|word| word.end as usize <= at);
        self.words.get(next).is_none_or(|word| word.start as usize >= at)
    }

    /// Whether a passage goes on in another block; one search term stays within one.
    fn crosses(&self, from: usize, to: usize) -> bool {
        self.view.place(self.view.raw_start(from)).block != self.view.place(self.view.raw_end(to)).block
    }

    fn follows(&self, prefix: &str, at: usize) -> bool {
        if prefix.is_empty() {
            return self.bounded(at);
        }
        let before = self.folded[..at].trim_end();
        before.ends_with(prefix) && self.bounded(before.len() - prefix.len())
    }

    /// The end of what ends at `to`, if the suffix follows or no suffix is asked for and a word ends.
    fn suffixed(&self, to: usize, suffix: &str) -> Option<usize> {
        if suffix.is_empty() {
            return self.bounded(to).then_some(to);
        }
        let after = self.folded[to..].trim_start();
        let end = self.folded.len() - after.len() + suffix.len();
        (after.starts_with(suffix) && self.bounded(end)).then_some(to)
    }

    fn ended(&self, from: usize, end: &str, suffix: &str) -> Option<usize> {
        if !self.bounded(from) {
            return None;
        }
        places(self.folded, end, from).find_map(|at| {
            let to = at + end.len();
            if self.bounded(at) && !self.crosses(at, to) { self.suffixed(to, suffix) } else { None }
        })
    }
}

/// All places of a term from an offset on, overlapping ones too.
fn places<'a>(folded: &'a str, term: &'a str, from: usize) -> impl Iterator<Item = usize> + 'a {
    let mut next = from;
    std::iter::from_fn(move || {
        let at = next + folded.get(next..)?.find(term)?;
        next = at + folded[at..].chars().next().map_or(1, char::len_utf8);
        Some(at)
    })
}

fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'~' | b'!' | b'*' | b'\'' | b'(' | b')' => {
                out.push(byte as char);
            }
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
}

fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| (byte? as char).to_digit(16);
            bytes.push((digit(rest.next())? * 16 + digit(rest.next())?) as u8);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_malformed_directive_is_none() {
        for fragment in [":~:text=", ":~:text=%zz", ":~:text=a,b,c", "text=a", ":~:text=-,a,-"] {
            let parsed = TextFragment::parse(fragment);
            assert!(parsed.is_empty() || parsed[0].prefix.is_empty(), "{fragment}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(
            prefix in "[a-z ,&%é-]{0,6}", start in "[a-z ,&%é-]{1,9}", end in "[a-z ,&%é-]{0,6}", suffix in "[a-z-]{0,6}"
        ) {
            let fragment = TextFragment { prefix, start, end, suffix };
            prop_assert_eq!(TextFragment::parse(&fragment.encode()), [fragment]);
        }
    }
}
