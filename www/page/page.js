/**
 * The widget over an article that the page drew. Puts together the map of its words, what paints them, what stands beside
 * them, and what follows the page; the module asks it to paint, the pointer asks it what it is on.
 *
 * Not a node of the article is changed, and after `dispose` nothing of this is left on the page.
 */
import css from "./page.css";
import { TextMap } from "./text_map.js";
import { Highlights, isSupported } from "./highlights.js";
import { Overlay } from "./overlay.js";
import { Painting } from "./painting.js";
import { Beside } from "./beside.js";
import { Tones } from "./tones.js";
import { Follower, whenIdle } from "./follow.js";
import { documentOf } from "./document.js";
import { articleOf, missing, startOverWhenItComes } from "./target.js";
import { Whereabouts } from "./whereabouts.js";

/** On a click that was answered with a card; other copies of this script on the page know it by the same name. */
const ANSWERED = Symbol.for("checked-article");
/** What a click is for already. */
const CONTROLS = "a[href], button, input, select, textarea, label, summary, video, audio, iframe, [role=button], [role=link], [role=textbox], [contenteditable]:not([contenteditable=false i])";
/** All that there are: where several tags mark the same words, the first of them on the page answers. */
const pages = new Set();
/** How finely it is noticed how much of the article is in the window. */
const SIGHTS = Array.from({ length: 51 }, (_, step) => step / 50);

/**
 * Lays the widget over `article`; where none is there it says so, and the tag starts over when it comes. `host` is the tag,
 * `shadow` its root, `inner` the element that the module draws in. `ask` asks the module for something (`open`, `leave`);
 * `reread` is told that the page's words have changed, `fail` that there is no article any more.
 */
export function attach(article, host, shadow, inner, tell) {
  if (article?.isConnected) return new Page(article, host, shadow, inner, tell);
  startOverWhenItComes(host);
  throw missing(host);
}

class Page {
  #article;
  #host;
  #shadow;
  #inner;
  #tell;
  /** What is painted, and on which words: those that the module has. */
  #painting = new Painting();
  #beside;
  /** The words that the module may come to have, and those of each document. */
  #pending = new Set();
  #maps = new WeakMap();
  #coming;
  #arrived;
  #hasPainted = false;
  /** Whether the page changed its words before the module had painted any. */
  #isBehind = false;
  #tones;
  #follower;
  /** What undoes each thing done to the page, latest last. */
  #disposables = [];
  /** Called when the article is read again while it has no words yet. */
  #late;
  #pointer = { x: 0, y: 0 };
  /** The roots of which scrolling is heard: it does not leave a shadow root. */
  #heard = new Set();
  /** The open shadow roots that were in the article when it was read. */
  #known = new WeakSet();
  /** The click that was heard last, and its way as it is known where it began. */
  #heardClick;
  /** Calls off the last look for an article that was taken out. */
  #losing;

  constructor(article, host, shadow, inner, tell) {
    this.#host = host;
    this.#shadow = shadow;
    this.#inner = inner;
    this.#tell = tell;
    this.#beside = new Beside(host, shadow, inner, this.#painting);
    this.#arrive(article);
    this.#read();
  }

  /** Takes up its work over `article`, in the document in which that stands now. */
  #arrive(article) {
    this.#article = article;
    pages.add(this);
    this.#undo(() => pages.delete(this));
    const page = this.#host.ownerDocument;
    const window = page.defaultView;
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync(css);
    this.#shadow.adoptedStyleSheets = [...this.#shadow.adoptedStyleSheets, sheet];
    this.#undo(() => (this.#shadow.adoptedStyleSheets = this.#shadow.adoptedStyleSheets.filter((other) => other !== sheet)));
    this.#inner.classList.toggle("wrapped", this.#host.contains(article));

