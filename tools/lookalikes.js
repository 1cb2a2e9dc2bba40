/**
 * Makes src/anchors/lookalikes.bin: which English words could be taken for a slip of the pen in another one.
 *
 *     node tools/lookalikes.js COMMON RARER
 *
 * COMMON and RARER are word lists, a word a line; the shipped file was made from SCOWL's of Debian 2020.12.07: `cat` of
 * american-english and british-english (wamerican, wbritish) and of the two lists of the same names with `-large`.
 *
 * A word of RARER is a lookalike if one slip, as src/anchors/slip.rs forgives it, leads to it from a word of COMMON. The
 * file is a Bloom filter: it holds all of them, and takes six of a hundred other words for one.
 */
import { readFileSync, writeFileSync } from "node:fs";

const BITS = 40_960;
const HASHES = 3;
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

const words = (path) => new Set(readFileSync(path, "utf8").split("\n").filter((word) => /^[a-z]+$/.test(word)));
const [common, rarer] = process.argv.slice(2).map(words);
const source = readFileSync(new URL("../src/anchors/slip.rs", import.meta.url), "utf8");
const rarely = /RARELY_FOLLOWED_BY: \[u32; 26\] = \[([^\]]+)\]/.exec(source)[1].match(/0x\w+/g).map(Number);

const isVowel = (letter) => "aeiou".includes(letter);
const isRare = (pair) => (rarely[LETTERS.indexOf(pair[0])] >> LETTERS.indexOf(pair[1])) & 1;
const pairs = (word) => Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
const looksWrong = (before, now) => pairs(now).some((pair) => isRare(pair) && !pairs(before).includes(pair));

/** All that one slip can make of a word. */
function* slips(word) {
  for (let at = 1; at < word.length; at++) {
    const [head, own, tail] = [word.slice(0, at), word[at], word.slice(at + 1)];
    for (const letter of LETTERS) {
      const put = head + letter + own + tail;
      if (letter === word[at - 1] || letter === own || looksWrong(word, put)) yield put;
      if (!tail) continue;
      const replaced = head + letter + tail;
      if (letter !== own && (isVowel(letter) !== isVowel(own) || looksWrong(word, replaced))) yield replaced;
    }
    if (tail) yield head + tail;
    if (tail.length > 1) yield head + tail[0] + own + tail.slice(1);
  }
}

const lookalikes = new Set();
for (const word of common) {
  if (word.length < 7) continue;
  for (const slip of slips(word)) if (slip !== word && rarer.has(slip)) lookalikes.add(slip);
}

/** FNV-1a, 64 bits. */
function hash(word) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(word)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash;
}

const filter = Buffer.alloc(BITS / 8);
for (const word of lookalikes) {
  const both = hash(word);
  const [first, step] = [Number(both & 0xffffffffn), Number(both >> 32n)];
  for (let turn = 0; turn < HASHES; turn++) {
    const bit = (first + turn * step) % BITS;
    filter[bit >> 3] |= 1 << (bit & 7);
  }
}
writeFileSync(new URL("../src/anchors/lookalikes.bin", import.meta.url), filter);
console.log(`${lookalikes.size} lookalikes`);
