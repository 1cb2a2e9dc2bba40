//! One step: an action in, the new state and its effects out.

use super::{Action, Announcement, Effect, Entry, Event, Origin, Outline, Overlay, Panel, Reading};
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
    match action {
        Action::Open { mark, from } => open(reading, outline, mark, from),
        Action::Close => close(reading),
        Action::OpenList => open_list(reading, outline),
        Action::Next => leaf(reading, outline, 1),
        Action::Previous => leaf(reading, outline, -1),
        Action::NextOfSame => leaf_same(reading, outline, 1),
        Action::PreviousOfSame => leaf_same(reading, outline, -1),
        Action::Step(by) => step(reading, outline, by),
        Action::Focus(mark) => {
            reading.current = Some(mark);
            Vec::new()
        }
        Action::Toggle(overlay) => toggle(reading, outline, overlay),
        Action::Filter(verdict) => {
            reading.filter = if reading.filter == verdict { None } else { verdict };
            let mut effects = settle(reading, outline);
            let count = outline.count(|entry| entry.verdict.is_some() && reading.lists(entry));
            effects.push(Effect::Announce(Announcement::Filtered(reading.filter, count)));
            effects
        }
        Action::ShowInText => match reading.open() {
            Some(mark) => vec![Effect::Reveal(mark), Effect::FocusMark(mark)],
            None => Vec::new(),
        },
    }
}

fn open(reading: &mut Reading, outline: &Outline, mark: MarkIndex, from: Origin) -> Vec<Effect> {
    let Some(entry) = outline.get(mark) else { return Vec::new() };
    let mut effects = Vec::new();
    // Asked for by name, it must be seen: what hides it gives way.
    if entry.verdict.is_some() && !reading.checks {
        reading.checks = true;
        effects.push(Effect::Emit(Event::Toggle(Overlay::Checks, true)));
        effects.push(Effect::Announce(Announcement::Toggled(Overlay::Checks, true)));
    }
    if entry.verdict.is_none() && !reading.quotations {
        reading.quotations = true;
        effects.push(Effect::Emit(Event::Toggle(Overlay::Quotations, true)));
    }
    if !reading.lists(entry) {
        reading.filter = None;
    }
    let was = reading.open();
    if let Some(before) = was.filter(|before| *before != mark) {
        effects.push(Effect::Emit(Event::Close(before)));
    }
    reading.panel = Panel::Card { mark, from };
    if entry.placed {
        reading.current = Some(mark);
        effects.push(Effect::Reveal(mark));
    }
    if was != Some(mark) {
        effects.push(Effect::Emit(Event::Open(mark)));
    }
    effects.push(Effect::FocusPanel);
    effects
}

fn close(reading: &mut Reading) -> Vec<Effect> {
    let panel = std::mem::replace(&mut reading.panel, Panel::Closed);
    match panel {
        Panel::Closed => Vec::new(),
        Panel::List { .. } => reading.current.map(Effect::FocusMark).into_iter().collect(),
        Panel::Card { mark, from: Origin::List } => {
            reading.panel = Panel::List { at: mark };
            vec![Effect::Emit(Event::Close(mark)), Effect::FocusListItem(mark)]
        }
        Panel::Card { mark, .. } => vec![Effect::Emit(Event::Close(mark)), Effect::FocusMark(mark)],
    }
}

fn open_list(reading: &mut Reading, outline: &Outline) -> Vec<Effect> {
    let listed = |mark: &MarkIndex| outline.get(*mark).is_some_and(|entry| reading.lists(entry));
    let first = || (0..outline.entries.len()).map(MarkIndex).find(listed);
    let Some(at) = reading.open().or(reading.current).filter(listed).or_else(first) else { return Vec::new() };
    let closed = reading.open().map(|mark| Effect::Emit(Event::Close(mark)));
    reading.panel = Panel::List { at };
    closed.into_iter().chain([Effect::FocusListItem(at)]).collect()
}

/// The mark `by` places from `from` among those that `wanted` holds for; round the end.
fn neighbour(
    outline: &Outline,
    from: Option<MarkIndex>,
    by: isize,
    wanted: impl Fn(MarkIndex) -> bool,
) -> Option<MarkIndex> {
    let candidates: Vec<MarkIndex> = (0..outline.entries.len()).map(MarkIndex).filter(|mark| wanted(*mark)).collect();
    let count = candidates.len() as isize;
    if count == 0 {
        return None;
    }
    let next = match from {
        None if by >= 0 => 0,
        None => count - 1,
        Some(from) => match candidates.binary_search(&from) {
            Ok(place) => (place as isize + by).rem_euclid(count),
            // `from` is not among them: the one after it counts as the first step.
            Err(place) => (place as isize + if by > 0 { by - 1 } else { by }).rem_euclid(count),
        },
    };
    candidates.get(next as usize).copied()
}

