/** Hydration; what React finds changed is kept for whoever looks, as a monitoring service would. */
import { hydrateRoot } from "react-dom/client";
import { App } from "./app.jsx";

globalThis.hydrationErrors = [];
hydrateRoot(document.querySelector("#app"), <App />, {
  onRecoverableError: (error) => globalThis.hydrationErrors.push(String(error.message)),
});
