/**
 * Two hundred elements beside the article, and a photograph in words of everything that a widget could have changed on
 * the page: what it is made of, how it looks, what is known to every script, who listens, history, storage.
 */
const rest = document.querySelector("#rest");
for (let n = 0; n < 25; n += 1) {
  const block = document.createElement("section");
  for (const name of ["h2", "p", "blockquote", "button", "input", "ul", "mark", "table"]) {
    const element = document.createElement(name);
    if (name !== "input") element.textContent = `${name} ${n}`;
    block.append(element);
  }
  rest.append(block);
}
// What is said, and which elements are defined; what the console is made of must stay as it is.
const defined = [];
let said = 0;
const { define } = CustomElementRegistry.prototype;
customElements.define = function (name, ...rest) {
  defined.push(name);
  return define.call(this, name, ...rest);
};
for (const name of ["debug", "info", "log", "warn", "error", "trace"]) {
  const say = console[name];
  console[name] = (...words) => {
    said += 1;
    say.apply(console, words);
  };
}
const consoleWas = { ...console };
// Who watches: an observer counts from its first `observe` to its `disconnect`.
const watching = new Map();
for (const kind of [MutationObserver, ResizeObserver, IntersectionObserver]) {
  const { observe, disconnect, unobserve } = kind.prototype;
  watching.set(kind.name, new Set());
  kind.prototype.observe = function (...what) {
    watching.get(kind.name).add(this);
    return observe.apply(this, what);
  };
  kind.prototype.disconnect = function () {
    watching.get(kind.name).delete(this);
    return disconnect.call(this);
  };
  if (unobserve) kind.prototype.unobserve = unobserve;
}
window.definedElements = () => defined;
window.watchers = () => [...watching].map(([name, all]) => `${name} ${all.size}`);

addEventListener("keydown", () => {});
document.addEventListener("click", () => {});

window.photograph = async () => {
  const looks = [...document.querySelectorAll("body, body *")].filter((element) => !element.closest("#box > *")).map((element) => {
    const style = getComputedStyle(element);
    return [...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(";");
  });
  const holders = { window, document, Element: Element.prototype, Node: Node.prototype, EventTarget: EventTarget.prototype, Array: Array.prototype, Object: Object.prototype, Promise, CSS, history, html: document.documentElement, body: document.body, box: document.querySelector("#box") };
  const globals = Object.entries(holders).map(([name, holder]) => `${name}: ${Reflect.ownKeys(holder).map(String).sort()}`);
  return {
    markup: document.documentElement.outerHTML,
    looks,
    globals,
    listeners: window.ledger(),
    history: [history.length, JSON.stringify(history.state), location.href, document.title, document.cookie],
    storage: [localStorage.length, sessionStorage.length, (await indexedDB.databases?.())?.length ?? 0, (await caches?.keys())?.length ?? 0],
    fonts: [document.fonts.status, ...[...document.fonts].map(({ family, status }) => `${family} ${status}`)],
    performance: [...performance.getEntriesByType("mark"), ...performance.getEntriesByType("measure")].map(({ name }) => name),
    console: [said, Object.keys(consoleWas).filter((name) => console[name] !== consoleWas[name]).join()],
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length, CSS.highlights?.size ?? 0],
    focus: document.activeElement.localName,
    scroll: [scrollX, scrollY],
  };
};
