/**
 * The files that are no scripts, fetched from beside the script that asks, wherever the page is. The build for bundlers,
 * which have to find each name in the code, has spelled_out.js in this one's place.
 */

const beside = (name, options) => fetch(new URL(name, import.meta.url), options);
/** A file that was built with the script: tools/bundle.js puts in what it hashes to, and another one is refused. */
const built = (name) => beside(name, { integrity: INTEGRITY[name] });

/** The module that draws. */
export const reader = () => built("reader_bg.wasm");
/** The module that finds quotations. */
export const finder = () => built("finder_bg.wasm");
/** The module that places in an edited article. */
export const anchors = () => built("anchors_bg.wasm");
/** The module that words faults. */
export const faults = () => built("faults_bg.wasm");
/** The style sheet. */
export const styles = () => built("checked-article.css");
/** The words of the interface in a language. */
export const words = (language) => beside(`messages/${language}.json`);
/** A publisher's scale, by the name that a document gives. */
export const scale = (name) => beside(`scales/${name}.json`);
