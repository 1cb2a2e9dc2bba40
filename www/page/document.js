/**
 * The document that the module reads: the editor's with the page's words in its body, or, where there is none, what the
 * page says of itself. Quotations are found where nobody wrote them down.
 */

import { linkedData } from "./linked_data.js";

/** `words` are the blocks of text of an article on `page`; `find` says whether quotations are wanted that `given` has not. */
export async function documentOf(given, words, language, find, page) {
  const from = given ?? linkedData(page, words);
  const article = { ...from.article, body: words };
  if (language) article.inLanguage ??= language;
  const document = { version: 1, ...from, article };
  if (given && !find) return document;
  try {
    return await (await import("../tools/finder.js")).quoted(document);
  } catch (error) {
    console.warn("checked-article:", error);
    return document;
  }
}
