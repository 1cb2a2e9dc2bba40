/**
 * The article that stands inside the tag, as a document: for a page that has no document and wants its quotations found.
 *
 * Nothing of it may be lost. Where something stands there that the document format cannot say (a table, a video), the
 * element stays as it is and the page is told why.
 */

const SILENT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "LINK", "META"]);
const AROUND = new Set(["ARTICLE", "SECTION", "DIV", "MAIN", "HEADER", "FOOTER"]);
const STYLES = { EM: "emphasis", I: "emphasis", STRONG: "strong", B: "strong", DEL: "deleted", S: "deleted", SUP: "superscript", SUB: "subscript" };
const PLAIN = new Set(["SPAN", "BDI", "CITE", "TIME", "ABBR", "SMALL", "MARK", "U", "DFN", "INS"]);

/** The document that the words inside `element` make. */
export function documentOf(element) {
  const article = { body: [] };
  const language = element.closest("[lang]")?.lang;
  if (language) article.inLanguage = language;
  blocks(element, article);
  return { version: 1, article };
}

function blocks(parent, article) {
  const { body } = article;
  /** Words that stand in no block of their own. */
  let loose = [];
  const settle = () => {
    paragraph(loose, body);
    loose = [];
  };
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      // Plain text: an empty line parts paragraphs.
      const [first, ...others] = node.data.split(/\n\s*\n/);
      loose.push(first);
      for (const other of others) {
        settle();
        loose.push(other);
      }
    }
    if (node.nodeType !== Node.ELEMENT_NODE || SILENT.has(node.tagName)) continue;
    if (isInline(node)) {
      loose.push(...inline(node));
      continue;
    }
    settle();
    const level = /^H([1-6])$/.exec(node.tagName)?.[1];
    if (level === "1" && !article.headline && !body.length) article.headline = words(node);
    else if (level) body.push({ type: "heading", level: Math.max(2, level), content: content(node) });
    else if (node.tagName === "P") paragraph(inlines(node), body);
    else if (node.tagName === "UL" || node.tagName === "OL") {
      only(node, "LI");
      body.push({ type: "list", ordered: node.tagName === "OL", items: [...node.children].map(content) });
    } else if (node.tagName === "BLOCKQUOTE") {
      const parts = [...node.children];
      const set = parts.length && parts.every((part) => part.tagName === "P") ? (only(node, "P"), parts) : [node];
      body.push({ type: "blockquote", content: set.map(content) });
    } else if (AROUND.has(node.tagName)) blocks(node, article);
    else refuse(node);
  }
  settle();
}

function paragraph(pieces, body) {
  const tidied = tidy(pieces);
  if (tidied.length) body.push({ type: "paragraph", content: tidied });
}

const content = (node) => tidy(inlines(node));
const words = (node) => node.textContent.replace(/\s+/g, " ").trim();
const isInline = (node) => node.tagName in STYLES || PLAIN.has(node.tagName) || ["A", "BR", "Q"].includes(node.tagName);

/** Nothing but white space and `tag`s may stand in `node`. */
function only(node, tag) {
  for (const child of node.childNodes) {
    const fits = child.nodeType === Node.ELEMENT_NODE ? child.tagName === tag : child.nodeType !== Node.TEXT_NODE || !child.data.trim();
    if (!fits) refuse(child.nodeType === Node.ELEMENT_NODE ? child : node);
  }
}

function inlines(parent) {
  return [...parent.childNodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return [node.data];
    if (node.nodeType !== Node.ELEMENT_NODE || SILENT.has(node.tagName)) return [];
    return isInline(node) ? inline(node) : refuse(node);
  });
}

function inline(node) {
  if (node.tagName === "BR") return [{ type: "lineBreak" }];
  const inner = inlines(node);
  if (node.tagName === "Q") return ["“", ...inner, "”"];
  if (node.tagName in STYLES) return [{ type: STYLES[node.tagName], content: inner }];
  if (node.tagName === "A" && /^(https?|mailto):$/.test(node.protocol)) return [{ type: "link", url: node.href, content: inner }];
  return node.lang ? [{ type: "language", lang: node.lang, content: inner }] : inner;
}

/** White space as a browser draws it: one space for a run, none at the ends of a line, and no piece without words. */
function tidy(pieces) {
  let gap = true;
  const walk = (list) =>
    list.flatMap((piece) => {
      if (piece.type === "lineBreak") {
        gap = true;
        return [piece];
      }
      if (typeof piece !== "string") {
        const inner = walk(piece.content);
        return inner.length ? [{ ...piece, content: inner }] : [];
      }
      let words = piece.replace(/[ \t\r\n\f]+/g, " ");
      if (gap) words = words.replace(/^ /, "");
      if (words) gap = words.endsWith(" ");
      return words ? [words] : [];
    });
  const tidied = walk(pieces);
  // What ends the line, however deep it stands.
  let [list, last] = [tidied, tidied.at(-1)];
  while (last?.content) [list, last] = [last.content, last.content.at(-1)];
  if (typeof last === "string" && last.endsWith(" ")) {
    const trimmed = last.trimEnd();
    if (trimmed) list[list.length - 1] = trimmed;
    else if (list === tidied) list.pop();
  }
  return tidied;
}

function refuse(node) {
  const message = `a <${node.tagName.toLowerCase()}> stands in the article, which a document cannot hold: it stays as the page drew it`;
  throw Object.assign(new Error(message), { code: "content-unreadable" });
}
