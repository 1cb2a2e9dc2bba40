/** What the server sends: the document as HTML. */
import { renderToString } from "react-dom/server";
import { Page } from "./app.jsx";

export const html = (late) => `<!doctype html>${renderToString(<Page late={late} />)}`;
