/**
 * Quotations that nobody wrote down: fetched when a page asks for them.
 */
import * as glue from "finder-glue";
import * as files from "../files/beside.js";
import { startModule } from "./module.js";

const started = startModule(files.finder, glue);
// Told where it is waited for, which it is not for a document that has quotations.
started.catch(() => {});

/** The document `found` with the quotations in its text, where it has none. */
export async function quoted(found) {
  if (found.quotes?.length || !Array.isArray(found.article?.body)) return found;
  await started;
  const { people, quotes } = JSON.parse(glue.find(plainText(found.article.body), found.article.inLanguage ?? "en"));
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
