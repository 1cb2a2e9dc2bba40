//! `tools.wasm`: the module that is fetched when a document is faulty. Its exports are those of
//! `checked_article::embed`.

pub use checked_article::embed;

/// As in `reader.wasm`.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}
