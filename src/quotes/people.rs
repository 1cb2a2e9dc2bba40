//! Who is named in the text: names, what belongs to one person, and what tells he from she.
//!
//! A person is a surname with a given name; a surname alone belongs to the full name that it ends. Nothing is known
//! beforehand about anybody: only titles, offices and common given names are data.

use super::lexicon::Class;
use super::names::names;
use super::narrative::Narrative;
use super::tokens::Kind;

/// What is known of somebody's gender from titles, offices and given names: 1 where something says male, 2 where something
/// says female.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gender(u8);

impl Gender {
    /// What says male and what says female.
    pub fn new(male: bool, female: bool) -> Self {
        Self(u8::from(male) | u8::from(female) << 1)
    }

    fn of(male: bool) -> Self {
        Self(if male { 1 } else { 2 })
    }

    /// What both say.
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether something says so.
    pub fn says(self, male: bool) -> bool {
        self.0 & Self::of(male).0 != 0
    }

    /// Whether "he" (`male`) or "she" can mean somebody of this gender.
    pub fn allows(self, male: bool) -> bool {
        self != Self::of(!male)
    }

    /// Whether it is known to be the asked one.
    pub fn is(self, male: bool) -> bool {
        self == Self::of(male)
    }

    /// Whether a word that says this can mean somebody of another gender.
    pub fn fits(self, other: Self) -> bool {
        (!self.says(true) || other.allows(true)) && (!self.says(false) || other.allows(false))
    }
}

/// A name in the text: tokens `first..=last`, without titles.
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    /// First token of the name.
    pub first: usize,
    /// Last token of the name.
    pub last: usize,
    /// First token of the titles and offices before it.
    pub office: usize,
    /// Whose it is: an index into the people.
    pub person: usize,
}

/// Somebody named.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// Given name; 0 without one.
    pub given: u32,
    /// The mention with the fullest name.
    pub fullest: usize,
    /// The first mention with an office beside it.
    pub office: Option<usize>,
    /// Gender.
    pub gender: Gender,
    /// Whether something says that this is a human being: a title, an office, a known given name.
    pub human: bool,
    /// Whether something says that it is a place or body: an article before it, a word like "committee" in it.
    thing: bool,
}

impl Named {
    /// Whether it is more likely a body than a human being: one word, or one of them a body's, and nothing says otherwise.
    pub fn is_body(&self) -> bool {
        !self.human && (self.given == 0 || self.thing)
    }

    /// Whether a name of several words may well be a human being's, though nothing says so.
    pub fn may_be_human(&self) -> bool {
        self.human || self.given != 0 && !self.thing
    }
}

/// Everybody named in a text, and where.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// The people.
    pub named: Vec<Named>,
    /// Their mentions in text order.
    pub mentions: Vec<Mention>,
}

/// Tokens of an apposition after a name at most.
const APPOSITION: usize = 12;
/// Words that stand before a name and say what somebody is.
pub const OFFICE: Class = Class::TITLE.with(Class::ROLE);

