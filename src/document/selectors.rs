//! Reading what a quotation or a claim points at.
//!
//! A target is read whole or not at all: with one of its selectors lost it could end up on words that nobody meant.

use super::Value;
use super::cursor::Cursor;
use super::rules::{CONTEXT, TEXT};
use crate::anchors::{Selector, Target, TextPositionSelector, TextQuoteSelector};

/// The one target, or the array of them, that stands here; none if any is faulty.
pub(super) fn targets(at: &Cursor<'_>) -> Vec<Target> {
    one_or_more(at, target)
}

/// What stands here, alone or in an array; none if there is none or any is faulty. All faults are reported.
fn one_or_more<T>(at: &Cursor<'_>, read: fn(&Cursor<'_>) -> Option<T>) -> Vec<T> {
    let Some(Value::Array(items)) = at.value() else {
        return read(at).into_iter().collect();
    };
    if items.is_empty() {
        at.fault("an object or an array of them");
    }
    let mut all = at.list(read);
    if all.len() < items.len() {
        all.clear();
    }
    all
}

fn target(at: &Cursor<'_>) -> Option<Target> {
    let at = at.object(&["selector", "block"])?;
    let selectors = one_or_more(&at.need("selector"), selector);
    let block = at.get("block").and_then(|block| block.whole(0, u32::MAX, "a text block's number, counted from 0"));
    if selectors.is_empty() { None } else { Some(Target { selectors, block }) }
}

fn selector(at: &Cursor<'_>) -> Option<Selector> {
    let Some(Value::Object(_)) = at.value() else {
        at.fault("a selector");
        return None;
    };
    if at.need("type").one_of(&["TextQuoteSelector", "TextPositionSelector"], [true, false])? {
        let at = at.object(&["type", "exact", "prefix", "suffix"])?;
        let context = |name| match at.get(name) {
            Some(context) => at.or_lost(context.string(&CONTEXT)),
            None => "".into(),
        };
        let exact = at.need_string("exact", &TEXT);
        let quote = TextQuoteSelector { exact, prefix: context("prefix"), suffix: context("suffix") };
        at.keep(Selector::Quote(quote))
    } else {
        let at = at.object(&["type", "start", "end"])?;
        let offset = |name| at.need(name).whole(0, u32::MAX, "a number of code points");
        let (start, end) = (offset("start"), offset("end"));
        let (start, end) = (start?, end?);
        if start >= end {
            at.need("end").fault("a position after the start");
            return None;
        }
        Some(Selector::Position(TextPositionSelector { start, end }))
    }
}
