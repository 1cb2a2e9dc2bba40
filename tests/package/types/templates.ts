/** The tag in Svelte's and Vue's templates, as their checkers look it up. */
import type {} from "checked-article/svelte";
import type {} from "checked-article/vue";
import type { SvelteHTMLElements } from "svelte/elements";
import type { GlobalComponents } from "vue";

export const svelte: SvelteHTMLElements["checked-article"] = {
  src: "/summit.json",
  load: "eager",
  class: "story",
  "onca-open": (event) => console.log(event.detail.id),
};
// @ts-expect-error: no such theme
export const gaudy: SvelteHTMLElements["checked-article"] = { theme: "gaudy" };

export const vue: InstanceType<GlobalComponents["checked-article"]>["$props"] = {
  src: "/summit.json",
  quotes: "find",
  class: "story",
  key: "story",
  "onCa-toggle": (event) => console.log(event.detail.on),
};
// @ts-expect-error: no such attribute
export const misspelt: InstanceType<GlobalComponents["checked-article"]>["$props"] = { sources: "/summit.json" };
