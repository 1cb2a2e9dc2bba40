/**
 * Takes out of the reader's module what no article comes to.
 *
 * Yew draws whatever an app may have, and a compiler cannot know which of it this one never has: there is a branch for
 * every kind of node. Here the functions to which those branches lead become traps, and `wasm-opt` leaves out all that they
 * called. `clippy.toml` refuses what would lead to them, and the end-to-end tests drive the module that lacks them.
 */
import { CODE, bytes, list, parse, sized } from "./wasm.js";

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
];

/** A body without variables, whose one instruction traps. */
const TRAP = bytes(0, 0, 0x0b);

/** `wasm`, which still has its names, with traps in place of those functions; each has to be there. */
export function withoutUnreached(wasm, unreached = UNREACHED) {
  const module = parse(wasm);
  const missing = new Set(unreached);
  const isUnreached = (index) => {
    const name = module.names.get(index)?.replace(/\[[0-9a-f]{16}\]/g, "") ?? "";
    const found = unreached.filter((pattern) => pattern.test(name));
    for (const pattern of found) missing.delete(pattern);
    return found.length > 0;
  };
  const bodies = module.bodies.map(([start, end], at) => (isUnreached(at + module.imports.length) ? TRAP : wasm.subarray(start, end)));
  if (missing.size) throw new Error(`The module has changed: no function is named like ${[...missing].join(", ")}`);
  return module.written({ [CODE]: list(bodies.map(sized)) }, { custom: true });
}
