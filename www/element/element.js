/**
 * The custom element's class: attributes, properties, and when to start. Everything else waits in the runtime until the
 * article is near the window.
 */

/** Where the runtime, the module and the styles lie: beside this file, wherever the page is. */
const beside = (name) => new URL(name, import.meta.url).href;

/** A request whose failure is told where it is awaited, not as a stray rejection. */
const request = (url) => {
  const response = fetch(url, { credentials: "same-origin" });
  response.catch(() => {});
  return response;
};

/** The runtime that all elements of the page share. */
let runtime;

function start() {
  if (!runtime) {
    // Side by side: on a slow line the module's download is most of the wait.
    const [wasm, styles] = ["reader_bg.wasm", "checked-article.css"].map((name) => request(beside(name)));
    runtime = import(beside("runtime.js")).then((module) => (module.prepare(wasm, styles), module));
  }
  return runtime;
}

export class CheckedArticleElement extends HTMLElement {
  static observedAttributes = ["src", "for"];

  #settle;
  /** `:state(drawn)` and `:state(failed)` for the page's style sheet. */
  #states = this.attachInternals().states;
  #document;
  #target;
  #article;
  #waiting;
  /** The drawing that was begun, so that it is begun once. */
  #begun;
  /** How often it was begun anew: a drawing that was overtaken stops. */
  #run = 0;
  /** Whether it stood on a page before. */
  #known = false;
  #follow = () => this.#named() && this.show(this.#named());

  /** Fulfilled when the article is drawn, rejected with the reason where it cannot be. */
  ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));

  constructor() {
    super();
    this.ready.catch(() => {});
  }

  /** The document as a JavaScript object; it goes before `src`. */
  get document() {
    return this.#document;
  }

  set document(value) {
    this.#document = value;
    this.#changed();
  }

  /** The page's own article to which this belongs; it goes before `for`, and may stand in any root. */
  get target() {
    return this.#target;
  }

  set target(value) {
    this.#target = value;
    this.#again();
  }

  /** The address of the document. */
  get src() {
    return this.getAttribute("src");
  }

  set src(value) {
    this.setAttribute("src", value);
  }

  connectedCallback() {
    // A property that was set before this class was known hides the accessor: hand it on.
    for (const name of ["document", "target"]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    this.#known = true;
    addEventListener("hashchange", this.#follow);
    if (!this.#article) this.#wait();
  }

  disconnectedCallback() {
    // Moving an element takes it out and puts it in again at once: only what stays out is taken down.
    queueMicrotask(() => {
      if (this.isConnected) return;
      removeEventListener("hashchange", this.#follow);
      this.#stop();
    });
  }

  attributeChangedCallback(name) {
    // What stands in the tag from the first is read when it is connected.
    if (!this.#known) return;
    if (name === "for") this.#again();
    else this.#changed();
  }

  /** Opens the card of the quotation or claim with this id. */
  async show(id) {
    (await this.#begin())?.show(id);
  }

  /** Opens the next card in text order. */
  async next() {
    (await this.#begin())?.next();
  }

  /** Opens the previous card in text order. */
  async previous() {
    (await this.#begin())?.previous();
  }

  #changed() {
    if (this.#article) this.#article.update(this.#source());
    // While a drawing is under way, only the latest source counts.
    else if (this.#begun) this.#begun.then((article) => article?.update(this.#source()));
    else if (this.isConnected) this.#wait();
  }

  /** Starts over another article. */
  #again() {
    this.#stop();
    if (this.isConnected) this.#wait();
  }

  #stop() {
    this.#run += 1;
    this.#waiting?.disconnect();
    this.#article?.dispose();
    this.#waiting = this.#begun = this.#article = undefined;
  }

  /**
   * The article that the page drew and that is painted: the one that is named, else the one in the tag. `null` where the
   * named one is not there, nothing where an article is to be drawn.
   */
  #over() {
    const id = this.getAttribute("for");
    if (this.#target) return this.#target;
    if (id) return this.getRootNode().getElementById?.(id) ?? this.ownerDocument.getElementById(id);
    return this.querySelector(":scope > article") ?? (this.#hasDocument() ? undefined : this);
  }

  #hasDocument() {
    return this.src || this.#document;
  }

  /** The document, the answer in which it comes, or the element itself where there is none. */
  #source() {
    return this.#document ?? (this.src ? request(new URL(this.src, this.baseURI)) : this);
  }

  /** Whether there is anything to draw. */
  #isWanted() {
    const { isConnected } = this;
    return isConnected && (this.#hasDocument() || this.getAttribute("quotes") === "find" || this.#over() !== this);
  }

  /** The mark that the page's address names for this element, if any: `#ca-q5`, or `#ca-ELEMENT-q5`. */
  #named() {
    const [, name] = /^#ca-([\w.-]+)$/.exec(location.hash) ?? [];
    return name?.startsWith(this.id + "-") ? name.slice(this.id.length + 1) : name;
  }

  /** Starts at once, when the browser has time, or when the article comes near the window. */
  #wait() {
    if (this.#waiting || !this.#isWanted()) return;
    const load = this.getAttribute("load");
    if (this.#begun) return;
    if (load === "eager" || this.#named()) this.#begin();
    else if (load === "idle") (globalThis.requestIdleCallback ?? setTimeout)(() => this.#begin());
    else {
      const near = (entries) => entries.some((entry) => entry.isIntersecting) && this.#begin();
      this.#waiting = new IntersectionObserver(near, { rootMargin: "1000px" });
      for (const box of [this, this.#over()]) if (box) this.#waiting.observe(box);
    }
  }

  /** The drawn article, or one that is being drawn. */
  #begin() {
    this.#waiting?.disconnect();
    if (!this.#isWanted()) return;
    return (this.#begun ??= this.#draw());
  }

  async #draw() {
    const source = this.#source();
    const run = this.#run;
    try {
      const { attach } = await start();
      if (!this.isConnected || run !== this.#run) return;
      this.#article = attach(this, this.#settle, this.#states, this.#over());
      this.#article.update(source);
      if (this.#named()) this.#article.show(this.#named());
      return this.#article;
    } catch (error) {
      const detail = { code: "runtime-unavailable", message: String(error) };
      this.#settle.reject(error);
      this.#states.add("failed");
      this.dispatchEvent(new CustomEvent("ca-error", { detail, bubbles: true, composed: true }));
    }
  }
}
