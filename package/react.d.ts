/** The tag in React's JSX: `import type {} from "checked-article/react"` once in a project. */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { CheckedArticleAttributes, CheckedArticleElement, CheckedArticleEventMap } from "./element.js";

/** React sets what the element has as a property, and hears an event by its name after `on`. */
type Properties = Partial<Pick<CheckedArticleElement, "document" | "messages" | "target">>;
type Listeners = { [Name in keyof CheckedArticleEventMap as `on${Name}`]?: (event: CheckedArticleEventMap[Name]) => void };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "checked-article": DetailedHTMLProps<HTMLAttributes<CheckedArticleElement>, CheckedArticleElement> &
        CheckedArticleAttributes &
        Properties &
        Listeners;
    }
  }
}
