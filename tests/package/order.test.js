/** What becomes of a module whose functions are put in another order: it does what it did. */
import assert from "node:assert/strict";
import test from "node:test";
import { ordered } from "../../tools/order.js";
import { assembled } from "./assembled.js";

/** Functions that call each other by number and through a table, one that starts the module, and one that nothing calls. */
const TEXT = `(module
  (type $one (func (param i32) (result i32)))
  (import "page" "told" (func $told (param i32)))
  (memory (export "memory") 1)
  (global $count (mut i32) (i32.const 0))
  (table 2 2 funcref)
  (elem (i32.const 0) func $tripled $halved)
  (data (i32.const 8) "\\2a")
  (func $unused (param i32) (result i32) (i32.mul (local.get 0) (i32.const 77)))
  (func $deep (param i32) (result i32) (i32.add
    (call_indirect (type $one) (local.get 0) (i32.const 0))
    (call_indirect (type $one) (local.get 0) (i32.const 1))))
  (func $tripled (param i32) (result i32) (i32.mul (local.get 0) (i32.const 3)))
  (func $halved (param i32) (result i32) (i32.div_u (local.get 0) (i32.const 2)))
  (func $counted (global.set $count (i32.add (global.get $count) (i32.const 1))))
  (start $counted)
  (func (export "ask") (param i32) (result i32) (call $counted) (call $told (local.get 0))
    (i32.add (call $deep (local.get 0)) (i32.load8_u (i32.const 8))))
  (func (export "count") (result i32) (global.get $count)))`;

test("a module does the same, whatever the order of its functions, and goes without what nothing calls", () => {
  const whole = assembled(TEXT);
  const other = ordered(whole);
  for (const module of [whole, other]) {
    const told = [];
    const { ask, count } = new WebAssembly.Instance(new WebAssembly.Module(module), { page: { told: (what) => told.push(what) } }).exports;
    assert.equal(ask(10), 30 + 5 + 42);
    assert.equal(count(), 2);
    assert.deepEqual(told, [10]);
  }
  const holds = (module) => module.includes(Buffer.from([0x41, 77 | 0x80, 0, 0x6c]));
  assert.deepEqual([holds(whole), holds(other)], [true, false]);
});
