/**
 * Numbers the variables of a module's functions so that they compress better.
 *
 * Which of two variables of one type is number 4 and which 5 is all the same to a function, but not to a compressor that
 * has just read a function that is like it. Here two change their numbers wherever that makes the function more like all
 * others: as a compressor does, each byte is foretold by those before it.
 */
import { CODE, list, parse, sized } from "./wasm.js";

/** How many bytes foretell the next one, at most. */
const LONGEST = 4;
/** How often all functions are gone through: the second time gains a third of what the first does. */
const ROUNDS = 2;
/** What a change has to gain, in bits. */
const LEAST = 0.01;
/** How many places the tables have: some counts share one, which only makes a guess worse. */
const PLACES = 1 << 22;

/** `wasm` with the variables so numbered. */
export function renumbered(wasm) {
  const module = parse(wasm);
  const functions = module.bodies.map((_, at) => module.variables(at + module.imports.length));
  const seen = new Seen();
  for (const { body } of functions) seen.count(body, 1);
  for (let round = 0; round < ROUNDS; round++) {
    for (const one of functions) {
      // It must not foretell itself.
      seen.count(one.body, -1);
      improve(one, seen);
      seen.count(one.body, 1);
    }
  }
  return module.written({ [CODE]: list(functions.map(({ body }) => sized(body))) });
}

/** Lets variables of a function change their numbers as long as it gains. */
function improve({ body, variables }, seen) {
  const foretold = new Map(variables.map((one) => [one, foretoldBy(one.places, body.length)]));
  for (let gains = true; gains; ) {
    gains = false;
    for (const [at, one] of variables.entries()) {
      for (const other of variables.slice(at + 1)) {
        if (one.type !== other.type) continue;
        const [these, others] = [foretold.get(one), foretold.get(other)];
        const all = [...these, ...[...others].filter((place) => !these.has(place))];
        const before = seen.cost(body, all);
        change(body, one, other);
        if (seen.cost(body, all) < before - LEAST) gains = true;
        else change(body, one, other);
      }
    }
  }
}

function change(body, one, other) {
  [one.number, other.number] = [other.number, one.number];
  for (const { number, places } of [one, other]) for (const place of places) body[place] = number;
}

/** Some places, and those that they help to foretell. */
function foretoldBy(places, end) {
  const all = new Set();
  for (const place of places) for (let at = place; at <= place + LONGEST && at < end; at++) all.add(at);
  return all;
}

/** How often which byte came after which. */
class Seen {
  #contexts = new Uint32Array(PLACES);
  #bytes = new Uint32Array(PLACES);

  /** Counts a body in, or out again. */
  count(body, by) {
    for (let place = 0; place < body.length; place++) {
      for (let length = 1, context = 0; length <= LONGEST; length++) {
        context = mixed(context, body[place - length]);
        this.#contexts[context] += by;
        this.#bytes[mixed(context, body[place])] += by;
      }
    }
  }

  /** How many bits the bytes at some places would take: what longer contexts say goes before what shorter ones do. */
  cost(body, places) {
    let bits = 0;
    for (const place of places) {
      let likely = 1 / 64;
      for (let length = 1, context = 0; length <= LONGEST; length++) {
        context = mixed(context, body[place - length]);
        const often = this.#contexts[context];
        if (!often) break;
        likely = (this.#bytes[mixed(context, body[place])] + likely) / (often + 1);
      }
      bits -= Math.log2(likely);
    }
    return bits;
  }
}

/** The place in a table of what stood in another and one more byte, which is nothing before a body's first. */
function mixed(context, byte) {
  const product = Math.imul(context ^ Math.imul((byte ?? -1) + 2, 0x9e3779b1), 0x85ebca6b);
  return (product ^ (product >>> 15)) & (PLACES - 1);
}
