/**
 * The hand on the sheet, its handle is dragged or flung up and down, and a swipe over it leads to the next or previous card; and the
 * keyboard under the sheet. Fetched when a sheet opens first; the handle's button and the arrows do the same as the hand without it.
 */

/** Below this height a dragged sheet closes, in CSS pixels. */
const LEAST = 96;
/** How fast the handle is flung rather than dragged, in CSS pixels a millisecond. */
const FLUNG = 0.5;
/** Who holds the handle still for so many milliseconds flings nothing. */
const REST = 100;
/** How far a finger goes sideways in a swipe. */
const SWIPE = 60;

/** Between what has the keyboard and the sheet, in CSS pixels. */
const GAP = 8;

/** Scrolls `target`, or what has the keyboard in the article, out from under the sheet `panel`; browsers know of no sheet. */
export function focusin(event, panel, target) {
  // Not before the browser has scrolled to it.
  requestAnimationFrame(() => {
    const focused = panel.getRootNode().activeElement ?? target;
    // Who clicks sees what they click.
    if (panel.contains(focused) || !focused.matches(":focus-visible")) return;
    const { top, bottom } = focused.getBoundingClientRect();
    const sheet = panel.getBoundingClientRect();
    if (bottom <= sheet.top || top >= sheet.bottom) return;
    scrollBy(0, sheet.top > 0 ? bottom - sheet.top + GAP : top - sheet.bottom - GAP);
  });
}

/** Follows the pointer that went down at `down` on `target`, in the sheet `panel`. */
export function pointerdown(down, panel, target) {
  if (!panel.contains(target)) return;
  const grip = target.closest(".grip");
  if (!grip && down.pointerType === "mouse") return;
  const fromTop = panel.closest(".ca").dataset.side === "top" ? -1 : 1;
  // The next card's panel will stand there too; higher up, all of the article would be styled anew for it.
  const margin = panel.parentElement;
  const forget = () => margin.style.removeProperty("--ca-sheet");
  // A height that was dragged gives way to the handle's button.
  margin.onclick = ({ target }) => target.closest(".grip") && forget();
  const height = panel.offsetHeight;
  let dragged = 0;
  let speed = 0;
  let last = down;
  const stand = (pixels) => margin.style.setProperty("--ca-sheet", `${Math.min(Math.max(0, pixels), innerHeight * 0.9)}px`);
  const stop = new AbortController();
  const on = (kind, act) => addEventListener(kind, (event) => event.pointerId === down.pointerId && act(event), { signal: stop.signal });
  if (grip) {
    on("pointermove", (event) => {
      // It went up before this script came.
      if (!event.buttons) return stop.abort();
      dragged = (down.clientY - event.clientY) * fromTop;
      speed = ((last.clientY - event.clientY) * fromTop) / Math.max(1, event.timeStamp - last.timeStamp);
      last = event;
      stand(height + dragged);
    });
  }
  on("pointercancel", () => stop.abort());
  on("pointerup", (event) => {
    stop.abort();
    if (grip) return dropped(event.timeStamp - last.timeStamp);
    const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY];
    if (Math.abs(x) < SWIPE || Math.abs(x) < 2 * Math.abs(y)) return;
    const forth = getComputedStyle(panel).direction === "rtl" ? x > 0 : x < 0;
    panel.querySelector(`[data-action=${forth ? "next" : "previous"}]`)?.click();
  });

  function dropped(rest) {
    if (Math.abs(dragged) < 4) return;
    // What ends a drag is no press of the button.
    const press = (event) => {
      event.stopPropagation();
      event.preventDefault();
    };
    grip.addEventListener("click", press, { capture: true, once: true });
    setTimeout(() => grip.removeEventListener("click", press, { capture: true }));
    if (rest > REST) speed = 0;
    if (speed > FLUNG) return stand(innerHeight);
    if (height + dragged > LEAST && speed > -FLUNG) return;
    forget();
    panel.querySelector("[data-action=close]").click();
  }
}
