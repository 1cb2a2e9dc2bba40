/**
 * Where the words that a document speaks of stand in its article as it is now, for an article that was edited; and links
 * to its passages.
 */
import * as glue from "anchors-glue";
import * as files from "../files/beside.js";
import { startModule } from "./module.js";

const started = startModule(files.anchors, glue);

/** Milliseconds of work before the page has its turn: a quarter of a frame. */
const SLICE = 4;
/** Milliseconds after which a busy page gives a turn all the same. */
const PATIENCE = 200;

/** When the page has time. */
const idle = () =>
  new Promise((resolve) => (globalThis.requestIdleCallback ? requestIdleCallback(resolve, { timeout: PATIENCE }) : setTimeout(resolve)));

/**
 * What became of every target of `document`, a document with its scale in it: one entry each,
 * `{id, part?, status, start?, end?, confidence?, changes?, candidates?, lookalike?, words?}`. Places are
 * `[block, byte offset in the UTF-8 of its plain text]`.
 */
export async function place(document) {
  await started;
  const placing = new glue.Placing(document);
  let done;
  do {
    await idle();
    const end = performance.now() + SLICE;
    do done = placing.step(1);
    while (!done && performance.now() < end);
  } while (!done);
  return JSON.parse(placing.finish());
}

/**
 * The text directive (`text=…`) that leads to the passage between two places, as `place` gives them, and to no other;
 * nothing where there is none. `from` is a document or the plain texts of its blocks.
 */
export async function textFragment(from, start, end) {
  await started;
  return glue.textFragment(from, [...start, ...end]);
}
