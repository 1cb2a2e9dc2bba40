//! What a word can be: a set of classes, since many a word is several things ("report", "call", "post").

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:expr, $section:expr;)*) => {
        impl Class {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            /// The number of the class that a section of a word list names, or `None` for an unknown section.
            pub(super) const fn of_section(section: &[u8]) -> Option<u8> {
                $(if same(section, $section.as_bytes()) {
                    return Some($bit);
                })*
                None
            }
        }
    };
}

classes! {
    /// A verb that may attribute a closed sentence: "said".
    STRONG = 0, "strong";
    /// A verb that attributes only what stands beside it: "called".
    WEAK = 1, "weak";
    /// A verb whose object is who was spoken to: "told".
    TELL = 2, "tell";
    /// A noun that announces words: "statement".
    CUE_NOUN = 3, "noun";
    /// The base form of a cue.
    BASE = 4, "-base";
    /// The third person of a cue.
    THIRD = 5, "-third";
    /// The past of a cue.
    PAST = 6, "-past";
    /// The -ing form of a cue.
    ING = 7, "-ing";
    /// A pronoun that can be a subject.
    PRONOUN = 8, "subject-pronoun";
    /// An article, possessive pronoun, quantifier or number word.
    DETERMINER = 9, "determiner";
    /// A preposition.
    PREPOSITION = 10, "preposition";
    /// A word that opens a dependent clause.
    SUBORDINATOR = 11, "subordinator";
    /// "and", "but" …
    CONJUNCTION = 12, "conjunction";
    /// An auxiliary verb.
    AUXILIARY = 13, "auxiliary";
    /// An adverb that no ending shows.
    ADVERB = 14, "adverb";
    /// A day, month or other word for a time.
    TIME = 15, "time";
    /// A finite verb form that no ending shows.
    VERB = 16, "verb";
    /// "pair", "two": people already named.
    PAIR = 17, "pair";
    /// An adjective that stands before offices: "former".
    HUMAN_ADJECTIVE = 18, "human-adjective";
    /// A word before a name: "Sen."
    TITLE = 19, "title";
    /// It says that somebody is male.
    MALE = 20, "male";
    /// It says that somebody is female.
    FEMALE = 21, "female";
    /// A noun for one human being.
    ROLE = 22, "role";
    /// A noun for several human beings.
    PLURAL = 23, "plural";
    /// A noun for a body that speaks: "campaign".
    BODY = 24, "body";
    /// A noun for a thing that carries words: "report".
    RECORD = 25, "record";
    /// A noun for where words are spoken or written: "interview".
    MEDIUM = 26, "medium";
    /// A word with a capital letter that begins no name.
    NOT_A_PERSON = 27, "not-a-person";
    /// A man's given name.
    MALE_NAME = 28, "male-name";
    /// A woman's given name.
    FEMALE_NAME = 29, "female-name";
    /// A word before a title or a borrowed word: "titled".
    NAMING = 30, "naming";
    /// A word after a title: "host".
    TITLE_FOLLOWER = 31, "title-follower";
    /// A verb that attributes only across a comma or colon: "began".
    LOOSE = 32, "loose";
    /// A noun that writers use to vary the name of whom they write about: "the senator".
    TOPIC = 33, "topic";
    /// A word whose full stop ends no sentence, when it has a capital letter.
    ABBREVIATION = 34, "abbreviation";
    /// A small word inside a name: "van".
    PARTICLE = 35, "particle";
    /// A role whose plural is rather a verb: "heads".
    SINGULAR = 37, "singular";
    /// A verb of thought, which utters nothing: "believes".
    THOUGHT = 36, "thought";
}

/// Whether two words are the same, also where nothing runs yet.
const fn same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

impl Class {
    /// No class: an unknown word.
    pub const NONE: Self = Self(0);
    /// Any cue verb.
    pub const CUE: Self = Self(Self::STRONG.0 | Self::WEAK.0 | Self::LOOSE.0);

    /// The class with a number.
    pub(super) const fn numbered(number: u8) -> Self {
        Self(1 << number)
    }

    /// The classes of both.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it has at least one class of `other`.
    pub const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
