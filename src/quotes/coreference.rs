//! Who a mention is: the person behind "he", "Smith", "the Russian president", "the official".
//!
//! Only what stands outside quotations is looked at. Where nothing fits, the mention stays what it is.

use super::lexicon::{Class, fingerprint};
use super::narrative::Narrative;
use super::people::{Gender, Mention, People};
use super::phrase::{Phrase, PhraseKind};
use super::plural;
use super::tokens::Kind;

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Referent {
    /// Somebody named: an index into [`People::named`].
    Named(usize),
    /// Somebody whom the text only describes, by the phrase that did it first.
    Described(Phrase),
}

/// Resolves speakers in text order, remembering who spoke.
pub struct Resolver<'n, 't> {
    narrative: &'n Narrative<'t>,
    people: &'n People,
    /// Who spoke, and the token of the mention; the last at the end.
    spoke: Vec<(Referent, Gender, usize)>,
    /// The people's genders, those that pronouns showed included.
    genders: Vec<Gender>,
}

/// Mentions looked back on.
const MENTIONS: usize = 24;
/// What a known gender counts for.
const KNOWN: i32 = 3;
/// What the likeness of a topic is worth beside that of an office: less than two words in common.
const TOPIC: i32 = 90;
/// Sentences looked back on that open with the same pronoun.
const CHAIN: usize = 4;
/// What every paragraph end in between costs.
const FARTHER: i32 = 9;
/// What a name costs that may be a place's or body's.
const GUESSED: i32 = 5;
/// Tokens looked back on for somebody described.
const DESCRIBED: usize = 60;
/// Speakers looked back on.
const SPEAKERS: usize = 8;

impl<'n, 't> Resolver<'n, 't> {
    /// A resolver for a text.
    pub fn new(narrative: &'n Narrative<'t>, people: &'n People) -> Self {
        let genders = people.named.iter().map(|named| named.gender).collect();
        Self { narrative, people, spoke: Vec::new(), genders }
    }

    /// Who a speaker is. Call it in the order of the mentions in the text.
    pub fn resolve(&mut self, speaker: Phrase) -> Option<Referent> {
        let referent = match speaker.kind {
            PhraseKind::Pronoun => self.pronoun(speaker)?,
            PhraseKind::Name => self.name(speaker)?,
            PhraseKind::Description if plural::says_two(self.narrative, speaker) => {
                Referent::Described(plural::pair_before(self.narrative, self.people, speaker.first, false)?)
            }
            PhraseKind::Description => self.description(speaker),
        };
        let gender = match referent {
            Referent::Named(person) => {
                let male = self.narrative.word_is(speaker.last, "he");
                let told = speaker.kind == PhraseKind::Pronoun && (male || self.narrative.word_is(speaker.last, "she"));
                if let Some(known) = self.genders.get_mut(person).filter(|known| told && **known == Gender::default()) {
                    *known = Gender { male, female: !male };
                }
                self.genders.get(person).copied().unwrap_or_default()
            }
            Referent::Described(phrase) => self.gender(phrase),
        };
        self.spoke.push((referent, gender, speaker.last));
        Some(referent)
    }

    fn gender(&self, phrase: Phrase) -> Gender {
        let head = self.narrative.token(phrase.head);
        Gender { male: head.is(Class::MALE), female: head.is(Class::FEMALE) }
    }

    fn name(&self, speaker: Phrase) -> Option<Referent> {
        if self.is_pair(speaker) {
            return Some(Referent::Described(speaker));
        }
        let known = |mention: &&Mention| mention.person < self.people.named.len();
        let named = self.people.within(speaker.first, speaker.head).filter(|mention| mention.last == speaker.head);
        // "Secretary | of State Ann Lee"
        let over = || {
            let mention = self.people.within(speaker.first, speaker.last)?;
            (mention.last == speaker.last && mention.office <= speaker.head).then_some(mention)
        };
        match named.or_else(over).filter(known) {
            Some(mention) => Some(Referent::Named(mention.person)),
            None => Some(self.description(speaker)),
        }
    }

