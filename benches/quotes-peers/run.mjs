/**
 * How long the finder takes in WebAssembly, beside the packages of npm that find quotations, over the same article: in
 * Node, and in a page of headless Chromium with the same module.
 *
 *     node run.mjs DIRECTORY-OF-FINDER
 *
 * DIRECTORY-OF-FINDER holds wasm-bindgen's `finder.js` and `finder_bg.wasm` (docs/quotations.md says how they are built).
 * `CHROMIUM` names another browser program.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import nlp from "compromise";
import { build } from "esbuild";
import quoteParser from "quote-parser";
import { rows } from "./measure.mjs";

const directory = resolve(process.argv[2] ?? ".");
const seed = readFileSync(new URL("../../seeds/000_b83a25d2751925c2.txt", import.meta.url), "utf8");

async function inNode() {
  const finder = await import(pathToFileURL(`${directory}/finder.js`));
  finder.initSync({ module: readFileSync(`${directory}/finder_bg.wasm`) });
  return rows(seed, finder, nlp, quoteParser);
}

/** What the page posts. */
async function inChromium() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("page.mjs", import.meta.url))],
    bundle: true,
    format: "esm",
    external: ["/finder.js"],
    write: false,
  });
  const files = {
    "/": ["text/html", '<!doctype html><title>quotations</title><script type="module" src="/page.js"></script>'],
    "/page.js": ["text/javascript", outputFiles[0].text],
    "/finder.js": ["text/javascript", readFileSync(`${directory}/finder.js`)],
    "/finder_bg.wasm": ["application/wasm", readFileSync(`${directory}/finder_bg.wasm`)],
    "/seed.txt": ["text/plain; charset=utf-8", seed],
  };
  const profile = mkdtempSync(join(tmpdir(), "quotes-peers-"));
  let chromium;
  const server = createServer();
  try {
    const posted = new Promise((answer) => {
      server.on("request", async (request, response) => {
        if (request.method === "POST") {
          let body = "";
          for await (const part of request) body += part;
          response.end();
          answer(JSON.parse(body));
          return;
        }
        const [type, content] = files[request.url] ?? ["text/plain", ""];
        // Isolated, a page's clock is as fine as 5 µs.
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
        response.setHeader("Content-Type", type);
        response.end(content);
      });
    });
    await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
    const url = `http://127.0.0.1:${server.address().port}/`;
    const options = ["--headless=new", "--no-sandbox", "--disable-gpu", `--user-data-dir=${profile}`, url];
    chromium = spawn(process.env.CHROMIUM ?? "chromium", options, { stdio: "ignore" });
    const failed = new Promise((_, fail) => chromium.on("error", fail));
    const result = await Promise.race([posted, failed]);
    if (result.fault) throw new Error(result.fault);
    return result;
  } finally {
    const ended = chromium && new Promise((done) => chromium.on("exit", done));
    chromium?.kill();
    await ended;
    server.close();
    server.closeAllConnections();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const [node, { browser, rows: page }] = [await inNode(), await inChromium()];
console.log(`median, µs a call; ×: times checked-article. Node ${process.version} | ${browser}`);
console.log("finder".padEnd(24) + ["bytes", "found", "Node", "×", "Chromium", "×"].map((name) => name.padStart(10)).join(""));
const ours = (table, row) => table.find((other) => other.length === row.length).time;
for (const [index, row] of node.entries()) {
  const here = page[index];
  const times = [row.time.toFixed(0), (row.time / ours(node, row)).toFixed(1)];
  const there = [here.time.toFixed(0), (here.time / ours(page, here)).toFixed(1)];
  const cells = [row.length, row.quotations === here.quotations ? row.quotations : `${row.quotations}/${here.quotations}`];
  console.log(row.name.padEnd(24) + [...cells, ...times, ...there].map((cell) => String(cell).padStart(10)).join(""));
}
