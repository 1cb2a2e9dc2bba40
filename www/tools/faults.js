/**
 * What is wrong in a document, in words: fetched when something is.
 */
import * as glue from "faults-glue";
import { startModule } from "./module.js";

await startModule("faults", glue);

/** All that is wrong in a document, each fault with its path. */
export const faults = glue.faults;
