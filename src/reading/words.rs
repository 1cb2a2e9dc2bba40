//! The words of a mark, as the list counts and searches them.

/// The words of one mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// How many there are.
    pub count: usize,
    /// What a search looks through: names and words, their letters made alike.
    pub searched: String,
}

impl Words {
    /// Those of a mark: whose they are, its parts, and the claim as it was checked. `alike` makes letters alike that a
    /// search does not tell apart.
    pub fn of(name: &str, parts: &[String], claimed: Option<&str>, alike: fn(&str) -> String) -> Self {
        let mut searched = name.to_string();
        for words in parts.iter().map(String::as_str).chain(claimed) {
            searched.push(' ');
            searched.push_str(words);
        }
        Self { count: parts.iter().map(|part| part.split_ascii_whitespace().count()).sum(), searched: alike(&searched) }
    }

    /// Whether every word of `search`, whose letters were made alike too, stands in them.
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

/// Whether `words` hold `sought`. By hand: the library's search for strings would add 1 kB to the download.
fn stands_in(words: &[u8], sought: &[u8]) -> bool {
    sought.is_empty() || words.windows(sought.len()).any(|window| window == sought)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_finds_words_in_any_order_by_letters_made_alike() {
        let words = Words::of(
            "Anna Ŝmid",
            &["“It rained,”".into(), "all week".into()],
            Some("The WEEK was wet."),
            str::to_lowercase,
        );
        assert_eq!(words.count, 4);
        assert!(words.hold("week rained anna"));
        assert!(words.hold("ŝmid “it"));
        assert!(words.hold(""));
        assert!(!words.hold("rained month"));
    }
}
