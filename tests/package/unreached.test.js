/** What becomes of functions to which nothing comes: traps, and what only they called can go. */
import assert from "node:assert/strict";
import test from "node:test";
import { withoutUnreached } from "../../tools/unreached.js";
import { assembled, exportsOf } from "./assembled.js";

const MODULE = assembled(`(module
  (func $"<app[0123456789abcdef]::Portal>::attach" (result i32) (i32.const 7))
  (func $"<app[0123456789abcdef]::Tag>::attach" (result i32) (i32.const 8))
  (func (export "draw") (param $kind i32) (result i32)
    (if (result i32) (local.get $kind)
      (then (call $"<app[0123456789abcdef]::Portal>::attach"))
      (else (call $"<app[0123456789abcdef]::Tag>::attach")))))`);

test("a function that is named becomes a trap, and the rest does what it did", () => {
  assert.deepEqual([exportsOf(MODULE).draw(0), exportsOf(MODULE).draw(1)], [8, 7]);
  const { draw } = exportsOf(withoutUnreached(MODULE, [/^<app::Portal>::attach$/]));
  assert.equal(draw(0), 8);
  assert.throws(() => draw(1), WebAssembly.RuntimeError);
});

test("a function that is not there is told", () => {
  assert.throws(() => withoutUnreached(MODULE, [/^<app::Raw>::attach$/]), /no function is named like .*Raw/);
});
