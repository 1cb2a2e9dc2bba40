/**
 * The marks over the page's words: which stretches of them are marked, what of that is painted now, and on which lines it
 * stands. Blocks whose words have changed carry nothing until they are read again.
 */
import { signAt } from "./hit.js";
import { linesOf } from "./overlay.js";

export class Painting {
  /** What paints: highlights, or rectangles. */
  painter;
  /** The words that the marks stand on; none before the article was read. */
  map;
  /** The stretches that are marked: each with its place, its kind, and the marks on it, the foremost first. */
  #stretches = [];
  #byMark = new Map();
  #painted = new Map();
  #open = "";
  /** Blocks whose words have changed since they were read. */
  #stale = new Set();

  /** The marks are these from now on: a line a stretch, `BLOCK START END KIND ID…`; `open` is the id of the mark whose card is open. */
  mark(lines, open) {
    this.#stretches = lines ? lines.split("\n").map((line) => {
      const [block, start, end, kind, ...ids] = line.split(" ");
      return { block: Number(block), start: Number(start), end: Number(end), kind, ids };
    }) : [];
    this.#byMark = new Map();
    for (const stretch of this.#stretches) {
      for (const id of stretch.ids) this.#byMark.set(id, [...this.#of(id), stretch]);
    }
    this.#open = open;
  }

  /** The same places are those of the words in `map` from now on. */
  stand(map) {
    this.clear();
    this.map = map;
    this.#stale = new Set(map.blocks.filter((block) => this.#stale.has(block)));
  }

  /** Paints what differs from what is painted. */
  repaint() {
    const wanted = new Map();
    for (const stretch of this.#stretches) {
      const { block, start, end, kind, ids } = stretch;
      if (this.#isStale(block)) continue;
      wanted.set(`${block} ${start} ${end} ${kind}`, [kind, stretch]);
      if (ids.includes(this.#open)) wanted.set(`${block} ${start} ${end} ${kind}-open`, [`${kind}-open`, stretch]);
    }
    for (const [key, painted] of this.#painted) if (!wanted.has(key)) this.#unpaint(key, painted);
    for (const [key, [kind, stretch]] of wanted) {
      if (this.#painted.has(key)) continue;
      const ranges = this.map.ranges(stretch.block, stretch.start, stretch.end);
      this.painter.add(kind, ranges);
      this.#painted.set(key, { kind, ranges, block: this.map.blocks[stretch.block] });
    }
  }

  /** What stands on the words of these blocks leaves at once. */
  spoil(blocks) {
    blocks.forEach((block) => this.#stale.add(block));
    for (const [key, painted] of this.#painted) if (blocks.has(painted.block)) this.#unpaint(key, painted);
  }

  clear() {
    for (const [key, painted] of this.#painted) this.#unpaint(key, painted);
  }

  /** Whether a mark has words in one of these blocks. */
  standsIn(id, blocks) {
    return this.#of(id).some(({ block }) => blocks.has(this.map.blocks[block]));
  }

  /** The ranges of a mark's words, while they are those that were read. */
  rangesOf(id) {
    return this.#of(id).flatMap(({ block, start, end }) => (this.#isStale(block) ? [] : this.map.ranges(block, start, end)));
  }

  /** The boxes of the lines of a mark, in the window. */
  rects(id) {
    return linesOf(this.rangesOf(id));
  }

  /** The first line of a mark, and the element whose words it is in. */
  lineOf(id) {
    const line = this.rects(id)[0];
    return line && { line, box: this.map.blocks[this.#of(id)[0].block].box };
  }

  /** The foremost mark under a point of the window of `page`; `roots` are the shadow roots around and in the article. */
  markAt(page, x, y, roots) {
    const sign = signAt(page, x, y, roots);
    // Some browsers' carets do not go into shadow roots, or are elsewhere where the page is zoomed: then the lines are asked.
    if (!sign) return this.#stretches.find((stretch) => this.#holds(stretch, x, y))?.ids[0];
    const place = this.map.place(sign.node, sign.offset);
    if (!place || this.#isStale(place.block)) return;
    return this.#stretches.find(({ block, start, end }) => block === place.block && start <= place.byte && place.byte < end)?.ids[0];
  }

  /** Whether a stretch has a line under a point of the window. */
  #holds({ block, start, end }, x, y) {
    if (this.#isStale(block)) return false;
    return linesOf(this.map.ranges(block, start, end)).some(({ left, top, right, bottom }) => left <= x && x <= right && top <= y && y <= bottom);
  }

  #of(id) {
    return this.#byMark.get(id) ?? [];
  }

  #isStale(block) {
    return this.#stale.has(this.map.blocks[block]);
  }

  #unpaint(key, { kind, ranges }) {
    this.painter.remove(kind, ranges);
    this.#painted.delete(key);
  }
}
