/**
 * Notices that an article comes to stand elsewhere on the page, or on none: that something around it is larger or smaller,
 * that it is moved, that it is taken out. Watches what it hangs on, and nothing else.
 */
export class Whereabouts {
  #article;
  #observer;
  #sizes;
  #measured = new Set();
  /** Boxes that are not watched yet. */
  #coming = [];
  #window;

  /** `moved` is called in the middle of a layout or of a change of the page, and must not change either; `lost` when it is on no page. */
  constructor(article, moved, lost) {
    this.#article = article;
    const window = (this.#window = article.ownerDocument.defaultView);
    this.#sizes = new window.ResizeObserver(moved);
    this.#observer = new window.MutationObserver(() => {
      if (!article.isConnected) return lost();
      this.#watch();
      moved();
    });
    this.#watch();
  }

  #watch() {
    this.#observer.disconnect();
    this.#measure(this.#article);
    // In an article of fixed height, its paragraphs alone become larger: by a late font, of which not every browser tells.
    for (const block of this.#article.children) this.#measure(block);
    for (let at = this.#article; (at = at.parentNode ?? at.host); ) {
      this.#observer.observe(at, { childList: true });
      if (at.nodeType === Node.ELEMENT_NODE) this.#measure(at);
      // In a box of fixed height, what stands above the article is alone in becoming larger.
      if (at === this.#article.parentNode) for (const sibling of at.children) this.#measure(sibling);
    }
    // In the next frame: a box that begins to be watched while the browser tells of sizes is left over, and the browser
    // reports that to the page as an error.
    this.#window.requestAnimationFrame(() => {
      for (const box of this.#coming.splice(0)) this.#sizes.observe(box);
    });
  }

  #measure(box) {
    if (this.#measured.has(box)) return;
    this.#measured.add(box);
    this.#coming.push(box);
  }

  dispose() {
    this.#observer.disconnect();
    this.#sizes.disconnect();
    this.#coming = [];
  }
}
