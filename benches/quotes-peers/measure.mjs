/** What is measured, in Node and in a page alike: the finder and its peers over the same text, one row each. */

/** The seed article cut or repeated to about `length` bytes, whole lines. */
function article(seed, length) {
  const lines = seed.split("\n");
  let text = "";
  for (let index = 0; ; index += 1) {
    const line = `${lines[index % lines.length]}\n`;
    if (text.length + line.length > length) return text;
    text += line;
  }
}

/**
 * The median time of a call in microseconds, over a second of samples, after a warm-up. A sample is as many calls as take
 * some milliseconds: a page's clock is coarse.
 */
function measure(find, text) {
  let calls = 0;
  const start = performance.now();
  for (; performance.now() < start + 500; calls += 1) find(text);
  const sample = Math.max(1, Math.ceil((5 * calls) / (performance.now() - start)));
  const times = [];
  for (const end = performance.now() + 1000; performance.now() < end || times.length < 5; ) {
    const before = performance.now();
    for (let call = 0; call < sample; call += 1) find(text);
    times.push(((performance.now() - before) * 1000) / sample);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

/** Rows of finder, length of the text, quotations found, microseconds. */
export function rows(seed, finder, nlp, quoteParser) {
  const finders = {
    "checked-article (wasm)": (text) => JSON.parse(finder.find(text, "en")).quotes.length,
    compromise: (text) => nlp(text).quotations().json().length,
    "quote-parser": (text) => quoteParser.parse(text, "en", { minLength: 1 }).length,
  };
  const found = [];
  for (const length of [1_000, 5_000, 50_000, 200_000, 1_000_000]) {
    const text = article(seed, length);
    for (const [name, find] of Object.entries(finders)) {
      // A peer that takes seconds for one call says no more at ten times the length.
      if (length > 50_000 && name !== "checked-article (wasm)") continue;
      found.push({ name, length: text.length, quotations: find(text), time: measure(find, text) });
    }
  }
  return found;
}
