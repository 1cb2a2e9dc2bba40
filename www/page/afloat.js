/**
 * The bars that are afloat at the window's lower edge. Of several articles on a page, that which fills most of the window
 * has its bar there; where several tags are laid over one article, their bars stand above each other.
 */

/** Between two bars, in CSS pixels. */
const GAP = 8;

/** The bar of each owner, with its article and how much of that is in the window. */
const bars = new Map();

/** Has `bar` of `owner` float while nothing else fills more of the window than `article` does: `seen` CSS pixels of its height. */
export function floatBar(owner, bar, article, seen) {
  bars.set(owner, { bar, article, seen });
  place();
}

/** There is no bar of `owner` any more. */
export function sinkBar(owner) {
  if (bars.delete(owner)) place();
}

function place() {
  const all = [...bars.values()].filter(({ bar }) => bar.isConnected);
  const foremost = all.reduce((most, one) => (one.seen > (most?.seen ?? 0) ? one : most), undefined);
  let below = 0;
  for (const { bar, article } of all) {
    const isShown = article === foremost?.article;
    bar.togglePopover(isShown);
    if (!isShown) continue;
    bar.style.setProperty("--_below", `${below}px`);
    below += bar.offsetHeight + GAP;
  }
}
