/** What the server sends: the tree as HTML. */
import { render } from "svelte/server";
import App from "./App.svelte";

export const html = render(App).body;
