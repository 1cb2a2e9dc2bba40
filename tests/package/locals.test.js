/** What becomes of a module whose functions number their variables otherwise: it does what it did, and functions that are alike look alike. */
import assert from "node:assert/strict";
import test from "node:test";
import { renumbered } from "../../tools/locals.js";
import { parse } from "../../tools/wasm.js";
import { assembled, exportsOf } from "./assembled.js";

/** A function with two variables of one type, one of another, and a parameter. */
const worked = (name, sum, product) => `(func (export "${name}") (param $given i32) (result i32)
  (local $0 i32) (local $1 i32) (local $long i64)
  (local.set $${sum} (i32.add (local.get $given) (i32.const 5)))
  (local.set $${product} (i32.mul (local.get $${sum}) (i32.const 3)))
  (local.set $long (i64.extend_i32_u (local.get $${product})))
  (i32.sub (i32.wrap_i64 (local.get $long)) (local.get $${sum})))`;

test("a module does the same, whatever its variables' numbers, and what is alike has the same ones", () => {
  const names = ["one", "two", "three", "other"];
  const whole = assembled(`(module ${names.map((name) => (name === "other" ? worked(name, 1, 0) : worked(name, 0, 1))).join("\n")})`);
  const better = renumbered(whole);
  const kinds = (wasm) => new Set(parse(wasm).bodies.map(([start, end]) => wasm.toString("hex", start, end))).size;
  assert.deepEqual([kinds(whole), kinds(better)], [2, 1]);
  for (const module of [whole, better]) for (const name of names) assert.equal(exportsOf(module)[name](10), 45 - 15);
});
