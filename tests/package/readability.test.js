/**
 * Reader mode, by the library that Firefox's comes from: it sees the page without our script, so what stands in the tag is
 * what a reader gets there.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import test from "node:test";

const root = join(import.meta.dirname, "../..");
const tools = createRequire(join(root, "tools/packaging/package.json"));
const { JSDOM } = tools("jsdom");
const { Readability } = tools("@mozilla/readability");

const SEED = "seeds/alaska-summit.json";
const cli = (...arguments_) =>
  execFileSync("cargo", ["run", "-q", "--no-default-features", "--features", "cli", "--bin", "checked-article", "--", ...arguments_], { cwd: root, encoding: "utf8" });

/** A news site's page around `main`. */
const page = (main) => `<!doctype html><html lang="en"><head><title>The summit - Example News</title></head><body>
  <header><nav><a href="/">Example News</a> <a href="/world">World</a></nav></header>
  <main>${main}</main>
  <aside class="related"><h2>More</h2><ul><li><a href="/1">Another story of the day</a></li></ul></aside>
  <footer><p>© Example News</p></footer>
  <script type="module" src="/checked-article/checked-article.js"></script></body></html>`;

/** What reader mode makes of a page, as a document. */
function read(html) {
  const { window } = new JSDOM(html, { url: "https://example.org/story" });
  const article = new Readability(window.document).parse();
  assert.ok(article, "reader mode finds an article");
  return new JSDOM(article.content).window.document;
}

/** The words of each element that `selector` finds, in one line each. */
const words = (document, selector) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent.replace(/\s+/g, " ").trim());

/** All words of an element are in the reader's view, in the same order. */
function keeps(html, inTag, selectors) {
  const before = new JSDOM(inTag).window.document;
  const after = read(html);
  const all = after.body.textContent.replace(/\s+/g, " ");
  for (const selector of selectors) {
    const wanted = words(before, selector);
    assert.ok(wanted.length > 0, `the page has ${selector}`);
    let from = 0;
    for (const text of wanted) {
      const at = all.indexOf(text, from);
      assert.ok(at >= 0, `reader mode lost: ${text}`);
      from = at + text.length;
    }
  }
  return after;
}

test("a page whose tag holds the document as plain HTML keeps the article, every quotation's figure and every check", () => {
  const fallback = cli("html", SEED);
  const { quotes, claims } = JSON.parse(readFileSync(join(root, SEED), "utf8"));
  const html = page(`<checked-article src="/summit.json">${fallback}</checked-article>`);
  const after = keeps(html, fallback, ["p", "h1, h2, h3", "figure", "figcaption", "blockquote", "li"].filter((selector) => new JSDOM(fallback).window.document.querySelector(selector)));
  assert.ok(words(after, "figure blockquote").length >= quotes.length, "each quotation is a figure with its words");
  const all = after.body.textContent;
  for (const { summary } of claims) assert.ok(all.includes(summary), summary);
});

test("a page that puts the tag around its own article keeps the article", () => {
  const own = cli("html", SEED, "--article").replace("</article>", `<figure><blockquote><p>A pulled quotation of the page's own, long enough to be one, with a comma.</p></blockquote><figcaption>Somebody</figcaption></figure></article>`);
  assert.ok(own.includes("<article") && own.includes("A pulled quotation"));
  const after = keeps(page(`<checked-article src="/summit.json">${own}</checked-article>`), own, ["p", "figure"]);
  assert.equal(words(after, "figure blockquote").length, 1);
});
