//! The words of a mark, as the list counts and searches them.

use crate::text::letter::{fold, plain};

/// The words of one mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// How many there are.
    pub count: usize,
    /// What a search looks through: names and words, as [`folded`] gives them.
    pub searched: String,
}

impl Words {
    /// Those of a mark: whose they are, its parts, and the claim as it was checked.
    pub fn of(name: &str, parts: &[String], claimed: Option<&str>) -> Self {
        let mut searched = folded(name);
        for words in parts.iter().map(String::as_str).chain(claimed) {
            searched.push(' ');
            searched.push_str(&folded(words));
        }
        Self { count: parts.iter().map(|part| part.split_ascii_whitespace().count()).sum(), searched }
    }

    /// Whether every word of `search`, which is [`folded`], stands in them.
    pub fn hold(&self, search: &str) -> bool {
        let mut start = 0;
        for (end, byte) in search.bytes().chain([b' ']).enumerate() {
            if byte == b' ' {
                if !stands_in(self.searched.as_bytes(), &search.as_bytes()[start..end]) {
                    return false;
                }
                start = end + 1;
            }
        }
        true
    }
}

/// `words` as they are searched: small letters, plain quotation marks and dashes.
pub fn folded(words: &str) -> String {
    words.chars().map(|letter| fold(plain(letter))).collect()
}

/// Whether `words` hold `sought`. By hand: the library's search for strings would add 1 kB to the download.
fn stands_in(words: &[u8], sought: &[u8]) -> bool {
    sought.is_empty() || words.windows(sought.len()).any(|window| window == sought)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_finds_words_in_any_order_and_whatever_their_case_and_quotation_marks() {
        let words = Words::of("Anna Ŝmid", &["“It rained,”".into(), "all week".into()], Some("The WEEK was wet."));
        assert_eq!(words.count, 4);
        assert!(words.hold("week rained anna"));
        assert!(words.hold(&folded("ŝMID «it")));
        assert!(words.hold(""));
        assert!(!words.hold("rained month"));
    }
}
