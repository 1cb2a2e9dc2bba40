/** Where the panel stands over the page's own article: beside the words where there is room, else a sheet from below. */

const GAP = 16;

/**
 * Puts `panel` beside `box`, whose words it speaks of, level with `line`; says whether it stands beside them.
 * Without a line it stands at the window's upper edge.
 */
export function placePanel(panel, box, line) {
  if (!panel.matches(":popover-open")) panel.showPopover();
  const { clientWidth, clientHeight } = panel.ownerDocument.documentElement;
  panel.dataset.beside = "";
  const { offsetWidth, offsetHeight } = panel;
  const { left, right } = box.getBoundingClientRect();
  // As far from the text as the rail needs.
  const distance = 2 * GAP + 8;
  const [atRight, atLeft] = [right + distance, left - distance - offsetWidth];
  const fits = { right: atRight + offsetWidth + GAP <= clientWidth, left: atLeft >= GAP };
  const rtl = getComputedStyle(box).direction === "rtl";
  if (!fits.right && !fits.left) {
    delete panel.dataset.beside;
    return false;
  }
  const side = rtl ? (fits.left ? atLeft : atRight) : fits.right ? atRight : atLeft;
  const top = Math.max(GAP, Math.min(line?.top ?? GAP, clientHeight - offsetHeight - GAP));
  panel.style.setProperty("--_left", `${side}px`);
  panel.style.setProperty("--_top", `${top}px`);
  return true;
}
