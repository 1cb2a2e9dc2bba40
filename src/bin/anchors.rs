//! `anchors.wasm`: the module that places targets in an article that may have been edited. Its exports are those of
//! `checked_article::embed`: `Placing`, `place` and `textFragment`.

#![no_main]

pub use checked_article::embed;

/// As in `reader.wasm`.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
