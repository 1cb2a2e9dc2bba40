/**
 * The same files as in beside.js with every name spelled out, so that a bundler sees what there is and takes it along. Only
 * the modules stay files of their own: text comes as a script, because bundlers do to style sheets and small files what
 * they are told to do to the site's, and then no hash fits.
 */

/** The text that a script exports, as if it had been fetched. */
const text = async (script) => new Response((await script).default);
const missing = async () => new Response(null, { status: 404 });

const WORDS = {
  ar: () => import("./messages/ar.js"),
  de: () => import("./messages/de.js"),
  es: () => import("./messages/es.js"),
  fr: () => import("./messages/fr.js"),
  uk: () => import("./messages/uk.js"),
};
const SCALES = {
  "africa-check": () => import("./scales/africa-check.js"),
  pinocchios: () => import("./scales/pinocchios.js"),
  politifact: () => import("./scales/politifact.js"),
};
/** What the table has under a name; a document may give any name. */
const from = (table, name) => (Object.hasOwn(table, name) ? text(table[name]()) : missing());

/** What the modules hash to (beside.js); a script that comes as text is checked by the browser, if at all. */
const module = (name, url) => fetch(url, { integrity: INTEGRITY[name] });

export const reader = () => module("reader_bg.wasm", new URL("../reader_bg.wasm", import.meta.url));
export const finder = () => module("finder_bg.wasm", new URL("../finder_bg.wasm", import.meta.url));
export const anchors = () => module("anchors_bg.wasm", new URL("../anchors_bg.wasm", import.meta.url));
export const faults = () => module("faults_bg.wasm", new URL("../faults_bg.wasm", import.meta.url));
export const styles = () => text(import("./styles.js"));
export const words = (language) => from(WORDS, language);
export const scale = (name) => from(SCALES, name);
