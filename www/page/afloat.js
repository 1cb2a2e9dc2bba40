/**
 * The bars that are afloat at the window's lower edge. Of several articles on a page, that which fills most of the window
 * has its bar there; where several tags are laid over one article, their bars stand above each other.
 */

import { scaleOf } from "./scale.js";

/** Between two bars, in CSS pixels. */
const GAP = 8;
/** Between a bar and the window's sides. */
const MARGIN = 12;

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
  // The first tag's bar is the uppermost.
  const hostOf = ({ bar }) => bar.getRootNode().host;
  all.sort((one, other) => (hostOf(one).compareDocumentPosition(hostOf(other)) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1));
  for (const { bar, article } of all) {
    const isShown = article === foremost?.article;
    bar.togglePopover(isShown);
    if (!isShown) continue;
    // Below its article, so that a card beside that covers no switch.
    const scale = scaleOf(bar);
    const { left, right } = article.getBoundingClientRect();
    const width = bar.offsetWidth * scale;
    const room = bar.ownerDocument.documentElement.clientWidth - width - MARGIN;
    bar.style.setProperty("--_left", `${Math.max(MARGIN, Math.min((left + right - width) / 2, room)) / scale}px`);
    bar.style.setProperty("--_below", `${below / scale}px`);
    below += bar.offsetHeight * scale + GAP;
  }
}
