/**
 * Starts one of the modules that few readers need, from the file that lies beside its script.
 */

/**
 * Fetches a module, compiles it while it arrives, and starts it with its glue. Whoever calls into the module waits for that:
 * where a script waits itself, WebKit hands it to the second who imports it meanwhile before it is done.
 */
export async function startModule(ask, { imports, start }) {
  const response = await ask();
  if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
  const bytes = new Response(response.body, { headers: { "content-type": "application/wasm" } });
  start((await WebAssembly.instantiateStreaming(bytes, imports())).instance);
}