fn leaf(reading: &mut Reading, outline: &Outline, by: isize) -> Vec<Effect> {
    let shown = |mark: MarkIndex| outline.get(mark).is_some_and(|entry| entry.placed && reading.shows(entry));
    match neighbour(outline, reading.open().or(reading.current), by, shown) {
        Some(mark) => open(reading, outline, mark, origin(reading)),
        None => Vec::new(),
    }
}

fn leaf_same(reading: &mut Reading, outline: &Outline, by: isize) -> Vec<Effect> {
    let Some(from) = reading.open() else { return Vec::new() };
    let (same, _) = outline.same_voice(from);
    let listed = |mark: MarkIndex| same.contains(&mark) && outline.get(mark).is_some_and(|entry| reading.lists(entry));
    match neighbour(outline, Some(from), by, listed) {
        Some(mark) => open(reading, outline, mark, origin(reading)),
        None => Vec::new(),
    }
}

/// Leafing keeps the way back that the first card had.
fn origin(reading: &Reading) -> Origin {
    match reading.panel {
        Panel::Card { from, .. } => from,
        Panel::Closed | Panel::List { .. } => Origin::Outside,
    }
}

fn step(reading: &mut Reading, outline: &Outline, by: isize) -> Vec<Effect> {
    if let Panel::List { at } = reading.panel {
        let listed = |mark: MarkIndex| outline.get(mark).is_some_and(|entry| reading.lists(entry));
        return match neighbour(outline, Some(at), by, listed) {
            Some(at) => {
                reading.panel = Panel::List { at };
                vec![Effect::FocusListItem(at)]
            }
            None => Vec::new(),
        };
    }
    let shown = |mark: MarkIndex| outline.get(mark).is_some_and(|entry| entry.placed && reading.shows(entry));
    match neighbour(outline, reading.current, by, shown) {
        Some(mark) => {
            reading.current = Some(mark);
            vec![Effect::FocusMark(mark)]
        }
        None => Vec::new(),
    }
}

fn toggle(reading: &mut Reading, outline: &Outline, overlay: Overlay) -> Vec<Effect> {
    let on = match overlay {
        Overlay::Quotations => &mut reading.quotations,
        Overlay::Checks => &mut reading.checks,
    };
    *on = !*on;
    let on = *on;
    let mut effects =
        vec![Effect::Emit(Event::Toggle(overlay, on)), Effect::Announce(Announcement::Toggled(overlay, on))];
    if overlay == Overlay::Checks && !on {
        reading.filter = None;
    }
    // A card whose overlay is switched off has nothing left to stand on; the switch keeps the keyboard.
    if let Some(mark) = reading.open() {
        let of_overlay = outline.get(mark).is_some_and(|entry| entry.verdict.is_some() == (overlay == Overlay::Checks));
        if of_overlay && !on {
            reading.panel = Panel::Closed;
            effects.push(Effect::Emit(Event::Close(mark)));
        }
    }
    effects.extend(settle(reading, outline));
    effects
}

/// Keeps the keyboard's places on marks that are there, and closes the card of a claim that the filter left out.
fn settle(reading: &mut Reading, outline: &Outline) -> Vec<Effect> {
    let shown = |mark: &MarkIndex| outline.get(*mark).is_some_and(|entry| entry.placed && reading.shows(entry));
    reading.current = reading.current.filter(shown);
    if let Panel::List { at } = reading.panel {
        let listed = |mark: MarkIndex| outline.get(mark).is_some_and(|entry| reading.lists(entry));
        if !listed(at) {
            let next = neighbour(outline, Some(at), 1, listed);
            reading.panel = next.map_or(Panel::Closed, |at| Panel::List { at });
        }
    }
    let left_out = |entry: &Entry| entry.verdict.is_some() && !reading.lists(entry);
    match reading.open().filter(|mark| outline.get(*mark).is_some_and(left_out)) {
        Some(mark) => {
            reading.panel = Panel::Closed;
            vec![Effect::Emit(Event::Close(mark))]
        }
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::VerdictIndex;
    use crate::quotes::PersonIndex;
    use crate::reading::Voice;
    use proptest::prelude::*;

    const ANNA: Voice = Voice::Person(PersonIndex(0));
    const BEN: Voice = Voice::Person(PersonIndex(1));

    fn quote(voice: Voice) -> Entry {
        Entry { voice, verdict: None, placed: true }
    }

    fn claim(verdict: usize) -> Entry {
        Entry { voice: Voice::Claim, verdict: Some(VerdictIndex(verdict)), placed: true }
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
        let gone = Entry { voice: Voice::Claim, verdict: Some(VerdictIndex(0)), placed: false };
        let (mut reading, outline) = (Reading::default(), Outline { entries: vec![gone] });
        let effects = reduce(&mut reading, &outline, Action::Open { mark: MarkIndex(0), from: Origin::List });
        assert!(!effects.contains(&Effect::Reveal(MarkIndex(0))));
        assert_eq!(reading.open(), Some(MarkIndex(0)));
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