    /// Whether the phrase names two: "Lee and Park".
    fn is_pair(&self, phrase: Phrase) -> bool {
        phrase.kind == PhraseKind::Name
            && (phrase.first + 1..phrase.last).any(|at| {
                let names = |mention: &Mention| {
                    mention.last + 1 == at
                        && self.people.named.get(mention.person).is_some_and(|named| !named.is_body())
                };
                self.narrative.word_is(at, "and") && self.people.within(phrase.first, at - 1).is_some_and(names)
            })
    }

    /// "he", "she": the best of the people named or heard before. "they", "it": the last body or group heard.
    fn pronoun(&self, speaker: Phrase) -> Option<Referent> {
        let at = self.first_of_chain(speaker.last);
        if self.narrative.word_is(at, "who") {
            let antecedent = self.narrative.antecedent(at)?;
            return if antecedent.kind == PhraseKind::Name {
                self.name(antecedent)
            } else {
                Some(self.description(antecedent))
            };
        }
        let male = self.narrative.word_is(at, "he");
        if !male && !self.narrative.word_is(at, "she") {
            let several = self.narrative.word_is(at, "they") || self.narrative.word_is(at, "it");
            let group = |phrase: &Phrase| {
                self.narrative.token(phrase.head).is(Class::PLURAL.with(Class::BODY).with(Class::RECORD))
            };
            let heard = self.spoke.iter().rev().take(3).find(|spoke| match &spoke.0 {
                Referent::Described(phrase) => several && (group(phrase) || self.is_pair(*phrase)),
                Referent::Named(person) => {
                    several && self.people.named.get(*person).is_some_and(|named| named.is_body())
                }
            });
            let pair = plural::pair_before(self.narrative, self.people, at, true)
                .filter(|pair| self.narrative.word_is(at, "they") && heard.is_none_or(|heard| heard.2 < pair.first));
            return pair.map(Referent::Described).or(heard.map(|heard| heard.0));
        }
        let mut best: Option<(i32, Referent)> = None;
        let mut consider = |score: i32, referent: Referent| {
            if best.is_none_or(|(highest, _)| score > highest) {
                best = Some((score, referent));
            }
        };
        let sentence = self.narrative.sentence_start(at);
        let mut seen = 0;
        for mention in self.people.before(at).take(MENTIONS) {
            let Some(named) = self.people.named.get(mention.person) else { continue };
            let gender = self.genders.get(mention.person).copied().unwrap_or_default();
            let human = named.human || self.has_spoken(mention.person);
            if !gender.allows(male) || !human && !named.may_be_human() {
                continue;
            }
            let score = self.weight(mention, at, sentence) - 2 * seen + if gender.is(male) { KNOWN } else { 0 }
                - if human { 0 } else { GUESSED };
            consider(score, Referent::Named(mention.person));
            seen += 1;
        }
        for (back, (referent, gender, token)) in self.spoke.iter().rev().take(SPEAKERS).enumerate() {
            if !gender.allows(male) {
                continue;
            }
            let back = i32::try_from(back).unwrap_or(i32::MAX / 8);
            let known = if gender.is(male) { KNOWN } else { 0 };
            let score = 13 - 4 * back - FARTHER * self.paragraphs(*token, at) + known;
            match referent {
                Referent::Described(phrase) if self.narrative.token(phrase.head).is(Class::ROLE) => {
                    consider(score, *referent)
                }
                Referent::Named(person)
                    if self.people.named.get(*person).is_some_and(|named| named.human || gender.is(male)) =>
                {
                    consider(score, *referent)
                }
                Referent::Named(_) => consider(score - 2, *referent),
                Referent::Described(_) => {}
            }
        }
        if let Some(described) = self.described_before(at) {
            let referent = self.description(described);
            let known = match referent {
                Referent::Named(person) => self.genders.get(person).copied().unwrap_or_default(),
                Referent::Described(phrase) => self.gender(phrase),
            };
            if known.allows(male) {
                consider(10 - FARTHER * self.paragraphs(described.last, at), referent);
            }
        }
        best.map(|(_, referent)| referent)
    }

    /// The first of the same pronouns that open this sentence and those before it in the paragraph: they mean one person.
    fn first_of_chain(&self, pronoun: usize) -> usize {
        let narrative = self.narrative;
        let mut first = pronoun;
        let mut start = narrative.sentence_start(pronoun);
        for _ in 0..CHAIN {
            let link = narrative.token(start).is(Class::CONJUNCTION.with(Class::ADVERB));
            let opening = start + usize::from(link);
            let known = opening < first && narrative.word_is(opening, narrative.written(pronoun));
            if known {
                first = opening;
            }
            if start == 0 || narrative.before(start).kind == Kind::Break || !known {
                break;
            }
            start = narrative.sentence_start(start - 1);
        }
        first
    }

