/** The class alone: importing it defines nothing. */
import type { CheckedArticleDocument } from "./document.js";

export type { CheckedArticleDocument };

/** Why an article, or a part of it, is not drawn; see the README, "When something fails". */
export interface CheckedArticleError {
  code: string;
  message: string;
  /** Each fault of the document, with its path. */
  faults?: string[];
}

export type MarkKind = "quotation" | "claim";

/** How the words that a quotation or a claim speaks of stand in the article. */
export interface CheckedArticlePlacement {
  id: string;
  kind: MarkKind;
  status: "found" | "changed" | "ambiguous" | "orphan";
}

/** The events, by name. All bubble and are composed. */
export interface CheckedArticleEventMap {
  "ca-ready": CustomEvent<Record<string, never>>;
  "ca-error": CustomEvent<CheckedArticleError>;
  "ca-open": CustomEvent<{ id: string; kind: MarkKind }>;
  "ca-close": CustomEvent<{ id: string; kind: MarkKind }>;
  "ca-toggle": CustomEvent<{ overlay: "quotations" | "checks"; on: boolean }>;
  "ca-placement": CustomEvent<{ placements: CheckedArticlePlacement[] }>;
}

export class CheckedArticleElement extends HTMLElement {
  /** The address of the document. */
  src: string | null;
  /** The document itself; it goes before `src`. */
  document: CheckedArticleDocument | undefined;
  /** Fulfilled when first drawn, rejected where that fails. */
  readonly ready: Promise<void>;
  /** Opens the card of the quotation or claim with this id. */
  show(id: string): Promise<void>;
  /** Opens the next card in text order. */
  next(): Promise<void>;
  /** Opens the previous card in text order. */
  previous(): Promise<void>;
  addEventListener<K extends keyof CheckedArticleEventMap>(
    type: K,
    listener: (this: CheckedArticleElement, event: CheckedArticleEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "checked-article": CheckedArticleElement;
  }
}
