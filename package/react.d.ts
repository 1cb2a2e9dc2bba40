/** The tag in JSX: `import type {} from "checked-article/react"` once in a project. */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { CheckedArticleDocument, CheckedArticleElement, CheckedArticleEventMap } from "./element.js";

type Listeners = { [Name in keyof CheckedArticleEventMap as `on${Name}`]?: (event: CheckedArticleEventMap[Name]) => void };

type Attributes = DetailedHTMLProps<HTMLAttributes<CheckedArticleElement>, CheckedArticleElement> &
  Listeners & {
    src?: string;
    document?: CheckedArticleDocument;
    quotes?: "given" | "find";
    load?: "lazy" | "idle" | "eager";
    theme?: "light" | "dark";
  };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "checked-article": Attributes;
    }
  }
}