impl People {
    /// Reads the names outside quotations.
    pub fn read(narrative: &Narrative<'_>) -> Self {
        let mut mentions = names(narrative);
        let word = |token: usize| narrative.token(token).word.0;
        let mut keys = Vec::new();
        for mention in &mentions {
            if mention.last > mention.first {
                keys.push(pair(word(surname(narrative, mention)), word(mention.first)));
            }
        }
        sort(&mut keys);
        let mut given = Vec::new();
        for (key, index) in keys.iter().zip(0..) {
            given.push(pair(*key as u32, index));
        }
        sort(&mut given);
        mentions.retain(|mention| {
            let office = mention.last == mention.first && narrative.is(mention.first, OFFICE);
            !office || has(&keys, word(mention.first))
        });
        let full = keys.len();
        let mut singles = Vec::new();
        for mention in &mentions {
            let name = word(mention.first);
            if mention.last == mention.first && !has(&keys, name) && !has(&given, name) {
                singles.push(pair(name, 0));
            }
        }
        sort(&mut singles);
        let mut people = Vec::new();
        for key in keys.iter().chain(&singles) {
            people.push(Named {
                given: *key as u32,
                fullest: usize::MAX,
                office: None,
                gender: Gender::default(),
                human: false,
                thing: false,
            });
        }
        // Who was named by a given name and as whose husband or daughter, and the surname of whoever was named before.
        let mut kin: Option<(u32, usize)> = None;
        let mut family = 0;
        // Full names first, so that a surname alone can look for the gender and place of those who bear it.
        for alone in [false, true] {
            for (index, mention) in mentions.iter_mut().enumerate() {
                let name = word(surname(narrative, mention));
                if (mention.last == mention.first) != alone {
                    family = name;
                    continue;
                }
                let person = if !alone {
                    keys.binary_search(&pair(name, word(mention.first))).ok()
                } else if let Ok(single) = singles.binary_search(&pair(name, 0)) {
                    Some(full + single)
                } else {
                    bearer(narrative, &people, &keys, &given, name, mention)
                };
                let title = gender_of(narrative, mention.office, mention.first);
                let known = |person: usize| people.get(person).map(|named: &Named| named.gender) == Some(title);
                let person = match kin {
                    // "Ann Lee and her husband Sam. | Mr. Lee"
                    Some((surname, relative))
                        if surname == name
                            && title != Gender::default()
                            && known(relative)
                            && !person.is_some_and(known) =>
                    {
                        Some(relative)
                    }
                    _ => person,
                };
                let Some(person) = person else { continue };
                mention.person = person;
                if person >= full && mention.is_kin(narrative) {
                    kin = Some((family, person));
                } else if person < full {
                    family = name;
                }
                if let Some(named) = people.get_mut(person) {
                    describe(narrative, named, index, mention);
                }
            }
        }
        Self { named: people, mentions }
    }

    /// The last mention that lies in the tokens `first..=last`.
    pub fn within(&self, first: usize, last: usize) -> Option<&Mention> {
        let end = self.mentions.partition_point(|mention| mention.first <= last);
        self.mentions.get(..end)?.last().filter(|mention| mention.first >= first)
    }

    /// The first mention from a token on.
    pub fn from(&self, token: usize) -> Option<&Mention> {
        self.mentions.get(self.mentions.partition_point(|mention| mention.first < token))
    }

    /// The mentions that end before a token, the nearest first.
    pub fn before(&self, token: usize) -> impl Iterator<Item = &Mention> {
        let end = self.mentions.partition_point(|mention| mention.last < token);
        self.mentions.get(..end).unwrap_or_default().iter().rev()
    }
}

/// Two numbers in one, so that all sorted lists here are of one type and share one sort.
pub fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// Sorts pairs, and keeps each once. A comb sort: names are hashes, which are in no order, and the sort of the standard library
/// would be 0.2 kB more to download.
#[cfg_attr(target_family = "wasm", inline(never))]
pub fn sort(pairs: &mut Vec<u64>) {
    let mut gap = pairs.len();
    let mut sorted = false;
    while !sorted {
        sorted = gap <= 1;
        gap = (gap * 3 / 4).max(1);
        for at in gap..pairs.len() {
            if pairs[at - gap] > pairs[at] {
                pairs.swap(at - gap, at);
                sorted = false;
            }
        }
    }
    pairs.dedup();
}

/// Where the pairs of a name begin in a sorted list.
fn start(sorted: &[u64], name: u32) -> usize {
    sorted.partition_point(|entry| *entry < pair(name, 0))
}

/// Whether the pair at an index begins with this name.
fn bears(sorted: &[u64], index: usize, name: u32) -> bool {
    sorted.get(index).is_some_and(|entry| (*entry >> 32) as u32 == name)
}

/// Whether a pair begins with this name.
fn has(sorted: &[u64], name: u32) -> bool {
    bears(sorted, start(sorted, name), name)
}

