/**
 * The colours of the kinds of mark as the element computes them: its tokens, the page's, and the colour scheme. Whatever
 * changes them, a transition on our own probes tells.
 */

const KINDS = ["quote", "upheld", "mostly", "mixed", "refuted", "unproven", "neutral", "changed"];

export class Tones {
  #box;
  #probes;

  constructor(parent, changed) {
    const page = parent.ownerDocument;
    this.#box = parent.appendChild(page.createElement("div"));
    this.#box.className = "tones";
    this.#probes = KINDS.map((kind) => {
      const probe = this.#box.appendChild(page.createElement("i"));
      probe.dataset.tone = kind;
      return probe;
    });
    this.#box.addEventListener("transitionend", changed);
  }

  /** The colour of each kind. */
  colors() {
    return Object.fromEntries(this.#probes.map((probe) => [probe.dataset.tone, getComputedStyle(probe).color]));
  }

  dispose() {
    this.#box.remove();
  }
}
