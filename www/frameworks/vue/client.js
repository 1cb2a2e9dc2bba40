/** Hydration; what Vue warns of is kept for whoever looks. */
import { app } from "./app.js";

globalThis.hydrationErrors = [];
const page = app();
page.config.errorHandler = (error) => globalThis.hydrationErrors.push(String(error));
page.mount("#app");
