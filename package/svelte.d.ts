/** The tag in Svelte's templates: `import type {} from "checked-article/svelte"` once in a project. */
import type { HTMLAttributes } from "svelte/elements";
import type { CheckedArticleAttributes, CheckedArticleElement, CheckedArticleEventMap } from "./element.js";

/** Svelte sets what the element has as a property, and hears an event by its name after `on`. */
type Properties = Partial<Pick<CheckedArticleElement, "document" | "messages" | "target">>;
type Listeners = { [Name in keyof CheckedArticleEventMap as `on${Name}`]?: (event: CheckedArticleEventMap[Name]) => void };

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "checked-article": HTMLAttributes<CheckedArticleElement> & CheckedArticleAttributes & Properties & Listeners;
  }
}
