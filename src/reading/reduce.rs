//! One step: an action in, the new state and its effects out.

use super::{Action, Announcement, Effect, Event, Origin, Outline, Overlay, Panel, Reading, Voice};
use crate::claims::VerdictIndex;
use crate::marks::MarkIndex;

/// Carries out `action` on `reading` and says what has to happen outside.
///
/// An action that names a mark which does not exist, or that finds nothing to go to, changes nothing.
///
/// ```
/// use checked_article::reading::{Action, Effect, Outline, Overlay, Reading, reduce};
/// let mut reading = Reading::default();
/// let effects = reduce(&mut reading, &Outline::default(), Action::Toggle(Overlay::Checks));
/// assert!(reading.checks);
/// assert!(matches!(effects[..], [Effect::Emit(_), Effect::Announce(_)]));
/// ```
pub fn reduce(reading: &mut Reading, outline: &Outline, action: Action) -> Vec<Effect> {
    let mut turn = Turn { reading, outline, effects: Vec::new() };
    match action {
        Action::Open { mark, from } => turn.open(mark, from),
        Action::Close => turn.close(),
        Action::OpenList => turn.open_list(),
        Action::Next => turn.leaf(1, Among::Shown),
        Action::Previous => turn.leaf(-1, Among::Shown),
        Action::NextOfSame => turn.leaf_same(1),
        Action::PreviousOfSame => turn.leaf_same(-1),
        Action::Step(by) => turn.step(by),
        Action::Focus(mark) => turn.reading.current = Some(mark),
        Action::Toggle(overlay) => turn.toggle(overlay),
        Action::Filter(verdict) => turn.filter(verdict),
        Action::ShowInText => {
            if let Some(mark) = turn.reading.open() {
                turn.effects.push(Effect::Reveal(mark));
                turn.effects.push(Effect::FocusMark(mark));
            }
        }
    }
    turn.effects
}

/// Which marks a step goes through.
#[derive(Clone, Copy)]
enum Among {
    /// Those drawn in the text now.
    Shown,
    /// Those in the list now.
    Listed,
    /// Of those, the ones of one voice.
    ListedOf(Voice),
}

struct Turn<'a> {
    reading: &'a mut Reading,
    outline: &'a Outline,
    effects: Vec<Effect>,
}

