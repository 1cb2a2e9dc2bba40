/**
 * Puts a module's functions in an order in which they compress better: each is followed by the one that is most like it.
 * Compilers write them in the order of their numbers, which says nothing of likeness; here the numbers change with the
 * places. Functions that nothing calls are left out, and so are names.
 */
import { CODE, ELEMENTS, EXPORTS, FUNCTION, FUNCTIONS, START, bytes, eachFunction, leb, list, parse, sized, text } from "./wasm.js";

/** `wasm` in that order. */
export function ordered(wasm) {
  const module = parse(wasm);
  const first = module.imports.length;
  const order = chain(alive(module).map((index) => content(module, index)));
  const numbers = new Map(order.map(({ index }, at) => [index, first + at]));
  const renumbered = (index) => (index < first ? index : numbers.get(index));
  return module.written({
    [FUNCTIONS]: list(order.map(({ index }) => bytes(...leb(module.types[index])))),
    [EXPORTS]: list(module.exports.map(([name, kind, index]) => Buffer.concat([text(name), bytes(kind, ...leb(kind === FUNCTION ? renumbered(index) : index))]))),
    [START]: module.start === undefined ? undefined : bytes(...leb(renumbered(module.start))),
    [ELEMENTS]: list(module.segments.map(({ head, functions }) => Buffer.concat([head, bytes(...leb(functions.length), ...functions.flatMap((index) => leb(renumbered(index))))]))),
    [CODE]: list(order.map(({ index }) => sized(module.body(index, renumbered)))),
  });
}

/** The numbers of all functions of its own that may be called. */
function alive({ wasm, imports, bodies, roots, elements }) {
  const seen = new Set();
  for (const todo = [...roots, ...elements]; todo.length; ) {
    const index = todo.pop();
    if (seen.has(index) || index < imports.length) continue;
    seen.add(index);
    eachFunction(wasm, bodies[index - imports.length], (called) => todo.push(called));
  }
  return [...seen].sort((a, b) => a - b);
}

/** How many bytes in a row count as one thing that two functions have in common. */
const RUN = 3;

/** What there is in a function to compare. */
function content(module, index) {
  const [start, end] = module.bodies[index - module.imports.length];
  const runs = new Set();
  for (let at = start; at + RUN <= end; at++) runs.add(module.wasm.readUIntBE(at, RUN));
  return { index, length: end - start, runs };
}

/** From the shortest on, always the one that has most in common with the last for what it brings itself. */
function chain(functions) {
  const having = new Map();
  for (const one of functions) for (const run of one.runs) having.set(run, [...(having.get(run) ?? []), one]);
  const left = new Set(functions);
  const ordered = [];
  let next = functions.reduce((least, one) => (one.length < least.length ? one : least));
  while (next) {
    ordered.push(next);
    left.delete(next);
    const common = new Map();
    for (const run of next.runs) for (const one of having.get(run)) if (left.has(one)) common.set(one, (common.get(one) ?? 0) + 1);
    const likeness = (one) => (common.get(one) ?? 0) / Math.sqrt(one.runs.size + 1);
    next = undefined;
    for (const one of left) if (!next || likeness(one) > likeness(next)) next = one;
  }
  return ordered;
}
