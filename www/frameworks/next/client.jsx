/** Hydration of the whole document. */
import { hydrateRoot } from "react-dom/client";
import { Page } from "./app.jsx";

globalThis.hydrationErrors = [];
hydrateRoot(document, <Page late={location.pathname.endsWith("late.html")} />, {
  onRecoverableError: (error) => globalThis.hydrationErrors.push(String(error.message)),
});
