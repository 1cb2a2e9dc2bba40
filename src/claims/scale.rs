//! Verdict scales as data: every publisher rates in its own words.

use std::rc::Rc;

/// The position of a verdict in its [`Scale`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VerdictIndex(pub usize);

/// The verdicts that a document's claims may be given, in the order in which they are to be listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scale {
    /// The verdicts.
    pub verdicts: Vec<Verdict>,
}

impl Scale {
    /// The verdict with this `id`.
    pub fn find(&self, id: &str) -> Option<VerdictIndex> {
        self.verdicts.iter().position(|verdict| &*verdict.id == id).map(VerdictIndex)
    }

    /// The verdict at `index`.
    pub fn get(&self, index: VerdictIndex) -> Option<&Verdict> {
        self.verdicts.get(index.0)
    }
}

/// One step of a scale (schema.org `Rating`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Names the verdict inside the document.
    pub id: Rc<str>,
    /// What the reader is told: "partly accurate".
    pub label: Rc<str>,
    /// Its place among ranked verdicts, higher is truer; none for verdicts that are on no scale, such as "unproven".
    pub rank: Option<i32>,
    /// Which colour and underline it takes.
    pub tone: Tone,
    /// Which sign stands beside it, so that colour alone never carries it.
    pub symbol: Symbol,
    /// What the verdict means, for "how we rate".
    pub definition: Rc<str>,
}

/// The family of colour and underline that a verdict is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// The words hold: a quiet solid underline and, in the text, no symbol.
    Upheld,
    /// The words mostly hold, or are supported without a primary record.
    MostlyUpheld,
    /// Some of it holds and some does not.
    Mixed,
    /// The words do not hold.
    Refuted,
    /// The evidence does not decide.
    Unproven,
    /// No finding is possible, such as a counterfactual.
    Neutral,
}

/// The sign of a verdict, told apart by shape alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Symbol {
    /// A tick.
    Check,
    /// A tick in an open ring.
    CheckRing,
    /// A disc half filled.
    Half,
    /// A cross.
    Cross,
    /// A question mark.
    Question,
    /// A dash.
    Dash,
    /// An exclamation mark.
    Exclamation,
}
