// Places 500 targets in 10,000 words with our resolver, native and in WebAssembly, and with other projects' matchers,
// all in one run, and prints one table. Arguments: the native program and the module files, as LABEL=PATH.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createTextQuoteSelectorMatcher } from "@apache-annotator/dom";
import { toTextPosition } from "dom-anchor-text-quote";
import { JSDOM } from "jsdom";
import { build } from "../../tools/node_modules/esbuild/lib/main.js";

const [native, ...modules] = process.argv.slice(2);
const { targets, edits } = JSON.parse(execFileSync(native, { maxBuffer: 1 << 28 }));

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];

// The median of some runs, in milliseconds, and what the last one answered.
async function measured(runs, work) {
  const times = [];
  let answer;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    answer = await work();
    times.push(performance.now() - start);
  }
  return { time: median(times), answer };
}

// How many answers lie where the words stand: the overlap is at least 0.8 of both stretches together.
function right(answers, places) {
  const fits = (answer, [from, to]) => {
    if (!answer) return false;
    const both = Math.min(answer.end, to) - Math.max(answer.start, from);
    return both >= 0.8 * (Math.max(answer.end, to) - Math.min(answer.start, from));
  };
  return answers.filter((answer, index) => fits(answer, places[index])).length;
}

// A page with a paragraph for each block, and where each of its texts begins.
function page(blocks) {
  const { window } = new JSDOM("<!doctype html><body></body>");
  const { document } = window;
  const starts = new Map();
  let length = 0;
  const add = (parent, words) => {
    const text = parent.appendChild(document.createTextNode(words));
    starts.set(text, length);
    length += words.length;
  };
  blocks.forEach((block, index) => {
    if (index > 0) add(document.body, "\n");
    add(document.body.appendChild(document.createElement("p")), block);
  });
  // Their packages look for these by name.
  Object.assign(globalThis, { document, Node: window.Node, NodeFilter: window.NodeFilter, Range: window.Range });
  return { body: document.body, offset: (node, offset) => starts.get(node) + offset };
}

// Hypothesis' matcher, which no registry has by itself: from the checkout of hypothesis/client that HYPOTHESIS_CLIENT
// names. Without one it is left out.
async function hypothesis() {
  if (!process.env.HYPOTHESIS_CLIENT) return [];
  const { outputFiles } = await build({
    entryPoints: [`${process.env.HYPOTHESIS_CLIENT}/src/annotator/anchoring/match-quote.ts`],
    bundle: true,
    format: "esm",
    write: false,
    nodePaths: [new URL("node_modules", import.meta.url).pathname],
  });
  const { matchQuote } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  const place = (blocks) => {
    const text = blocks.join("\n");
    return () => targets.map(({ exact, prefix, suffix, start }) => matchQuote(text, exact, { prefix, suffix, hint: start }));
  };
  return [{ name: "Hypothesis, its matcher (text alone)", runs: 5, place }];
}

const peers = [
  ...(await hypothesis()),
  {
    name: "dom-anchor-text-quote 4.0.2 (jsdom)",
    runs: 3,
    place(blocks) {
      const { body } = page(blocks);
      return () => targets.map((target) => toTextPosition(body, target, { hint: target.start }));
    },
  },
  {
    name: "@apache-annotator/dom 0.2.0 (jsdom), exact only",
    runs: 1,
    place(blocks) {
      const { body, offset } = page(blocks);
      const first = async (target) => {
        for await (const range of createTextQuoteSelectorMatcher(target)(body)) {
          return {
            start: offset(range.startContainer, range.startOffset),
            end: offset(range.endContainer, range.endOffset),
          };
        }
        return null;
      };
      return async () => {
        const answers = [];
        for (const target of targets) answers.push(await first(target));
        return answers;
      };
    },
  },
];

const rows = [];
for (const [number, edit] of edits.entries()) {
  const row = (name, time, placed) => rows.push({ edit: edit.name, name, time, placed });
  row("ours, native", median(edit.native.times), edit.native.right);
  for (const module of modules) {
    const [label, path] = module.split("=");
    const { instance } = await WebAssembly.instantiate(readFileSync(path));
    instance.exports.prepare(number);
    const { time } = await measured(51, instance.exports.place);
    row(`ours, ${label}`, time, instance.exports.right());
  }
  for (const peer of peers) {
    const { time, answer } = await measured(peer.runs, peer.place(edit.blocks));
    row(peer.name, time, right(answer, edit.places));
  }
}

const processor = readFileSync("/proc/cpuinfo", "utf8").match(/model name\s*: (.*)/)?.[1] ?? process.arch;
console.log(`${targets.length} targets in 10,000 words; medians; Node ${process.version}; ${processor}\n`);
console.log("| article | matcher | ms | against ours in WebAssembly | right place |");
console.log("|---|---|---|---|---|");
for (const { edit, name, time, placed } of rows) {
  const base = rows.find((row) => row.edit === edit && row.name.startsWith("ours, WebAssembly")).time;
  console.log(`| ${edit} | ${name} | ${time.toFixed(1)} | ${(time / base).toFixed(1)} | ${placed} of ${targets.length} |`);
}
