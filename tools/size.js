/**
 * What a reader downloads, and whether it is too much: raw, gzip and brotli bytes of every file in the built `dist`.
 * The budgets are exact: a build over them fails.
 */
import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const dist = process.argv[2] ?? "dist";
const files = ["checked-article.js", "runtime.js", "reader_bg.wasm", "checked-article.css"];
/**
 * Bytes, brotli at its highest quality; wasm-bindgen's glue is inside the runtime. The gate stands where the views, the map,
 * the languages and the painter of the page's own article have brought it, so that nothing more is added: it is to come
 * down to 59,000 again (React with ReactDOM alone weighs 59,300).
 */
const budgets = { "checked-article.js": 1_750, "checked-article.css": 4_810, total: 80_150 };

/**
 * What is fetched when it is needed: for `quotes="find"`, for an edited article, for a faulty document. 30,000 is the wish for
 * the finder; anchors reads a whole document and holds 5,120 bytes of words that could be taken for slips.
 */
const modules = { finder: 33_800, anchors: 44_900, faults: 17_800 };

function sizeOf(file) {
  const bytes = readFileSync(`${dist}/${file}`);
  return [file, bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
}

const sizes = files.map(sizeOf);
const total = sizes.reduce((sum, row) => sum.map((size, column) => size + row[column + 1]), [0, 0, 0]);
const rows = [...sizes, ["total", ...total]];

console.log("file                     raw     gzip   brotli   budget");
let over = 0;
for (const [file, raw, gzip, brotli] of rows) {
  const budget = budgets[file];
  const line = [raw, gzip, brotli].map((size) => String(size).padStart(9)).join("");
  console.log(file.padEnd(20) + line + String(budget ?? "").padStart(9) + (brotli > budget ? "  OVER" : ""));
  over += brotli > budget;
}
console.log("\nmodules that few readers need, each with its script");
let together = 0;
for (const [name, budget] of Object.entries(modules)) {
  const brotli = [`${name}.js`, `${name}_bg.wasm`].reduce((sum, file) => sum + sizeOf(file)[3], 0);
  console.log(name.padEnd(38) + String(brotli).padStart(9) + String(budget).padStart(9) + (brotli > budget ? "  OVER" : ""));
  together += brotli;
  over += brotli > budget;
}
console.log("together".padEnd(38) + String(together).padStart(9));
console.log("\nfetched when used: sharing, and the words of a language");
for (const file of ["share.js", ...readdirSync(`${dist}/messages`).map((name) => `messages/${name}`)]) {
  console.log(file.padEnd(38) + String(sizeOf(file)[3]).padStart(9));
}
process.exitCode = over ? 1 : 0;
