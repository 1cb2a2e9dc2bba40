/** Hydration; Svelte says in the console where it finds something changed. */
import { hydrate } from "svelte";
import App from "./App.svelte";

globalThis.hydrationErrors = [];
hydrate(App, { target: document.querySelector("#app"), recover: false });
