/**
 * What comes over the network, and what is said when it does not come or is something else.
 */

import * as files from "../files/beside.js";

/** A reason why an article is not drawn; `code` is what a page can act on. */
export class Failure extends Error {
  constructor(code, message, faults) {
    super(message);
    this.code = code;
    this.faults = faults;
  }
}

/** How long a document may be, in bytes as sent by the server before compression: fifty times a large one. */
const LIMIT = 10_000_000;

/** The document: an object as it is, or the JSON of an answer. */
export async function readDocument(source) {
  let response;
  try {
    response = await source;
  } catch (error) {
    throw new Failure("document-unavailable", String(error));
  }
  // Through JSON, so that what the module reads is plain data: an exception of a getter would leave it unusable.
  if (!(response instanceof Response)) {
    try {
      return withScale(JSON.parse(JSON.stringify(response)));
    } catch (error) {
      throw new Failure("document-not-json", error.message);
    }
  }
  if (!response.ok) throw new Failure("document-unavailable", `${response.url}: HTTP ${response.status}`);
  const text = await textOf(response);
  try {
    return withScale(JSON.parse(text));
  } catch (error) {
    const type = response.headers.get("content-type") ?? "no content type";
    throw new Failure("document-not-json", `${response.url} (${type}): ${error.message}`);
  }
}

/** The text of an answer, as it comes, and not beyond the limit: some answers never end. */
async function textOf(response) {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  const reader = response.body.getReader();
  try {
    for (let piece; !(piece = await reader.read()).done; ) {
      bytes += piece.value.length;
      if (bytes > LIMIT) throw new Failure("document-too-large", `${response.url} is longer than ${LIMIT} bytes`);
      text += decoder.decode(piece.value, { stream: true });
    }
  } catch (error) {
    reader.cancel().catch(() => {});
    throw error instanceof Failure ? error : new Failure("document-unavailable", `${response.url}: ${error}`);
  }
  return text + decoder.decode();
}

/** A document that names a preset scale, with that scale in place of its name; a name that is none is told as a fault. */
async function withScale(found) {
  if (typeof found?.scale === "string") {
    try {
      const preset = await files.scale(found.scale);
      if (preset.ok) found.scale = await preset.json();
    } catch {}
  }
  return found;
}

/** Compiles the module while it arrives, and starts it. */
export async function startModule(glue, download) {
  const violations = [];
  const note = (event) => event.blockedURI === "wasm-eval" && violations.push(event.effectiveDirective);
  document.addEventListener("securitypolicyviolation", note);
  try {
    const response = await download;
    if (!response.ok) throw new Failure("runtime-unavailable", `${response.url}: HTTP ${response.status}`);
    // A server that does not know the type must not cost the stream: the bytes decide, not their label.
    const bytes = new Response(response.body, { headers: { "content-type": "application/wasm" } });
    const { instance } = await WebAssembly.instantiateStreaming(bytes, glue.imports());
    glue.start(instance);
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (violations.length || (error instanceof WebAssembly.CompileError && /security|csp|unsafe-eval/i.test(error.message))) {
      const where = violations[0] ? `by ${violations[0]}` : "probably by script-src";
      throw new Failure("wasm-blocked", `WebAssembly is refused ${where} of the page's Content-Security-Policy: 'wasm-unsafe-eval' is missing. ${error.message}`);
    }
    throw new Failure("runtime-unavailable", String(error));
  } finally {
    document.removeEventListener("securitypolicyviolation", note);
  }
}
