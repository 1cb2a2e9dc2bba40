/** Modules to try the build's tools on, from their text. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The module that `source` says in WebAssembly's text format, with its names. */
export function assembled(source) {
  const folder = mkdtempSync(join(tmpdir(), "module-"));
  try {
    const [text, module] = ["module.wat", "module.wasm"].map((name) => join(folder, name));
    writeFileSync(text, source);
    execFileSync(join(import.meta.dirname, "../../tools/node_modules/.bin/wasm-opt"), [text, "--all-features", "--debuginfo", "-o", module]);
    return readFileSync(module);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a module exports, given what it imports. */
export const exportsOf = (wasm, imports) => new WebAssembly.Instance(new WebAssembly.Module(wasm), imports).exports;
