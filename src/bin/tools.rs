//! `tools.wasm`: the module that is fetched when somebody asks for what few readers need. Its exports are those of
//! `checked_article::embed`.

#![no_main]

pub use checked_article::embed;

/// As in `reader.wasm`.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
