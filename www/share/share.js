/**
 * Handing a mark on: its link, its words, the system's share sheet, and a quote card as an image. Fetched when a reader
 * first asks for it.
 *
 * What is shared comes composed from the module (`shared`): this script asks nothing of the document, so that a verdict
 * that the module withholds cannot get out here.
 */
import english from "./en.json";
import { FORMATS, leaf, quoteCard } from "./quote_card.js";
import { print } from "./print.js";
import styles from "./share.css";

/** The page's address with the mark's own, and with a text directive where its words can be found by one. */
async function linkTo({ id, place }, document) {
  const hash = `#ca-${id}`;
  const page = location.href.replace(/#.*/, "");
  if (!place.length) return page + hash;
  try {
    const { textFragment } = await import("../tools/anchors.js");
    const directive = await textFragment(document, place.slice(0, 2), place.slice(2));
    return page + hash + (directive ? `:~:${directive}` : "");
  } catch {
    // Without the directive the link still opens the card.
    return page + hash;
  }
}

/** Puts words on the clipboard. They may still be coming: the browser wants to be asked while the reader's click is fresh. */
function copy(words) {
  const blob = Promise.resolve(words).then((text) => new Blob([text], { type: "text/plain" }));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
}

/** The sheet of the choice of ways, once a document. */
const sheets = new WeakMap();

function sheetFor(page) {
  if (!sheets.has(page)) {
    const sheet = new page.defaultView.CSSStyleSheet();
    sheet.replaceSync(styles);
    sheets.set(page, sheet);
  }
  return sheets.get(page);
}

/**
 * Shares a mark: its link alone, or as the reader chooses. `root` is the article's shadow root, `document` its document,
 * `messages` are the words of the interface; `tell` is told how something was shared. Gives what the card is to say.
 */
export async function share(shared, link, article) {
  if (!link) return open(shared, article);
  const address = linkTo(shared, article.document);
  try {
    await copy(address);
  } catch {
    return open(shared, article, await address);
  }
  article.tell("link");
  return "copied";
}

/** Opens the choice of ways inside the open card, and goes when it goes; with words that could not be copied, if any. */
function open(shared, { root, document, messages, tell }, refused) {
  const panel = root.querySelector(".panel");
  if (!panel) return;
  const words = { ...english, ...messages };
  const say = (name) => words[name];
  const sheet = sheetFor(panel.ownerDocument);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  panel.querySelector(".share")?.remove();
  // Begun at once: a click on a way finds it ready.
  const link = linkTo(shared, document);

  const choice = leaf("div", "share", "", { role: "dialog", popover: "auto", "aria-label": say("shareTitle") });
  const article = root.querySelector("article");
  choice.style.setProperty("--_article", getComputedStyle(article ?? root.host).fontFamily);
  const header = leaf("div", "", leaf("span", "", say("shareTitle")));
  const close = leaf("button", "plain", say("close"), { type: "button" });
  header.append(close);
  const ways = leaf("div", "acts");
  const status = leaf("p", "", "", { role: "status" });
  choice.append(header, ways);

  const way = (parent, name, act) => {
    const button = leaf("button", "plain", say(name), { type: "button", "data-share": name });
    button.addEventListener("click", act);
    parent.append(button);
    return button;
  };
  /** The clipboard did not take it: the reader can. */
  const offer = (text) => {
    const field = leaf("textarea", "", "", { readonly: "readonly", rows: "4", "aria-label": say("shareTitle") });
    field.value = text;
    status.replaceChildren(say("shareCopyHere"), field);
    field.select();
  };
  const copied = async (text, how, message) => {
    try {
      await copy(text);
      status.replaceChildren(say(message));
      tell(how);
    } catch {
      offer(await text);
    }
  };
  const all = link.then((address) => (shared.text ? `${shared.text}\n${address}` : address));
  if (shared.text) way(ways, "shareWords", () => copied(all, "copy", "shareWordsCopied"));
  way(ways, "shareLink", () => copied(link, "link", "shareLinkCopied"));
  // The share sheet must be asked for within the click: what it is given is there by then, or the plain link is.
  let address = `${location.href.replace(/#.*/, "")}#ca-${shared.id}`;
  link.then((found) => (address = found));
  if (navigator.share)
    way(ways, "shareSheet", async () => {
      status.replaceChildren();
      try {
        await navigator.share({ text: shared.text, url: address });
        status.replaceChildren(say("shareSent"));
        tell("sheet");
      } catch (error) {
        // Whoever closes the sheet wants nothing said.
        if (error.name !== "AbortError") status.replaceChildren(say("shareNotSent"));
      }
    });
  else ways.append(leaf("small", "", say("shareNoSheet")));
  if (shared.pieces.length) images(choice, shared, { say, status, tell, way });
  else choice.append(leaf("p", "", say("shareWithheld")));
  choice.append(status);

  close.addEventListener("click", () => choice.hidePopover());
  // Keys and input here are not the card's, which hears of them before they come here: Escape closes the choice alone.
  const ours = (event) => {
    if (!choice.contains(event.target)) return;
    event.stopPropagation();
    if (event.key !== "Escape") return;
    event.preventDefault();
    choice.hidePopover();
  };
  for (const kind of ["keydown", "input"]) root.addEventListener(kind, ours, { capture: true });
  const opener = root.activeElement;
  choice.addEventListener("toggle", ({ newState }) => {
    if (newState === "open") return;
    choice.remove();
    for (const kind of ["keydown", "input"]) root.removeEventListener(kind, ours, { capture: true });
    opener?.focus({ preventScroll: true });
  });
  panel.append(choice);
  choice.showPopover();
  if (refused) offer(refused);
  else choice.querySelector("button[data-share]").focus();
}

/** The quote card in both formats: to look at, and to save. */
function images(choice, shared, { say, status, tell, way }) {
  choice.append(leaf("h3", "", say("shareImage")));
  const preview = leaf("div", "preview");
  const proof = leaf("div", "proof");
  let withVerdict = Boolean(shared.verdict);
  if (shared.verdict) {
    const label = leaf("label", "", "");
    const box = leaf("input", "", "", { type: "checkbox" });
    box.checked = true;
    box.addEventListener("change", () => {
      withVerdict = box.checked;
      draw();
    });
    label.append(box, say("shareVerdict"));
    choice.append(label);
  }
  choice.append(preview, proof);

  async function draw() {
    // The faces of the page that the words need; the browser loads those of drawn text alone.
    await proof.ownerDocument.fonts.ready;
    const drawn = [];
    for (const [format, [width, height]] of Object.entries(FORMATS)) {
      const card = quoteCard(proof, shared, format, withVerdict);
      if (!card) continue;
      const canvas = print(card, width, height);
      const told = card.querySelector(".saying").textContent;
      card.remove();
      canvas.setAttribute("role", "img");
      const name = format === "wide" ? "shareWide" : "shareTall";
      canvas.setAttribute("aria-label", told);
      const figure = leaf("figure", "", canvas);
      const caption = leaf("figcaption", "", "");
      way(caption, name, () => save(canvas, `${shared.id}-${width}x${height}.png`));
      figure.append(caption);
      drawn.push(figure);
    }
    preview.replaceChildren(...(drawn.length ? drawn : [leaf("p", "", say("shareNoImage"))]));
  }

  async function save(canvas, name) {
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!blob) return status.replaceChildren(say("shareNotDrawn"));
    const url = URL.createObjectURL(blob);
    leaf("a", "", "", { href: url, download: name }).click();
    // The download has begun; the address is of no use to anybody else.
    setTimeout(() => URL.revokeObjectURL(url));
    status.replaceChildren(say("shareImageSaved"));
    tell("image");
  }

  draw().catch(() => status.replaceChildren(say("shareNotDrawn")));
}
