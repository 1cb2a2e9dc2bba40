/**
 * What a reader downloads, and whether it is too much: raw, gzip and brotli bytes of every file in the built `dist`.
 * The budgets are exact: a build over them fails.
 */
import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const dist = process.argv[2] ?? "dist";
const files = ["checked-article.js", "runtime.js", "reader_bg.wasm", "checked-article.css"];
/**
 * Bytes, brotli at its highest quality; wasm-bindgen's glue is inside the runtime. The total is to come down further, to
 * 59,000 (React with ReactDOM alone weighs 59,300).
 */
const budgets = { "checked-article.js": 2_000, "checked-article.css": 5_000, total: 70_000 };

const sizes = files.map((file) => {
  const bytes = readFileSync(`${dist}/${file}`);
  return [file, bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
});
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
// Few readers fetch these: for a faulty document, or `quotes="find"`.
const tools = ["tools.js", "tools_bg.wasm"].map((file) => brotliCompressSync(readFileSync(`${dist}/${file}`)).length);
console.log(`tools, when asked for: ${tools[0] + tools[1]} brotli`);
process.exitCode = over ? 1 : 0;
