/**
 * Ties one element to one drawn article, and gives the page back what stood there before whenever that cannot be.
 *
 * All that touches the page is on the article's list of disposables, here in JavaScript, because after a trap nothing
 * of the module can be called any more.
 */
import { imports, mount, start } from "reader-glue";
import { isDead, whenTrapped } from "./guard.js";
import { Failure, readDocument, startModule } from "./downloads.js";
import { languageTag, messagesOf } from "./messages.js";

let ready;
let styles;
/** The text of the style sheet, when it has come. */
let rules;
/** The style sheet, once a document: a sheet cannot be adopted by another one. */
const sheets = new WeakMap();
function sheetOf(page) {
  if (!sheets.has(page)) {
    const sheet = new page.defaultView.CSSStyleSheet();
    sheet.replaceSync(rules);
    sheets.set(page, sheet);
  }
  return sheets.get(page);
}
/** The shadow roots of elements that were taken out and may come back; a closed one cannot be asked for again. */
const roots = new WeakMap();
/** Every article that stands on the page. */
const articles = new Set();

whenTrapped((error) => {
  for (const article of [...articles]) article.fail(new Failure("trap", String(error)));
});

/** Hands over the downloads that the loader began. */
export function prepare(wasm, css) {
  ready = startModule({ imports, start }, wasm);
  styles = css.then(async (response) => {
    if (!response.ok) throw new Failure("runtime-unavailable", `the style sheet: HTTP ${response.status}`);
    rules = await response.text();
    // Here, where nothing else is done: reading it takes longer than a short article does.
    sheetOf(document);
  });
  for (const download of [ready, styles]) download.catch(() => {});
}

/**
 * An article for `element`; `settle` holds the two ends of its promise `ready`, `states` what its style may ask for. `over`
 * is the article that the page drew, where that is painted; nothing where one is drawn here.
 */
export const attach = (element, settle, states, over) => new Article(element, settle, states, over);

/** Goes on without what did not come. */
const warn = (error) => console.warn("checked-article:", error);

class Article {
  #element;
  #settle;
  #states;
  #over;
  #slot;
  #root;
  #inner;
  /** What the page drew, where that is painted; the module asks for it. */
  page;
  /** What undoes each thing done to the page, latest last. */
  #disposables = [];
  /** The document whose sheet is adopted and whose clicks are heard. */
  #page;
  /** The last click that came through our root. */
  #own;
  #mounted;
  /** Asked for before the article was drawn. */
  #asked = [];
  #drawn = false;
  /** Whether something was left out of the document that came last, or not understood. */
  #faulty = false;
  /** The language tag of the page where the element stands, and the words of the interface in it, once they came. */
  #tag;
  #table;
  /** The document that came, and the one that is drawn. */
  #given;
  #found;
  /** Whether words of it that do not stand to the letter were looked for. */
  #sought = false;
  /** Which update is the latest: an earlier one that comes late is dropped. */
  #latest = 0;
  /** How often the page's words were read again. */
  #turn = 0;

