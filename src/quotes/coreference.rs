//! Who a mention is: the person behind "he", "Smith", "the Russian president", "the official".
//!
//! Only what stands outside quotations is looked at. Where nothing fits, the mention stays what it is.

use super::narrative::Narrative;
use super::people::{Gender, Mention, People, gender_of};
use super::phrase::{Phrase, PhraseKind};
use super::plural;

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Somebody named: an index into [`People::named`].
    Named(usize),
    /// Somebody whom the text only describes, by the phrase that did it first.
    Described(Phrase),
}

/// Who speaks, in the size of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Referent(Phrase);

impl Referent {
    /// Somebody named: an index into [`People::named`].
    pub fn named(person: usize) -> Self {
        Self(Phrase::new(person, person, PhraseKind::Name).marked(1))
    }

    /// Somebody whom the text only describes.
    pub fn described(phrase: Phrase) -> Self {
        Self(phrase.unmarked())
    }

    /// Which of the two.
    pub fn who(self) -> Who {
        if self.0.mark() == 1 { Who::Named(self.0.first()) } else { Who::Described(self.0) }
    }
}

/// Resolves speakers in text order, remembering who spoke.
pub struct Resolver<'n, 't> {
    pub(super) narrative: &'n Narrative<'t>,
    pub(super) people: &'n People,
    /// Who spoke, and the token of the mention; the last at the end.
    pub(super) spoke: Vec<(Referent, Gender, usize)>,
    /// The people's genders, those that pronouns showed included.
    pub(super) genders: Vec<Gender>,
}

/// Mentions looked back on.
pub const MENTIONS: usize = 24;
/// Speakers looked back on.
pub const SPEAKERS: usize = 8;

impl<'n, 't> Resolver<'n, 't> {
    /// A resolver for a text.
    pub fn new(narrative: &'n Narrative<'t>, people: &'n People) -> Self {
        let genders = people.named.iter().map(|named| named.gender).collect();
        Self { narrative, people, spoke: Vec::new(), genders }
    }

    /// Who a speaker is. Call it in the order of the mentions in the text.
    pub fn resolve(&mut self, speaker: Phrase) -> Option<Referent> {
        let referent = match speaker.kind() {
            PhraseKind::Pronoun => self.pronoun(speaker)?,
            PhraseKind::Name => self.name(speaker)?,
            PhraseKind::Description if plural::says_two(self.narrative, speaker) => {
                Referent::described(plural::pair_before(self.narrative, self.people, speaker.first(), false)?)
            }
            PhraseKind::Description => self.description(speaker),
        };
        if let Who::Named(person) = referent.who()
            && speaker.kind() == PhraseKind::Pronoun
            && let Some(known) = self.genders.get_mut(person)
            && *known == Gender::default()
        {
            let says = |word: &str| self.narrative.word_is(speaker.last(), word);
            *known = Gender::new(says("he"), says("she"));
        }
        let gender = self.gender_of(referent);
        self.spoke.push((referent, gender, speaker.last()));
        Some(referent)
    }

    /// What is known of somebody's gender so far.
    pub(super) fn gender_of(&self, referent: Referent) -> Gender {
        match referent.who() {
            Who::Named(person) => self.genders.get(person).copied().unwrap_or_default(),
            Who::Described(phrase) => self.gender(phrase),
        }
    }

    pub(super) fn gender(&self, phrase: Phrase) -> Gender {
        gender_of(
            self.narrative,
            if phrase.kind() == PhraseKind::Name { phrase.first() } else { phrase.head() },
            phrase.head() + 1,
        )
    }

    pub(super) fn name(&self, speaker: Phrase) -> Option<Referent> {
        if self.is_pair(speaker) {
            return Some(Referent::described(speaker));
        }
        let known = |mention: &&Mention| mention.person < self.people.named.len();
        let named =
            self.people.within(speaker.first(), speaker.head()).filter(|mention| mention.last == speaker.head());
        // "Secretary | of State Ann Lee"
        let over = || {
            let mention = self.people.within(speaker.first(), speaker.last())?;
            (mention.last == speaker.last() && mention.office <= speaker.head()).then_some(mention)
        };
        match named.or_else(over).filter(known) {
            Some(mention) => Some(Referent::named(mention.person)),
            None => Some(self.description(speaker)),
        }
    }

    /// Whether the phrase names two: "Lee and Park".
    pub(super) fn is_pair(&self, phrase: Phrase) -> bool {
        phrase.kind() == PhraseKind::Name
            && (phrase.first() + 1..phrase.last()).any(|at| {
                let names = |mention: &Mention| {
                    mention.last + 1 == at
                        && self.people.named.get(mention.person).is_some_and(|named| !named.is_body())
                };
                self.narrative.word_is(at, "and") && self.people.within(phrase.first(), at - 1).is_some_and(names)
            })
    }
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
    fn one_word_is_a_name_after_what_somebody_is() {
        let text = "Sylvie Marl keeps bees.\n\nHer husband, Aldo, has had enough. “It is me or the bees,” he said.\n\n“We shall see about that,” said the daughter, Imke, 19.";
        assert_eq!(speakers(text), ["Aldo", "Imke"]);
    }

