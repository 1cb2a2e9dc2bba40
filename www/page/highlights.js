/**
 * Paints ranges of the page's own text through `CSS.highlights`: no node of the page is touched.
 *
 * One highlight a kind holds all its ranges. Their rules cannot stand in our shadow root, so they are in a sheet of ours
 * that the roots of the words adopt and give back; the colours in them are those that the element computes.
 */

/** How the words of each kind are drawn: what `text-decoration` says beside the colour. The same as in article_view.css. */
const LINES = {
  quote: "1px",
  upheld: "1px",
  mostly: "double 1px",
  mixed: "dashed 2px",
  refuted: "wavy 1.5px",
  unproven: "dotted 2px",
  neutral: "dotted 2px",
  changed: "dashed 1px",
};

/** Whether this window paints ranges. */
export const isSupported = ({ CSS, Highlight }) => CSS?.highlights !== undefined && Highlight !== undefined;

export class Highlights {
  #registry;
  #names = {};
  #highlights = {};
  #sheet;
  #roots = new Set();
  #colors = "";

  /** Those of a window, which paints what stands in its own document. */
  constructor({ CSS, Highlight }) {
    this.#registry = CSS.highlights;
    // Another copy of this script on the page has names of its own.
    let copy = 0;
    while (this.#registry.has(`ca${copy}-quote`)) copy += 1;
    for (const kind in LINES) {
      for (const state of [kind, `${kind}-open`]) {
        this.#names[state] = `ca${copy}-${state}`;
        this.#registry.set(this.#names[state], (this.#highlights[state] = new Highlight()));
      }
      // What is open is painted over what is not; a check over a quotation.
      this.#highlights[kind].priority = kind === "quote" ? 0 : 1;
      this.#highlights[`${kind}-open`].priority = 2;
    }
  }

  add(kind, ranges) {
    for (const range of ranges) this.#highlights[kind]?.add(range);
  }

  remove(kind, ranges) {
    for (const range of ranges) this.#highlights[kind]?.delete(range);
  }

  /** Draws in these colours, by kind, words that stand in these roots. */
  dress(colors, roots) {
    const key = JSON.stringify(colors);
    if (this.#colors !== key) {
      this.#colors = key;
      const rule = (kind, body) => `::highlight(${this.#names[kind]}) { ${body} }`;
      const rules = Object.entries(LINES).flatMap(([kind, line]) => {
        const color = colors[kind];
        const drawn = kind === "quote" ? mixed(color, 50) : color;
        return [
          rule(kind, `text-decoration: underline ${line} ${drawn}; text-decoration-skip-ink: none; text-underline-offset: .26em`),
          rule(`${kind}-open`, `background-color: ${mixed(color, 15)}`),
        ];
      });
      this.#rules = `@media screen { ${rules.join(" ")} }`;
      this.#sheet?.replaceSync(this.#rules);
    }
    for (const root of roots) {
      this.#sheet ??= this.#newSheet(root);
      // A page that sets its list of sheets anew drops ours.
      if (!root.adoptedStyleSheets.includes(this.#sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
      this.#roots.add(root);
    }
  }

  #rules = "";

  #newSheet(root) {
    const sheet = new (root.ownerDocument ?? root).defaultView.CSSStyleSheet();
    sheet.replaceSync(this.#rules);
    return sheet;
  }

  /** Nothing is left of it. */
  dispose() {
    for (const name of Object.values(this.#names)) this.#registry.delete(name);
    for (const root of this.#roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    this.#roots.clear();
  }
}

const mixed = (color, percent) => `color-mix(in srgb, ${color} ${percent}%, transparent)`;
