//! Every word of the interface, from one table a language.
//!
//! The tables are `www/messages/*.json`. The custom element hands over the one that it uses, its values in the order of
//! [`Message`]; the component by itself speaks English, which the element's module does not carry: nothing there refers
//! to it. A value is words with placeholders in braces (`"Claim {place} of {of}"`), or such words by plural category
//! (CLDR), chosen by the number `count`.

use std::fmt::Debug;

use super::browser::{Numbers, Plurals};
use super::hand::is_right_to_left;
use crate::claims::{SourceKind, Stance};
use crate::document::Value;
use crate::marks::Standing;
use crate::quotes::Said;
use crate::reading::Overlay;
use crate::text::decimal;

macro_rules! messages {
    ($($(#[$meaning:meta])* $name:ident)+) => {
        /// What the interface says, in the order in which the tables have it; `en.json` has the words.
        #[derive(Clone, Copy, Debug)]
        pub enum Message {
            $($(#[$meaning])* $name),+
        }

        /// All of them.
        #[cfg(test)]
        const ALL: &[Message] = &[$(Message::$name),+];
    };
}

messages! {
    /// The BCP 47 tag of these words, for dates, numbers and names of languages.
    Locale
    Quotations FactCheck AllMarks InOrder Speakers Checks ByVerdict ByClaimant Search NothingFound List
    /// Begins with the word on the button, so that it can be called by what is seen (WCAG 2.5.3).
    ListOfAll
    Close Previous Next Copy Link Share ShowInText Around Enlarge DidTheySayIt IsItSo SameRemark FullText Unnamed OwnWords
    AsChecked Archived History ReportError HowWeRate
    WordsChecked WordsRecorded WordsNow CheckOfOldWords
    /// Why nothing is said of words: in a sentence, and in a word or two.
    TextChanged PlaceUnclear WordsNotFound ChangedShortly UnclearShortly NotFoundShortly
    QuotedIn Copied NotCopied NotShared Filter
    /// `quotations`, `count` of speakers.
    QuotationsBy
    /// `count`.
    Claims
    /// `count`, and their `share` of all words quoted, in per cent.
    QuotationsWithShare
    /// The button that leaves a person's words: `name`.
    Only
    /// What that button does, for those who listen: `name`.
    LeaveOnly
    /// `count`.
    ClaimsChecked
    /// `count`.
    SourcesSupporting
    /// `count`.
    SourcesDisputing
    /// `count`.
    ClaimsInside
    /// `place`, `of`.
    Place
    /// `place`, `of`, `name`.
    PlaceBy
    /// `name`.
    ClaimBy
    /// `name`.
    CheckedBy
    /// `cue`.
    AttributedWith
    /// `name`.
    Quoting
    /// `verdict`, `summary`.
    VerdictAndSummary
    /// `language`.
    TranslatedFrom
    /// `rule`, `confidence` in per cent.
    FoundBy
    /// The name of a quotation's button and card: `name`, `place`, `of`.
    QuotationButton
    /// The name of a claim's button and card: `verdict`, `place`, `of`.
    ClaimButton
    /// The same of words that are not those which were quoted: `reason`, `place`, `of`.
    WithheldQuotationButton
    /// The same of words that are not those which were checked: `reason`, `place`, `of`.
    WithheldClaimButton
    /// `place`, `of`.
    ClaimPlace
    /// `count`.
    VerdictsWithheld
    /// `before`, `now`.
    Edited
    /// `before`.
    TakenOut
    /// `now`.
    PutIn
    Confirmed ConfirmedInTranslation Unconfirmed Disputed
    Supports Disputes Outweighed Context
    PrimaryRecord StateMedia Statement Aggregator Research
    /// `count`.
    ChecksShown
    ChecksHidden QuotationsShown QuotationsHidden
    /// `count`, `verdict`.
    Filtered
    /// `count`, `name`.
    FilteredByVoice
    Unfiltered
    /// `count`.
    Found
}

impl Message {
    /// The finding on whether the words were said.
    pub fn said(finding: Said) -> Self {
        match finding {
            Said::Confirmed => Self::Confirmed,
            Said::ConfirmedInTranslation => Self::ConfirmedInTranslation,
            Said::Unconfirmed => Self::Unconfirmed,
            Said::Disputed => Self::Disputed,
        }
    }

    /// The heading over sources of one stance.
    pub fn stance(stance: Stance) -> Self {
        match stance {
            Stance::Supports => Self::Supports,
            Stance::Disputes => Self::Disputes,
            Stance::Outweighed => Self::Outweighed,
            Stance::Context => Self::Context,
        }
    }

    /// The kind of a source, where it is more than a news report.
    pub fn source_kind(kind: SourceKind) -> Option<Self> {
        match kind {
            SourceKind::News | SourceKind::Other => None,
            SourceKind::Record => Some(Self::PrimaryRecord),
            SourceKind::StateMedia => Some(Self::StateMedia),
            SourceKind::Statement => Some(Self::Statement),
            SourceKind::Aggregator => Some(Self::Aggregator),
            SourceKind::Research => Some(Self::Research),
        }
    }

    /// Why nothing is said of words that a check or a quotation was written for.
    pub fn withheld(standing: &Standing) -> Option<Self> {
        Some(match standing {
            Standing::Found => return None,
            Standing::Changed(_) => Self::TextChanged,
            Standing::Ambiguous => Self::PlaceUnclear,
            Standing::Orphan => Self::WordsNotFound,
        })
    }

    /// The same in a word or two.
    pub fn withheld_shortly(standing: &Standing) -> Option<Self> {
        Some(match standing {
            Standing::Found => return None,
            Standing::Changed(_) => Self::ChangedShortly,
            Standing::Ambiguous => Self::UnclearShortly,
            Standing::Orphan => Self::NotFoundShortly,
        })
    }

    /// What is said when an overlay was switched.
    pub fn toggled(overlay: Overlay, on: bool) -> Self {
        match (overlay, on) {
            (Overlay::Checks, true) => Self::ChecksShown,
            (Overlay::Checks, false) => Self::ChecksHidden,
            (Overlay::Quotations, true) => Self::QuotationsShown,
            (Overlay::Quotations, false) => Self::QuotationsHidden,
        }
    }
}

/// What stands in for a placeholder.
pub enum Slot<'a> {
    /// A name or other words of an author: isolated where it is drawn, so that it turns no direction around it.
    Name(&'a str),
    /// Words of the interface's own language.
    Words(&'a str),
    /// A number, written as the language writes it.
    Number(usize),
}

/// What stands in for a message's placeholders, each by its name.
pub type Slots<'a> = &'a [(&'static str, Slot<'a>)];

/// The words of the interface in one language.
pub struct Messages {
    /// In the order of [`Message`].
    table: Vec<Value>,
    numbers: Option<Numbers>,
    plurals: Option<Plurals>,
}

impl Debug for Messages {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.table.fmt(formatter)
    }
}

impl Messages {
    /// The messages of `table`, an array in the order of [`Message`].
    pub fn new(table: Value) -> Self {
        let Value::Array(table) = table else { return Self { table: Vec::new(), numbers: None, plurals: None } };
        let mut messages = Self { table, numbers: None, plurals: None };
        messages.numbers = Numbers::of(messages.locale());
        messages.plurals = Plurals::of(messages.locale());
        messages
    }

    /// The BCP 47 tag of the language.
    pub fn locale(&self) -> &str {
        self.say(Message::Locale)
    }

    /// Whether the language is written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        is_right_to_left(self.locale())
    }

    /// The words of a message without placeholders.
    pub fn say(&self, message: Message) -> &str {
        self.words(message, 0)
    }

    /// The words of a message with its placeholders filled.
    pub fn fill(&self, message: Message, slots: Slots) -> String {
        let mut words = String::new();
        self.each(message, slots, &mut |piece, _| words.push_str(piece));
        words
    }

    /// Hands a message's pieces to `write` in their order, and with each whether it is a name.
    pub fn each(&self, message: Message, slots: Slots, write: &mut dyn FnMut(&str, bool)) {
        let mut count = 0;
        for (name, slot) in slots {
            if let ("count", Slot::Number(number)) = (*name, slot) {
                count = *number;
            }
        }
        let words = self.words(message, count);
        let mut start = 0;
        for (end, byte) in words.bytes().enumerate() {
            if byte != b'{' && byte != b'}' {
                continue;
            }
            let piece = &words[start..end];
            start = end + 1;
            if byte == b'{' {
                write(piece, false);
                continue;
            }
            for (name, slot) in slots {
                if *name == piece {
                    match slot {
                        Slot::Name(name) => write(name, true),
                        Slot::Words(words) => write(words, false),
                        Slot::Number(number) => write(&self.number(*number), false),
                    }
                }
            }
        }
        write(&words[start..], false);
    }

    /// A number as the language writes it.
    pub fn number(&self, number: usize) -> String {
        match &self.numbers {
            Some(numbers) => numbers.format(number as f64),
            None => decimal(number),
        }
    }

    /// A message's words as the table has them, in the form for `count`; of a plural that lacks the form, the last one.
    fn words(&self, message: Message, count: usize) -> &str {
        match self.table.get(message as usize) {
            Some(Value::String(words)) => words,
            Some(Value::Object(forms)) => {
                let category = self.plurals.as_ref().map(|plurals| plurals.select(count as f64));
                let fits = forms.iter().find(|(name, _)| Some(&**name) == category.as_deref());
                match fits.or(forms.last()) {
                    Some((_, Value::String(words))) => words,
                    _ => "",
                }
            }
            _ => "",
        }
    }
}

mod english {
    use std::rc::Rc;

    use super::Messages;
    use crate::document::Value;

    const TABLE: &str = include_str!("../../www/messages/en.json");

    impl Default for Messages {
        /// English.
        fn default() -> Self {
            Self::over_english(&Value::Null)
        }
    }

    impl Messages {
        /// The messages of `table`, an object in the form of `www/messages/en.json`; what it lacks stays English.
        ///
        /// ```no_run
        /// use checked_article::{document::Value, widget::Messages};
        ///
        /// let british = Messages::over_english(&Value::Null);
        /// let own = Messages::over_english(&Value::Object(vec![("quotations".into(), Value::String("Quotes".into()))]));
        /// ```
        pub fn over_english(table: &Value) -> Self {
            let own = |name: &str| match table {
                Value::Object(members) => {
                    members.iter().rev().find(|(member, _)| **member == *name).map(|(_, own)| own)
                }
                _ => None,
            };
            let usable = |words: &&Value| {
                matches!(words, Value::Object(_)) || matches!(words, Value::String(words) if !words.is_empty())
            };
            let entry = |(name, words): (Rc<str>, Value)| own(&name).filter(usable).cloned().unwrap_or(words);
            Self::new(Value::Array(english().into_iter().map(entry).collect()))
        }
    }

    /// The English table. Its JSON holds strings without escapes and objects of such, no deeper: every other piece
    /// between quotation marks is a string.
    pub(super) fn english() -> Vec<(Rc<str>, Value)> {
        let mut members: Vec<(Rc<str>, Value)> = Vec::new();
        let (mut name, mut in_plural) = (None::<Rc<str>>, false);
        let mut pieces = TABLE.split('"');
        while let Some((between, string)) = pieces.next().zip(pieces.next()) {
            in_plural &= !between.contains('}');
            if between.contains('{')
                && let Some(message) = name.take()
            {
                members.push((message, Value::Object(Vec::new())));
                in_plural = true;
            }
            match (name.take(), members.last_mut()) {
                (None, _) => name = Some(string.into()),
                (Some(name), Some((_, Value::Object(forms)))) if in_plural => {
                    forms.push((name, Value::String(string.into())));
                }
                (Some(name), _) => members.push((name, Value::String(string.into()))),
            }
        }
        members
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use serde_json::Value as Json;

    use super::*;

    /// The languages, and the plural categories of each (CLDR 48, as `Intl.PluralRules` has them).
    const LANGUAGES: [(&str, &str); 6] = [
        ("ar", "few many one other two zero"),
        ("de", "one other"),
        ("en", "one other"),
        ("es", "many one other"),
        ("fr", "many one other"),
        ("uk", "few many one other"),
    ];

    fn file(path: &str) -> String {
        std::fs::read_to_string(format!("{}/www/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
    }

    /// The files that a language's words are in: the share script has its English in itself.
    fn files(language: &str) -> Vec<String> {
        let mut files = vec![file(&format!("messages/{language}.json"))];
        files.extend((language == "en").then(|| file("share/en.json")));
        files
    }

    fn table(language: &str) -> BTreeMap<String, Json> {
        files(language).iter().flat_map(|file| serde_json::from_str::<BTreeMap<String, Json>>(file).unwrap()).collect()
    }

    /// The names of a file's messages, in order.
    fn names(file: &str) -> Vec<String> {
        let name = |line: &str| Some(line.strip_prefix("  \"")?.split('"').next()?.to_string());
        file.lines().filter_map(name).collect()
    }

    fn placeholders(words: &str) -> BTreeSet<&str> {
        words.split('{').skip(1).map(|rest| rest.split('}').next().unwrap()).collect()
    }

    /// The forms of a message with their categories; the one form of a message without plural under "".
    fn forms(words: &Json) -> BTreeMap<&str, &str> {
        match words {
            Json::Object(forms) => forms.iter().map(|(name, words)| (&**name, words.as_str().unwrap())).collect(),
            words => BTreeMap::from([("", words.as_str().unwrap())]),
        }
    }

    #[test]
    fn every_language_has_a_file_and_every_file_is_of_a_language() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/www/messages");
        let files: BTreeSet<String> =
            std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        assert_eq!(files, LANGUAGES.iter().map(|(language, _)| format!("{language}.json")).collect());
        let loader = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/www/element/element.js")).unwrap();
        let fetched: Vec<&str> = LANGUAGES.map(|(language, _)| language).into_iter().filter(|l| *l != "en").collect();
        assert!(loader.contains(&format!("/^({})\\b/i", fetched.join("|"))), "the element fetches {fetched:?}");
    }

    #[test]
    fn every_language_says_every_message_and_no_other() {
        for (language, _) in LANGUAGES {
            let name = |message: &Message| {
                let name = format!("{message:?}");
                name[..1].to_lowercase() + &name[1..]
            };
            let of_module = ALL.iter().map(name);
            let all: Vec<String> = of_module.chain(names(&file("share/en.json"))).collect();
            let said: Vec<String> = files(language).iter().flat_map(|file| names(file)).collect();
            assert_eq!(said, all, "{language}: in this order");
            assert_eq!(table(language).len(), all.len(), "{language}: a message twice, or a line with two");
        }
    }

    #[test]
    fn no_message_is_empty_and_all_can_be_read_without_escapes() {
        for (language, _) in LANGUAGES {
            assert!(!files(language).concat().contains('\\'), "{language}: an escape");
            for (name, words) in table(language) {
                assert!(forms(&words).values().all(|words| !words.trim().is_empty()), "{language}: {name}");
            }
        }
    }

    #[test]
    fn a_message_has_the_same_placeholders_in_every_language() {
        for (name, english) in table("en") {
            let wanted = placeholders(forms(&english).values().last().unwrap()).into_iter().collect::<BTreeSet<_>>();
            for (language, _) in LANGUAGES {
                for (category, words) in forms(&table(language)[&name]) {
                    let mut has = placeholders(words);
                    // "One person" and a dual need no figure.
                    if ["zero", "one", "two"].contains(&category) && wanted.contains("count") {
                        has.insert("count");
                    }
                    assert_eq!(has, wanted, "{language}: {name} {category}");
                }
            }
        }
    }

    #[test]
    fn a_message_that_counts_has_just_the_plural_forms_of_its_language() {
        for (language, categories) in LANGUAGES {
            let table = table(language);
            for (name, english) in self::table("en") {
                let counts = placeholders(forms(&english).values().last().unwrap()).contains("count");
                let has = forms(&table[&name]).into_keys().collect::<Vec<_>>().join(" ");
                assert_eq!(has, if counts { categories } else { "" }, "{language}: {name}");
            }
        }
    }

    #[test]
    fn the_component_by_itself_speaks_the_english_of_the_table() {
        let read: BTreeMap<String, Json> = english::english()
            .into_iter()
            .map(|(name, words)| {
                let words = match words {
                    Value::String(words) => Json::String(words.to_string()),
                    Value::Object(forms) => forms
                        .iter()
                        .map(|(category, words)| match words {
                            Value::String(words) => (category.to_string(), Json::String(words.to_string())),
                            other => panic!("{name}: {other:?}"),
                        })
                        .collect(),
                    other => panic!("{name}: {other:?}"),
                };
                (name.to_string(), words)
            })
            .collect();
        assert_eq!(read, serde_json::from_str::<BTreeMap<_, _>>(&file("messages/en.json")).unwrap());
    }
}
