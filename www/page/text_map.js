/**
 * The words of an article that the page drew, as blocks of text, and the way back from a place in a block to the page's
 * own nodes. Read from the live page as it is rendered; nothing of it is changed.
 */

/** What holds no words of the article: code, media, controls, what is beside the text, what is hidden, ads and embeds. */
const SKIPPED = [
  "script, style, noscript, template, iframe, object, embed, video, audio, canvas, svg, math, rt, rp",
  "form, input, textarea, select, button, dialog, nav, aside, [contenteditable]:not([contenteditable=false i]), [role=textbox]",
  "[hidden], [aria-hidden=true]",
  ".adsbygoogle, [id^=div-gpt-ad], [data-ad-slot], [data-ad], [class~=advertisement], [aria-label=Advertisement i]",
  ".twitter-tweet, .instagram-media, .tiktok-embed, [data-embed]",
].join();
/** Elements that are part of a line even where they float: drop capitals. */
const IN_LINE = new Set(["SPAN", "B", "STRONG", "EM", "I", "SMALL", "ABBR", "BIG", "FONT"]);
/** Signs that are there for breaking lines alone. */
const UNSEEN = "\u00AD\u200B";
const PIECES = new RegExp(`[ \\t\\r\\n\\f]+|[${UNSEEN}]+|[^ \\t\\r\\n\\f${UNSEEN}]+`, "g");

/** A block of text: what stands between two edges of block-level boxes. */
class Block {
  text = "";
  /** Where the text comes from, in order: `length` units from `at` on are those of `node` from `from` on. */
  pieces = [];
  /** Whether white space here would be at a line's beginning, or after other white space. */
  #gap = true;
  #bytes;

  constructor(box) {
    /** The element whose box it fills. */
    this.box = box;
  }

  add(node, keep) {
    let seen = false;
    for (const { 0: run, index } of node.data.matchAll(PIECES)) {
      if (UNSEEN.includes(run[0])) continue;
      if (!/[ \t\r\n\f]/.test(run[0])) {
        this.#gap = false;
        this.#append(node, index, run);
      } else if (keep === "all" || (keep === "breaks" && run.includes("\n"))) {
        const kept = keep === "all" ? run : "\n";
        this.#gap = kept.endsWith("\n");
        this.#append(node, keep === "all" ? index : index + run.indexOf("\n"), kept);
      } else if (!this.#gap) {
        this.#gap = true;
        this.#append(node, index, " ");
      } else continue;
      seen = true;
    }
    return seen;
  }

  /** Words that the browser puts in, and no node holds: a forced line break, the marks around a `<q>`. */
  put(words) {
    if (words === "\n") {
      this.#trim();
      // A break before the first word breaks nothing.
      if (!this.text) return;
    }
    this.#gap = words === "\n";
    this.text += words;
  }

  #append(node, from, words) {
    const last = this.pieces.at(-1);
    if (last?.node === node && last.from + last.length === from && last.at + last.length === this.text.length) last.length += words.length;
    else this.pieces.push({ at: this.text.length, length: words.length, node, from });
    this.text += words;
  }

  /** Takes white space from the end. */
  #trim() {
    const length = this.text.trimEnd().length;
    while (this.pieces.at(-1)?.at >= length) this.pieces.pop();
    const last = this.pieces.at(-1);
    if (last) last.length = Math.min(last.length, length - last.at);
    this.text = this.text.slice(0, length);
  }

  /** Whether anything stands in it once it is complete. */
  finish() {
    this.#trim();
    return this.pieces.length > 0;
  }

  /** The offset in UTF-16 units of an offset in UTF-8 bytes. */
  units(byte) {
    return this.#offsets()?.indexOf(byte) ?? byte;
  }

  /** The offset in UTF-8 bytes of an offset in UTF-16 units. */
  bytes(unit) {
    return this.#offsets()?.[unit] ?? unit;
  }

  /** The byte at which each unit begins; nothing where they count the same. */
  #offsets() {
    if (this.#bytes === undefined) {
      this.#bytes = null;
      if (/[^\0-\x7f]/.test(this.text)) {
        const offsets = (this.#bytes = new Int32Array(this.text.length + 1));
        let byte = 0;
        for (let unit = 0; unit < this.text.length; unit += 1) {
          offsets[unit] = byte;
          const code = this.text.codePointAt(unit);
          if (code > 0xffff) {
            // Inside a pair no byte begins.
            offsets[(unit += 1)] = -1;
            byte += 4;
          } else byte += code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
        }
        offsets[this.text.length] = byte;
      }
    }
    return this.#bytes ?? undefined;
  }
}

/** The blocks of an article at one moment. */
export class TextMap {
  /** In the order in which they are read. */
  blocks = [];
  /** The shadow roots that words stand in. */
  roots = new Set();
  #article;
  #skipped;
  /** The block of a text node, and the blocks whose words stand in an element. */
  #blockOf = new Map();
  #around = new Map();
  /** What was not drawn. */
  #hidden = [];
  #open;
  /** What stands in a block and yet beside it: floats, and what is positioned. */
  #beside = [];

  /** `skipped` is one more selector of what holds no words of the article. */
  constructor(article, skipped) {
    this.#article = article;
    this.#skipped = skipped ? `${SKIPPED},${skipped}` : SKIPPED;
    const style = getComputedStyle(article);
    if (style.display === "none") this.#hidden.push(article);
    else this.#walk(article.childNodes, article, style);
    this.#close();
  }

  /** Whether the page shows more words by now, without having changed any: by a class on something around them. */
  isOutdated() {
    return this.#hidden.some((element) => getComputedStyle(element).display !== "none");
  }