    /// The last human being who is said to speak shortly before, in words other than a name: "a delegate said that …".
    fn described_before(&self, at: usize) -> Option<Phrase> {
        let narrative = self.narrative;
        (at.saturating_sub(DESCRIBED)..at).rev().find_map(|verb| {
            let token = narrative.token(verb);
            if !token.is(Class::STRONG) || !token.is(Class::PAST.with(Class::THIRD)) || !narrative.is_cue(verb) {
                return None;
            }
            let phrase = narrative.subject_of(verb)?.phrase;
            let human = phrase.kind == PhraseKind::Description && narrative.token(phrase.head).is(Class::ROLE);
            human.then_some(phrase)
        })
    }

    fn has_spoken(&self, person: usize) -> bool {
        self.spoke.iter().rev().take(SPEAKERS).any(|spoke| spoke.0 == Referent::Named(person))
    }

    /// How well a mention fits as what a pronoun at `at` means, by place and part in its sentence.
    fn weight(&self, mention: &Mention, at: usize, sentence: usize) -> i32 {
        let narrative = self.narrative;
        let mut score = -FARTHER * self.paragraphs(mention.last, at);
        if mention.first >= sentence {
            score += 1;
        }
        if mention.is_subject(narrative) {
            score += 10;
        }
        if narrative.starts_sentence(mention.office) {
            score += 2;
        }
        if narrative.before(mention.office).is(Class::SUBORDINATOR) {
            score -= 3;
        }
        if mention.is_attribute(narrative) {
            score -= 8;
        }
        if narrative.token(mention.last).possessive {
            score -= 3;
        }
        if narrative.before(mention.office).is(Class::PREPOSITION) {
            // "For Ann Lee, it was too late."
            let topic =
                narrative.starts_sentence(mention.office - 1) && narrative.token(mention.last + 1).kind == Kind::Comma;
            score += if topic { 6 } else { -4 };
        }
        score
    }

    /// Paragraph ends between two tokens, 6 at most.
    fn paragraphs(&self, from: usize, to: usize) -> i32 {
        i32::try_from(self.narrative.breaks_between(from, to).min(6)).unwrap_or(6)
    }

    /// "the Russian president": whoever was named with that office; "the official": whoever was so described.
    fn description(&self, speaker: Phrase) -> Referent {
        let narrative = self.narrative;
        if let Some(person) = self.apposed(speaker) {
            return Referent::Named(person);
        }
        let definite = narrative.word_is(speaker.first, "the") || narrative.word_is(speaker.first, "that");
        if !definite
            || !narrative.token(speaker.head).is(Class::ROLE.with(Class::PLURAL).with(Class::BODY).with(Class::RECORD))
        {
            return Referent::Described(speaker);
        }
        let head = fingerprint(narrative.written(speaker.head));
        let same = |referent: &Referent| match referent {
            Referent::Described(phrase) => fingerprint(narrative.written(phrase.head)) == head,
            Referent::Named(_) => false,
        };
        let mut best: Option<(i32, usize)> = None;
        for (back, mention) in self.people.before(speaker.first).take(4 * MENTIONS).enumerate() {
            let Some(office) = self.people.named.get(mention.person).and_then(|named| named.office) else { continue };
            let Some(office) = self.people.mentions.get(office) else { continue };
            let matches = self.office_matches(speaker, office);
            if matches > 0 {
                let score = matches * 100 - 5 * i32::try_from(back).unwrap_or(99);
                if best.is_none_or(|(highest, _)| score > highest) {
                    best = Some((score, mention.person));
                }
            }
        }
        let described = self.spoke.iter().rev().map(|spoke| spoke.0).take(SPEAKERS).find(same);
        if let (None, Some(described)) = (best, described) {
            return described;
        }
        if let Some(topic) = self.topic(speaker)
            && best.is_none_or(|(score, _)| score < topic.0)
        {
            best = Some(topic);
        }
        best.map_or(Referent::Described(speaker), |(_, person)| Referent::Named(person))
    }

