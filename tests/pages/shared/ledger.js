/**
 * Keeps count of who listens on the page: on the window, the document, and every node outside shadow roots. Stands on a
 * page before anything else.
 */
(() => {
  const entries = new Map();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const inside = (target) => target instanceof Node && target.getRootNode() instanceof ShadowRoot;
  const capture = (options) => Boolean(typeof options === "object" ? options?.capture : options);
  const listenersOf = (target) => {
    if (!entries.has(target)) entries.set(target, []);
    return entries.get(target);
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (listener && !inside(target)) {
      const known = listenersOf(target);
      const same = (entry) => entry.type === type && entry.listener === listener && entry.capture === capture(options);
      if (!known.some(same)) known.push({ type, listener, capture: capture(options) });
    }
    return addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    const left = listenersOf(target).filter((entry) => entry.type !== type || entry.listener !== listener || entry.capture !== capture(options));
    if (left.length) entries.set(target, left);
    else entries.delete(target);
    return removeEventListener.call(target, type, listener, options);
  };
  const name = (target) => (target === window ? "window" : target === document ? "document" : target.localName ?? String(target));
  window.ledger = () => [...entries].flatMap(([target, list]) => list.map(({ type }) => `${name(target)} ${type}`)).sort();
})();
