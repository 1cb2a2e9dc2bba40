/** The element's class. Importing this module defines nothing. */
import type { CheckedArticleDocument } from "./document.js";
import type { CheckedArticleMessages } from "./messages.js";

export type { CheckedArticleDocument, CheckedArticleMessages };

/** Why an article, or a part of it, is not drawn. The README says what each code means. */
export interface CheckedArticleError {
  code:
    | "document-unavailable"
    | "document-too-large"
    | "document-not-json"
    | "document-invalid"
    | "document-faults"
    | "article-missing"
    | "wasm-blocked"
    | "runtime-unavailable"
    | "trap";
  message: string;
  /** What is wrong in the document, each fault with its path. */
  faults?: string[];
}

export type CheckedArticleMarkKind = "quotation" | "claim";

/** How the words that a quotation or a claim speaks of stand in the article. */
export interface CheckedArticlePlacement {
  id: string;
  kind: CheckedArticleMarkKind;
  status: "found" | "changed" | "ambiguous" | "orphan";
}

/** The events, by name. They bubble and cross shadow roots. */
export interface CheckedArticleEventMap {
  "ca-ready": CustomEvent<Record<string, never>>;
  "ca-error": CustomEvent<CheckedArticleError>;
  "ca-open": CustomEvent<{ id: string; kind: CheckedArticleMarkKind }>;
  "ca-close": CustomEvent<{ id: string; kind: CheckedArticleMarkKind }>;
  "ca-placement": CustomEvent<{ placements: CheckedArticlePlacement[] }>;
  "ca-share": CustomEvent<{ id: string; how: "link" | "copy" | "sheet" | "image" }>;
  "ca-toggle": CustomEvent<{ overlay: "quotations" | "checks"; on: boolean }>;
}

/** The attributes of the tag beside those that every element has, as a template writes them. */
export interface CheckedArticleAttributes {
  /** Address of the document, relative to the page. */
  src?: string;
  /** The id of an article elsewhere on the page, over which the widget is laid. */
  for?: string;
  /** A selector of what in the page's article is none of its words. */
  skip?: string;
  /** Whose quotations are shown: the document's, or, where it has none, those that are found in the text. */
  quotes?: "given" | "find";
  /** When to start. */
  load?: "lazy" | "idle" | "eager";
  /** Milliseconds after which a request for the document is given up. */
  timeout?: number | `${number}`;
  /** Otherwise the page's `color-scheme` decides. */
  theme?: "light" | "dark";
}

/** `<checked-article>`. */
export class CheckedArticleElement extends HTMLElement {
  /** The version of the package that this definition is of. */
  static readonly version: string;
  /** The address of the document. */
  src: string | null;
  /** The document itself; it goes before `src`. To change it, set it again. */
  document: CheckedArticleDocument | undefined;
  /** Words of the page's own in place of the interface's. */
  messages: Partial<CheckedArticleMessages> | undefined;
  /** The article over which the widget is laid, from any root; it goes before `for`. */
  target: Element | undefined;
  /** Fulfilled when first drawn, rejected where that fails. */
  readonly ready: Promise<void>;
  /** Opens the card of the quotation or claim with this id. */
  show(id: string): Promise<void>;
  /** Opens the next card in text order. */
  next(): Promise<void>;
  /** Opens the previous card in text order. */
  previous(): Promise<void>;
  addEventListener<Name extends keyof CheckedArticleEventMap>(
    type: Name,
    listener: (this: CheckedArticleElement, event: CheckedArticleEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "checked-article": CheckedArticleElement;
  }
}