/// Whose a name of one word is, among the full names: the first introduced of those who bear it as a surname and fit a
/// title before it, else whoever has it as a given name.
fn bearer(
    narrative: &Narrative<'_>,
    people: &[Named],
    keys: &[u64],
    given: &[u64],
    name: u32,
    mention: &Mention,
) -> Option<usize> {
    let title = gender_of(narrative, mention.office, mention.first);
    let bearers = (start(keys, name)..keys.len()).take_while(|index| bears(keys, *index, name));
    let fits = |index: &usize| {
        let gender = people.get(*index).map(|named| named.gender).unwrap_or_default();
        title.fits(gender)
    };
    let first = |index: &usize| people.get(*index).map_or(usize::MAX, |named| named.fullest);
    let namesakes = (start(given, name)..given.len()).take_while(|index| bears(given, *index, name));
    let namesakes = namesakes.filter_map(|index| given.get(index).map(|entry| *entry as u32 as usize));
    bearers.clone().filter(fits).take(64).min_by_key(first).or_else(|| namesakes.take(64).min_by_key(first))
}

/// Adds what a mention says about its person.
fn describe(narrative: &Narrative<'_>, named: &mut Named, index: usize, mention: &Mention) {
    // Mentions come in text order: the first of the longest names stays.
    if named.fullest == usize::MAX {
        named.fullest = index;
    }
    // "her husband, Aldo,"
    let described = mention.described_by(narrative);
    if let Some(head) = described {
        named.gender = named.gender.with(gender_of(narrative, head, head + 1));
    }
    let office = gender_of(narrative, mention.office, mention.first);
    let given = narrative.token(mention.first);
    let known = given.is(Class::MALE_NAME.with(Class::FEMALE_NAME));
    let (male, female) = (given.is(Class::MALE_NAME), given.is(Class::FEMALE_NAME));
    named.gender = named.gender.with(office).with(Gender::new(male && !female, female && !male));
    let next = mention.last + 1;
    let thing = Class::BODY.with(Class::NOT_A_PERSON).with(Class::DETERMINER);
    let body = (mention.first..next).any(|at| narrative.is(at, thing));
    if mention.office < mention.first {
        // "the Independent Vermont senator": an office, and no holder of it
        named.human |= !body && !mention.is_attribute(narrative);
        named.office = named.office.or(Some(index));
    }
    named.human |= known && mention.last > mention.first;
    // "Ann Lee said", "Ann Lee, the mayor"
    let speaks = narrative.is(next, Class::STRONG) && narrative.is_finite(next);
    let apposed = narrative.token(next).kind == Kind::Comma
        && (narrative.token(next + 1).kind == Kind::Number
            && !matches!(narrative.token(next + 2).kind, Kind::Word)
            && narrative.token(next + 1).end - narrative.token(next + 1).start == 2
            || narrative.word_is(next + 1, "who")
            || (next + 1..next + 6)
                .take_while(|at| narrative.token(*at).is_word())
                .any(|at| narrative.is(at, Class::ROLE)))
        || described.is_some();
    // "Rahima, a mother of four"
    let parent = narrative.token(next).kind == Kind::Comma
        && narrative.starts_sentence(mention.first)
        && narrative.is(next + 2, Class::MALE.with(Class::FEMALE));
    let body = body || narrative.before_is(mention.first, Class::DETERMINER);
    named.thing |= body;
    named.human |= !body && (mention.last > mention.first && (speaks || apposed) || described.is_some()) || parent;
}

/// What the words `first..end` say of a gender.
#[cfg_attr(target_family = "wasm", inline(never))]
pub fn gender_of(narrative: &Narrative<'_>, first: usize, end: usize) -> Gender {
    let any = |class: Class| (first..end).any(|at| narrative.is(at, class));
    Gender::new(any(Class::MALE), any(Class::FEMALE))
}

/// The token of the surname: the last, but for "Jr." and "III".
fn surname(narrative: &Narrative<'_>, mention: &Mention) -> usize {
    let suffix = narrative.word_in(mention.last, "Jr. Jr Sr. Sr II III IV");
    if suffix && mention.last > mention.first { mention.last - 1 } else { mention.last }
}

