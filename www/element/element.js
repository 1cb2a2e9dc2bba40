/**
 * The custom element's class: attributes, properties, and when to start. Everything else waits in the runtime until the
 * article is near the window.
 */
import * as files from "../files/beside.js";

/** Tries three times, with a longer pause each time: networks fail for a moment. */
const patiently = async (attempt, pause = 500) => {
  try {
    return await attempt();
  } catch (error) {
    if (pause > 1000) throw error;
    await new Promise((done) => setTimeout(done, pause));
    return patiently(attempt, pause * 2);
  }
};

/** A request whose failure is told where it is awaited, not as a stray rejection; `ask` is `fetch`, or asks for one file. */
const request = (ask) => {
  const response = patiently(async () => {
    const answer = await ask();
    if (answer.status >= 500) throw new Error(`${answer.url}: HTTP ${answer.status}`);
    return answer;
  });
  response.catch(() => {});
  return response;
};

/** The languages of the interface beside English, which the runtime has in itself. */
const TRANSLATED = /^(ar|de|es|fr|uk)\b/i;
/** The words of a language, fetched once; nothing where they do not come: then it is English. */
const tables = {};
const tableOf = (language) =>
  (tables[language] ??= request(() => files.words(language)).then((response) => response.ok && response.json()).catch(() => {}));

/** The runtime that all elements of the page share. */
let runtime;

function start() {
  if (!runtime) {
    // Side by side: on a slow line the module's download is most of the wait.
    const [wasm, styles] = [files.reader, files.styles].map(request);
    runtime = patiently(() => import("../runtime/runtime.js")).then((module) => (module.prepare(wasm, styles), module));
  }
  return runtime;
}

export class CheckedArticleElement extends HTMLElement {
  static observedAttributes = ["src", "for", "lang"];
  /** The version of the package (tools/bundle.js). */
  static version = VERSION;

  #settle;
  /** `:state(drawn)` and `:state(failed)` for the page's style sheet. */
  #states = this.attachInternals().states;
  #document;
  #messages;
  #target;
  #article;
  #waiting;
  /** The drawing that was begun, so that it is begun once. */
  #begun;
  /** Which drawing that is: one that was given up does not go on. */
  #turn;
  /** Whether it stood on a page before. */
  #known = false;
  #follow = () => this.#named() && this.show(this.#named());

  /** Fulfilled when the article is drawn, rejected with the reason where it cannot be. */
  ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));

  constructor() {
    super();
    this.ready.catch(() => {});
    // A property that was set before this class was known hides the accessor: hand it on.
    for (const name of ["document", "messages", "target", "src"]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  /** The document as a JavaScript object; it goes before `src`. */
  get document() {
    return this.#document;
  }

  set document(value) {
    this.#document = value;
    this.#changed();
  }

  /** Words of the page's own in place of the interface's, by message. */
  get messages() {
    return this.#messages;
  }

  set messages(value) {
    this.#messages = value;
    this.#article?.say();
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
    this.#known = true;
    addEventListener("hashchange", this.#follow);
    if (this.#stands()) this.#article?.settleIn();
    this.#wait();
  }

  disconnectedCallback() {
    // Moving an element takes it out and puts it in again at once: only what stays out is taken down.
    queueMicrotask(() => {
      if (this.#stands()) return;
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
    if (this.#article) this.#article.update(this.#source(), this.#language());
    // While a drawing is under way, only the latest source counts.
    else if (this.#begun) this.#begun.then((article) => article?.update(this.#source(), this.#language()));
    else this.#wait();
  }

  /** Whether it stands in a page that is shown, rather than in a document without a window. */
  #stands() {
    return this.isConnected && this.ownerDocument.defaultView;
  }

  /** Starts over another article. */
  #again() {
    this.#stop();
    this.#wait();
  }

  #stop() {
    this.#waiting?.disconnect();
    this.#article?.dispose();
    this.#waiting = this.#begun = this.#turn = this.#article = undefined;
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
    const { src, baseURI } = this;
    const ask = () => fetch(new URL(src, baseURI), { signal: AbortSignal.timeout(this.getAttribute("timeout") || 30000) });
    return this.#document ?? (src ? request(ask) : this);
  }

  /** The language of the page where the element stands, by the nearest `lang`, and the words of the interface in it. */
  #language() {
    let at = this;
    while (at && !at.lang) at = at.parentNode ?? at.host;
    const tag = at?.lang;
    const [, language] = TRANSLATED.exec(tag) ?? [];
    return { tag, table: language && tableOf(language.toLowerCase()) };
  }

  /** Whether there is anything to draw. */
  #isWanted() {
    const wanted = this.#hasDocument() || this.getAttribute("quotes") === "find" || this.#over() !== this;
    return this.#stands() && wanted;
  }

  /** The mark that the page's address names for this element, if any: `#ca-q5`, or `#ca-ELEMENT-q5`. */
  #named() {
    const [, name] = /^#ca-([\w.-]+)(:~:.*)?$/.exec(location.hash) ?? [];
    return name?.startsWith(this.id + "-") ? name.slice(this.id.length + 1) : name;
  }

  /** Starts at once, when the browser has time, or when the article comes near the window. */
  #wait() {
    if (this.#waiting || this.#begun || !this.#isWanted()) return;
    const load = this.getAttribute("load");
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
    const turn = (this.#turn = {});
    const [source, language] = [this.#source(), this.#language()];
    try {
      const { attach } = await start();
      // Taken out meanwhile; where it was put in again, another drawing was begun.
      if (turn !== this.#turn) return;
      this.#article = attach(this, this.#settle, this.#states, this.#over());
      this.#article.update(source, language);
      if (this.#named()) this.#article.show(this.#named());
      return this.#article;
    } catch (error) {
      if (turn !== this.#turn) return;
      const detail = { code: "runtime-unavailable", message: String(error) };
      this.#settle.reject(error);
      this.#states.add("failed");
      this.dispatchEvent(new CustomEvent("ca-error", { detail, bubbles: true, composed: true }));
    }
  }
}
