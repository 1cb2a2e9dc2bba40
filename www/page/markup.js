/**
 * HTML in the texts of a page's data, as publishing systems put it there, read as plain text. No parser of the browser's
 * reads it: `DOMParser` is closed under `require-trusted-types-for 'script'`.
 */

/** What ends a paragraph, what begins a new line, and what stands within one. Nothing else in `<…>` is a tag: “a < b”. */
const BREAKING = /<\/?(?:p|div|ul|ol|li|h[1-6]|blockquote|section|article)(?:\s[^<>]*)?>/gi;
const LINE = /<br\s*\/?>/gi;
const INLINE = /<\/?(?:a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>/gi;
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi;
/** The named references that HTML has for what JSON or a writer of news puts into them. */
const NAMED = new Map(
  Object.entries({
    amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00A0", ndash: "–", mdash: "—", lsquo: "‘", rsquo: "’",
    sbquo: "‚", ldquo: "“", rdquo: "”", bdquo: "„", laquo: "«", raquo: "»", hellip: "…", euro: "€", pound: "£",
    szlig: "ß", oslash: "ø", Oslash: "Ø", aelig: "æ", AElig: "Æ",
  }),
);
/** The named letters, `&eacute;`, are a letter and the name of its accent. */
const LETTER = /^([a-z])(acute|grave|circ|uml|tilde|cedil|ring)$/i;
const ACCENTS = { acute: "\u0301", grave: "\u0300", circ: "\u0302", uml: "\u0308", tilde: "\u0303", cedil: "\u0327", ring: "\u030A" };

/** The text that `words` mean, paragraphs parted by an empty line. A reference that is not known stays as it was written. */
export function plainText(words) {
  return words
    .replace(BREAKING, "\n\n")
    .replace(LINE, "\n")
    .replace(INLINE, "")
    .replace(REFERENCE, (written, decimal, hexadecimal, name) => (name ? named(name) : signOf(parseInt(decimal ?? hexadecimal, decimal ? 10 : 16))) ?? written)
    .trim();
}

/** What a name stands for; nothing where it is not known. */
function named(name) {
  const [, letter, accent] = LETTER.exec(name) ?? [];
  return letter ? (letter + ACCENTS[accent.toLowerCase()]).normalize("NFC") : (NAMED.get(name) ?? NAMED.get(name.toLowerCase()));
}

/** What a number stands for; nothing where it is no sign that text may hold. */
function signOf(number) {
  if ((number < 0x20 && number !== 0x0a) || (number >= 0xd800 && number <= 0xdfff) || number > 0x10ffff) return;
  return String.fromCodePoint(number);
}
