/** Where things lie in the files of the index; the twin of generator/search/shards.py. */

/** FNV-1a over the characters of `text`. */
export function hashed(text) {
  let value = 2166136261;
  for (const c of text) value = Math.imul(value ^ c.codePointAt(0), 16777619) >>> 0;
  return value;
}

export const MANIFEST = "manifest.json";
export const CHARACTERS = "characters.json";
export const termsFile = (manifest, term) => `terms-${hashed(term) % manifest.shards.terms}.txt`;
export const countsFile = (manifest, character) => `counts-${hashed(character) % manifest.shards.counts}.txt`;
export const pairsFile = (manifest, pair) => `pairs-${hashed(pair) % manifest.shards.pairs}.txt`;
export const phrasesFile = (manifest, letter) => `phrases-${hashed(letter) % manifest.shards.phrases}.txt`;
export const cardsFile = (number) => `cards-${number}.txt`;

/** A file of the index from its text: `{version, …}`. Of files of lines only the lines that are asked for are parsed. */
export function readFile(name, text) {
  if (name.endsWith(".json")) return JSON.parse(text);
  return { version: JSON.parse(text.slice(0, text.indexOf("\n"))), text, rows: new Map() };
}

/** The value of `key` in a file of rows, or undefined. */
export function rowOf({ text, rows }, key) {
  if (!rows.has(key)) {
    const begin = `\n[${JSON.stringify(key)},`;
    const at = text.indexOf(begin);
    rows.set(key, at < 0 ? undefined : JSON.parse(text.slice(at + begin.length, text.indexOf("\n", at + 1) - 1)));
  }
  return rows.get(key);
}

/** Steps of an octave in which counts are written, and the character of the count 1. */
const STEPS = 5;
const ONE = "#".charCodeAt(0);

/** In how many units a pair of Han characters stands, from the file of its first one: exact up to nine, then within half a step. */
export function countIn(file, pair) {
  const row = rowOf(file, pair[0]) ?? "";
  for (let i = 0; i < row.length; i += 2) if (row[i] === pair[1]) return Math.round(2 ** ((row.charCodeAt(i + 1) - ONE) / STEPS));
  return 0;
}

/** The characters that follow `character` somewhere, from its file. */
export const followersIn = (file, character) => [...(rowOf(file, character) ?? "")].filter((_, i) => i % 2 === 0);

/** The parts of a file of cards: `{first, head, lines}`, the number of its first unit, its document's card, cards as JSON. */
export function partsOf(file) {
  if (!file.parts) {
    const lines = file.text.split("\n");
    file.parts = [];
    for (let i = 1; lines[i]; ) {
      const { first, count, head } = JSON.parse(lines[i]);
      const own = lines.slice(i + 1, i + 1 + count);
      file.parts.push({ first, head: head ?? documentIn(own[0]), lines: own });
      i += 1 + count;
    }
  }
  return file.parts;
}

function documentIn(line) {
  const card = JSON.parse(line);
  return card.kind === "document" ? card : null;
}

/** The number of the last element of the ascending `starts` that is not above `number`. */
export function groupOf(starts, number) {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}
