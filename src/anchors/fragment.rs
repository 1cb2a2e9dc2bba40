//! Text fragments: deep links to a passage, `#:~:text=prefix-,start,end,-suffix`.
//!
//! Source: WICG, "URL Fragment Text Directives". Case, white space and typography do not matter in finding, words are
//! found whole.

use std::fmt::Write;

use super::TextQuoteSelector;
use crate::text::words::{Bounds, cut};
use crate::text::{Canonical, Span, View};

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
/// The most words on either side that are tried to tell a passage from its likes.
const BESIDE: usize = 8;

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
        let words = |text: &'_ str| -> Vec<String> { text.split_whitespace().map(str::to_string).collect() };
        let all = words(&quote.exact);
        let mut lines = lines(quote.exact.trim());
        let (first, last) = (lines.next().map(words).unwrap_or_default(), lines.next_back().map(words));
        let (start, end) = if all.len() > WHOLE || last.is_some() {
            let last = last.as_ref().unwrap_or(&first);
            (first[..ENDS.min(first.len())].join(" "), last[last.len().saturating_sub(ENDS)..].join(" "))
        } else {
            (all.join(" "), String::new())
        };
        Self { prefix: quote.prefix.trim().into(), start, end, suffix: quote.suffix.trim().into() }
    }

    /// A directive that leads to a passage of a text and to no other: its words, or their first and last ones, with as
    /// much beside them as it takes. `None` where there is none, or where the passage holds no words.
    ///
    /// ```
    /// use checked_article::anchors::TextFragment;
    /// use checked_article::text::{Place, Span, View};
    /// let view = View::new(&["To annotate or not to annotate."], None);
    /// let span = Span { start: Place::new(0, 22), end: Place::new(0, 30) };
    /// let fragment = TextFragment::leading_to(&view, span, None).unwrap();
    /// assert_eq!(fragment.directive(), "text=not%20to-,annotate");
    /// ```
    pub fn leading_to(view: &View, span: Span, canonical: Option<Canonical>) -> Option<Self> {
        let raw = view.raw();
        let at = |place| raw.floor_char_boundary(view.offset(place));
        let passage = raw.get(at(span.start)..at(span.end))?;
        let start = at(span.start) + passage.len() - passage.trim_start().len();
        let words = passage.trim();
        if !words.contains(char::is_alphanumeric) {
            return None;
        }
        let end = start + words.len();
        let bare = Self::of(&TextQuoteSelector { exact: words.into(), ..Default::default() });
        let before: Vec<&str> = lines(raw.get(..start)?).next_back()?.split_whitespace().collect();
        let after: Vec<&str> = lines(raw.get(end..)?).next()?.split_whitespace().collect();
        let sides = |left: usize, right: usize| {
            let (left, right) = (before.get(before.len().checked_sub(left)?..)?, after.get(..right)?);
            // Marks alone are no word to look for.
            let told = |side: &[&str]| side.is_empty() || side.concat().contains(char::is_alphanumeric);
            let fragment = Self { prefix: left.join(" "), suffix: right.join(" "), ..bare.clone() };
            (told(left) && told(right)).then_some(fragment)
        };
        let leads = |fragment: &Self| {
            let mut found = fragment.matches(view, canonical);
            let first = found.next().map(|(start, end)| (view.folded_at(start), view.folded_at(end)));
            first == Some((view.folded_at(start), view.folded_at(end))) && found.next().is_none()
        };
        let beside = (1..=BESIDE).flat_map(|words| [(words, 0), (0, words), (words, words)]);
        [(0, 0)].into_iter().chain(beside).filter_map(|(left, right)| sides(left, right)).find(leads)
    }

    /// The fragment of a URL, without its number sign.
    ///
    /// ```
    /// use checked_article::anchors::TextFragment;
    /// let fragment = TextFragment { start: "re-elected, he said".into(), ..Default::default() };
    /// assert_eq!(fragment.encode(), ":~:text=re%2Delected%2C%20he%20said");
    /// ```
    pub fn encode(&self) -> String {
        [":~:", &self.directive()].concat()
    }

    /// The directive itself, of which a fragment may hold several.
    pub fn directive(&self) -> String {
        let mut out = String::from("text=");
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
        self.matches(view, canonical).next()
    }

    /// All passages that it could mean, as raw offsets, by where they begin.
    fn matches<'v>(
        &self,
        view: &'v View,
        canonical: Option<Canonical>,
    ) -> impl Iterator<Item = (usize, usize)> + use<'v> {
        let plain = |text: &str| View::new(&[text], canonical).folded().trim().to_string();
        let (prefix, start, end, suffix) =
            (plain(&self.prefix), plain(&self.start), plain(&self.end), plain(&self.suffix));
        let text = Text { view, folded: view.folded(), words: cut(view.folded()) };
        let mut next = 0;
        std::iter::from_fn(move || {
            while let Some(from) = next_place(text.folded, &start, &mut next) {
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
        })
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
    std::iter::from_fn(move || next_place(folded, term, &mut next))
}

/// The next place of a term from an offset on, and from where the search goes on.
fn next_place(folded: &str, term: &str, from: &mut usize) -> Option<usize> {
    if term.is_empty() {
        return None;
    }
    let at = *from + folded.get(*from..)?.find(term)?;
    *from = at + folded[at..].chars().next().map_or(1, char::len_utf8);
    Some(at)
}

fn lines(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split('\n')
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
