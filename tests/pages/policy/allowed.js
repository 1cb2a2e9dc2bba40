/** Whether the page's policy lets WebAssembly run; here the smallest module there is. */
WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
  () => (window.wasmAllowed = true),
  () => (window.wasmAllowed = false),
);