  #walk(nodes, box, style) {
    const visible = style.visibility === "visible";
    const keep = keptSpace(style);
    for (const node of nodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (visible && this.#begin(box).add(node, keep)) this.#note(node, box);
      } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(this.#skipped)) this.#element(node, box);
    }
  }

  #element(element, box) {
    if (element.tagName === "BR") return this.#open?.put("\n");
    if (element.tagName === "WBR") return;
    const style = getComputedStyle(element);
    if (style.display === "none") return this.#hidden.push(element);
    const away = style.position === "absolute" || style.position === "fixed";
    const floats = style.float !== "none" && !IN_LINE.has(element.tagName);
    if (this.#open && (away || floats)) {
      this.#beside.push(element);
    } else if (!away && (style.float !== "none" ? !floats : /^(inline|contents|ruby)/.test(style.display))) {
      const quoted = element.tagName === "Q";
      if (quoted) this.#begin(box).put("“");
      this.#walk(this.#inside(element), box, style);
      if (quoted) this.#open?.put("”");
    } else if (!isUnseen(style, away)) {
      this.#close();
      this.#walk(this.#inside(element), element, style);
      this.#close();
    }
  }

  /** What is drawn inside an element. */
  #inside(element) {
    const { shadowRoot } = element;
    if (element.tagName === "SLOT") {
      const slotted = element.assignedNodes();
      return slotted.length ? slotted : element.childNodes;
    }
    if (!shadowRoot || element === this.#article) return element.childNodes;
    this.roots.add(shadowRoot);
    return shadowRoot.childNodes;
  }

  #begin(box) {
    return (this.#open ??= new Block(box));
  }

  #close() {
    const block = this.#open;
    this.#open = undefined;
    if (block?.finish()) this.blocks.push(block);
    for (const element of this.#beside.splice(0)) {
      const style = getComputedStyle(element);
      if (isUnseen(style, true)) continue;
      this.#walk(this.#inside(element), element, style);
      this.#close();
    }
  }

  #note(node, box) {
    this.#blockOf.set(node, this.#open);
    const add = (element) => this.#around.set(element, (this.#around.get(element) ?? new Set()).add(this.#open));
    for (let at = node; at && at !== box; ) {
      const slot = at.assignedSlot;
      // What is put beside what is slotted comes into the same line.
      if (slot) add(at.parentNode);
      at = slot ?? at.parentNode ?? at.host;
      if (at) add(at);
    }
  }

  /** The ranges of the words from one byte of a block to another: one a text node, so that nothing skipped is in them. */
  ranges(index, startByte, endByte) {
    const block = this.blocks[index];
    if (!block) return [];
    const [start, end] = [block.units(startByte), block.units(endByte)];
    const ranges = [];
    for (const { at, length, node, from } of block.pieces) {
      if (at >= end) break;
      if (at + length <= start) continue;
      const startOffset = from + Math.max(start - at, 0);
      const endOffset = from + Math.min(end - at, length);
      const last = ranges.at(-1);
      // Collapsed white space parts two pieces of one node.
      if (last?.startContainer === node) last.endOffset = endOffset;
      else ranges.push({ startContainer: node, startOffset, endContainer: node, endOffset });
    }
    return ranges.map((range) => new StaticRange(range));
  }

  /** The block and the byte of the sign at `offset` in a text node; nothing where it is none of the article's words. */
  place(node, offset) {
    const block = this.#blockOf.get(node);
    const piece = block?.pieces.find((piece) => piece.node === node && piece.from <= offset && offset < piece.from + piece.length);
    return piece && { block: this.blocks.indexOf(block), byte: block.bytes(piece.at + offset - piece.from) };
  }

  /** The blocks that a change of the page touches; an empty set where it only adds something, nothing where it is no matter of words. */
  touched({ type, target, removedNodes }) {
    const holder = type === "childList" ? target : target.parentNode;
    const element = holder?.nodeType === Node.ELEMENT_NODE ? holder : holder?.host;
    if (!element || this.#isSkipped(element)) return;
    const touched = new Set();
    const add = (blocks) => blocks?.forEach((block) => touched.add(block));
    if (type === "characterData" && this.#blockOf.has(target)) touched.add(this.#blockOf.get(target));
    else if (type === "characterData") add(this.#nearest(element));
    else if (type === "childList") {
      // Put into a line, words change what stands in it; put between blocks, they change none.
      add(this.#nearest(target));
      for (const node of removedNodes) this.#each(node, (text) => touched.add(this.#blockOf.get(text)));
      touched.delete(undefined);
    }
    return touched;
  }

  #nearest(element) {
    for (let at = element; at; at = at.parentNode ?? at.host) {
      if (this.#around.has(at)) return this.#around.get(at);
      if (at === this.#article) return;
    }
  }

  #isSkipped(element) {
    for (let at = element; at && at !== this.#article; at = at.parentNode ?? at.host) if (at.matches?.(this.#skipped)) return true;
    return false;
  }

  #each(node, act) {
    if (node.nodeType === Node.TEXT_NODE) act(node);
    for (const child of node.childNodes) this.#each(child, act);
    if (node.shadowRoot) this.#each(node.shadowRoot, act);
  }
}

/** Which white space is drawn as it stands: all of it, line breaks alone, or none. */
function keptSpace({ whiteSpaceCollapse, whiteSpace }) {
  const value = whiteSpaceCollapse ?? whiteSpace;
  if (/^(preserve-breaks|pre-line)/.test(value)) return "breaks";
  return /^(preserve|pre|break-spaces)/.test(value) ? "all" : "none";
}

/** Whether a box is there for screen readers alone: "opens in a new window". */
function isUnseen({ width, height, overflow, clip, clipPath }, away) {
  return away && parseFloat(width) <= 1 && parseFloat(height) <= 1 && (overflow !== "visible" || clip !== "auto" || clipPath !== "none");
}