  constructor(element, settle, states, over) {
    this.#element = element;
    this.#over = over;
    this.#settle = settle;
    this.#states = states;
    this.#root = roots.get(element);
    if (!this.#root) {
      // Another Yew page above would get our events twice, or not at all, through an open root.
      let inYew = false;
      for (let at = element; at; at = at.parentNode ?? at.host) inYew ||= "__yew_subtree_id" in at;
      this.#root = element.attachShadow({ mode: inYew ? "closed" : "open" });
      this.#root.append(element.ownerDocument.createElement("slot"));
      roots.set(element, this.#root);
    }
    this.#slot = this.#root.querySelector("slot");
  }

  /** Draws the document that `source` is or brings, in the words of a language, as soon as these are there. */
  async update(source, { tag, table }) {
    const number = ++this.#latest;
    this.#tag = languageTag(tag);
    this.#table = undefined;
    // The article waits for no words: those that come late are put in then.
    table?.then((words) => {
      if (number !== this.#latest) return;
      this.#table = words;
      this.say();
    });
    try {
      const came = source === this.#element ? undefined : readDocument(source);
      const [given, script] = await Promise.all([came, this.#over !== undefined && import("../page/page.js"), styles, ready]);
      if (number !== this.#latest) return;
      if (isDead()) throw new Failure("trap", String(isDead()));
      this.#stage(script);
      this.#given = given;
      const found = await this.#complete(given);
      const anew = this.#mounted && (await this.#anew(found));
      if (number !== this.#latest) return;
      this.page?.commit(found);
      this.#faulty = this.#sought = false;
      this.#found = found;
      // An article that does not say its language is in the page's; the interface around it may not be.
      if (found?.article?.body) found.article.inLanguage ??= this.#tag;
      const readable = anew ? anew() : await this.#mount(found);
      // The guard has told already of a trap.
      if (number !== this.#latest || (readable && !this.#faulty)) return;
      const faults = await this.#faultsOf(found);
      // First that it is drawn, then what was left out.
      if (readable) await this.#element.ready.catch(() => {});
      if (number !== this.#latest) return;
      if (!readable) throw new Failure("document-invalid", faults?.join("\n") ?? "it has no readable body", faults);
      this.#emitError(new Failure("document-faults", `left out or not understood: ${faults?.length ?? "some of it"}`, faults));
    } catch (error) {
      // Overtaken by a later update, or told already by the guard.
      if (number !== this.#latest) return;
      // An update that did not come, or is no document, leaves the article that is drawn.
      if (this.#drawn && error.code?.startsWith("document-")) this.#emitError(error);
      else this.fail(error);
    }
  }

  /** How to draw another document in the same place; where one reads stays where it is, unless the script for that is missing. */
  async #anew(found) {
    const draw = () => this.#mounted.update(found, this.#values());
    try {
      const { keepPlace } = await import("./reading-place.js");
      return () => keepPlace(this.#element, this.#root, draw);
    } catch {
      return draw;
    }
  }

  /** The document, with what is to be found for it: the page's words, quotations. Without the finder it is as it came. */
  async #complete(given) {
    if (this.page) return this.page.document(given);
    const isSought = this.#element.getAttribute("quotes") === "find";
    return (isSought && (await import("../tools/finder.js").then((tool) => tool.quoted(given)).catch(warn))) || given;
  }

  /** The page's own words may be others than they were. */
  async #reread() {
    const [number, turn] = [this.#latest, ++this.#turn];
    if (!this.#drawn || !this.page.hasChanged()) return;
    const found = await this.page.document(this.#given);
    // Where that script does not come, words that do not stand to the letter are not marked; all others are.
    const placements = this.#sought && (await import("../tools/anchors.js").then((tool) => tool.place(found)).catch(warn));
    // Overtaken by another document, or by another change of the page.
    if (number !== this.#latest || turn !== this.#turn) return;
    this.#found = found;
    this.page.commit(found);
    this.#mounted.update(found, this.#values());
    if (placements) this.#mounted.place(placements);
  }

  /** What is wrong in a document, in words; nothing where the module that knows the words does not come. */
  #faultsOf(found) {
    return import("../tools/faults.js").then((tool) => tool.faults(found)).catch(warn);
  }

  /** Puts the words of the interface in anew: there are others. */
  say() {
    this.#mounted?.say(this.#values());
  }

  #values() {
    return Object.values(this.#messages());
  }

  #messages() {
    return messagesOf(this.#element.messages, this.#table, this.#tag);
  }

  /** Looks for words that do not stand to the letter; `lines` is how all stand until then, and if the search fails. */
  async #seek(lines) {
    this.#sought = true;
    const number = this.#latest;
    try {
      const placements = await (await import("../tools/anchors.js")).place(this.#found);
      // The module tells how they stand now.
      if (number === this.#latest) this.#mounted.place(placements);
    } catch (error) {
      warn(error);
      if (number === this.#latest) this.#tellPlacement(lines);
    }
  }

  #tellPlacement(lines) {
    const placements = lines.split("\n").slice(0, -1).map((line) => {
      const [, status, kind, id] = /^(\S+) (\S+) (.+)$/.exec(line);
      return { id, kind, status };
    });
    this.#emit("ca-placement", { placements });
  }

  show(id) {
    this.#ask("show", id);
  }

  next() {
    this.#ask("next");
  }

  previous() {
    this.#ask("previous");
  }

  /** Called by the module: the reader wants to share a mark; its link alone, or as the reader chooses. */
  async share(shared, link) {
    let answer = "not-shared";
    try {
      const { share } = await import("../share/share.js");
      const tell = (how) => this.#emit("ca-share", { id: shared.id, how });
      answer = await share(shared, link, { root: this.#root, document: this.#found, messages: this.#messages(), tell });
    } catch (error) {
      warn(error);
    }
    if (answer) this.#mounted?.ask(answer, "");
  }

  /** Called by the module. */
  notice(kind, subject, flag) {
    if (kind === "ready") {
      if (!this.page) this.#slot.remove();
      this.#drawn = true;
      this.#states.add("drawn");
      for (const asked of this.#asked.splice(0)) this.#mounted.ask(...asked);
      this.#settle.resolve();
      this.#emit("ca-ready", {});
    } else if (kind === "faulty") this.#faulty = true;
    else if (kind === "share") this.#emit("ca-share", { id: subject, how: "copy" });
    else if (kind === "placement" && !flag && !this.#sought) this.#seek(subject);
    else if (kind === "placement") this.#tellPlacement(subject);
    else if (kind === "toggle") this.#emit("ca-toggle", { overlay: subject, on: flag });
    else this.#emit(`ca-${kind}`, { id: subject, kind: flag ? "claim" : "quotation" });
  }

  /** Goes back to what stood in the tag, and says why, once. */
  fail(error) {
    this.dispose();
    this.#settle.reject(error);
    this.#states.add("failed");
    this.#emitError(error);
  }

  /** Undoes everything that was done to the page. */
  dispose() {
    this.#latest += 1;
    articles.delete(this);
    for (const undo of this.#disposables.splice(0).reverse()) undo();
    this.#mounted = undefined;
    this.#drawn = false;
    this.#states.clear();
    this.#asked = [];
  }

  #ask(what, id = "") {
    if (this.#drawn) this.#mounted.ask(what, id);
    else this.#asked.push([what, id]);
  }

  /** Does what depends on the document in which the element stands, which may be another than before. */
  settleIn() {
    const page = this.#element.ownerDocument;
    if (!this.#disposables.length || page === this.#page) return;
    this.#leave();
    this.#page = page;
    this.#root.adoptedStyleSheets = [sheetOf(page)];
    for (const place of [page, this.#root]) place.addEventListener("click", this.#elsewhere);
    this.page?.settleIn();
  }

  /**
   * A click elsewhere on the page closes the card; what is over the page's own article hears of clicks itself. Ours is known
   * by having come through our root: outside of a closed one, in which the tag may stand, nothing else tells.
   */
  #elsewhere = (event) => {
    if (event.currentTarget === this.#root) this.#own = event;
    else if (!this.page && this.#own !== event) this.#mounted?.ask("leave", "");
  };

  #leave() {
    for (const place of [this.#page, this.#root]) place?.removeEventListener("click", this.#elsewhere);
    this.#root.adoptedStyleSheets = [];
    this.#page = undefined;
  }

  /** Makes the place in which the module draws, once. */
  #stage(script) {
    if (this.#inner) return;
    const inner = (this.#inner = this.#element.ownerDocument.createElement("div"));
    inner.part = "root";
    // In the next frame: what is drawn while browsers tell of sizes changes them again, which they report as an error.
    // Not where the module is mounted: what listens on `inner` there outlives the article, with all that is named beside it.
    const sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#drawn && this.#mounted.ask("resized", "")));
    // And watched from there: what begins to be while they tell of sizes is left over, which is the same error.
    requestAnimationFrame(() => this.#inner === inner && sizes.observe(inner));
    this.#undo(() => {
      sizes.disconnect();
      this.#leave();
      this.#inner = undefined;
      inner.remove();
      this.#root.append(this.#slot);
    });
    this.settleIn();
    articles.add(this);
    if (!script) return this.#root.append(inner);
    this.#slot.before(inner);
    const tell = {
      ask: (...asked) => this.#drawn && this.#mounted.ask(...asked),
      reread: () => this.#reread(),
      fail: (error) => this.fail(error),
    };
    const over = (this.page = script.attach(this.#over, this.#element, this.#root, inner, tell));
    this.#undo(() => {
      this.page = undefined;
      over.dispose();
    });
  }

  /** Has a document read and, a turn later, drawn: both at once would hold the page up for long. */
  async #mount(found) {
    const [inner, number] = [this.#inner, this.#latest];
    const mounted = mount(inner, found, this);
    if (!mounted || isDead()) return false;
    this.#undo(() => mounted.free());
    await new Promise((done) => setTimeout(done));
    if (number !== this.#latest) return true;
    this.#mounted = mounted;
    this.say();
    const { defaultView } = inner.ownerDocument;
    // A hand on the sheet, or the keyboard under it, on the page as in the article.
    const sheet = (event) => {
      const { type, target } = event;
      const panel = inner.querySelector(".panel:popover-open");
      if (panel) import("./sheet.js").then((module) => module[type](event, panel, target), () => {});
    };
    // From one of our controls to another nothing is heard outside.
    for (const type of ["pointerdown", "focusin"]) inner.addEventListener(type, sheet);
    const print = ({ type }) => mounted.ask("print", type.slice(0, -5));
    for (const [type, act] of [["beforeprint", print], ["afterprint", print], ["focusin", sheet]]) {
      defaultView.addEventListener(type, act);
      this.#undo(() => defaultView.removeEventListener(type, act));
    }
    return true;
  }

  #undo(undo) {
    this.#disposables.push(undo);
  }

  #emitError({ code = "runtime-unavailable", message, faults }) {
    console.warn([`checked-article: ${code}: ${message}`, ...(faults ?? [])].join("\n  "));
    this.#emit("ca-error", { code, message, ...(faults && { faults }) });
  }

  #emit(name, detail) {
    this.#element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
