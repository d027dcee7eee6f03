/** Where things lie in the files of the index; the twin of generator/search/shards.py. */

/** FNV-1a over the characters of `text`. */
export function hashed(text) {
  let value = 2166136261;
  for (const c of text) value = Math.imul(value ^ c.codePointAt(0), 16777619) >>> 0;
  return value;
}

export const MANIFEST = "manifest.json";
export const CHARACTERS = "characters.json";
export const termsFile = (manifest, term) => `terms-${hashed(term) % manifest.shards.terms}.json`;
export const pairsFile = (manifest, pair) => `pairs-${hashed(pair) % manifest.shards.pairs}.json`;
export const phrasesFile = (manifest, letter) => `phrases-${hashed(letter) % manifest.shards.phrases}.json`;
export const cardsFile = (number) => `cards-${number}.json`;

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
