/** What the server sends: the tree as HTML. */
import { renderToString } from "react-dom/server";
import { App } from "./app.jsx";

export const html = renderToString(<App />);