    // Beside what the module draws, and with its tokens.
    const layers = this.#shadow.appendChild(page.createElement("div"));
    layers.className = "ca";
    this.#undo(() => layers.remove());
    const frame = frameOf(article);
    this.#beside.settle(article, frame, new Overlay(layers));
    this.#tones = new Tones(layers, () => this.#dress());
    // In forced colours browsers paint all highlights as if they were selected; rectangles are lines there as everywhere.
    const forced = window.matchMedia("(forced-colors: active)");
    const painter = isSupported(window) && !forced.matches ? new Highlights(window) : new Overlay(layers);
    this.#painting.painter = painter;
    this.#undo(() => painter.dispose());
    this.#listen(forced, "change", () => this.#settle(this.#article));
    this.#follower = new Follower(article, (records) => this.#touch(records), () => this.#reread());
    this.#undo(() => this.#follower.dispose());
    const whereabouts = new Whereabouts(article, () => this.#moved(), () => this.#lose());
    this.#undo(() => whereabouts.dispose());

    this.#listen(page, "click", (event) => this.#clicked(event));
    // Outside of a closed shadow root a click in it is one on its host.
    for (const root of [this.#shadow, ...rootsAround(article)]) this.#listen(root, "click", (event) => this.#note(event));
    this.#listen(page, "ca-open", (event) => this.#gaveWay(event));
    this.#listen(page, "pointerdown", ({ clientX: x, clientY: y }) => (this.#pointer = { x, y }));
    this.#listen(window, "resize", () => this.#beside.soon());
    this.#listen(page.fonts, "loadingdone", () => this.#beside.soon());
    this.#heard.clear();
    this.#hear([page]);
    const look = (entries) => this.#beside.see(entries.at(-1).intersectionRect.height);
    const sight = new window.IntersectionObserver(look, { threshold: SIGHTS });
    sight.observe(frame);
    this.#undo(() => sight.disconnect());
    this.#undo(() => this.#losing?.());
    this.#undo(() => this.#beside.leave());
  }

  /** Goes over to `article`, which stands where another stood, or in another document. What is open and shown stays. */
  #settle(article) {
    this.#painting.clear();
    this.dispose();
    this.#losing = undefined;
    this.#pending.clear();
    this.#arrive(article);
    this.#reread();
  }

  /** Called by the runtime where the tag stands in another document now: its article may be another too. */
  settleIn() {
    const article = articleOf(this.#host, this.#article);
    if (article) this.#settle(article);
    else this.#fail();
  }

  /** The page took the article out. Another one that stands for it is taken up before the next paint, or in idle time. */
  #lose() {
    const article = articleOf(this.#host, this.#article);
    if (article) return this.#settle(article);
    this.#painting.clear();
    this.#beside.soon();
    this.#losing ??= whenIdle(() => {
      // A tag that was taken out too is taken down by itself.
      if (this.#host.isConnected) this.settleIn();
    });
  }

  #fail() {
    const host = this.#host;
    this.#tell.fail(missing(host));
    startOverWhenItComes(host);
  }

