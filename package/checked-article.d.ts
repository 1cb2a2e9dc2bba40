/** Importing this module defines `<checked-article>`. */
export type * from "./element.js";
