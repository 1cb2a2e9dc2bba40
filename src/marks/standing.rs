//! How the words that a mark was written for stand in the article as it is now, and what may be said of them there.

use std::rc::Rc;

use crate::anchors::Placement;
use crate::text::Span;

/// How the words of a mark stand in the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// They stand there: the only case in which a verdict or a speaker is shown on them.
    #[default]
    Found,
    /// The passage stands there, but its words are not those that were checked.
    Changed(Vec<Edit>),
    /// Several passages fit alike, and nothing tells which was meant.
    Ambiguous,
    /// No passage holds the words.
    Orphan,
}

impl Standing {
    /// Whether what was said of the words may be shown on them.
    pub fn holds(&self) -> bool {
        matches!(self, Standing::Found)
    }

    /// Its name in the `ca-placement` event: that of the placement it comes from.
    pub fn name(&self) -> &'static str {
        match self {
            Standing::Found => "found",
            Standing::Changed(_) => "changed",
            Standing::Ambiguous => "ambiguous",
            Standing::Orphan => "orphan",
        }
    }

    /// The standing of a mark with one part like `self` and another like `other`: what is lost outweighs what was changed.
    pub(super) fn and(self, other: Standing) -> Standing {
        match (self, other) {
            (Standing::Orphan, _) | (_, Standing::Orphan) => Standing::Orphan,
            (Standing::Ambiguous, _) | (_, Standing::Ambiguous) => Standing::Ambiguous,
            (Standing::Changed(mut edits), Standing::Changed(more)) => {
                edits.extend(more);
                Standing::Changed(edits)
            }
            (changed @ Standing::Changed(_), Standing::Found) | (Standing::Found, changed) => changed,
        }
    }
}

/// Words that were replaced, put in or taken out since they were checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The words that were checked; empty where some were put in.
    pub before: Rc<str>,
    /// The words as they are now; empty where some were taken out.
    pub now: Rc<str>,
}

/// What became of one part of a quotation, or of a claim, in an article that may have been edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The id of the quotation or claim.
    pub id: Rc<str>,
    /// Which of its parts, counted from 0.
    pub part: usize,
    /// How the words stand.
    pub standing: Standing,
    /// Where the passage is; none where it is ambiguous or gone.
    pub span: Option<Span>,
}

impl Placed {
    /// The same from what the [`Resolver`](crate::anchors::Resolver) answered.
    ///
    /// ```
    /// use checked_article::anchors::{Selector, Target, TextQuoteSelector, resolve};
    /// use checked_article::marks::{Placed, Standing};
    /// let exact = TextQuoteSelector { exact: "rose by 2 per cent".into(), ..Default::default() };
    /// let target = Target { selectors: vec![Selector::Quote(exact)], block: None };
    /// let placements = resolve(&["In May prices rose by 3 per cent."], &[&target]);
    /// let placed = Placed::of("c1", 0, &placements[0]);
    /// assert!(matches!(placed.standing, Standing::Changed(_)));
    /// ```
    pub fn of(id: &str, part: usize, placement: &Placement) -> Self {
        let edit = |change: &crate::anchors::Change| Edit { before: change.before.clone(), now: change.now.clone() };
        let (standing, span) = match placement {
            Placement::Found { span, .. } => (Standing::Found, Some(*span)),
            Placement::Changed { span, changes, .. } => {
                (Standing::Changed(changes.iter().map(edit).collect()), Some(*span))
            }
            Placement::Ambiguous { .. } => (Standing::Ambiguous, None),
            Placement::Orphan { .. } => (Standing::Orphan, None),
        };
        Self { id: id.into(), part, standing, span }
    }
}
