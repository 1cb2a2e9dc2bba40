//! Reading what a quotation or a claim points at.
//!
//! A target is read whole or not at all: with one of its selectors lost it could end up on words that nobody meant.

use super::Value;
use super::cursor::Cursor;
use super::rules::{CONTEXT, TEXT};
use crate::anchors::{Selector, Target, TextPositionSelector, TextQuoteSelector};

/// The one target, or the array of them, that stands here; `None` if any is faulty.
pub(super) fn targets(at: &Cursor<'_>) -> Option<Vec<Target>> {
    one_or_more(at, target)
}

/// What stands here, alone or in an array; `None` if there is none or any is faulty. All faults are reported.
fn one_or_more<T>(at: &Cursor<'_>, read: fn(&Cursor<'_>) -> Option<T>) -> Option<Vec<T>> {
    match at.value() {
        Some(Value::Array(items)) if items.is_empty() => {
            at.fault("an object or an array of them");
            None
        }
        Some(Value::Array(_)) => {
            // `collect` into an option would stop at the first fault.
            let all: Vec<Option<T>> = at.items().map(|item| read(&item)).collect();
            all.into_iter().collect()
        }
        _ => read(at).map(|one| vec![one]),
    }
}

fn target(at: &Cursor<'_>) -> Option<Target> {
    if !at.is_object(&["selector", "block"]) {
        return None;
    }
    let selectors = one_or_more(&at.need("selector"), selector);
    let block = at.get("block").and_then(|block| block.whole(0, u32::MAX, "a text block's number, counted from 0"));
    Some(Target { selectors: selectors?, block })
}

fn selector(at: &Cursor<'_>) -> Option<Selector> {
    let Some(Value::Object(_)) = at.value() else {
        at.fault("a selector");
        return None;
    };
    if at.need("type").one_of(&["TextQuoteSelector", "TextPositionSelector"], [true, false])? {
        at.is_object(&["type", "exact", "prefix", "suffix"]);
        let exact = at.need("exact").string(&TEXT);
        let [prefix, suffix] = ["prefix", "suffix"].map(|name| match at.get(name) {
            Some(context) => context.string(&CONTEXT),
            None => Some("".into()),
        });
        Some(Selector::Quote(TextQuoteSelector { exact: exact?, prefix: prefix?, suffix: suffix? }))
    } else {
        at.is_object(&["type", "start", "end"]);
        let [start, end] = ["start", "end"].map(|name| at.need(name).whole(0, u32::MAX, "a number of code points"));
        let (start, end) = (start?, end?);
        if start >= end {
            at.need("end").fault("a position after the start");
            return None;
        }
        Some(Selector::Position(TextPositionSelector { start, end }))
    }
}
