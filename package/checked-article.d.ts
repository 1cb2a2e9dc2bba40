/** Importing this module defines `<checked-article>`. */
export * from "./element.js";
