/**
 * Rectangles over the page's own text, in our shadow root: what a highlight cannot draw (the ring around the words that
 * were asked for), and all of it in a browser without highlights. They take no pointer and make nothing scroll.
 */
import { clipOf } from "./scrolling.js";
import { scaleOf } from "./scale.js";

export class Overlay {
  #layer;
  /** What is drawn: a class, and the ranges whose lines get it. */
  #drawn = new Map();

  constructor(parent) {
    this.#layer = parent.appendChild(parent.ownerDocument.createElement("div"));
    this.#layer.className = "overlay";
  }

  add(kind, ranges) {
    for (const range of ranges) this.#drawn.set(range, { kind, rectangles: [] });
  }

  remove(_, ranges) {
    for (const range of ranges) {
      this.#drawn.get(range)?.rectangles.forEach((rectangle) => rectangle.remove());
      this.#drawn.delete(range);
    }
  }

  /** Whether there is anything to follow. */
  get isDrawn() {
    return this.#drawn.size > 0;
  }

  /** Puts every rectangle where its words are now. */
  follow() {
    if (!this.#drawn.size) return;
    const origin = this.#layer.getBoundingClientRect();
    const scale = scaleOf(this.#layer);
    // All is measured before anything is moved.
    const measured = [...this.#drawn].map(([range, drawn]) => [drawn, linesOf([range], clipOf(holderOf(range.startContainer)))]);
    for (const [{ kind, rectangles }, lines] of measured) {
      while (rectangles.length > lines.length) rectangles.pop().remove();
      lines.forEach(({ left, top, right, bottom }, index) => {
        const rectangle = (rectangles[index] ??= this.#layer.appendChild(this.#layer.ownerDocument.createElement("i")));
        rectangle.className = kind;
        rectangle.dataset.tone = kind.replace("-open", "");
        const [x, y, width, height] = [left - origin.left, top - origin.top, right - left, bottom - top].map((length) => `${length / scale}px`);
        rectangle.style.setProperty("width", width);
        rectangle.style.setProperty("height", height);
        // A transform, because what follows the words while the page scrolls is no layout shift of the page.
        rectangle.style.setProperty("transform", `translate(${x}, ${y})`);
      });
    }
  }

  dispose() {
    this.#layer.remove();
  }
}

/** The element that a text node stands in; bare in a shadow root, its host. */
const holderOf = (text) => text.parentElement ?? text.getRootNode().host;

/** The boxes of the lines that ranges fill, in the window; cut to `clip` where one is given. */
export function linesOf(ranges, clip) {
  const lines = [];
  for (const { startContainer, startOffset, endContainer, endOffset } of ranges) {
    // What the page took out, or shortened, has no lines.
    if (!startContainer.isConnected || endOffset > endContainer.length) continue;
    const range = startContainer.ownerDocument.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    for (const { left, top, right, bottom } of range.getClientRects()) {
      const line = clip
        ? { left: Math.max(left, clip.left), top: Math.max(top, clip.top), right: Math.min(right, clip.right), bottom: Math.min(bottom, clip.bottom) }
        : { left, top, right, bottom };
      if (line.right > line.left && line.bottom > line.top) lines.push(line);
    }
  }
  return lines;
}
