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
await import("/checked-article.js");
const it = document.createElement("checked-article");
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
window.swept = () => [hits, shown, [...found]];
