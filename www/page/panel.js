/** Where the panel stands over the page's own article: beside the words where there is room, else a sheet from below. */

import { scaleOf } from "./scale.js";

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
  const scale = scaleOf(panel);
  const put = (name, length) => panel.style.setProperty(name, `${length / scale}px`);
  put("--_room", room[side]);
  const { width, height } = panel.getBoundingClientRect();
  put("--_left", side === "right" ? right + distance : left - distance - width);
  // In the window as long as its words are; where they are scrolled away, it goes with them.
  const away = line ? Math.min(line.bottom, 0) + Math.max(line.top - clientHeight, 0) : 0;
  put("--_top", Math.max(GAP, Math.min(line?.top ?? GAP, clientHeight - height - GAP)) + away);
  return true;
}

/** A sheet gives way to words, down to `bottom` of the window, that cannot be scrolled clear of it. */
export function lowerSheet(panel, bottom) {
  const room = panel.ownerDocument.documentElement.clientHeight - bottom - GAP;
  panel.style.setProperty("--_low", panel.getBoundingClientRect().top < bottom + GAP ? `${Math.max(room, LOW) / scaleOf(panel)}px` : "100vh");
}
