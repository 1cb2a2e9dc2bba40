/**
 * Draws documents whose strings would run something, one after the other, with a card and the list open in each, and notes
 * whatever was taken for anything but text: elements and attributes that the widget does not make, URLs of other schemes,
 * calls of `hit`.
 */
let hits = 0;
let shown = 0;
const found = new Set();
window.hit = window.alert = () => (hits += 1);

const known = new Set(
  "a article aside b bdi blockquote br button circle cite dd del details div dl dt ellipse em figcaption figure footer g h1 h2 h3 h4 header i img input li line mark nav ol output p path polyline q rect s section slot small span strong sub summary sup svg time ul".split(" "),
);
const documents = await (await fetch("/poisoned.json")).json();
const vectors = await (await fetch("/vectors.json")).json();
await import("/checked-article.js");
let it = document.createElement("checked-article");
it.setAttribute("load", "eager");

function look() {
  for (const element of it.shadowRoot.querySelectorAll("*")) {
    if (!known.has(element.localName)) found.add(`an element ${element.localName}`);
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on")) found.add(`an attribute ${name}`);
      if (name === "style" && /url|expression/.test(value)) found.add(`style=${value}`);
      if (["href", "src", "action", "srcset", "xlink:href"].includes(name) && !/^(https?:|mailto:|#)/.test(value)) found.add(`${name}=${value}`);
    }
  }
  if (it.shadowRoot.textContent.includes("hit()")) shown += 1;
}

const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

window.sweep = async (number) => {
  const poisoned = documents[number];
  it.document = poisoned;
  if (!it.isConnected) document.querySelector("main").append(it);
  await it.ready;
  await frames();
  look();
  const marks = [...poisoned.quotes, ...poisoned.claims];
  await it.show(marks[number % marks.length].id);
  await frames();
  look();
  it.shadowRoot.querySelector("[part~=list-button]").click();
  await frames();
  look();
};
/** All strings as the paragraphs of one article: those that do not stand there as they are. */
window.sweepText = async () => {
  it.document = { version: 1, article: { body: vectors } };
  // As many frames as a slow machine needs, and no more looks than that: what does not come is told below.
  for (let waited = 0; waited < 100 && it.shadowRoot.querySelectorAll("article p").length < vectors.length; waited++) await frames();
  // What is not drawn, or is white space: control characters and signs of direction.
  const drawn = (words) => words.replace(/[\0-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();
  const paragraphs = [...it.shadowRoot.querySelectorAll("article p")].map(({ textContent }) => drawn(textContent));
  look();
  return vectors.filter((vector) => drawn(vector) && !paragraphs.includes(drawn(vector)));
};

/** Each string as each attribute, one element after the other. */
window.sweepAttributes = async () => {
  const attributes = ["src", "for", "lang", "theme", "quotes", "checks", "load", "skip", "timeout", "id", "class", "dir", "slot", "part"];
  for (const attribute of attributes) {
    const elements = vectors.map((vector) => {
      const element = document.createElement("checked-article");
      element.innerHTML = "<article><p>“Nobody asked us,” said Jon Berg.</p></article>";
      for (const [name, value] of [["load", "eager"], ["src", "harbour.json"], [attribute, vector]]) element.setAttribute(name, value);
      document.querySelector("main").append(element);
      return element;
    });
    await Promise.allSettled(elements.filter((element) => !["src", "timeout"].includes(attribute)).map((element) => Promise.race([element.ready, frames()])));
    await frames();
    for (const element of elements) {
      it = element.shadowRoot ? element : it;
      if (element.shadowRoot) look();
      element.remove();
    }
  }
};

/** Each message of the interface says one of the strings. */
window.sweepMessages = async () => {
  const words = await (await fetch("/messages/de.json")).json();
  let at = 0;
  const poisoned = (value) => (typeof value === "string" ? vectors[at++ % vectors.length] : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one)])));
  it = document.createElement("checked-article");
  it.setAttribute("load", "eager");
  it.setAttribute("src", "harbour.json");
  document.querySelector("main").append(it);
  await it.ready;
  for (let round = 0; round < 5; round += 1) {
    at = round * 7;
    it.messages = poisoned(words);
    await it.show("q2");
    await frames();
    look();
    await it.show("mended");
    await frames();
    look();
    it.shadowRoot.querySelector("[part~=list-button]").click();
    await frames();
    look();
  }
  it.remove();
};

/** Whether a sound element is drawn after all that, and what nobody caught. */
window.sweepEnd = async () => {
  const sound = document.createElement("checked-article");
  sound.setAttribute("load", "eager");
  sound.setAttribute("src", "harbour.json");
  document.querySelector("main").append(sound);
  await sound.ready;
  return [sound.shadowRoot.querySelectorAll("[part~=mark]").length > 0, window.__probe.errors()];
};

window.swept = () => [hits, shown, [...found]];
