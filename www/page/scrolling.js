/** The boxes that the page scrolls words in. */

const parentOf = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;

/** The elements that scroll what is in `element`, innermost first; the window's own is the last. */
export function scrollersOf(element) {
  const scrollers = [];
  const page = element.ownerDocument.scrollingElement ?? element.ownerDocument.documentElement;
  for (let at = element; at && at !== page; at = parentOf(at)) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll|overlay/.test(getComputedStyle(at).overflowY)) scrollers.push(at);
  }
  return [...scrollers, page];
}

/** Whether what is in `box` moves with `article` when anything is scrolled, and can stand beside it without being cut off. */
export function standsWith(box, article) {
  for (let at = box; at; at = parentOf(at)) {
    if (at === article || at === article.ownerDocument.body || (at !== box && holds(at, article))) return true;
    const { position, overflowX, overflowY } = getComputedStyle(at);
    if (/fixed|sticky/.test(position) || overflowX !== "visible" || overflowY !== "visible") return false;
  }
  return false;
}

/** Whether `element` is in `box`, through shadow roots. */
function holds(box, element) {
  for (let at = element; at; at = parentOf(at)) if (at === box) return true;
  return false;
}

/** The part of the window in which what is in `element` can be seen. */
export function clipOf(element) {
  const { clientWidth, clientHeight } = element.ownerDocument.documentElement;
  const clip = { left: 0, top: 0, right: clientWidth, bottom: clientHeight };
  for (const scroller of scrollersOf(element).slice(0, -1)) {
    const { left, top } = scroller.getBoundingClientRect();
    const [x, y] = [left + scroller.clientLeft, top + scroller.clientTop];
    clip.left = Math.max(clip.left, x);
    clip.top = Math.max(clip.top, y);
    clip.right = Math.min(clip.right, x + scroller.clientWidth);
    clip.bottom = Math.min(clip.bottom, y + scroller.clientHeight);
  }
  return clip;
}

/** Scrolls no further than needed until what `measure` finds lies between `top` and `bottom` of the window. */
export function bring(element, measure, top, bottom) {
  for (const scroller of scrollersOf(element)) {
    const box = measure();
    if (!box) return;
    const view = clipOf(element);
    const [above, below] = [Math.max(view.top, top), Math.min(view.bottom, bottom)];
    const by = box.top < above ? box.top - above : Math.max(0, Math.min(box.bottom - below, box.top - above));
    if (by) scroller.scrollBy({ top: by, behavior: "instant" });
  }
}
