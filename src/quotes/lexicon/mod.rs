//! The words that the rules go by, as data: one folder a language, chosen by the article's language tag.
//!
//! Words are stored as 64-bit hashes (FNV-1a over the lower-case ASCII form) in an open table: looking one up costs one
//! hash and, as a rule, one probe, without an allocation.

mod class;
mod inflection;

pub use class::Class;

const ENGLISH: [&str; 5] = [
    include_str!("english/cues.txt"),
    include_str!("english/function-words.txt"),
    include_str!("english/people.txt"),
    include_str!("english/given-names.txt"),
    include_str!("english/things.txt"),
];

/// The words of one language.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// Hash and classes; a hash of 0 marks a free place. The length is a power of two, or 0 without words.
    table: Vec<(u64, Class)>,
    words: usize,
}

impl Lexicon {
    /// The lexicon for a BCP 47 language tag; without a tag, English. For a language without word lists it is empty:
    /// quotation marks are still paired, and nothing is attributed.
    ///
    /// ```
    /// use checked_article::quotes::Lexicon;
    /// assert!(!Lexicon::for_language("en-GB").is_empty());
    /// assert!(Lexicon::for_language("fi").is_empty());
    /// ```
    pub fn for_language(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if primary.is_empty() || primary.eq_ignore_ascii_case("en") { Self::english() } else { Self::empty() }
    }

    /// The English lexicon.
    pub fn english() -> Self {
        let mut lexicon = Self { table: vec![(0, Class::NONE); 8192], words: 0 };
        for list in ENGLISH {
            lexicon.read(list);
        }
        lexicon
    }

    /// A lexicon without words.
    pub fn empty() -> Self {
        Self { table: Vec::new(), words: 0 }
    }

    /// Whether it holds no words.
    pub fn is_empty(&self) -> bool {
        self.words == 0
    }

    /// The classes of a word, whatever its case; [`Class::NONE`] for an unknown one.
    pub fn classes(&self, word: &str) -> Class {
        let Some(mask) = self.table.len().checked_sub(1) else { return Class::NONE };
        let hash = fingerprint(word);
        let mut at = hash as usize & mask;
        loop {
            match self.table.get(at) {
                Some((found, class)) if *found == hash => return *class,
                Some((0, _)) | None => return Class::NONE,
                Some(_) => at = (at + 1) & mask,
            }
        }
    }

    /// Reads a word list: `[class class]`, words set apart by white space.
    fn read(&mut self, list: &str) {
        let mut section = Class::NONE;
        for line in list.as_bytes().split(|byte| *byte == b'\n') {
            let heading = line.strip_prefix(b"[").and_then(|line| line.strip_suffix(b"]"));
            let words = heading.unwrap_or(line).split(|byte| *byte == b' ').filter(|word| !word.is_empty());
            if heading.is_some() {
                section = words.filter_map(Class::of_section).fold(Class::NONE, Class::with);
                continue;
            }
            for entry in words {
                if section.is(Class::CUE.with(Class::TELL)) {
                    inflection::forms(entry, |form, class| self.add(form, section.with(class)));
                } else {
                    self.add(entry, section);
                }
            }
        }
    }

    fn add(&mut self, word: &[u8], class: Class) {
        let mask = self.table.len() - 1;
        let hash = fingerprint_of(word);
        let mut at = hash as usize & mask;
        while let Some(place) = self.table.get_mut(at) {
            if place.0 == hash {
                place.1 = place.1.with(class);
                return;
            }
            // Half of the places stay free, so that a search always ends.
            if place.0 == 0 {
                if self.words < mask / 2 {
                    *place = (hash, class);
                    self.words += 1;
                }
                return;
            }
            at = (at + 1) & mask;
        }
    }
}

/// FNV-1a, 64 bits, over the lower-case word; never 0.
pub fn fingerprint(word: &str) -> u64 {
    fingerprint_of(word.as_bytes())
}

fn fingerprint_of(word: &[u8]) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in word {
        hash = (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash | 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_all_its_classes() {
        let post = Lexicon::english().classes("post");
        assert!(post.is(Class::STRONG) && post.is(Class::MEDIUM) && post.is(Class::CUE_NOUN));
    }

    #[test]
    fn cues_are_known_in_every_form_and_case() {
        let lexicon = Lexicon::english();
        for word in ["say", "Says", "said", "saying", "TWEETED", "replies", "replied", "arguing"] {
            assert!(lexicon.classes(word).is(Class::STRONG), "{word}");
        }
        assert!(!lexicon.classes("sayed").is(Class::CUE));
    }

    #[test]
    fn an_unknown_word_has_no_class() {
        assert_eq!(Lexicon::english().classes("zyzzyva"), Class::NONE);
        assert_eq!(Lexicon::empty().classes("said"), Class::NONE);
    }

    #[test]
    fn every_section_of_the_lists_is_known() {
        for line in ENGLISH.iter().flat_map(|list| list.lines()) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                assert!(name.split(' ').all(|class| Class::of_section(class.as_bytes()).is_some()), "{name}");
            }
        }
    }
}
