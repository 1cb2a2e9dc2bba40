/**
 * The tag. `checked-article.js?tag=my-article` gives it another name. The first definition on a page stays; a later copy
 * says so and does nothing.
 */
import { CheckedArticleElement } from "./element.js";

const tag = new URL(import.meta.url).searchParams.get("tag") ?? "checked-article";
const known = customElements.get(tag);
if (known) console.warn(`<${tag}> is defined already, by version ${known.version}; version ${CheckedArticleElement.version} does nothing. ?tag=… gives it another name.`);
else customElements.define(tag, CheckedArticleElement);
