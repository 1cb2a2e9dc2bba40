/**
 * Starts one of the modules that few readers need, from the file that lies beside its script.
 */

/** What the module was built with hashes to; put in by tools/bundle.js. */
const integrity = typeof INTEGRITY === "undefined" ? "" : INTEGRITY;

/** Fetches the module `name`, compiles it while it arrives, and starts it with its glue. */
export async function startModule(name, { imports, start }) {
  const response = await fetch(new URL(`${name}_bg.wasm`, import.meta.url), { credentials: "same-origin", integrity });
  if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
  const bytes = new Response(response.body, { headers: { "content-type": "application/wasm" } });
  start((await WebAssembly.instantiateStreaming(bytes, imports())).instance);
}
