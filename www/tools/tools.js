/**
 * What few readers need, fetched when it is: the wording of what is wrong in a document, and quotations that nobody wrote
 * down.
 */
import { faults, find, imports, start } from "tools-glue";
import { documentOf } from "./content.js";

// What the module was built with hashes to is put in by tools/bundle.js.
const integrity = typeof INTEGRITY === "undefined" ? "" : INTEGRITY;
const response = await fetch(new URL("tools_bg.wasm", import.meta.url), { credentials: "same-origin", integrity });
if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
const bytes = new Response(response.body, { headers: { "content-type": "application/wasm" } });
start((await WebAssembly.instantiateStreaming(bytes, imports())).instance);

export { faults };

/** The document `from`, or the one that the words in the element `from` make, with the quotations found in its text. */
export function quoted(from) {
  const found = from instanceof Element ? documentOf(from) : from;
  if (found.quotes?.length || !Array.isArray(found.article?.body)) return found;
  const { people, quotes } = JSON.parse(find(plainText(found.article.body), found.article.inLanguage ?? "en"));
  // What the editor wrote keeps its ids.
  const own = (id) => `found-${id}`;
  for (const quote of quotes) {
    quote.id = own(quote.id);
    if (quote.speaker.person) quote.speaker.person = own(quote.speaker.person);
  }
  return { ...found, people: [...(found.people ?? []), ...people.map((person) => ({ ...person, id: own(person.id) }))], quotes };
}

/** The words of a body, a line a text block: what the finder reads. */
function plainText(body) {
  const words = (content) =>
    typeof content === "string" ? content : Array.isArray(content) ? content.map(words).join("") : content?.type === "lineBreak" ? " " : words(content?.content ?? "");
  const lines = (block) =>
    typeof block === "string" ? [block] : [block?.content, block?.items, block?.cite, block?.caption].flatMap((part) => (block.type === "list" || block.type === "blockquote") && Array.isArray(part) ? part : part ? [part] : []);
  return body.flatMap(lines).map((line) => words(line).replaceAll("\n", " ")).join("\n");
}
