//! `finder.wasm`: the module that finds quotations which nobody wrote down. Its export is `checked_article::embed::find`.

#![no_main]

pub use checked_article::embed;

/// As in `reader.wasm`.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