    /// The name between commas after a description: "the company’s chief executive, Ann Lee, said".
    fn apposed(&self, speaker: Phrase) -> Option<usize> {
        let narrative = self.narrative;
        let comma = |at: usize| narrative.token(at).kind == Kind::Comma;
        if !comma(speaker.last + 1)
            || !narrative.token(speaker.head).is(Class::ROLE.with(Class::MALE).with(Class::FEMALE))
        {
            return None;
        }
        // "her daughter, the novelist Ann Lee,"
        let start = speaker.last + 2 + usize::from(narrative.token(speaker.last + 2).is(Class::DETERMINER));
        let mention = self.people.from(start)?;
        let named = self.people.named.get(mention.person)?;
        let after = narrative.token(mention.last + 1);
        let fits = mention.office == start
            && (matches!(after.kind, Kind::Comma | Kind::Stop) || after.is(Class::PREPOSITION))
            && mention.last > mention.first;
        (fits && !named.is_body()).then_some(mention.person)
    }

    /// Whom the last paragraphs are about, for descriptions of the kind that writers use to vary a name: "the senator".
    fn topic(&self, speaker: Phrase) -> Option<(i32, usize)> {
        if !self.narrative.token(speaker.head).is(Class::TOPIC) {
            return None;
        }
        let gender = self.gender(speaker);
        let mut best: Option<(i32, usize)> = None;
        for (mention, back) in self.people.before(speaker.first).take(MENTIONS).zip(0..) {
            let Some(named) = self.people.named.get(mention.person) else { continue };
            let fits = (!gender.male || named.gender.allows(true)) && (!gender.female || named.gender.allows(false));
            // "the businesswoman" may be far from the only woman.
            let same = gender.male && named.gender.is(true) || gender.female && named.gender.is(false);
            let near = same || back < 6 && self.paragraphs(mention.last, speaker.first) <= 2;
            let subject = mention.is_subject(self.narrative) && (named.human || self.has_spoken(mention.person));
            let score = self.weight(mention, speaker.first, speaker.first) - 2 * back;
            if fits && near && subject && best.is_none_or(|(highest, _)| score > highest) {
                best = Some((score, mention.person));
            }
        }
        best.map(|(_, person)| (TOPIC, person))
    }

    /// How many words of a description are in an office; 0 where the office itself is another.
    fn office_matches(&self, speaker: Phrase, office: &Mention) -> i32 {
        let narrative = self.narrative;
        // The office stands before the name, or after it: "Ann Lee, the mayor of Rome,".
        let mut start = office.office;
        while start > 0
            && office.office - start < 3
            && narrative.before(start).is_word()
            && !narrative.before(start).is(Class::PREPOSITION.with(Class::DETERMINER).with(Class::CONJUNCTION))
        {
            start -= 1;
        }
        let words = start..office.first;
        let head = narrative.written(speaker.head);
        let mut found = 0;
        for at in words.clone() {
            let title = narrative.written(at).trim_end_matches('.');
            if head.eq_ignore_ascii_case(title) || narrative.token(at).is(Class::TITLE) && is_short_for(title, head) {
                // A party is no office.
                found = if narrative.token(at).is(Class::HUMAN_ADJECTIVE) { 1 } else { 2 };
            }
        }
        if found == 0 {
            return 0;
        }
        for own in speaker.first + 1..speaker.head {
            let word = narrative.written(own);
            if words.clone().any(|at| narrative.word_is(at, word)) {
                found += 1;
            } else if narrative.token(own).is_capital() {
                // "the Russian president" is not the president of another country.
                found -= 1;
            }
        }
        found
    }
}

/// Whether a title before a name stands for an office: "Sen" for "senator".
fn is_short_for(title: &str, noun: &str) -> bool {
    const OTHER: [(&str, &[&str]); 3] = [
        ("sen", &["lawmaker"]),
        ("rep", &["congressman", "congresswoman", "lawmaker"]),
        ("dr", &["doctor", "physician"]),
    ];
    let short = title.len() >= 3 && noun.get(..title.len()).is_some_and(|start| start.eq_ignore_ascii_case(title));
    short
        || OTHER.iter().any(|(short, nouns)| {
            title.eq_ignore_ascii_case(short) && nouns.iter().any(|known| noun.eq_ignore_ascii_case(known))
        })
}

