//! The component in a real browser: what is drawn, and what a reader's hand changes in it.

#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, reason = "a test is documented by its name")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

mod cards;
mod drawing;
mod page;
mod sharing;
mod standing;
mod values;
mod views;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
