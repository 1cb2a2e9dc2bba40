//! Another version of the article while it is being read: the editor's, or the page's own words edited.

use super::{Filter, Outline, Panel, Reading};
use crate::marks::MarkIndex;

impl Reading {
    /// Goes on in another version of the article, whose marks are those of `outline`: `mark` says what became of
    /// one that there was, `holds` whether a filter still means the same. What is open, chosen and searched for stays as far as it is still there.
    ///
    /// ```
    /// use checked_article::marks::MarkIndex;
    /// use checked_article::reading::{Origin, Outline, Panel, Reading};
    /// let panel = Panel::Card { mark: MarkIndex(1), from: Origin::List };
    /// let mut reading = Reading { checks: true, panel, ..Reading::default() };
    /// // A mark came in before it.
    /// reading.go_on(&Outline::default(), &|mark: MarkIndex| Some(MarkIndex(mark.0 + 1)), |_| true);
    /// assert_eq!(reading.open(), Some(MarkIndex(2)));
    /// assert!(reading.checks);
    /// ```
    pub fn go_on(
        &mut self,
        outline: &Outline,
        mark: &dyn Fn(MarkIndex) -> Option<MarkIndex>,
        holds: impl Fn(Filter) -> bool,
    ) {
        self.filter = self.filter.filter(|filter| holds(*filter));
        self.current = self.current.and_then(mark);
        self.panel = match self.panel {
            Panel::Closed => Panel::Closed,
            Panel::Card { mark: open, from } => mark(open).map_or(Panel::Closed, |mark| Panel::Card { mark, from }),
            Panel::List { at } => {
                let listed = outline.listed(self);
                let stays = at.and_then(mark).filter(|at| listed.contains(at));
                Panel::List { at: stays.or(listed.first().copied()) }
            }
        };
    }
}

#[cfg(test)]
mod tests {
    use std::cell::OnceCell;

    use super::*;
    use crate::claims::VerdictIndex;
    use crate::marks::Standing;
    use crate::people::PersonIndex;
    use crate::reading::{Action, Entry, Origin, Voice, Words, reduce};

    const ANNA: Voice = Voice::Person(PersonIndex(0));

    fn quotations(count: usize) -> Outline {
        let entry = Entry { voice: ANNA, whose: ANNA, verdict: None, standing: Standing::Found, at: 0 };
        let words = Words { count: 3, searched: "anna it rained".into() };
        Outline { entries: vec![entry; count], words: OnceCell::from(vec![words; count]) }
    }

    #[test]
    fn a_card_whose_mark_is_gone_is_closed_and_what_was_chosen_stays() {
        let mut reading = Reading { filter: Some(Filter::Voice(ANNA)), ..Reading::default() };
        reading.panel = Panel::Card { mark: MarkIndex(1), from: Origin::Text };
        reading.current = Some(MarkIndex(0));
        reading.go_on(&quotations(1), &|mark| (mark.0 == 0).then_some(mark), |_| true);
        assert_eq!((reading.panel, reading.current), (Panel::Closed, Some(MarkIndex(0))));
        assert_eq!(reading.filter, Some(Filter::Voice(ANNA)));
    }

    #[test]
    fn the_list_stays_open_with_its_search_and_the_keyboard_on_something_that_it_lists() {
        let mut reading = Reading::default();
        reduce(&mut reading, &quotations(3), Action::OpenList);
        reduce(&mut reading, &quotations(3), Action::Search("rained".into()));
        reduce(&mut reading, &quotations(3), Action::Step(2));
        assert_eq!(reading.panel, Panel::List { at: Some(MarkIndex(2)) });
        reading.go_on(&quotations(2), &|mark| (mark.0 < 2).then_some(mark), |_| true);
        assert_eq!((reading.panel, &*reading.search), (Panel::List { at: Some(MarkIndex(0)) }, "rained"));
        reading.go_on(&quotations(0), &|_| None, |_| true);
        assert_eq!(reading.panel, Panel::List { at: None });
    }

    #[test]
    fn a_filter_by_what_is_not_there_any_more_is_left() {
        let mut reading = Reading { filter: Some(Filter::Verdict(VerdictIndex(4))), ..Reading::default() };
        reading.go_on(&quotations(1), &Some, |_| false);
        assert_eq!(reading.filter, None);
    }
}