    #[test]
    fn a_description_is_whoever_it_stood_beside() {
        let text = "Nadia Kors, the Russian-born pianist, is unwell. “My hands are tired of it,” the pianist wrote.\n\nHer agent, Bram Poel, called. “She will be back for it,” the agent said.\n\n“It is a great loss to us,” said the promoter, Gus Hahn.";
        assert_eq!(speakers(text), ["Nadia Kors", "Bram Poel", "Gus Hahn"]);
    }

    #[test]
    fn what_else_a_sentence_names_is_no_apposition() {
        let text = "Ann Lee spoke in New Rome, a young woman listened. “I want a bridge of my own,” the woman said.";
        assert_eq!(speakers(text), ["the woman"]);
        let text = "Rep. Sam Park, R-Idaho, came. Rep. Ann Lee of Ohio stayed. “I want a bridge of my own,” Park said.\n\n“So do I after all,” the Ohio Democrat said.";
        assert_eq!(speakers(text), ["Sam Park", "Ann Lee"]);
        let text = "Senator Sam Park met Ann Lee, the former clerk. “I want a bridge of my own,” the senator said.";
        assert_eq!(speakers(text), ["Sam Park"]);
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

    #[test]
    fn a_title_may_mean_somebodys_husband_or_wife_who_was_named_without_a_surname() {
        let text = "Rhian Gethin, 43, runs the shop with her husband Dafydd. “We had water up to here,” she said.\n\nMr Gethin was tired. “We said that it would come,” he said.\n\n“It always does in the end,” Ms Gethin said.";
        assert_eq!(speakers(text), ["Rhian Gethin", "Dafydd", "Rhian Gethin"]);
        let text = "Leonard Pask, 61, stood. Pask’s wife, Gail, wept. “Thirty-four years is longer,” Mrs. Pask said.\n\n“I always meant to put it back,” Pask said.";
        assert_eq!(speakers(text), ["Gail", "Leonard Pask"]);
    }

    #[test]
    fn a_husband_of_another_family_is_not_meant() {
        let text = "Curtis Rahl met Ann Lee and her husband Sam. “We had water up to here,” Mr. Rahl said.";
        assert_eq!(speakers(text), ["Curtis Rahl"]);
    }

    #[test]
    fn the_company_is_the_only_body_that_acted_before() {
        let text =
            "Pump maker Velmark cut its forecast on Monday.\n\nThe company said that it had been “a hard year for us.”";
        assert_eq!(speakers(text), ["Velmark"]);
        let text = "Pump maker Velmark cut its forecast on Monday. Later Ostrana raised its own.\n\nThe company said that it had been “a hard year for us.”";
        assert_eq!(speakers(text), ["The company"]);
        let text =
            "Dockworkers left the port of Hallam on Monday.\n\nThe company said that it had been “a hard year for us.”";
        assert_eq!(speakers(text), ["The company"]);
    }

    #[test]
    fn the_board_is_whoever_bears_the_word() {
        let text = "Students met the State Board of Examinations on Monday.\n\nThe board said that the paper was “within the prescribed syllabus.”";
        assert_eq!(speakers(text), ["State Board of Examinations"]);
        let text = "Power utility Voltara failed. The National Union of Energy Workers was angry.\n\n“Our members had warned them of it,” the union said.";
        assert_eq!(speakers(text), ["National Union of Energy Workers"]);
    }

    #[test]
    fn it_is_the_body_that_the_paragraph_is_about() {
        let text =
            "The Ashe Foundation has never issued a report. When asked why, it said: “They are mostly photographs.”";
        assert_eq!(speakers(text), ["Ashe Foundation"]);
    }

    #[test]
    fn an_office_may_say_over_what_it_is() {
        let text = "The Commissioner for Environment, Hajia Zainab Lawal, was firm.\n\n“I have the photographs of it,” the commissioner said.";
        assert_eq!(speakers(text), ["Hajia Zainab Lawal"]);
    }

    #[test]
    fn a_mother_of_four_is_a_human_being_with_one_name() {
        let text = "“We give them plastic, and that is all,” said Francesca Olmi.\n\nRahima, a mother of four, walked for nine days. “My youngest asked if it was a picnic,” she said.";
        assert_eq!(speakers(text), ["Francesca Olmi", "Rahima"]);
    }

    #[test]
    fn a_day_may_stand_between_a_subject_and_its_verb() {
        let text = "The leader of the state of Sabara, Amadou Kessou, on Sunday rejected the count. “We have the minutes of it all,” he said.";
        assert_eq!(speakers(text), ["Amadou Kessou"]);
    }
}
