/**
 * Follows the page's edits of its article: what a change touches is told at once, in the observer's own callback, which
 * runs before the next paint; that the words are to be read again is told when the browser has time.
 */

const WATCHED = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["class", "style", "hidden", "aria-hidden", "open", "slot"] };
/** How long reading again may wait for the browser to have time, in milliseconds. */
const PATIENCE = 500;

export class Follower {
  #article;
  #touched;
  #reread;
  #observer;
  #waiting;

  /** `touched` gets the mutations and says whether any is a matter of words; `reread` is called in idle time. */
  constructor(article, touched, reread) {
    this.#article = article;
    this.#touched = touched;
    this.#reread = reread;
    this.#observer = new MutationObserver((records) => this.#note(records));
  }

  /** Watches the article and the shadow roots that its words stand in. */
  watch(roots) {
    this.#note(this.#observer.takeRecords());
    for (const root of [this.#article, ...roots]) this.#observer.observe(root, WATCHED);
  }

  /** The words are to be read again, whatever the reason. */
  askAgain() {
    this.#waiting ??= whenIdle(() => this.#read());
  }

  #note(records) {
    if (records.length && this.#touched(records)) this.askAgain();
  }

  #read() {
    this.#waiting = undefined;
    this.#note(this.#observer.takeRecords());
    this.#reread();
  }

  dispose() {
    this.#observer.disconnect();
    this.#waiting?.();
  }
}

/** Calls `work` in idle time; what comes back calls it off. */
export function whenIdle(work) {
  if (globalThis.requestIdleCallback) {
    const id = requestIdleCallback(work, { timeout: PATIENCE });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(work, 50);
  return () => clearTimeout(id);
}