  /**
   * The document `given`, or that of the page itself, with the page's words as they are now for its body; waits for words
   * that come late. `commit` it before the module gets it.
   */
  async document(given) {
    if (!this.#hasPainted) await this.#drawn();
    let map = this.#read();
    while (!map.blocks.length) {
      await new Promise((resolve) => (this.#late = resolve));
      map = this.#read();
    }
    const words = map.blocks.map(({ text }) => text);
    const find = this.#host.getAttribute("quotes") === "find";
    const document = await documentOf(given, words, this.#language(), find, this.#host.ownerDocument);
    this.#maps.set(document, map);
    return document;
  }

  /**
   * Waits until the browser has drawn the article as it stands in the tag. Otherwise what is painted on it would count as
   * part of the page's own first drawing, which would then be larger and later (Largest Contentful Paint).
   */
  async #drawn() {
    const { defaultView: window } = this.#host.ownerDocument;
    const frame = () => new Promise((next) => window.requestAnimationFrame(next));
    if (!this.#host.contains(this.#article) || this.#host.ownerDocument.hidden) return;
    await frame();
    await frame();
  }

  /** Whether the page's words are others than those that the module has. The same words in other nodes are painted again. */
  hasChanged() {
    const map = this.#read();
    const [before, after] = [this.#painting.map, map].map(({ blocks }) => blocks);
    if (before.length !== after.length || before.some(({ text }, index) => text !== after[index].text)) return true;
    this.#stand(map);
    return false;
  }

  /** The module is given `document`. What is painted stays until it paints its words: no frame is without them. */
  commit(document) {
    this.#coming = this.#maps.get(document);
    if (!this.#hasPainted) this.#stand(this.#coming);
  }

  /** Called by the module: from now on its places are those of the document that it was given last. */
  forget() {
    this.#arrived = this.#coming;
  }

  /** The language that the article is written in, if the page says so. */
  #language() {
    for (let at = this.#article; at; at = at.parentNode ?? at.host) if (at.lang) return at.lang;
  }

  /**
   * Called by the module. `lines` are the stretches to be painted, `BLOCK START END KIND ID…` each, the foremost mark
   * first; `open` is the id of the mark whose card is open.
   */
  paint(lines, open) {
    calmly(() => this.#paint(lines, open));
  }

  #paint(lines, open) {
    if (!this.#hasPainted && this.#isBehind) this.#undo(whenIdle(() => this.#reread()));
    this.#hasPainted = true;
    if (this.#arrived) this.#stand(this.#arrived, false);
    this.#arrived = undefined;
    this.#painting.mark(lines, open);
    this.#repaint();
  }

  /** Called by the module: a mark is to be brought into view, once the panel stands. */
  reveal(id) {
    this.#beside.reveal(id);
  }

  /** Called by the module: puts the panel where it belongs, which is beside the words of `id`, if it speaks of any. */
  place(panel, id) {
    calmly(() => this.#beside.place(panel, id));
  }

  /** Called by the module: the keyboard goes to the mark's button in the rail, or back to where it was before. */
  focus(id) {
    calmly(() => this.#beside.focus(id));
  }

  dispose() {
    for (const undo of this.#disposables.splice(0).reverse()) undo();
  }

  /** The words as they are now. What touches them from now on is noted. */
  #read() {
    const map = new TextMap(this.#article, this.#skipped());
    this.#follower.watch(map.roots);
    this.#hear(map.roots);
    this.#painting.map ??= map;
    for (const root of this.#openRoots()) this.#known.add(root);
    this.#pending.add(map);
    return map;
  }

  #reread() {
    const late = this.#late;
    this.#late = undefined;
    if (late) late();
    else if (this.#hasPainted) this.#tell.reread();
    else this.#isBehind = true;
  }

  /** Scrolling moves what is drawn over words and beside them. */
  #hear(roots) {
    for (const root of [...roots, ...rootsAround(this.#article)]) {
      if (this.#heard.has(root)) continue;
      this.#heard.add(root);
      this.#listen(root, "scroll", () => this.#beside.isFollowing && this.#beside.soon());
    }
  }

  /**
   * The article may stand elsewhere now, or show more words by a class around it, and an element in it may have become what
   * it is only now, with words of its own.
   */
  #moved() {
    this.#beside.soon();
    if (this.#painting.map.isOutdated() || this.#openRoots().some((root) => !this.#known.has(root))) this.#follower.askAgain();
  }

  /** The open shadow roots in the article. */
  #openRoots() {
    const within = [this.#article, ...this.#painting.map.roots];
    return within.flatMap((root) => [...root.querySelectorAll(":defined")].flatMap(({ shadowRoot }) => shadowRoot ?? []));
  }

  /** What is painted gives way to the same places in other nodes, or to what is painted next. */
  #stand(map, repaint = true) {
    this.#painting.stand(map);
    // What was read before it is of no use any more.
    for (const earlier of this.#pending) {
      this.#pending.delete(earlier);
      if (earlier === map) break;
    }
    if (repaint) this.#repaint();
  }

  #skipped() {
    const { localName } = this.#host;
    const skip = this.#host.getAttribute("skip");
    try {
      if (skip) this.#host.matches(skip);
    } catch (error) {
      console.warn(`checked-article: skip: ${error.message}`);
      return localName;
    }
    return [localName, skip].filter(Boolean).join();
  }

  #repaint() {
    this.#painting.repaint();
    this.#dress();
    this.#beside.lay();
  }

  /** The page changed something: what stands on touched words leaves at once. */
  #touch(records) {
    let ofWords = false;
    const touched = new Set();
    for (const record of records) {
      for (const map of [this.#painting.map, ...this.#pending]) {
        const blocks = map.touched(record);
        ofWords ||= blocks !== undefined;
        blocks?.forEach((block) => touched.add(block));
      }
    }
    if (touched.size) {
      this.#painting.spoil(touched);
      this.#beside.spoil(touched);
    }
    if (ofWords) this.#beside.soon();
    return ofWords;
  }

  #dress() {
    // A tag that was taken out meanwhile is about to be taken down.
    const { painter, map } = this.#painting;
    if (painter.dress && this.#article.isConnected) painter.dress(this.#tones.colors(), [this.#article.getRootNode(), ...map.roots]);
  }

  #note(event) {
    if (this.#heardClick?.event !== event) this.#heardClick = { event, path: event.composedPath() };
  }

  #clicked(event) {
    this.#note(event);
    const { path } = this.#heardClick;
    this.#heardClick = undefined;
    const target = path[0];
    // What is ours is answered by the module.
    if (path.includes(this.#inner)) return;
    const inArticle = path.includes(this.#article);
    const isControl = path.slice(0, path.indexOf(this.#article)).some((node) => node.matches?.(CONTROLS));
    const isDrag = Math.abs(event.clientX - this.#pointer.x) + Math.abs(event.clientY - this.#pointer.y) > 4;
    const isSelecting = event.detail > 1 || !(target.ownerDocument?.getSelection()?.isCollapsed ?? true);
    if (inArticle && (isControl || event.defaultPrevented || isDrag)) return;
    const isOurs = inArticle && !isSelecting && !event[ANSWERED] && !this.#earlier().some((page) => page.hit(event));
    const id = isOurs ? this.hit(event) : undefined;
    if (!id) return this.#tell.ask("leave", "");
    event[ANSWERED] = true;
    this.#tell.ask("tap", id);
  }

  /** Another tag over the same article has opened a card, where ours would stand. */
  #gaveWay(event) {
    const other = event.composedPath()[0];
    if (other !== this.#host && articleOf(other) === this.#article) this.#tell.ask("leave", "");
  }

  /** Those of tags before this one, over the same article. */
  #earlier() {
    const precedes = (other) => other.#host.compareDocumentPosition(this.#host) & Node.DOCUMENT_POSITION_FOLLOWING;
    return [...pages].filter((other) => other !== this && other.#article === this.#article && precedes(other));
  }

  /** The foremost mark under a pointer. */
  hit({ clientX, clientY }) {
    const roots = [...this.#painting.map.roots, this.#article.getRootNode()].filter((root) => root.host);
    return this.#painting.markAt(this.#host.ownerDocument, clientX, clientY, roots);
  }

  #listen(target, kind, listener) {
    const options = { passive: true, capture: kind === "scroll" || kind === "pointerdown" };
    target.addEventListener(kind, listener, options);
    this.#undo(() => target.removeEventListener(kind, listener, options));
  }

  #undo(undo) {
    this.#disposables.push(undo);
  }
}

/** The shadow roots that an article stands in, innermost first. */
function rootsAround(article) {
  const roots = [];
  for (let root = article.getRootNode(); root.host; root = root.host.getRootNode()) roots.push(root);
  return roots;
}

/** What has the box that an article fills: itself, or, where it has none of its own (`display: contents`), what it stands in. */
function frameOf(article) {
  let frame = article;
  while (getComputedStyle(frame).display === "contents") frame = frame.assignedSlot ?? frame.parentElement ?? frame.getRootNode().host;
  return frame;
}

/** Does what the module asks for. An exception that went on into the module would end every article on the page. */
function calmly(act) {
  try {
    act();
  } catch (error) {
    console.warn("checked-article:", error);
  }
}
