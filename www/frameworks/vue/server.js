/** What the server sends: the tree as HTML. */
import { renderToString } from "vue/server-renderer";
import { app } from "./app.js";

export const html = await renderToString(app());
