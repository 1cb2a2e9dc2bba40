//! One step: an action in, the new state and its effects out.

use super::{Action, Announcement, Effect, Event, Filter, Origin, Outline, Overlay, Panel, Reading, View, Voice};
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
        Action::Filter(filter) => turn.filter(filter),
        Action::View(view) => turn.view(view),
        Action::Search(words) => turn.search(&words),
        Action::ShowInText => {
            if let Some(mark) = turn.reading.open() {
                turn.effects.push(Effect::Reveal(mark));
                turn.effects.push(Effect::FocusMark(mark));
            }
        }
    }
    turn.forget_search();
    turn.effects
}

/// Which marks a step goes through.
#[derive(Clone, Copy)]
enum Among {
    /// Those drawn in the text now.
    Shown,
    /// Those of one voice that the filter leaves in.
    AdmittedOf(Voice),
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
            Among::AdmittedOf(voice) => entry.voice == voice && self.reading.admits(entry),
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
        self.need(if entry.verdict.is_some() { Overlay::Checks } else { Overlay::Quotations });
        if !self.reading.admits(entry) {
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
            Panel::Closed => {
                if self.reading.filter.is_some() {
                    self.filter(None);
                }
            }
            Panel::List { .. } => {
                if let Some(mark) = self.reading.current {
                    self.effects.push(Effect::FocusMark(mark));
                }
            }
            Panel::Card { mark, from } => {
                self.emit(Event::Close(mark));
                let focus = match from {
                    Origin::List => {
                        self.reading.panel = Panel::List { at: Some(mark) };
                        self.settle();
                        self.list_focus()
                    }
                    Origin::Text | Origin::Outside => Effect::FocusMark(mark),
                };
                self.effects.push(focus);
            }
        }
    }

    fn open_list(&mut self) {
        let open = self.reading.open();
        if let Some(mark) = open {
            self.emit(Event::Close(mark));
        }
        self.reading.panel = Panel::List { at: open.or(self.reading.current) };
        self.settle();
        let focus = self.list_focus();
        self.effects.push(focus);
    }

    /// Where the keyboard goes in the list.
    fn list_focus(&self) -> Effect {
        match self.reading.panel {
            Panel::List { at: Some(at) } => Effect::FocusListItem(at),
            _ => Effect::FocusPanel,
        }
    }

    /// Orders the list anew. What is asked for is switched on, and a filter that would leave nothing is left.
    fn view(&mut self, view: View) {
        self.reading.view = view;
        if view.is_of_claims() {
            self.need(Overlay::Checks);
        }
        let leaves_nothing = match self.reading.filter {
            Some(Filter::Verdict(_)) => view == View::Speakers,
            Some(Filter::Voice(voice)) => !self.outline.entries.iter().any(|entry| {
                entry.whose == voice && entry.verdict.is_some() == view.is_of_claims() || view == View::All
            }),
            None => false,
        };
        if leaves_nothing {
            self.filter(None);
        }
        self.settle();
    }

    fn search(&mut self, words: &str) {
        if !matches!(self.reading.panel, Panel::List { .. }) {
            return;
        }
        self.reading.search = words.trim_ascii().into();
        self.settle();
        let found = self.outline.listed(self.reading).len();
        self.announce(Announcement::Found(found));
    }

    /// A search lasts as long as the list and the cards opened from it.
    fn forget_search(&mut self) {
        let lasts = matches!(self.reading.panel, Panel::List { .. } | Panel::Card { from: Origin::List, .. });
        if !lasts && !self.reading.search.is_empty() {
            self.reading.search = "".into();
        }
    }

    /// Switches an overlay on if it is off.
    fn need(&mut self, overlay: Overlay) {
        if !self.is_on(overlay) {
            self.toggle(overlay);
        }
    }

    fn is_on(&self, overlay: Overlay) -> bool {
        match overlay {
            Overlay::Quotations => self.reading.quotations,
            Overlay::Checks => self.reading.checks,
        }
    }

    /// The mark `by` places from `from`; round the end.
    fn neighbour(&self, from: Option<MarkIndex>, by: isize, among: Among) -> Option<MarkIndex> {
        let marks = (0..self.outline.entries.len()).map(MarkIndex);
        let candidates: Vec<MarkIndex> = marks.filter(|mark| self.is_among(among, *mark)).collect();
        let before = from.map_or(0, |from| candidates.iter().filter(|mark| **mark < from).count());
        // Where `from` is not among them, the one after it counts as the first step forwards.
        let by = if by > 0 && from.is_none_or(|from| !candidates.contains(&from)) { by - 1 } else { by };
        at_distance(&candidates, before, by)
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
            self.leaf(by, Among::AdmittedOf(entry.voice));
        }
    }

    fn step(&mut self, by: isize) {
        if let Panel::List { at } = self.reading.panel {
            let listed = self.outline.listed(self.reading);
            let place = listed.iter().position(|mark| Some(*mark) == at).unwrap_or_default();
            if let Some(at) = at_distance(&listed, place, by) {
                self.reading.panel = Panel::List { at: Some(at) };
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
        if !on {
            let of_overlay = match self.reading.filter {
                Some(Filter::Verdict(_)) => of_checks,
                Some(Filter::Voice(_)) => !of_checks,
                None => false,
            };
            if of_overlay {
                self.reading.filter = None;
            }
            // Verdicts are not listed before they are asked for.
            if of_checks && self.reading.view.is_of_claims() {
                self.reading.view = View::All;
            }
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

    fn filter(&mut self, filter: Option<Filter>) {
        self.reading.filter = filter.filter(|_| self.reading.filter != filter);
        match self.reading.filter {
            Some(Filter::Verdict(_)) => {
                self.need(Overlay::Checks);
                if self.reading.view == View::Speakers {
                    self.reading.view = View::Verdicts;
                }
            }
            Some(Filter::Voice(_)) => self.need(Overlay::Quotations),
            None => {}
        }
        self.settle();
        let count = self.outline.count(|entry| match self.reading.filter {
            Some(Filter::Voice(_)) => self.reading.shows(entry),
            // The counts of verdicts are of claims.
            _ => entry.verdict.is_some() && self.reading.admits(entry),
        });
        self.announce(Announcement::Filtered(self.reading.filter, count));
    }

    /// Keeps the keyboard's places on marks that are there, and closes the card that the filter left out.
    fn settle(&mut self) {
        if let Some(mark) = self.reading.current
            && !self.is_among(Among::Shown, mark)
        {
            self.reading.current = None;
        }
        if let Panel::List { at } = self.reading.panel {
            let listed = self.outline.listed(self.reading);
            let stays = at.filter(|at| listed.contains(at));
            let next = at.and_then(|at| listed.iter().copied().find(|mark| *mark > at));
            self.reading.panel = Panel::List { at: stays.or(next).or(listed.first().copied()) };
        }
        if let Some(mark) = self.reading.open()
            && let Some(entry) = self.outline.get(mark)
            && !self.reading.admits(entry)
            && self.reading.filter.is_some_and(|filter| entry.verdict.is_some() || matches!(filter, Filter::Voice(_)))
        {
            self.reading.panel = Panel::Closed;
            self.emit(Event::Close(mark));
        }
    }
}

/// What stands `by` places from the one at `place`; round the end.
fn at_distance(marks: &[MarkIndex], place: usize, by: isize) -> Option<MarkIndex> {
    let at = (place as isize + by).checked_rem_euclid(marks.len() as isize)?;
    marks.get(at as usize).copied()
}

#[cfg(test)]
mod tests {
    use std::cell::OnceCell;

    use super::*;
    use crate::claims::VerdictIndex;
    use crate::marks::Standing;
    use crate::people::PersonIndex;
    use crate::reading::{Entry, Words};
    use proptest::prelude::*;

    const ANNA: Voice = Voice::Person(PersonIndex(0));
    const BEN: Voice = Voice::Person(PersonIndex(1));

    fn quote(voice: Voice) -> Entry {
        Entry { voice, whose: voice, verdict: None, standing: Standing::Found, at: 0 }
    }

    fn claim(verdict: usize) -> Entry {
        Entry { voice: Voice::Claim, whose: Voice::Claim, verdict: Some(VerdictIndex(verdict)), ..quote(ANNA) }
    }

    /// Anna says that it rained, Ben that they left early, the claims that it rained all week; ten words each.
    fn outline_of(entries: Vec<Entry>) -> Outline {
        let searched = |entry: &Entry| match (entry.verdict, entry.whose) {
            (Some(_), _) => "it rained all week",
            (None, ANNA) => "anna it rained",
            (None, _) => "ben we left early",
        };
        let words: Vec<_> = entries.iter().map(|entry| Words { count: 10, searched: searched(entry).into() }).collect();
        Outline { entries, words: OnceCell::from(words) }
    }

    /// Anna, a claim, Ben, another claim, Anna.
    fn article() -> Outline {
        outline_of(vec![quote(ANNA), claim(0), quote(BEN), claim(1), quote(ANNA)])
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
        reduce(&mut reading, &outline, Action::Filter(Some(Filter::Verdict(VerdictIndex(0)))));
        assert_eq!(reading.open(), Some(MarkIndex(1)));
        reduce(&mut reading, &outline, Action::Toggle(Overlay::Checks));
        assert_eq!((reading.open(), reading.filter), (None, None));
    }

    #[test]
    fn a_filter_announces_how_many_claims_are_left_and_a_second_press_takes_it_back() {
        let (mut reading, outline) = (Reading::default(), article());
        reduce(&mut reading, &outline, Action::Toggle(Overlay::Checks));
        let one = Some(Filter::Verdict(VerdictIndex(1)));
        let press = Action::Filter(one);
        let effects = reduce(&mut reading, &outline, press.clone());
        assert_eq!(effects, [Effect::Announce(Announcement::Filtered(one, 1))]);
        let effects = reduce(&mut reading, &outline, press);
        assert_eq!(effects, [Effect::Announce(Announcement::Filtered(None, 2))]);
    }

    #[test]
    fn a_card_opened_from_the_list_closes_back_into_the_list() {
        let (mut reading, outline) = (Reading::default(), article());
        reduce(&mut reading, &outline, Action::OpenList);
        reduce(&mut reading, &outline, Action::Step(2));
        assert_eq!(reading.panel, Panel::List { at: Some(MarkIndex(2)) });
        reduce(&mut reading, &outline, Action::Open { mark: MarkIndex(2), from: Origin::List });
        let effects = reduce(&mut reading, &outline, Action::Close);
        assert_eq!(effects.last(), Some(&Effect::FocusListItem(MarkIndex(2))));
    }

    #[test]
    fn a_mark_whose_words_are_gone_opens_from_the_list_but_scrolls_nowhere() {
        let gone = Entry { standing: Standing::Orphan, ..claim(0) };
        let (mut reading, outline) = (Reading::default(), outline_of(vec![gone]));
        let effects = reduce(&mut reading, &outline, Action::Open { mark: MarkIndex(0), from: Origin::List });
        assert!(!effects.contains(&Effect::Reveal(MarkIndex(0))));
        assert_eq!(reading.open(), Some(MarkIndex(0)));
    }

    #[test]
    fn a_persons_words_alone_are_shown_until_escape() {
        let (mut reading, outline) = (Reading::default(), article());
        let anna = Some(Filter::Voice(ANNA));
        let effects = reduce(&mut reading, &outline, Action::Filter(anna));
        assert_eq!(effects, [Effect::Announce(Announcement::Filtered(anna, 2))]);
        let shown = |reading: &Reading| outline.count(|entry| reading.shows(entry));
        assert_eq!(shown(&reading), 2);
        let effects = reduce(&mut reading, &outline, Action::Close);
        assert_eq!((reading.filter, shown(&reading)), (None, 3));
        assert!(matches!(effects[..], [Effect::Announce(Announcement::Filtered(None, _))]));
    }

    #[test]
    fn a_person_chosen_while_quotations_are_off_switches_them_on() {
        let (mut reading, outline) = (Reading::default(), article());
        reduce(&mut reading, &outline, Action::Toggle(Overlay::Quotations));
        reduce(&mut reading, &outline, Action::Filter(Some(Filter::Voice(BEN))));
        assert!(reading.quotations);
        reduce(&mut reading, &outline, Action::Toggle(Overlay::Quotations));
        assert_eq!(reading.filter, None);
    }

    #[test]
    fn the_claims_of_a_person_stay_with_that_persons_words() {
        let claimed = Entry { whose: BEN, ..claim(0) };
        let outline = outline_of(vec![quote(ANNA), quote(BEN), claimed, claim(0)]);
        let mut reading = Reading { checks: true, ..Reading::default() };
        reduce(&mut reading, &outline, Action::Filter(Some(Filter::Voice(BEN))));
        let shown: Vec<bool> = outline.entries.iter().map(|entry| reading.shows(entry)).collect();
        assert_eq!(shown, [false, true, true, false]);
    }

    #[test]
    fn by_speaker_the_list_goes_through_one_persons_quotations_before_the_next() {
        let (mut reading, outline) = (Reading::default(), article());
        reduce(&mut reading, &outline, Action::OpenList);
        reduce(&mut reading, &outline, Action::View(View::Speakers));
        let groups = outline.groups(&reading);
        let of = |group: &super::super::Group| (group.by, group.count, group.words, group.marks.clone());
        let [anna, ben] = [ANNA, BEN].map(|voice| Some(Filter::Voice(voice)));
        assert_eq!(of(&groups[0]), (anna, 2, 20, vec![MarkIndex(0), MarkIndex(4)]));
        assert_eq!(of(&groups[1]), (ben, 1, 10, vec![MarkIndex(2)]));
        reduce(&mut reading, &outline, Action::Step(1));
        assert_eq!(reading.panel, Panel::List { at: Some(MarkIndex(4)) });
        reduce(&mut reading, &outline, Action::Step(1));
        assert_eq!(reading.panel, Panel::List { at: Some(MarkIndex(2)) });
    }

    #[test]
    fn a_person_who_was_not_chosen_can_still_be() {
        let (mut reading, outline) = (Reading::default(), article());
        reduce(&mut reading, &outline, Action::View(View::Speakers));
        reduce(&mut reading, &outline, Action::Filter(Some(Filter::Voice(ANNA))));
        let groups = outline.groups(&reading);
        assert_eq!((groups.len(), groups[1].count, groups[1].marks.len()), (2, 1, 0));
    }

    #[test]
    fn verdicts_stand_in_the_order_of_their_scale_whichever_comes_first_in_the_text() {
        let outline = outline_of(vec![claim(2), claim(0), claim(2), claim(1)]);
        let reading = Reading { checks: true, view: View::Verdicts, ..Reading::default() };
        let order: Vec<MarkIndex> = outline.groups(&reading).into_iter().flat_map(|group| group.marks).collect();
        assert_eq!(order, [1, 3, 0, 2].map(MarkIndex));
    }

    #[test]
    fn the_verdicts_are_listed_with_the_fact_check_on_alone() {
        let (mut reading, outline) = (Reading::default(), article());
        reduce(&mut reading, &outline, Action::OpenList);
        reduce(&mut reading, &outline, Action::View(View::Verdicts));
        assert!(reading.checks);
        reduce(&mut reading, &outline, Action::Toggle(Overlay::Checks));
        assert_eq!(reading.view, View::All);
    }

    #[test]
    fn a_search_finds_names_and_words_and_says_how_many() {
        let (mut reading, outline) = (Reading::default(), article());
        reduce(&mut reading, &outline, Action::OpenList);
        let effects = reduce(&mut reading, &outline, Action::Search(" rained  anna ".into()));
        assert_eq!(effects, [Effect::Announce(Announcement::Found(2))]);
        let nothing = reduce(&mut reading, &outline, Action::Search("snow".into()));
        assert_eq!(nothing, [Effect::Announce(Announcement::Found(0))]);
        assert_eq!(reading.panel, Panel::List { at: None });
        reduce(&mut reading, &outline, Action::Search("".into()));
        assert!(matches!(reading.panel, Panel::List { at: Some(_) }));
    }

    #[test]
    fn before_anything_is_searched_for_all_is_listed_though_no_words_were_read() {
        let outline = Outline { words: OnceCell::new(), ..article() };
        let mut reading = Reading::default();
        reduce(&mut reading, &outline, Action::OpenList);
        assert_eq!(outline.listed(&reading).len(), 5);
        assert_eq!(reading.panel, Panel::List { at: Some(MarkIndex(0)) });
    }

    #[test]
    fn the_mark_nearest_to_a_place_of_the_map_is_one_that_is_shown() {
        let at = |at, entry: Entry| Entry { at, ..entry };
        let outline = outline_of(vec![at(0, quote(ANNA)), at(400, claim(0)), at(900, quote(BEN))]);
        let mut reading = Reading::default();
        assert_eq!(outline.nearest(&reading, 420), Some(MarkIndex(0)));
        reading.checks = true;
        assert_eq!(outline.nearest(&reading, 420), Some(MarkIndex(1)));
    }

    fn any_filter() -> impl Strategy<Value = Filter> {
        let voice = prop_oneof![Just(ANNA), Just(BEN), Just(Voice::Claim)];
        prop_oneof![
            (0usize..3).prop_map(|verdict| Filter::Verdict(VerdictIndex(verdict))),
            voice.prop_map(Filter::Voice)
        ]
    }

    fn any_view() -> impl Strategy<Value = View> {
        prop_oneof![
            Just(View::All),
            Just(View::Speakers),
            Just(View::Verdicts),
            Just(View::Claimants),
            Just(View::Claims)
        ]
    }

    #[test]
    fn a_withheld_verdict_is_marked_but_is_none_of_those_that_are_filtered() {
        let zero = Some(Filter::Verdict(VerdictIndex(0)));
        let withheld = Entry { standing: Standing::Changed(Vec::new()), ..claim(0) };
        let (mut reading, outline) = (Reading::default(), outline_of(vec![claim(0), withheld]));
        reduce(&mut reading, &outline, Action::Toggle(Overlay::Checks));
        assert!(reading.shows(&outline.entries[1]));
        let effects = reduce(&mut reading, &outline, Action::Filter(zero));
        assert_eq!(effects, [Effect::Announce(Announcement::Filtered(zero, 1))]);
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
            proptest::option::of(any_filter()).prop_map(Action::Filter),
            any_view().prop_map(Action::View),
            prop_oneof![Just(""), Just("rained"), Just("snow")].prop_map(|words| Action::Search(words.into())),
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
                let listed: Vec<MarkIndex> =
                    outline.groups(&reading).into_iter().flat_map(|group| group.marks).collect();
                if let Panel::List { at } = reading.panel {
                    prop_assert_eq!(at.is_none(), listed.is_empty());
                    prop_assert!(at.is_none_or(|at| listed.contains(&at)));
                }
                let once: std::collections::BTreeSet<&MarkIndex> = listed.iter().collect();
                prop_assert_eq!(once.len(), listed.len());
                prop_assert!(!reading.view.is_of_claims() || reading.checks);
                if let Some(mark) = reading.open() {
                    let hidden = |entry: &Entry| entry.verdict.is_some() && !reading.shows(entry);
                    prop_assert!(!hidden(outline.get(mark).unwrap()));
                }
            }
        }

        #[test]
        fn escape_always_leads_back_to_the_whole_article(
            actions in proptest::collection::vec(any_action(), 0..40)
        ) {
            let (mut reading, outline) = (Reading::default(), article());
            for action in actions {
                reduce(&mut reading, &outline, action);
            }
            // Out of a card, out of the list that it was opened from, out of the filter.
            for _ in 0..3 {
                reduce(&mut reading, &outline, Action::Close);
            }
            prop_assert_eq!((reading.panel, reading.filter, &*reading.search), (Panel::Closed, None, ""));
        }
    }
}
