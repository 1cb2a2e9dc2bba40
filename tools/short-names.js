/**
 * Shortens the names by which the module and its glue know each other.
 *
 * wasm-bindgen ends each name in a hash, and a hash does not compress: 125 imports cost a reader 3.3 kB twice over, in
 * the module and in the glue.
 */

import { bytes, leb, section, text } from "./wasm.js";

const [IMPORTS, EXPORTS] = [2, 7];
const FUNCTION = 0;

/** `wasm` with the names of its imports and exports replaced by those in `names`, and their module by `module`. */
export function renamed(wasm, names, module) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  const name = () => {
    const length = number();
    return wasm.toString("utf8", at, (at += length));
  };
  const sections = [wasm.subarray(0, at)];
  while (at < wasm.length) {
    const id = wasm[at++];
    const size = number();
    const end = at + size;
    if (id !== IMPORTS && id !== EXPORTS) {
      sections.push(section(id, wasm.subarray(at, end)));
      at = end;
      continue;
    }
    const count = number();
    const entries = [bytes(...leb(count))];
    for (let entry = 0; entry < count; entry++) {
      if (id === IMPORTS) {
        name();
        entries.push(text(module));
      }
      const old = name();
      entries.push(text(names[old] || old));
      const start = at;
      const kind = wasm[at++];
      if (id === IMPORTS && kind !== FUNCTION) throw new Error(`the module imports ${old}, which is no function: teach short-names.js its shape`);
      number();
      entries.push(wasm.subarray(start, at));
    }
    sections.push(section(id, Buffer.concat(entries)));
  }
  return Buffer.concat(sections);
}
