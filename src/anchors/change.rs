//! What changed in a passage, and how grave it is.

use std::rc::Rc;

/// What sort of word was replaced, put in or taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Any other word.
    Word,
    /// More than one slip of spelling, or one that may be another word.
    Spelling,
    /// May, must, should.
    Modal,
    /// All, some, most.
    Quantifier,
    /// Said, denied, claimed.
    Saying,
    /// Per cent, million, kilometres, a currency.
    Unit,
    /// A name, by its capital.
    Name,
    /// A year, a month, a day of the week.
    Date,
    /// A number, in digits or in words.
    Number,
    /// Not, never, without.
    Negation,
}

impl ChangeKind {
    /// Its name, in small letters.
    pub fn name(self) -> &'static str {
        match self {
            ChangeKind::Word => "word",
            ChangeKind::Spelling => "spelling",
            ChangeKind::Modal => "modal",
            ChangeKind::Quantifier => "quantifier",
            ChangeKind::Saying => "saying",
            ChangeKind::Unit => "unit",
            ChangeKind::Name => "name",
            ChangeKind::Date => "date",
            ChangeKind::Number => "number",
            ChangeKind::Negation => "negation",
        }
    }
}

/// How much a change weighs with somebody who reads the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// The sense may well be the same.
    Slight,
    /// Who said it, how firmly or of how many, may differ.
    Considerable,
    /// The claim is another one.
    Grave,
}

impl Gravity {
    /// Its name, in small letters.
    pub fn name(self) -> &'static str {
        match self {
            Gravity::Slight => "slight",
            Gravity::Considerable => "considerable",
            Gravity::Grave => "grave",
        }
    }
}

/// One difference between the words that were checked and those that stand there now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The sort of words.
    pub kind: ChangeKind,
    /// The words that were checked; empty where some were put in.
    pub before: Rc<str>,
    /// The words as they are now; empty where some were taken out.
    pub now: Rc<str>,
}

impl Change {
    /// How grave it is.
    pub fn gravity(&self) -> Gravity {
        match self.kind {
            ChangeKind::Word | ChangeKind::Spelling => Gravity::Slight,
            ChangeKind::Modal | ChangeKind::Quantifier | ChangeKind::Saying => Gravity::Considerable,
            ChangeKind::Unit | ChangeKind::Name | ChangeKind::Date | ChangeKind::Number | ChangeKind::Negation => {
                Gravity::Grave
            }
        }
    }
}
