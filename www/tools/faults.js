/**
 * What is wrong in a document, in words: fetched when something is.
 */
import * as glue from "faults-glue";
import * as files from "../files/beside.js";
import { startModule } from "./module.js";

const started = startModule(files.faults, glue);

/** All that is wrong in a document, each fault with its path. */
export async function faults(document) {
  await started;
  return glue.faults(document);
}
