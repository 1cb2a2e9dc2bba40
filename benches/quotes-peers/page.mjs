/** The measurement in a page: `run.mjs` bundles and serves it, and takes what it posts. */
import nlp from "compromise";
import quoteParser from "quote-parser";
import * as finder from "/finder.js";
import { rows } from "./measure.mjs";

try {
  await finder.default({ module_or_path: "/finder_bg.wasm" });
  const seed = await (await fetch("/seed.txt")).text();
  const browser = navigator.userAgent.match(/Chrom\w*\/[\d.]+/)?.[0] ?? navigator.userAgent;
  await fetch("/rows", { method: "POST", body: JSON.stringify({ browser, rows: rows(seed, finder, nlp, quoteParser) }) });
} catch (fault) {
  await fetch("/rows", { method: "POST", body: JSON.stringify({ fault: String(fault) }) });
}