impl Turn<'_> {
    fn is_among(&self, among: Among, mark: MarkIndex) -> bool {
        let Some(entry) = self.outline.get(mark) else { return false };
        match among {
            Among::Shown => entry.is_placed() && self.reading.shows(entry),
            Among::Listed => self.reading.lists(entry),
            Among::ListedOf(voice) => entry.voice == voice && self.reading.lists(entry),
        }
    }

    fn emit(&mut self, event: Event) {
        self.effects.push(Effect::Emit(event));
    }

    fn announce(&mut self, announcement: Announcement) {
        self.effects.push(Effect::Announce(announcement));
    }

    fn open(&mut self, mark: MarkIndex, from: Origin) {
        let Some(entry) = self.outline.get(mark) else { return };
        // Asked for by name, it must be seen: what hides it gives way.
        if entry.verdict.is_some() && !self.reading.checks {
            self.reading.checks = true;
            self.emit(Event::Toggle(Overlay::Checks, true));
            self.announce(Announcement::Toggled(Overlay::Checks, true));
        }
        if entry.verdict.is_none() && !self.reading.quotations {
            self.reading.quotations = true;
            self.emit(Event::Toggle(Overlay::Quotations, true));
        }
        if !self.reading.lists(entry) {
            self.reading.filter = None;
        }
        let was = self.reading.open();
        if let Some(before) = was
            && before != mark
        {
            self.emit(Event::Close(before));
        }
        self.reading.panel = Panel::Card { mark, from };
        if entry.is_placed() {
            self.reading.current = Some(mark);
            self.effects.push(Effect::Reveal(mark));
        }
        if was != Some(mark) {
            self.emit(Event::Open(mark));
        }
        self.effects.push(Effect::FocusPanel);
    }

    fn close(&mut self) {
        match std::mem::replace(&mut self.reading.panel, Panel::Closed) {
            Panel::Closed => {}
            Panel::List { .. } => {
                if let Some(mark) = self.reading.current {
                    self.effects.push(Effect::FocusMark(mark));
                }
            }
            Panel::Card { mark, from } => {
                self.emit(Event::Close(mark));
                self.effects.push(match from {
                    Origin::List => {
                        self.reading.panel = Panel::List { at: mark };
                        Effect::FocusListItem(mark)
                    }
                    Origin::Text | Origin::Outside => Effect::FocusMark(mark),
                });
            }
        }
    }

    fn open_list(&mut self) {
        let open = self.reading.open();
        let at = match open.or(self.reading.current) {
            Some(mark) if self.is_among(Among::Listed, mark) => Some(mark),
            _ => self.neighbour(None, 1, Among::Listed),
        };
        let Some(at) = at else { return };
        if let Some(mark) = open {
            self.emit(Event::Close(mark));
        }
        self.reading.panel = Panel::List { at };
        self.effects.push(Effect::FocusListItem(at));
    }

    /// The mark `by` places from `from`; round the end.
    fn neighbour(&self, from: Option<MarkIndex>, by: isize, among: Among) -> Option<MarkIndex> {
        let mut candidates = Vec::new();
        // How many come before `from`, and whether it is one of them.
        let (mut before, mut is_one) = (0, false);
        for mark in (0..self.outline.entries.len()).map(MarkIndex) {
            if self.is_among(among, mark) {
                before += isize::from(from.is_some_and(|from| mark < from));
                is_one |= from == Some(mark);
                candidates.push(mark);
            }
        }
        let count = candidates.len() as isize;
        if count == 0 {
            return None;
        }
        // Where `from` is not among them, the one after it counts as the first step forwards.
        let by = if by > 0 && !is_one { by - 1 } else { by };
        candidates.get((before + by).rem_euclid(count) as usize).copied()
    }

    /// Opens the card `by` places from the open one.
    fn leaf(&mut self, by: isize, among: Among) {
        let from = self.reading.open().or(self.reading.current);
        if let Some(mark) = self.neighbour(from, by, among) {
            // The way back stays the one that the first card had.
            let origin = match self.reading.panel {
                Panel::Card { from, .. } => from,
                Panel::Closed | Panel::List { .. } => Origin::Outside,
            };
            self.open(mark, origin);
        }
    }

    fn leaf_same(&mut self, by: isize) {
        if let Some(entry) = self.reading.open().and_then(|open| self.outline.get(open)) {
            self.leaf(by, Among::ListedOf(entry.voice));
        }
    }

    fn step(&mut self, by: isize) {
        if let Panel::List { at } = self.reading.panel {
            if let Some(at) = self.neighbour(Some(at), by, Among::Listed) {
                self.reading.panel = Panel::List { at };
                self.effects.push(Effect::FocusListItem(at));
            }
        } else if let Some(mark) = self.neighbour(self.reading.current, by, Among::Shown) {
            self.reading.current = Some(mark);
            self.effects.push(Effect::FocusMark(mark));
        }
    }

    fn toggle(&mut self, overlay: Overlay) {
        let on = match overlay {
            Overlay::Quotations => &mut self.reading.quotations,
            Overlay::Checks => &mut self.reading.checks,
        };
        *on = !*on;
        let on = *on;
        self.emit(Event::Toggle(overlay, on));
        self.announce(Announcement::Toggled(overlay, on));
        let of_checks = overlay == Overlay::Checks;
        if of_checks && !on {
            self.reading.filter = None;
        }
        // A card whose overlay is switched off has nothing left to stand on; the switch keeps the keyboard.
        if let Some(mark) = self.reading.open()
            && !on
            && self.outline.get(mark).is_some_and(|entry| entry.verdict.is_some() == of_checks)
        {
            self.reading.panel = Panel::Closed;
            self.emit(Event::Close(mark));
        }
        self.settle();
    }

    fn filter(&mut self, verdict: Option<VerdictIndex>) {
        self.reading.filter = if self.reading.filter == verdict { None } else { verdict };
        self.settle();
        let count = self.outline.count(|entry| entry.verdict.is_some() && self.reading.lists(entry));
        self.announce(Announcement::Filtered(self.reading.filter, count));
    }

    /// Keeps the keyboard's places on marks that are there, and closes the card of a claim that the filter left out.
    fn settle(&mut self) {
        if let Some(mark) = self.reading.current
            && !self.is_among(Among::Shown, mark)
        {
            self.reading.current = None;
        }
        if let Panel::List { at } = self.reading.panel
            && !self.is_among(Among::Listed, at)
        {
            let next = self.neighbour(Some(at), 1, Among::Listed);
            self.reading.panel = next.map_or(Panel::Closed, |at| Panel::List { at });
        }
        if let Some(mark) = self.reading.open()
            && !self.is_among(Among::Listed, mark)
            && self.outline.get(mark).is_some_and(|entry| entry.verdict.is_some())
        {
            self.reading.panel = Panel::Closed;
            self.emit(Event::Close(mark));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::VerdictIndex;
    use crate::marks::Standing;
    use crate::quotes::PersonIndex;
    use crate::reading::Entry;
    use proptest::prelude::*;

    const ANNA: Voice = Voice::Person(PersonIndex(0));
    const BEN: Voice = Voice::Person(PersonIndex(1));

    fn quote(voice: Voice) -> Entry {
        Entry { voice, verdict: None, standing: Standing::Found }
    }

    fn claim(verdict: usize) -> Entry {
        Entry { voice: Voice::Claim, verdict: Some(VerdictIndex(verdict)), standing: Standing::Found }
    }

    /// Anna, a claim, Ben, another claim, Anna.
    fn article() -> Outline {
        Outline { entries: vec![quote(ANNA), claim(0), quote(BEN), claim(1), quote(ANNA)] }
    }

    fn tap(mark: usize) -> Action {
        Action::Open { mark: MarkIndex(mark), from: Origin::Text }
    }

    #[test]
    fn the_fact_check_starts_off_and_quotations_on() {
        let reading = Reading::default();
        assert!(reading.shows(&quote(ANNA)));
        assert!(!reading.shows(&claim(0)));
    }

    #[test]
    fn escape_closes_the_card_and_gives_the_keyboard_back_to_the_words() {
        let (mut reading, outline) = (Reading::default(), article());
        let effects = reduce(&mut reading, &outline, tap(2));
        assert_eq!(effects.last(), Some(&Effect::FocusPanel));
        let effects = reduce(&mut reading, &outline, Action::Close);
        assert_eq!(effects, [Effect::Emit(Event::Close(MarkIndex(2))), Effect::FocusMark(MarkIndex(2))]);
        assert_eq!(reading.panel, Panel::Closed);
    }

    #[test]
    fn next_by_the_same_speaker_passes_over_everybody_else_and_comes_round() {
        let (mut reading, outline) = (Reading::default(), article());
        reduce(&mut reading, &outline, tap(0));
        reduce(&mut reading, &outline, Action::NextOfSame);
        assert_eq!(reading.open(), Some(MarkIndex(4)));
        reduce(&mut reading, &outline, Action::NextOfSame);
        assert_eq!(reading.open(), Some(MarkIndex(0)));
    }

    #[test]
    fn a_link_to_a_claim_switches_the_fact_check_on_and_says_so() {
        let (mut reading, outline) = (Reading::default(), article());
        let link = Action::Open { mark: MarkIndex(1), from: Origin::Outside };
        let effects = reduce(&mut reading, &outline, link);
        assert!(reading.checks);
        assert!(effects.contains(&Effect::Announce(Announcement::Toggled(Overlay::Checks, true))));
    }

    #[test]
    fn next_passes_over_claims_while_the_fact_check_is_off() {
        let (mut reading, outline) = (Reading::default(), article());
        reduce(&mut reading, &outline, tap(0));
        reduce(&mut reading, &outline, Action::Next);
        assert_eq!(reading.open(), Some(MarkIndex(2)));
    }

    #[test]
    fn switching_the_fact_check_off_takes_its_open_card_and_its_filter_along() {
        let (mut reading, outline) = (Reading::default(), article());
        reduce(&mut reading, &outline, tap(1));
        reduce(&mut reading, &outline, Action::Filter(Some(VerdictIndex(0))));
        assert_eq!(reading.open(), Some(MarkIndex(1)));
        reduce(&mut reading, &outline, Action::Toggle(Overlay::Checks));
        assert_eq!((reading.open(), reading.filter), (None, None));
    }

    #[test]
    fn a_filter_announces_how_many_claims_are_left_and_a_second_press_takes_it_back() {
        let (mut reading, outline) = (Reading::default(), article());
        let press = Action::Filter(Some(VerdictIndex(1)));
        let effects = reduce(&mut reading, &outline, press);
        assert_eq!(effects, [Effect::Announce(Announcement::Filtered(Some(VerdictIndex(1)), 1))]);
        let effects = reduce(&mut reading, &outline, press);
        assert_eq!(effects, [Effect::Announce(Announcement::Filtered(None, 2))]);
    }

    #[test]
    fn a_card_opened_from_the_list_closes_back_into_the_list() {
        let (mut reading, outline) = (Reading::default(), article());
        reduce(&mut reading, &outline, Action::OpenList);
        reduce(&mut reading, &outline, Action::Step(2));
        assert_eq!(reading.panel, Panel::List { at: MarkIndex(2) });
        reduce(&mut reading, &outline, Action::Open { mark: MarkIndex(2), from: Origin::List });
        let effects = reduce(&mut reading, &outline, Action::Close);
        assert_eq!(effects.last(), Some(&Effect::FocusListItem(MarkIndex(2))));
    }

    #[test]
    fn a_mark_whose_words_are_gone_opens_from_the_list_but_scrolls_nowhere() {
        let gone = Entry { voice: Voice::Claim, verdict: Some(VerdictIndex(0)), standing: Standing::Orphan };
        let (mut reading, outline) = (Reading::default(), Outline { entries: vec![gone] });
        let effects = reduce(&mut reading, &outline, Action::Open { mark: MarkIndex(0), from: Origin::List });
        assert!(!effects.contains(&Effect::Reveal(MarkIndex(0))));
        assert_eq!(reading.open(), Some(MarkIndex(0)));
    }

    #[test]
    fn a_withheld_verdict_is_marked_but_is_none_of_those_that_are_filtered() {
        let withheld = Entry { standing: Standing::Changed(Vec::new()), ..claim(0) };
        let (mut reading, outline) = (Reading::default(), Outline { entries: vec![claim(0), withheld] });
        reduce(&mut reading, &outline, Action::Toggle(Overlay::Checks));
        assert!(reading.shows(&outline.entries[1]));
        let effects = reduce(&mut reading, &outline, Action::Filter(Some(VerdictIndex(0))));
        assert_eq!(effects, [Effect::Announce(Announcement::Filtered(Some(VerdictIndex(0)), 1))]);
        assert!(reading.shows(&outline.entries[0]) && !reading.shows(&outline.entries[1]));
    }

    fn any_action() -> impl Strategy<Value = Action> {
        let mark = (0usize..7).prop_map(MarkIndex);
        let from = prop_oneof![Just(Origin::Text), Just(Origin::List), Just(Origin::Outside)];
        let overlay = prop_oneof![Just(Overlay::Quotations), Just(Overlay::Checks)];
        prop_oneof![
            (mark.clone(), from).prop_map(|(mark, from)| Action::Open { mark, from }),
            mark.prop_map(Action::Focus),
            overlay.prop_map(Action::Toggle),
            proptest::option::of(0usize..3).prop_map(|verdict| Action::Filter(verdict.map(VerdictIndex))),
            (-2isize..3).prop_map(Action::Step),
            Just(Action::Close),
            Just(Action::OpenList),
            Just(Action::Next),
            Just(Action::Previous),
            Just(Action::NextOfSame),
            Just(Action::PreviousOfSame),
            Just(Action::ShowInText),
        ]
    }

    proptest! {
        #[test]
        fn whatever_is_done_the_open_card_exists_and_every_open_is_closed_once(
            actions in proptest::collection::vec(any_action(), 0..40)
        ) {
            let (mut reading, outline) = (Reading::default(), article());
            let mut open: Option<MarkIndex> = None;
            for action in actions {
                for effect in reduce(&mut reading, &outline, action) {
                    match effect {
                        Effect::Emit(Event::Open(mark)) => {
                            prop_assert_eq!(open, None);
                            open = Some(mark);
                        }
                        Effect::Emit(Event::Close(mark)) => {
                            prop_assert_eq!(open, Some(mark));
                            open = None;
                        }
                        _ => {}
                    }
                }
                prop_assert_eq!(open, reading.open());
                if let Some(mark) = reading.open() {
                    let hidden = |entry: &Entry| entry.verdict.is_some() && !reading.shows(entry);
                    prop_assert!(!hidden(outline.get(mark).unwrap()));
                }
            }
        }
    }
}
