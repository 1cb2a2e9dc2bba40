/**
 * How long the finder takes in WebAssembly, beside the packages of npm that find quotations, over the same article in
 * the same run. Node runs V8, as Chromium does.
 *
 *     node run.mjs DIRECTORY-OF-FINDER
 *
 * DIRECTORY-OF-FINDER holds wasm-bindgen's `finder.js` and `finder_bg.wasm` (docs/quotations.md says how they are built).
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import nlp from "compromise";
import quoteParser from "quote-parser";

const directory = resolve(process.argv[2] ?? ".");
const finder = await import(pathToFileURL(`${directory}/finder.js`));
finder.initSync({ module: readFileSync(`${directory}/finder_bg.wasm`) });

const seed = readFileSync(new URL("../../seeds/000_b83a25d2751925c2.txt", import.meta.url), "utf8");

/** The seed article cut or repeated to about `length` bytes, whole lines. */
function article(length) {
  const lines = seed.split("\n");
  let text = "";
  for (let index = 0; ; index += 1) {
    const line = `${lines[index % lines.length]}\n`;
    if (text.length + line.length > length) return text;
    text += line;
  }
}

const finders = {
  "checked-article (wasm)": (text) => JSON.parse(finder.find(text, "en")).quotes.length,
  compromise: (text) => nlp(text).quotations().json().length,
  "quote-parser": (text) => quoteParser.parse(text, "en", { minLength: 1 }).length,
};

/** The median time of a call in microseconds, over at least a second of calls, after a warm-up. */
function measure(find, text) {
  const until = (span) => performance.now() + span;
  for (let end = until(500); performance.now() < end; ) find(text);
  const times = [];
  for (let end = until(1000); performance.now() < end || times.length < 5; ) {
    const start = performance.now();
    find(text);
    times.push((performance.now() - start) * 1000);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

const lengths = [1_000, 5_000, 50_000, 200_000, 1_000_000];
console.log(`Node ${process.version}, V8 ${process.versions.v8}; median, µs a call; ×: times checked-article`);
console.log("finder".padEnd(24) + "bytes".padStart(9) + "found".padStart(7) + "µs".padStart(12) + "×".padStart(9));
for (const length of lengths) {
  const text = article(length);
  let ours;
  for (const [name, find] of Object.entries(finders)) {
    // A peer that takes seconds for one call says no more at ten times the length.
    if (ours !== undefined && length > 50_000) continue;
    const time = measure(find, text);
    ours ??= time;
    const row = [text.length, find(text), time.toFixed(0), (time / ours).toFixed(1)];
    console.log(name.padEnd(24) + row.map((cell, i) => String(cell).padStart([9, 7, 12, 9][i])).join(""));
  }
}