#[cfg(test)]
mod tests {
    use super::super::{Lexicon, find};

    /// The people behind the quotations of a text, in order.
    fn speakers(text: &str) -> Vec<String> {
        let findings = find(text, &Lexicon::english());
        let name = |found: &super::super::Found| {
            found
                .person
                .and_then(|person| findings.people.get(person.0))
                .map(|person| text[person.name.clone()].to_owned())
        };
        findings.quotes.iter().map(|found| name(found).unwrap_or_default()).collect()
    }

    #[test]
    fn a_pronoun_is_the_subject_before_it() {
        let text = "Mayor Susan Lee met James Park on Monday.\n\n“We had a good talk about it,” she said.\n\n“It went very well for us,” he said.";
        assert_eq!(speakers(text), ["Susan Lee", "James Park"]);
    }

    #[test]
    fn a_relative_pronoun_is_whom_it_follows() {
        let text = "It was a good day for Susan Lee, who said, “We had a good talk about it.”";
        assert_eq!(speakers(text), ["Susan Lee"]);
    }

    #[test]
    fn a_description_is_whoever_holds_the_office() {
        let text = "American President Ann Lee met Russian President Boris Orlov.\n\n“We had a good talk about it,” the Russian president said.\n\n“So did we in the end,” the American president said.";
        assert_eq!(speakers(text), ["Boris Orlov", "Ann Lee"]);
    }

    #[test]
    fn somebody_unnamed_is_one_person() {
        let text =
            "“We are not sure about that,” a White House official said. “But we may be soon,” the official added.";
        assert_eq!(speakers(text), ["a White House official", "a White House official"]);
    }

    #[test]
    fn a_surname_is_the_full_name() {
        let text =
            "“We are not sure about that,” said Sen. Ann Lee. James Park left.\n\n“It is all up to us,” Lee said.";
        assert_eq!(speakers(text), ["Ann Lee", "Ann Lee"]);
    }

    #[test]
    fn an_apposed_name_is_a_subject_too() {
        let text =
            "The coroner, Anil Mehta, met PC Tom Reddish on Monday. “There was nothing to be done about it,” he said.";
        assert_eq!(speakers(text), ["Anil Mehta"]);
        let text = "Dex Cole came. The author, an engineer called Samir Haddad, stayed. “We had a good talk,” he said.";
        assert_eq!(speakers(text), ["Samir Haddad"]);
    }

    #[test]
    fn a_name_without_a_known_given_name_is_a_human_being_unless_it_is_a_place() {
        let text = "Ann Lee left. Zork Ambly, 19, was making his second start. “We had a good talk about it,” he said.";
        assert_eq!(speakers(text), ["Zork Ambly"]);
        let text = "James Park spoke. Even so, Grand Avenue was closed. “We had a good talk about it,” he said.";
        assert_eq!(speakers(text), ["James Park"]);
    }

    #[test]
    fn pronouns_that_open_sentences_in_a_row_mean_one_person() {
        let text = "James Park spoke to his brother Karl.\n\nHe said that if his son Paul, who died, were here, he would call it “a long and very good talk.”";
        assert_eq!(speakers(text), ["James Park"]);
    }

    #[test]
    fn a_description_may_say_where_somebody_is_from_or_how_old_they_are() {
        let text = "Ana Markov, meanwhile, beat Eva Brandt in Lyon.\n\n“I played a very good match today,” said the Serb.\n\n“I will be ready for the next,” the 27-year-old added.";
        assert_eq!(speakers(text), ["Ana Markov", "Ana Markov"]);
    }

    #[test]
    fn the_title_before_a_name_may_be_long_or_short_for_the_office() {
        let text = "Senate Minority Whip Richard B. Cole met Adm. Karl Hess.\n\n“We had a good talk about it,” the admiral said. “So we did in the end,” Cole said.";
        assert_eq!(speakers(text), ["Karl Hess", "Richard B. Cole"]);
    }

    #[test]
    fn a_party_is_no_office() {
        let text = "Speaker Paul Cole says that he was rattled by Republican James Hill’s words.\n\nThe Ohio Republican called it “a sad day for all of us.”";
        assert_eq!(speakers(text), ["Paul Cole"]);
    }
}
