/** The tag in Vue's templates: `import type {} from "checked-article/vue"` once in a project. */
import type { HTMLAttributes, PublicProps } from "vue";
import type { CheckedArticleAttributes, CheckedArticleElement, CheckedArticleEventMap } from "./element.js";

/** Vue sets what the element has as a property; `@ca-open` is the prop `onCa-open`. */
type Properties = Partial<Pick<CheckedArticleElement, "document" | "messages" | "target">>;
type Listeners = { [Name in keyof CheckedArticleEventMap as `on${Capitalize<Name>}`]?: (event: CheckedArticleEventMap[Name]) => void };

declare module "vue" {
  interface GlobalComponents {
    "checked-article": new () => { $props: PublicProps & HTMLAttributes & CheckedArticleAttributes & Properties & Listeners };
  }
}
