/**
 * The quote card: the words, who said them and where, and the verdict where the reader wants it, set like a newspaper's
 * card from the article's own tokens and faces.
 *
 * Words are never changed. Whole sentences that do not fit in the smallest size are cut at a word, with an ellipsis; a
 * fragment stands in its sentence or not at all, and so do the words of a claim.
 */

/** Sizes of the words in pixels, largest first: those between are a fifth apart. */
const SIZES = [76, 64, 54, 46, 39, 33];
/** Width and height in pixels, and how much larger the words may be. */
export const FORMATS = { wide: [1200, 630, 1], tall: [1080, 1350, 1.18] };

/** An element with words. */
export function leaf(name, className, words, attributes = {}) {
  const element = Object.assign(document.createElement(name), { className });
  for (const [attribute, value] of Object.entries(attributes)) if (value) element.setAttribute(attribute, value);
  if (words) element.append(words);
  return element;
}

/**
 * Sets `shared` in `format` inside `parent`, which is laid out; gives the card, or nothing where the words do not fit.
 */
export function quoteCard(parent, shared, format, withVerdict) {
  const [width, height, scale] = FORMATS[format];
  const authored = { lang: shared.language, dir: "auto" };
  const tone = withVerdict ? shared.tone : shared.claim && "neutral";
  const card = leaf("div", `quote-card ${format}`, "", { lang: shared.locale, "data-tone": tone });
  card.style.inlineSize = `${width}px`;
  card.style.blockSize = `${height}px`;

  const masthead = leaf("div", "masthead");
  if (shared.outlet) masthead.append(leaf("b", "", shared.outlet, authored));
  if (shared.date) masthead.append(leaf("span", "", shared.date));
  const space = leaf("div", "space");
  const standAlone = shared.whole && !shared.claim;
  const words = leaf("div", `saying ${standAlone ? "whole" : "in-sentence"}`, "", authored);
  // An opening quotation mark hangs in the margin, as it is set in print.
  if (standAlone && /^["“„«‘‚]/.test(shared.pieces.join(""))) words.classList.add("hanging");
  space.append(words);
  const below = leaf("div", "below");
  const who = leaf("div", "voice");
  if (shared.whose) who.append(leaf("b", "", shared.whose, authored));
  if (shared.role) who.append(leaf("span", "", shared.role, authored));
  below.append(who);
  if (withVerdict && shared.verdict) below.append(verdict(shared, authored));
  card.append(masthead, space, below);
  parent.append(card);

  const fits = () => words.scrollHeight <= space.clientHeight && words.scrollWidth <= space.clientWidth;
  // Alternately words around the mark, and marked ones.
  if (standAlone) words.append(...set(shared.pieces.join("")));
  else
    shared.pieces.forEach((piece, index) => {
      const parent = index % 2 ? words.appendChild(leaf("em")) : words;
      parent.append(...set(piece));
    });
  for (const size of SIZES) {
    words.style.fontSize = `${size * scale}px`;
    if (fits()) return card;
  }
  if (standAlone) {
    const all = shared.pieces.join("");
    // How many words fit, looked for by halves.
    const ends = [...all.matchAll(/\S+/g)].map(({ 0: word, index }) => index + word.length);
    let [fit, tooMany] = [0, ends.length];
    while (tooMany - fit > 1) {
      const middle = (fit + tooMany) >> 1;
      words.replaceChildren(...set(cut(all, ends[middle - 1])));
      if (fits()) fit = middle;
      else tooMany = middle;
    }
    if (fit > 0) {
      words.replaceChildren(...set(cut(all, ends[fit - 1])));
      return card;
    }
  }
  card.remove();
}

/** Words as they are set: a name such as "F-22" does not break at its hyphen. No character is changed. */
const set = (words) => words.split(/(\S*-\d\S*)/).map((piece, index) => (index % 2 ? leaf("span", "unbroken", piece) : piece));

/** The first words, an ellipsis, and the closing quotation mark that the words end in. */
export function cut(words, end) {
  const [closing] = /["”“»«’]$/.exec(words) ?? [""];
  return `${words.slice(0, end).replace(/[\s,;:.–—-]+$/, "")} …${closing}`;
}

function verdict({ verdict, sign }, authored) {
  const finding = leaf("div", "verdict");
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawn.setAttribute("viewBox", "0 0 16 16");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", sign);
  drawn.append(path);
  const label = leaf("b", "", verdict, authored);
  finding.append(drawn, label);
  return finding;
}
