/**
 * Takes out of the reader's module what no article comes to.
 *
 * Yew draws whatever an app may have, and a compiler cannot know which of it this one never has: there is a branch for
 * every kind of node. Here the functions to which those branches lead become traps, and `wasm-opt` leaves out all that they
 * called. `clippy.toml` refuses what would lead to them, and the end-to-end tests drive the module that lacks them.
 */
import { CODE, bytes, eachFunction, list, parse, sized } from "./wasm.js";

/**
 * The functions by their names without hashes. No small ones: of two that happen to be the same the compiler makes one, and
 * calls it by either's name.
 */
const UNREACHED = [
  // HTML as text, nodes that are drawn elsewhere, and what is shown while others wait.
  /^<yew::virtual_dom::(vraw::VRaw|vportal::VPortal|vsuspense::VSuspense) as .*Reconcilable>::attach$/,
  /^<alloc::rc::Rc<yew::virtual_dom::(vportal::VPortal|vsuspense::VSuspense)> as .*>::unwrap_or_clone$/,
  /^<yew::dom_bundle::braw::BRaw>::detach_bundle$/,
  /^<yew::html::component::scope::AnyScope>::find_parent_scope::<.*BaseSuspense>$/,
  // Attributes that are added to a finished node: the pen collects them before.
  /^<indexmap::map::IndexMap<.*AttributeOrProperty>>::get_index_of::/,
  // Listeners of nodes: the element has an ear of its own (`src/widget/hand.rs`).
  /^<yew::dom_bundle::btag::listeners::ListenerRegistration>::register$/,
  /^<yew::dom_bundle::btag::listeners::Registry>::unregister$/,
  /^<yew::dom_bundle::subtree_root::BSubtree>::ensure_handled$/,
  /^<yew::dom_bundle::subtree_root::SubtreeData>::add_listener(::|$)/,
  /^<yew::dom_bundle::subtree_root::EventDescriptor as core::clone::Clone>::clone$/,
  /^<std::collections::hash::map::HashMap<yew::dom_bundle::subtree_root::EventDescriptor, .*>::entry$/,
  // What goes on after a pause: there are none (below).
  /^<<yew::scheduler::arch::run_scheduler::\{closure#2\} as .*into_fn_mut::\{closure#0\}$/,
];

/**
 * The clock, by which Yew pauses when drawing took 16 ms, before what follows on it. To a slow processor that would mean to
 * lay an article out twice and to show it without its marks meanwhile, and a card where it does not belong. So it stands still.
 */
const CLOCK = /^<js_sys::Date>::now::__wbg_now_[0-9a-f]+$/;

const CALL = 0x10;
/** A body without variables, whose one instruction traps. */
const TRAP = bytes(0, 0, 0x0b);
/** `f64.const 0` */
const STILL = bytes(0x44, 0, 0, 0, 0, 0, 0, 0, 0);

/** `wasm`, which still has its names, with traps in place of those functions and a clock that stands still; each has to be there. */
export function withoutUnreached(wasm, { unreached = UNREACHED, clock = CLOCK } = {}) {
  const module = parse(wasm);
  const missing = new Set([...unreached, clock]);
  const is = (pattern, index) => {
    const name = module.names.get(index)?.replace(/\[[0-9a-f]{16}\]/g, "") ?? "";
    return pattern.test(name) && (missing.delete(pattern), true);
  };
  const still = ([start, end]) => {
    const pieces = [];
    let done = start;
    eachFunction(wasm, [start, end], (called, from, to) => {
      // With the instruction before it, which calls.
      if (wasm[from - 1] !== CALL || !is(clock, called)) return;
      pieces.push(wasm.subarray(done, from - 1), STILL);
      done = to;
    });
    return Buffer.concat([...pieces, wasm.subarray(done, end)]);
  };
  // All are asked, so that each that is there is found.
  const isUnreached = (index) => unreached.filter((pattern) => is(pattern, index)).length > 0;
  const bodies = module.bodies.map((body, at) => (isUnreached(at + module.imports.length) ? TRAP : still(body)));
  if (missing.size) throw new Error(`The module has changed: no function is named like ${[...missing].join(", ")}`);
  return module.written({ [CODE]: list(bodies.map(sized)) }, { custom: true });
}
