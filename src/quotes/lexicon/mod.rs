//! The words that the rules go by, as data: one folder a language, chosen by the article's language tag.
//!
//! Words are stored as 32-bit hashes (FNV-1a over the lower-case ASCII form) in an open table: looking one up costs one
//! hash and, as a rule, one probe, without an allocation. The hashes lie apart from the classes, so that unknown words,
//! which are most, touch nothing else.

mod class;
mod inflection;
mod packed;

pub use class::Class;

const ENGLISH: [&str; 5] = [
    include_str!("english/cues.txt"),
    include_str!("english/function-words.txt"),
    include_str!("english/people.txt"),
    include_str!("english/given-names.txt"),
    include_str!("english/things.txt"),
];

static PACKED_ENGLISH: [u8; packed::length(&ENGLISH)] = packed::pack(&ENGLISH);

/// The words of one language.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// Hashes; 0 marks a free place. The length is a power of two, or 0 without words.
    hashes: Vec<Fingerprint>,
    /// The classes of the word in the same place.
    classes: Vec<Class>,
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
        let mut lexicon = Self { hashes: vec![Fingerprint(0); PLACES], classes: vec![Class::NONE; PLACES], words: 0 };
        lexicon.read(&PACKED_ENGLISH);
        lexicon
    }

    /// A lexicon without words.
    pub fn empty() -> Self {
        Self { hashes: Vec::new(), classes: Vec::new(), words: 0 }
    }

    /// Whether it holds no words.
    pub fn is_empty(&self) -> bool {
        self.words == 0
    }

    /// The classes of a word, whatever its case; [`Class::NONE`] for an unknown one.
    pub fn classes(&self, word: &str) -> Class {
        self.classes_of(fingerprint(word))
    }

    /// The classes of the word with this fingerprint.
    pub(super) fn classes_of(&self, word: Fingerprint) -> Class {
        let Some(mask) = self.hashes.len().checked_sub(1) else { return Class::NONE };
        let mut at = word.0 as usize & mask;
        loop {
            match self.hashes.get(at) {
                Some(found) if *found == word => return self.classes.get(at).copied().unwrap_or_default(),
                Some(Fingerprint(0)) | None => return Class::NONE,
                Some(_) => at = (at + 1) & mask,
            }
        }
    }

    /// Reads word lists, packed.
    fn read(&mut self, packed: &[u8]) {
        let mut plural = Vec::new();
        let mut section = Class::NONE;
        for entry in packed.split(|byte| *byte == b' ') {
            if let [b'\n', classes @ ..] = entry {
                let codes = classes.iter();
                section = codes.fold(Class::NONE, |all, code| all.with(Class::numbered(code - packed::FIRST_CODE)));
            } else if section.is(Class::CUE.with(Class::TELL)) {
                inflection::forms(entry, |form, class| self.add(form, section.with(class)));
            } else {
                self.add(entry, section);
                if section.is(Class::ROLE) && !section.is(Class::SINGULAR) {
                    // "reporters": spelled as the third person of a verb is
                    inflection::inflect(entry, Class::THIRD, &mut plural);
                    self.add(&plural, Class::PLURAL);
                }
            }
        }
    }

    fn add(&mut self, word: &[u8], class: Class) {
        let mask = self.hashes.len() - 1;
        let hash = word.iter().fold(Fingerprint::START, |hash, byte| hash.with(*byte)).finished();
        let mut at = hash.0 as usize & mask;
        while let (Some(place), Some(classes)) = (self.hashes.get_mut(at), self.classes.get_mut(at)) {
            if *place == hash {
                *classes = classes.with(class);
                return;
            }
            // Half of the places stay free, so that a search always ends.
            if *place == Fingerprint(0) {
                if self.words < mask / 2 {
                    *place = hash;
                    *classes = class;
                    self.words += 1;
                }
                return;
            }
            at = (at + 1) & mask;
        }
    }
}

/// Places for words.
const PLACES: usize = 8192;

/// A word as a number, whatever its case: FNV-1a, 32 bits. Never 0 once it is finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint(pub u32);

impl Fingerprint {
    /// Before the first byte.
    pub const START: Self = Self(0x811c_9dc5);

    /// With another byte of the word.
    pub const fn with(self, byte: u8) -> Self {
        Self((self.0 ^ byte.to_ascii_lowercase() as u32).wrapping_mul(0x0100_0193))
    }

    /// After the last byte.
    pub const fn finished(self) -> Self {
        Self(self.0 | (1 << 31))
    }
}

/// The fingerprint of a whole word.
pub fn fingerprint(word: &str) -> Fingerprint {
    word.bytes().fold(Fingerprint::START, Fingerprint::with).finished()
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
