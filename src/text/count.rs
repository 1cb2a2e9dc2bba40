//! The other countings of a text: code points, as W3C selectors count, and UTF-16 units, as browsers do.

/// A number of code points from the beginning of the whole text, the blocks joined by one line feed each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodePoints(pub u32);

/// A number of UTF-16 units from the beginning of the whole text, the blocks joined by one line feed each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16Units(pub u32);

const STRIDE: usize = 256;

/// Sums at every so many bytes of a text, so that one counting becomes another without walking the whole.
///
/// ```
/// use checked_article::text::{CodePoints, Counts, Utf16Units};
/// let text = "l😃rem";
/// let counts = Counts::new(text);
/// assert_eq!(counts.byte_of_code_point(text, CodePoints(2)), Some(5));
/// assert_eq!(counts.utf16(text, 5), Utf16Units(3));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Counts {
    sums: Vec<(u32, u32)>,
}

impl Counts {
    /// Counts a text.
    pub fn new(text: &str) -> Self {
        let mut sum = (0, 0);
        let mut sums = Vec::with_capacity(text.len() / STRIDE + 1);
        for stretch in text.as_bytes().chunks(STRIDE) {
            sums.push(sum);
            for byte in stretch {
                sum = (sum.0 + begins(*byte), sum.1 + units(*byte));
            }
        }
        if text.len().is_multiple_of(STRIDE) {
            sums.push(sum);
        }
        Self { sums }
    }

    /// The code points before the byte offset `at`.
    pub fn code_points(&self, text: &str, at: usize) -> CodePoints {
        CodePoints(self.count(text, at).0)
    }

    /// The UTF-16 units before the byte offset `at`.
    pub fn utf16(&self, text: &str, at: usize) -> Utf16Units {
        Utf16Units(self.count(text, at).1)
    }

    /// The byte offset of a code point, or `None` past the end.
    pub fn byte_of_code_point(&self, text: &str, at: CodePoints) -> Option<usize> {
        let stretch = self.sums.partition_point(|sum| sum.0 <= at.0).checked_sub(1)?;
        find(text, stretch, at.0 - self.sums[stretch].0, begins)
    }

    /// The byte offset of a UTF-16 unit, that of its character where it is the second of a pair, or `None` past the
    /// end.
    pub fn byte_of_utf16(&self, text: &str, at: Utf16Units) -> Option<usize> {
        let stretch = self.sums.partition_point(|sum| sum.1 <= at.0).checked_sub(1)?;
        find(text, stretch, at.0 - self.sums[stretch].1, units)
    }

    fn count(&self, text: &str, at: usize) -> (u32, u32) {
        let at = text.floor_char_boundary(at);
        let stretch = at / STRIDE;
        let mut sum = self.sums.get(stretch).copied().unwrap_or_default();
        for byte in text.as_bytes().get(stretch * STRIDE..at).unwrap_or_default() {
            sum = (sum.0 + begins(*byte), sum.1 + units(*byte));
        }
        sum
    }
}

/// The byte offset of the character that holds the unit number `left` after the beginning of a stretch.
fn find(text: &str, stretch: usize, mut left: u32, weight: fn(u8) -> u32) -> Option<usize> {
    let start = stretch * STRIDE;
    for (at, byte) in text.as_bytes().get(start..)?.iter().enumerate() {
        let weight = weight(*byte);
        if weight > left {
            return Some(start + at);
        }
        left -= weight;
    }
    (left == 0).then_some(text.len())
}

/// A code point begins with every byte that does not continue one.
fn begins(byte: u8) -> u32 {
    u32::from(byte & 0xC0 != 0x80)
}

/// UTF-16 units of the character that begins with `byte`: two where UTF-8 takes four bytes.
fn units(byte: u8) -> u32 {
    begins(byte) + u32::from(byte >= 0xF0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_counting_leads_back(text in "[a-cé한😀\n]{0,900}") {
            let counts = Counts::new(&text);
            for (number, (at, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(counts.code_points(&text, at), CodePoints(number as u32));
                prop_assert_eq!(counts.byte_of_code_point(&text, CodePoints(number as u32)), Some(at));
                let units = text[..at].encode_utf16().count() as u32;
                prop_assert_eq!(counts.utf16(&text, at), Utf16Units(units));
                prop_assert_eq!(counts.byte_of_utf16(&text, Utf16Units(units)), Some(at));
            }
            let length = text.chars().count() as u32;
            prop_assert_eq!(counts.byte_of_code_point(&text, CodePoints(length)), Some(text.len()));
            prop_assert_eq!(counts.byte_of_code_point(&text, CodePoints(length + 1)), None);
        }
    }
}
