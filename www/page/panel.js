/** Where the panel stands over the page's own article: beside the words where there is room, else a sheet from below. */

const GAP = 16;

/** The least width at which a card can be read beside the text. */
const NARROW = 240;
/** The least of the window's height that a sheet takes where words stand in its way. */
const LOW = 180;

/**
 * Puts `panel` beside `box`, whose words it speaks of, level with `line`; says whether it stands beside them. Without a
 * line it stands at the window's upper edge.
 */
export function placePanel(panel, box, line) {
  if (!panel.matches(":popover-open")) panel.showPopover();
  const { clientWidth, clientHeight } = panel.ownerDocument.documentElement;
  const { left, right } = box.getBoundingClientRect();
  // The rail stands between.
  const distance = 2 * GAP + 8;
  const room = { right: clientWidth - right - distance - GAP, left: left - distance - GAP };
  const first = getComputedStyle(box).direction === "rtl" ? "left" : "right";
  const side = [first, first === "left" ? "right" : "left"].find((side) => room[side] >= NARROW);
  panel.toggleAttribute("data-beside", side !== undefined);
  if (!side) return false;
  panel.style.setProperty("--_room", `${room[side]}px`);
  const { offsetWidth, offsetHeight } = panel;
  const top = Math.max(GAP, Math.min(line?.top ?? GAP, clientHeight - offsetHeight - GAP));
  panel.style.setProperty("--_left", `${side === "right" ? right + distance : left - distance - offsetWidth}px`);
  panel.style.setProperty("--_top", `${top}px`);
  return true;
}

/** A sheet gives way to words, down to `bottom` of the window, that cannot be scrolled clear of it. */
export function lowerSheet(panel, bottom) {
  const room = panel.ownerDocument.documentElement.clientHeight - bottom - GAP;
  panel.style.setProperty("--_low", panel.getBoundingClientRect().top < bottom + GAP ? `${Math.max(room, LOW)}px` : "100vh");
}
