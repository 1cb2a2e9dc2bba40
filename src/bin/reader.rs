//! `reader.wasm`: the module that the custom element loads. Its exports are those of `checked_article::embed`.

pub use checked_article::embed;

fn main() {}