impl Mention {
    /// Whether it is the subject of a verb, or opens its sentence.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn is_subject(&self, narrative: &Narrative<'_>) -> bool {
        let next = narrative.token(self.last + 1);
        !narrative.token(self.last).possessive
            && (narrative.acts_at(self.last + 1)
                || matches!(next.kind, Kind::Comma | Kind::Open)
                    && (narrative.starts_sentence(self.office)
                        || self.is_apposed_to_subject(narrative)
                        || self.verb_follows_apposition(narrative)))
    }

    /// Whether a verb follows the apposition after it: "Ann Lee, 19, | was".
    fn verb_follows_apposition(&self, narrative: &Narrative<'_>) -> bool {
        let start = self.last + 2;
        (start..narrative.sentence_end(start).min(start + APPOSITION))
            .any(|at| narrative.token(at).kind == Kind::Comma && narrative.acts_at(at + 1))
    }

    /// Whether the description before it opens its sentence: "The coroner, | Ann Lee,", "One, | Ann Lee, was".
    fn is_apposed_to_subject(&self, narrative: &Narrative<'_>) -> bool {
        let apart = narrative.before(self.office).kind == Kind::Comma && narrative.acts_at(self.last + 2);
        (apart || self.described_by(narrative).is_some())
            && narrative.phrase_before(self.office - 1).is_some_and(|phrase| {
                let before = narrative.before(phrase.first());
                narrative.starts_sentence(phrase.first())
                    || before.kind == Kind::Comma
                    || before.is(Class::CONJUNCTION) && before.capital
            })
    }

    /// The noun of the description of a human being that stands before it: "the | coroner, | Ann Lee", "an | engineer |
    /// called Ann Lee".
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn described_by(&self, narrative: &Narrative<'_>) -> Option<usize> {
        let link = self.office.checked_sub(1)?;
        let head = link.checked_sub(1)?;
        let links = narrative.token(link).kind == Kind::Comma || narrative.word_in(link, "called named");
        let human = narrative.is(head, Class::ROLE.with(Class::MALE).with(Class::FEMALE));
        (links && human && narrative.token(head).is_small()).then_some(head)
    }

    /// Whether it says whose kin somebody is: "her husband | Sam", "Ann Lee’s wife, | Jane".
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn is_kin(&self, narrative: &Narrative<'_>) -> bool {
        let head = self.described_by(narrative).unwrap_or(self.office);
        head < self.first && narrative.token(head).is_small() && narrative.is(head, Class::MALE.with(Class::FEMALE))
    }

    /// Whether it stands before another noun: "the Clinton campaign".
    pub fn is_attribute(&self, narrative: &Narrative<'_>) -> bool {
        let next = narrative.token(self.last + 1);
        next.is_word()
            && !next.capital
            && next.is(Class::BODY.with(Class::ROLE).with(Class::PLURAL).with(Class::RECORD).with(Class::MEDIUM))
            && !narrative.is_finite(self.last + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::*;

    fn people(text: &str) -> Vec<(String, usize)> {
        let narrative = Narrative::read(text, &Lexicon::english());
        let people = People::read(&narrative);
        people
            .mentions
            .iter()
            .map(|mention| {
                let range = narrative.token(mention.first).start..narrative.token(mention.last).end;
                (text[range].to_owned(), mention.person)
            })
            .collect()
    }

    #[test]
    fn a_surname_belongs_to_the_full_name() {
        let found = people("President Ann Lee met Sam Park. Lee left; Park’s aides stayed. Sen. Lee spoke.");
        let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Ann Lee", "Sam Park", "Lee", "Park’s", "Lee"]);
        assert!(found[0].1 == found[2].1 && found[1].1 == found[3].1 && found[0].1 == found[4].1);
        assert_ne!(found[0].1, found[1].1);
    }

    #[test]
    fn what_an_office_is_over_is_no_part_of_the_name() {
        let found = people("Secretary of State Ann Lee met Julie Bishop. Lee and Bishop spoke.");
        assert_eq!(found[0].0, "Ann Lee");
        assert!(found[2].1 == found[0].1 && found[3].1 == found[1].1);
    }

    #[test]
    fn a_title_chooses_between_namesakes() {
        let found = people("Susan Lee and her husband, James Lee, came. Mr. Lee spoke. Mrs. Lee sang.");
        assert_eq!(found[2].1, found[1].1);
        assert_eq!(found[3].1, found[0].1);
    }

    #[test]
    fn offices_and_given_names_tell_he_from_she() {
        let narrative = Narrative::read("Spokeswoman Kim Park met James Lee.", &Lexicon::english());
        let people = People::read(&narrative);
        let gender = |index: usize| people.named[people.mentions[index].person].gender;
        assert!(gender(0).is(false) || gender(0).says(false));
        assert!(gender(1).is(true));
    }
}
