/**
 * What stands beside the page's words and goes with them: the rail's buttons, the panel, the bar with the switches, and
 * the ring around words that were asked for.
 */
import { floatBar, sinkBar } from "./afloat.js";
import { lowerSheet, placePanel } from "./panel.js";
import { layRail } from "./rail.js";
import { bring, clipOf, standsWith } from "./scrolling.js";

/** The least height of a tag or its padding in which the bar finds room, in CSS pixels. */
const BAR = 40;
/** How long the ring around words that were asked for stays, in milliseconds. */
const RING = 2500;

export class Beside {
  #host;
  #shadow;
  #inner;
  #painting;
  #article;
  /** What has the article's box. */
  #frame;
  #ring;
  #ringed = [];
  #panel;
  #revealed;
  #focusBefore;
  /** Calls off what is due in the next frame. */
  #callOff;
  #bar;
  /** How much of the window's height the article takes, in CSS pixels. */
  #seen = 0;

  /** `host` is the tag, `shadow` its root, `inner` what the module draws in; `painting` knows the marks' lines. */
  constructor(host, shadow, inner, painting) {
    this.#host = host;
    this.#shadow = shadow;
    this.#inner = inner;
    this.#painting = painting;
  }

  /** Stands beside `article`, whose box is that of `frame`, from now on, with `ring` to draw rings. What is open stays. */
  settle(article, frame, ring) {
    this.#article = article;
    this.#frame = frame;
    this.#ring = ring;
    this.#bar = undefined;
  }

  /** Goes away from the article. */
  leave() {
    sinkBar(this);
    this.#callOff?.();
    this.#callOff = undefined;
  }

  /** Whether anything has to follow the words when they are scrolled. */
  get isFollowing() {
    return this.#panel?.isConnected || this.#ring.isDrawn || this.#painting.painter.follow;
  }

  /** The article takes `height` CSS pixels of the window. */
  see(height) {
    this.#seen = height;
    this.#placeBar();
  }

  /** A mark is to be brought into view, once the panel stands. */
  reveal(id) {
    this.#revealed = id;
  }

  /** Puts the panel where it belongs, which is beside the words of `id`, if it speaks of any. */
  place(panel, id) {
    if (this.#panel !== panel) this.#focusBefore ??= activeIn(this.#host.ownerDocument);
    this.#panel = panel;
    panel.dataset.for = id;
    this.#placePanel();
    if (this.#revealed) this.#bring(this.#revealed);
    this.#revealed = undefined;
    this.#coverBar();
  }

  /** The keyboard goes to the mark's button in the rail, or back to where it was before. */
  focus(id) {
    const button = this.#buttons().find(({ dataset }) => dataset.markId === id);
    button?.focus({ preventScroll: true });
    if (button && this.#shadow.activeElement === button) return;
    if (!this.#panel?.isConnected) this.#focusBefore?.focus({ preventScroll: true });
  }

  /** A button whose words have changed says nothing of them. */
  spoil(blocks) {
    for (const button of this.#buttons()) if (this.#painting.standsIn(button.dataset.markId, blocks)) button.classList.add("away");
  }

  /** Everything in its place, in the next frame. */
  soon() {
    if (this.#callOff) return;
    // The tag may stand in another document by then.
    const { defaultView: window } = this.#host.ownerDocument;
    const frame = window.requestAnimationFrame(() => this.lay());
    this.#callOff = () => window.cancelAnimationFrame(frame);
  }

  /** Everything in its place. */
  lay() {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#placeBar();
    const rail = this.#inner.querySelector(".rail");
    const along = this.#host.contains(this.#article) || standsWith(this.#host, this.#article);
    if (rail) layRail(rail, this.#frame, (id) => this.#painting.lineOf(id), along);
    if (this.#panel?.isConnected) this.#placePanel();
    this.#coverBar();
    this.#ring.follow();
    this.#painting.painter.follow?.();
  }

  #placePanel() {
    const found = this.#painting.lineOf(this.#panel.dataset.for);
    placePanel(this.#panel, found?.box ?? this.#frame, found?.line);
  }

  #bring(id) {
    const found = this.#painting.lineOf(id);
    if (!found) return;
    const measure = () => {
      const lines = this.#painting.rects(id);
      return lines.length ? { top: lines[0].top, bottom: lines.at(-1).bottom } : undefined;
    };
    const beside = this.#panel.hasAttribute("data-beside");
    const bottom = beside ? clipOf(found.box).bottom - 48 : this.#panel.getBoundingClientRect().top - 16;
    bring(found.box, measure, 80, bottom);
    if (!beside) lowerSheet(this.#panel, measure().bottom);
    this.#placePanel();
    this.#encircle(this.#painting.rangesOf(id));
  }

  /** One ring at a time: around the words that were asked for last. */
  #encircle(ranges) {
    const ring = this.#ring;
    ring.remove("ring", this.#ringed);
    this.#ringed = ranges;
    ring.add("ring", ranges);
    ring.follow();
    setTimeout(() => ring.remove("ring", ranges), RING);
  }

  #buttons() {
    return [...this.#inner.querySelectorAll(".rail button")];
  }

  /** The bar stands in the room that was kept for it; where there is none it is afloat while the article is in sight. */
  #placeBar() {
    const bar = this.#inner.querySelector(".bar");
    if (!bar) return;
    if (bar !== this.#bar) {
      this.#bar = bar;
      const room = this.#host.contains(this.#article) ? parseFloat(getComputedStyle(this.#host).paddingTop) : this.#host.offsetHeight;
      bar.popover = room >= BAR ? null : "manual";
      bar.dataset.placed = "";
    }
    if (bar.popover && bar.isConnected) floatBar(this, bar, this.#frame, this.#seen);
  }

  /** Not by `:has()`: WebKit does not notice when a popover opens in it. */
  #coverBar() {
    const isSheet = Boolean(this.#panel?.isConnected) && !this.#panel.hasAttribute("data-beside");
    this.#inner.querySelector(".bar")?.toggleAttribute("data-covered", isSheet);
  }
}

/** What has the keyboard, through open shadow roots. */
function activeIn(page) {
  let active = page.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active === page.body ? undefined : active;
}
