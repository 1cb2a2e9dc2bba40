/**
 * The words of the interface for one article: the page's own before its language's before the English ones, message by
 * message. English is in here, so that there are words whatever the network does.
 */
import english from "../messages/en.json";

/** A language tag as the standard writes it; nothing for one that is none. */
export function languageTag(tag) {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {}
}

/** The words by message: those of `en.json` first and in its order, in which the module reads them. */
export function messagesOf(own, table, tag) {
  try {
    // Through JSON, as the document: what the module reads is plain data.
    own = JSON.parse(JSON.stringify(own));
  } catch {
    own = {};
  }
  const locale = table?.locale ?? english.locale;
  // The page's own variety of the language: Austrian dates on a page in "de-AT".
  const variety = tag?.slice(0, 3) === `${locale.slice(0, 2)}-` ? tag : "";
  const words = { ...english, ...table, ...(variety && { locale: variety }) };
  for (const name in own) words[name] = own[name] || words[name];
  return words;
}
