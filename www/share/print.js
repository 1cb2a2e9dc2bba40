/**
 * Prints a laid out element on a canvas: the browser sets the words (line ends, scripts, directions), and each is drawn
 * where it set it. Knows what the quote card is made of: boxes with a ground, rules and rounded corners, words, and signs.
 * Nothing of another origin can get in: there are no images.
 */

/** A canvas of `width` pixels with what `element` shows. */
export function print(element, width, height) {
  const page = element.ownerDocument;
  const canvas = Object.assign(page.createElement("canvas"), { width, height });
  const frame = element.getBoundingClientRect();
  const context = canvas.getContext("2d");
  // Whatever the page zooms or scales around it.
  context.scale(width / frame.width, height / frame.height);
  context.translate(-frame.left, -frame.top);
  context.textBaseline = "alphabetic";
  draw(context, element);
  return canvas;
}

function draw(context, element) {
  const style = getComputedStyle(element);
  if (style.display === "none") return;
  box(context, element, style);
  if (element.localName === "path") return sign(context, element, style);
  for (const node of element.childNodes) {
    if (node.nodeType === Node.ELEMENT_NODE) draw(context, node);
    else if (node.nodeType === Node.TEXT_NODE) words(context, node, style);
  }
}

function box(context, element, style) {
  const radius = parseFloat(style.borderStartStartRadius) || 0;
  for (const { left, top, width, height } of element.getClientRects()) {
    context.fillStyle = style.backgroundColor;
    context.beginPath();
    // A radius in per cent means a circle here.
    context.roundRect(left, top, width, height, style.borderStartStartRadius.endsWith("%") ? height / 2 : radius);
    context.fill();
    for (const [side, x, y, across, down] of [
      ["Top", left, top, width, 0],
      ["Left", left, top, 0, height],
      ["Right", left + width, top, 0, height],
      ["Bottom", left, top + height, width, 0],
    ]) {
      const rule = parseFloat(style[`border${side}Width`]) || 0;
      if (!rule) continue;
      context.fillStyle = style[`border${side}Color`];
      context.fillRect(side === "Right" ? x - rule : x, side === "Bottom" ? y - rule : y, across || rule, down || rule);
    }
  }
}

function sign(context, path, style) {
  const svg = path.ownerSVGElement;
  const { left, top, width } = svg.getBoundingClientRect();
  const padding = parseFloat(getComputedStyle(svg).paddingLeft) || 0;
  context.save();
  context.translate(left + padding, top + padding);
  const scale = (width - 2 * padding) / svg.viewBox.baseVal.width;
  context.scale(scale, scale);
  context.strokeStyle = style.stroke;
  context.lineWidth = parseFloat(style.strokeWidth);
  context.lineCap = context.lineJoin = "round";
  context.stroke(new Path2D(path.getAttribute("d")));
  context.restore();
}

function words(context, node, style) {
  const range = node.ownerDocument.createRange();
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.letterSpacing = style.letterSpacing === "normal" ? "0px" : style.letterSpacing;
  context.fillStyle = style.color;
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    for (const [piece, start] of lines(range, node, word, index)) {
      range.setStart(node, start);
      range.setEnd(node, start + piece.length);
      const { left, top, height } = range.getBoundingClientRect();
      const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText(piece);
      // The canvas sets a word by its own letters, as it would stand alone; where it begins is the browser's doing.
      context.direction = style.direction;
      context.textAlign = "left";
      context.fillText(cased(piece, style), left, top + (height * above) / (above + below));
    }
  }
}

/** A word, or its pieces where the line ended inside it: after a hyphen, or anywhere in a script without spaces. */
function lines(range, node, word, index) {
  range.setStart(node, index);
  range.setEnd(node, index + word.length);
  if (range.getClientRects().length < 2) return [[word, index]];
  const pieces = [];
  let [piece, start, line] = ["", index];
  for (const letter of word) {
    const at = start + piece.length;
    range.setStart(node, at);
    range.setEnd(node, at + letter.length);
    const { top } = range.getBoundingClientRect();
    if (piece && top !== line) {
      pieces.push([piece, start]);
      [piece, start] = ["", at];
    }
    line = top;
    piece += letter;
  }
  return [...pieces, [piece, start]];
}

const cased = (words, { textTransform }) => (textTransform === "uppercase" ? words.toLocaleUpperCase() : words);
