/**
 * The rail: the marks' buttons, level with the lines that they speak of, beside the text. The module draws the buttons;
 * here they are put in their places, and away where they would have none.
 */
import { clipOf } from "./scrolling.js";
import { scaleOf } from "./scale.js";

/** The side of a button, in CSS pixels: what a finger can hit. */
const SIZE = 24;
const GAP = 6;

/**
 * Lays out the buttons in `rail`. `lineOf` gives a mark's first line and the element whose words it is in, by the mark's
 * id; `scrollsAlong` says whether the rail scrolls with the text.
 */
export function layRail(rail, article, lineOf, scrollsAlong) {
  rail.hidden = !scrollsAlong;
  if (!scrollsAlong) return;
  const origin = rail.getBoundingClientRect();
  const scale = scaleOf(rail.closest(".ca"));
  const [size, gap] = [SIZE * scale, GAP * scale];
  const edges = { left: Infinity, right: -Infinity };
  const placed = [];
  for (const button of rail.querySelectorAll("button")) {
    const found = button.hidden ? undefined : lineOf(button.dataset.markId);
    placed.push({ button, line: found?.line });
    if (!found) continue;
    const { left, right } = found.box.getBoundingClientRect();
    edges.left = Math.min(edges.left, left);
    edges.right = Math.max(edges.right, right);
    // From our shadow root to the page's paragraph: screen readers go from the button to the words.
    button.ariaDetailsElements = [found.box];
  }
  const clip = clipOf(article);
  const toRight = edges.right + gap + size <= clip.right;
  const toLeft = edges.left - gap - size >= clip.left;
  const endIsRight = getComputedStyle(article).direction !== "rtl";
  const right = endIsRight ? toRight || !toLeft : toRight && !toLeft;
  const x = !toRight && !toLeft ? edges.right - size : right ? edges.right + gap : edges.left - gap - size;
  // Where there is no room, a button shows over the text while the keyboard is on it.
  rail.toggleAttribute("data-over-text", !toRight && !toLeft);
  const lowest = article.getBoundingClientRect().bottom - size;
  let below = -Infinity;
  for (const { button, line } of placed) {
    button.classList.toggle("away", !line);
    if (!line) continue;
    const y = Math.min(Math.max((line.top + line.bottom - size) / 2, below), lowest);
    below = y + size;
    button.style.setProperty("left", `${(x - origin.left) / scale}px`);
    button.style.setProperty("top", `${(y - origin.top) / scale}px`);
  }
}
