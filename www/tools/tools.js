/**
 * What few readers need, fetched when it is: the wording of what is wrong in a document.
 */
import { faults, imports, start } from "tools-glue";

const response = await fetch(new URL("tools_bg.wasm", import.meta.url), { credentials: "same-origin" });
if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
const bytes = new Response(response.body, { headers: { "content-type": "application/wasm" } });
start((await WebAssembly.instantiateStreaming(bytes, imports())).instance);

export { faults };
