/** Whether the page's policy lets a module of WebAssembly be compiled as it arrives, as ours is; here the smallest there is. */
const smallest = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
WebAssembly.compileStreaming(new Response(smallest, { headers: { "content-type": "application/wasm" } })).then(
  () => (window.wasmAllowed = true),
  () => (window.wasmAllowed = false),
);
