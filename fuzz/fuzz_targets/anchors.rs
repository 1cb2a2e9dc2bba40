//! Any text and any edit: see the properties.

#![no_main]

use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/properties/placed_after_an_edit.rs"]
mod placed_after_an_edit;

#[derive(Arbitrary, Debug)]
struct Case<'a> {
    text: &'a str,
    passage: (u16, u16),
    cut: (u16, u16),
    put_in: &'a str,
    canonical: bool,
}

fuzz_target!(|case: Case| {
    let Case { text, passage, cut, put_in, canonical } = case;
    placed_after_an_edit::check(&placed_after_an_edit::Edit { text, passage, cut, put_in, canonical });
});
