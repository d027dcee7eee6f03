/** Suggestions while typing: phrases of the library that begin with what is typed, in characters or in pinyin. */
import { phrasesFor } from "./repair.mjs";
import { CHARACTERS, phrasesFile, rowOf } from "./shards.mjs";

const MOST = 8;

/** Up to eight phrases for the beginning `text`. */
export function suggest(text, shelf) {
  if ([...text].some((c) => /[㐀-鿿]/.test(c) && !shelf.known.has(c))) shelf.need(CHARACTERS);
  const typed = shelf.analyser.normalise(text.trim());
  if (!typed) return [];
  const letters = typed.replaceAll(/[ ']/g, "");
  if (/^[a-z]+$/.test(letters)) return letters.length > 1 ? phrasesFor(letters, shelf).slice(0, MOST) : [];
  const [shard] = shelf.need(phrasesFile(shelf.manifest, typed[0]));
  return (rowOf(shard, typed[0]) ?? [])
    .filter(([phrase]) => shelf.analyser.normalise(phrase).startsWith(typed) && phrase !== text)
    .sort((a, b) => b[2] - a[2] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST)
    .map(([phrase]) => phrase);
}
