/** Which sign of the text a pointer is on. */

/**
 * The text node and the offset of the sign of `page` under a point of its window; nothing where the point is beside the
 * words. `roots` are the open shadow roots that words stand in.
 */
export function signAt(page, x, y, roots) {
  const caret = page.caretPositionFromPoint?.(x, y, { shadowRoots: [...roots] });
  const range = caret ? undefined : page.caretRangeFromPoint?.(x, y);
  const node = caret?.offsetNode ?? range?.startContainer;
  const offset = caret?.offset ?? range?.startOffset;
  if (node?.nodeType !== Node.TEXT_NODE) return;
  // A caret stands between two signs, and comes to the nearest words from anywhere.
  for (const at of [offset, offset - 1]) {
    if (at < 0 || at >= node.length) continue;
    const sign = page.createRange();
    sign.setStart(node, at);
    sign.setEnd(node, at + 1);
    for (const { left, right, top, bottom } of sign.getClientRects()) {
      if (left <= x && x <= right && top <= y && y <= bottom) return { node, offset: at };
    }
  }
}
