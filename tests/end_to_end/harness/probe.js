// Given to every page before its own scripts: notes what happens, and looks into the shadow roots for the tests. Its tag
// is taken out again.
(() => {
  const events = [], errors = [], said = [];
  let shift = 0;

  document.currentScript?.remove();
  for (const level of ["error", "warn"]) {
    const say = console[level];
    console[level] = (...words) => {
      said.push(`${level === "error" ? "SEVERE" : "WARNING"} ${words.join(" ")}`);
      say.apply(console, words);
    };
  }
  document.addEventListener("securitypolicyviolation", (event) => {
    // No page here has an icon; that the browser asks is no fault of theirs.
    if (event.blockedURI.endsWith("/favicon.ico")) return;
    said.push(`SEVERE ${event.effectiveDirective} of the policy refuses ${event.blockedURI}: ${event.sample}`);
  });

  const note = (event) => {
    const detail = event.detail === undefined || event.detail === null ? null : JSON.parse(JSON.stringify(event.detail));
    events.push({ kind: event.type, target: event.target.id || event.target.localName, detail });
  };
  // On the window and while bubbling: an event that does not reach the page is not noted.
  for (const kind of ["ready", "error", "open", "close", "toggle", "share", "placement"]) {
    window.addEventListener(`ca-${kind}`, note);
  }
  const error = (message) => {
    errors.push(message);
    said.push(`SEVERE ${message}`);
  };
  window.addEventListener("error", (event) => error(String(event.message)));
  window.addEventListener("unhandledrejection", (event) => error(String(event.reason)));
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });

  // On a page that is itself a Yew app our root is closed; the tests see it all the same.
  const { attachShadow } = Element.prototype;
  const roots = new WeakMap();
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    roots.set(this, root);
    return root;
  };
  const rootOf = (element) => element && (element.shadowRoot ?? roots.get(element));

  const frame = () => new Promise((next) => requestAnimationFrame(next));

  const all = (host, selector) => {
    const element = document.querySelector(host);
    if (!element) throw new Error(`no ${host} on the page`);
    return [...(rootOf(element)?.querySelectorAll(selector) ?? [])];
  };

  const one = (host, selector) => {
    const [first] = all(host, selector);
    if (!first) throw new Error(`no ${selector} in ${host}`);
    return first;
  };

  const name = (element) => {
    if (!element) return "nothing";
    const marked = ["part", "data-m", "data-mark-id", "data-action", "data-overlay", "data-verdict", "href"];
    const attributes = marked.filter((key) => element.hasAttribute(key)).map((key) => `[${key}="${element.getAttribute(key)}"]`);
    return element.localName + (element.id && `#${element.id}`) + attributes.join("");
  };

  // What stands at a point of the window, through open shadow roots.
  const at = (x, y) => {
    let found = document.elementFromPoint(x, y);
    for (let deeper = found; deeper; found = deeper) {
      deeper = rootOf(found)?.elementFromPoint(x, y);
      if (deeper === found) break;
      if (!deeper) break;
    }
    return found;
  };

  const box = ({ left, top, width, height }) => ({ left, top, width, height });

  // The middle of an element's first line, once it has come to rest; scrolled to where it is out of sight.
  const middle = async (element, label) => {
    const rect = () => [...element.getClientRects()].find((line) => line.width > 0 && line.height > 0);
    if (!rect()) throw new Error(`${label} has no size`);
    const visible = ({ left, top, right, bottom }) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    const hit = () => {
      const { left, top, width, height } = rect();
      return at(left + width / 2, top + height / 2);
    };
    const holds = (found) => {
      for (let node = found; node; node = node.parentNode ?? node.host) if (node === element) return true;
      return false;
    };
    if (!visible(rect()) || !holds(hit())) element.scrollIntoView({ block: "center", behavior: "instant" });
    for (let still = 0, before = rect(); still < 3; ) {
      await frame();
      const now = rect();
      if (!now) throw new Error(`${label} went away`);
      still = now.left === before.left && now.top === before.top ? still + 1 : 0;
      before = now;
    }
    const found = hit();
    if (!holds(found)) throw new Error(`${label} is covered by ${name(found)}`);
    const { left, top, width, height } = rect();
    return [Math.round(left + width / 2), Math.round(top + height / 2)];
  };

  // The text nodes of the page in an element, through its open shadow roots; what our own hold is not the page's.
  const textsIn = (node) => {
    if (node.nodeType === 3) return [node];
    const inside = "show" in node && "ready" in node ? [] : (node.shadowRoot?.childNodes ?? []);
    return [...inside, ...node.childNodes].flatMap(textsIn);
  };
  const rangeOf = (element, words) => {
    const text = textsIn(element).find(({ data, parentNode }) => data.includes(words) && !["SCRIPT", "STYLE"].includes(parentNode.nodeName));
    if (!text) throw new Error(`no words "${words}"`);
    const range = document.createRange();
    range.setStart(text, text.data.indexOf(words));
    range.setEnd(text, text.data.indexOf(words) + words.length);
    return range;
  };

  const textOf = ({ startContainer, startOffset, endContainer, endOffset }) => {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return String(range).replace(/\u00AD/g, "").replace(/\s+/g, " ");
  };

  // Who listens on what the page can see: a listener that is taken off again does not count.
  const listening = new Map();
  for (const [name, by] of [["addEventListener", 1], ["removeEventListener", -1]]) {
    const original = EventTarget.prototype[name];
    EventTarget.prototype[name] = function (kind, ...rest) {
      const target = this ?? window;
      if (target === window || target === document || target === document.fonts || (target.nodeType === 1 && target.getRootNode() === document)) {
        listening.set(kind, (listening.get(kind) ?? 0) + by);
      }
      return original.call(target, kind, ...rest);
    };
  }

  // All nodes of the page but the element's own, through open shadow roots.
  const nodesOf = (host) => {
    const nodes = [];
    const walk = (node) => {
      if (node.matches?.(host) && node.shadowRoot) {
        for (const child of node.childNodes) walk(child);
        return;
      }
      nodes.push(node);
      if (node.shadowRoot) walk(node.shadowRoot);
      for (const child of node.childNodes) walk(child);
    };
    walk(document.body);
    return nodes.filter((node) => !node.matches?.(host));
  };
  let firstNodes;
  const sameNodes = (host) => {
    const nodes = nodesOf(host);
    firstNodes ??= nodes;
    return nodes.length === firstNodes.length && nodes.every((node, index) => node === firstNodes[index]);
  };
  const pageNow = (host) => {
    const elements = nodesOf(host).filter((node) => node.nodeType === 1).slice(0, 200);
    const style = (element) => {
      const computed = getComputedStyle(element);
      return [...computed].map((name) => `${element.localName} ${name}: ${computed.getPropertyValue(name)}`);
    };
    return {
      // But for the tag itself, which comes and goes.
      html: elements.map((element) => {
        const copy = element.cloneNode(true);
        copy.querySelectorAll(host).forEach((tag) => tag.replaceWith(...tag.childNodes));
        return copy.outerHTML;
      }),
      styles: elements.flatMap(style),
      boxes: elements.map((element) => JSON.stringify(element.getBoundingClientRect())),
      // The driver's own are none of ours.
      globals: Object.getOwnPropertyNames(window).filter((name) => !/cdc_|^ret_nodes$/.test(name) && isNaN(name)).sort(),
      sheets: document.adoptedStyleSheets.length,
      highlights: CSS.highlights?.size ?? 0,
      listening: Object.fromEntries([...listening].filter(([, count]) => count)),
      history: history.length,
      stored: localStorage.length + sessionStorage.length + document.cookie.length,
      scroll: [scrollX, scrollY, document.documentElement.scrollWidth, document.documentElement.scrollHeight],
    };
  };

  const visible = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  window.__probe = {
    // By the page itself: what a driver runs may stand in a world of its own.
    load: (address) => import(address).then(() => null),
    events: () => events,
    errors: () => errors,
    said: () => said.splice(0),
    shift: () => shift,
    count: (host, selector) => all(host, selector).length,
    shown: (host, selector) => all(host, selector).some(visible),
    text: (host, selector) => one(host, selector).innerText,
    attribute: (host, selector, key) => one(host, selector).getAttribute(key),
    attributes: (host, selector, key) => all(host, selector).map((element) => element.getAttribute(key)),
    areas: (host, selector) => all(host, selector).map((element) => box(element.getBoundingClientRect())),
    texts: (host, selector) => all(host, selector).map((element) => element.textContent),
    middle: (host, selector) => middle(one(host, selector), selector),
    words: (host, words) => {
      const piece = all(host, "span[data-m]").find((span) => span.textContent.includes(words));
      if (!piece) throw new Error(`no marked words "${words}" in ${host}`);
      return middle(piece, words);
    },
    // The middle of the first line of words in the page's own text, scrolled into view.
    page_words: async (selector, words) => {
      const range = rangeOf(document.querySelector(selector), words);
      const line = () => range.getClientRects()[0];
      if (line().top < 0 || line().bottom > innerHeight) range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
      await frame();
      const { left, top, width, height } = line();
      return [Math.round(left + width / 2), Math.round(top + height / 2)];
    },
    // The boxes of the lines of words in the page's own text.
    lines: (selector, words) => [...rangeOf(document.querySelector(selector), words).getClientRects()].map(box),
    // What is painted on the page's own text: the kind of mark and the words.
    painted: () =>
      [...(CSS.highlights ?? [])].flatMap(([name, ranges]) =>
        [...ranges].map((range) => `${name.replace(/^ca\d+-/, "")}: ${textOf(range)}`)
      ).sort(),
    // What of the page must be the same before, while and after an element is on it.
    page: (host) => ({ ...pageNow(host), sameNodes: sameNodes(host) }),
    // Some have the selection inside a shadow root on the root itself, some tell of it when asked about that root.
    selection: (host) => {
      const shadowRoot = rootOf(document.querySelector(host));
      if (shadowRoot.getSelection) return String(shadowRoot.getSelection());
      const [{ startContainer, startOffset, endContainer, endOffset }] = getSelection().getComposedRanges({ shadowRoots: [shadowRoot] });
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return String(range);
    },
    // What the shadow root holds, by name.
    inside: (host) => [...(rootOf(document.querySelector(host))?.childNodes ?? [])].map((node) => (node.nodeType === 1 ? name(node) : node.nodeName)),
    // Whether the reader sees what stands inside the tag.
    falls_back: (host) => [...document.querySelector(host).children].some(visible),
    // Where the keyboard is, through open shadow roots.
    focus: () => {
      let active = document.activeElement;
      while (rootOf(active)?.activeElement) active = rootOf(active).activeElement;
      return name(active);
    },
    focus_shown: () => {
      let active = document.activeElement;
      while (rootOf(active)?.activeElement) active = rootOf(active).activeElement;
      return active.matches(":focus-visible") && visible(active);
    },
  };
})();
