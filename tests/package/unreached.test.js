/** What becomes of functions to which nothing comes: traps, and what only they called can go. */
import assert from "node:assert/strict";
import test from "node:test";
import { withoutUnreached } from "../../tools/unreached.js";
import { assembled, exportsOf } from "./assembled.js";

const MODULE = assembled(`(module
  (import "app" "now" (func $"<app[0123456789abcdef]::Date>::now" (result f64)))
  (func $"<app[0123456789abcdef]::Portal>::attach" (result i32) (i32.const 7))
  (func $"<app[0123456789abcdef]::Tag>::attach" (result i32) (i32.const 8))
  (func (export "draw") (param $kind i32) (result i32)
    (if (result i32) (local.get $kind)
      (then (call $"<app[0123456789abcdef]::Portal>::attach"))
      (else (call $"<app[0123456789abcdef]::Tag>::attach"))))
  (func (export "late") (result i32) (f64.ge (call $"<app[0123456789abcdef]::Date>::now") (f64.const 16))))`);
const unreached = [/^<app::Portal>::attach$/];
const clock = /^<app::Date>::now$/;
const running = { app: { now: () => 17 } };

test("a function that is named becomes a trap, and the rest does what it did", () => {
  const before = exportsOf(MODULE, running);
  assert.deepEqual([before.draw(0), before.draw(1)], [8, 7]);
  const { draw } = exportsOf(withoutUnreached(MODULE, { unreached, clock }), running);
  assert.equal(draw(0), 8);
  assert.throws(() => draw(1), WebAssembly.RuntimeError);
});

test("the clock stands still, so that nothing pauses", () => {
  assert.equal(exportsOf(MODULE, running).late(), 1);
  assert.equal(exportsOf(withoutUnreached(MODULE, { unreached, clock }), running).late(), 0);
});

test("a function that is not there is told, and so is a clock", () => {
  assert.throws(() => withoutUnreached(MODULE, { unreached: [/^<app::Raw>::attach$/], clock }), /no function is named like .*Raw/);
  assert.throws(() => withoutUnreached(MODULE, { unreached, clock: /^<app::Day>::now$/ }), /no function is named like .*Day/);
});
