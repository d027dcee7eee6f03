/**
 * Repair a spelling: wrong characters of the same sound (记能大奖) or that look alike (大帅), two in the wrong order (薪年制), pinyin
 * and its initials (zhjndj).
 */
import { CHARACTERS, pairsFile, phrasesFile, rowOf } from "./shards.mjs";

const ENOUGH = 0.9;
/** How many spellings are tried. */
const MOST_TRIED = 4;

/** The sound as people confuse it: zh/z, ch/c, sh/s, -ng/-n. */
export const blurred = (reading) => reading.replace(/^([zcs])h/, "$1").replace(/ng$/, "n");

/**
 * Another examination whose spelling is better than that of `typed`, or null. `examine(text)` ranks a text.
 * A repair must be found whole: it never stretches a question that the library does not answer.
 */
export function repair(typed, shelf, examine) {
  const coverage = typed.units[0]?.coverage ?? 0;
  const { query } = typed;
  const letters = query.marks.filter((mark) => mark.kind === "word" && /^[a-z]{2,}$/.test(mark.terms[0]) && !shelf.foundIn(mark.terms[0]));
  if (coverage >= ENOUGH && !letters.length) return null;
  if (query.words.some(({ kind }) => kind === "outside") || query.needs.length) return null;
  const candidates = letters.length ? spelledOut(query, letters, shelf) : respelled(query, shelf);
  let best = null;
  for (const { text, rank } of candidates) {
    if (best && rank > best.rank) break;
    const examined = examine(text);
    const reached = examined.units[0]?.coverage ?? 0;
    if (reached < ENOUGH || reached < coverage + 0.1 || !inContext(text, query, examined)) continue;
    if (!best || examined.units[0].score > best.examined.units[0].score) best = { examined, rank };
  }
  return best?.examined ?? null;
}

/** Whether each changed character stands in the answer with two neighbours, or belongs to a word: 上市 is not 以上四项. */
function inContext(text, query, { units: [{ fields }], query: { words } }) {
  if (text.length !== query.plain.length) return true;
  const changed = query.runs.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, i) => ({ place: start + i, start, end })).filter(({ place }) => text[place] !== query.plain[place]),
  );
  return changed.every(({ place, start, end }) => {
    if (end - start < 3 || words.some((word) => word.kind === "synonym" && word.start <= place && place < word.end)) return true;
    const around = [place - 2, place - 1, place].filter((from) => from >= start && from + 3 <= end).map((from) => text.slice(from, from + 3));
    return around.some((piece) => fields.some((field) => field.text.includes(piece)));
  });
}

/** The query with each stretch of letters replaced by phrases that are spelled or begin with them, the nearest first. */
function spelledOut(query, letters, shelf) {
  let texts = [""];
  let place = 0;
  for (const { start, end } of joined(letters, query.plain)) {
    const typed = query.plain.slice(start, end).replaceAll(/[ ']/g, "");
    const phrases = spelled(typed, syllablesIn(query.plain.slice(start, end)), shelf).slice(0, 3);
    if (!phrases.length) return [];
    texts = texts.flatMap((text) => phrases.map((phrase) => text + query.plain.slice(place, start) + phrase)).slice(0, 6);
    place = end;
  }
  return texts.map((text, rank) => ({ text: text + query.plain.slice(place), rank }));
}

/** The places in the letters of `text` where a space stood; where none did, every place. */
function syllablesIn(text) {
  const words = text.split(/[ ']+/).filter(Boolean);
  if (words.length < 2) return Array.from({ length: text.length - 3 }, (_, i) => i + 2);
  let length = 0;
  return words.slice(0, -1).map((word) => (length += word.length));
}

/** What `typed` spells: a phrase, or two phrases that meet at one of `cuts`, the first of them whole. */
function spelled(typed, cuts, shelf) {
  const whole = phrasesFor(typed, shelf);
  if (whole.length || typed.length < 6) return whole;
  shelf.need(...new Set([typed[0], ...cuts.map((cut) => typed[cut])].map((letter) => phrasesFile(shelf.manifest, letter))));
  return cuts.toReversed().flatMap((cut) => {
    const [first] = cut > 2 ? phrasesFor(typed.slice(0, cut), shelf, 0) : [];
    return first && typed.length - cut > 2 ? phrasesFor(typed.slice(cut), shelf, 1).slice(0, 1).map((second) => first + second) : [];
  });
}

/** Neighbouring words of letters are one spelling: zhonghua jineng dajiang. */
function joined(letters, plain) {
  const spans = [];
  for (const { start, end } of letters) {
    const last = spans.at(-1);
    if (last && !plain.slice(last.end, start).trim()) last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}

/** Phrases whose pinyin or initials are (`furthest` 0), or begin with (1 pinyin, 2 initials), `typed`; the nearest first. */
export function phrasesFor(typed, shelf, furthest = 2) {
  const [shard] = shelf.need(phrasesFile(shelf.manifest, typed[0]));
  const found = [];
  for (const [phrase, reading, times] of rowOf(shard, typed[0]) ?? []) {
    const initials = reading.replace(/([a-z])[a-z]*(?: |$)/g, "$1");
    const whole = reading.replaceAll(" ", "");
    const rank = initials === typed || whole === typed ? 0 : whole.startsWith(typed) && typed.length > 2 ? 1 : initials.startsWith(typed) && typed.length > 1 ? 2 : -1;
    if (rank >= 0 && rank <= furthest) found.push({ phrase, rank, times });
  }
  found.sort((a, b) => a.rank - b.rank || b.times - a.times || a.phrase.length - b.phrase.length || (a.phrase < b.phrase ? -1 : 1));
  return found.map(({ phrase }) => phrase);
}

/** The query with pairs of characters that the library does not have put right, by order or by sound; those with the fewest left first. */
function respelled(query, shelf) {
  const pairs = query.runs.flatMap(({ start, end }) => Array.from({ length: end - start - 1 }, (_, i) => start + i));
  const gapsIn = (text) => pairs.filter((i) => !shelf.foundIn(text.slice(i, i + 2)));
  const places = gapsIn(query.plain);
  if (!places.length || places.length > 8) return [];
  const ranked = (texts) => texts.map((text) => ({ text, rank: gapsIn(text).length })).filter(({ rank }) => rank < places.length);
  const turned = ranked(exchanged(query, places));
  if (turned.some(({ rank }) => !rank)) return fewestGaps(turned);
  const sounding = ranked(homophones(query, places, shelf));
  return fewestGaps([...turned, ...(sounding.length ? sounding : ranked(replaced(query, places, shelf)))]);
}

const fewestGaps = (candidates) => candidates.sort((a, b) => a.rank - b.rank).slice(0, MOST_TRIED);

/** The query with a character that fits neither neighbour replaced by one that fits both: 生均拔款 is 生均拨款. */
function replaced({ plain }, places, { foundIn, followersOf }) {
  const wrong = places.filter((place) => places.includes(place - 1));
  return wrong.flatMap((place) => {
    const fitting = (other) => Math.min(foundIn(plain[place - 1] + other), foundIn(other + plain[place + 1]));
    const others = followersOf(plain[place - 1]).filter(fitting).sort((a, b) => fitting(b) - fitting(a));
    return others.map((other) => plain.slice(0, place) + other + plain.slice(place + 1));
  });
}

/** The query with two neighbouring characters exchanged, where either stands in a pair at one of `places`. */
function exchanged({ plain, runs }, places) {
  const turn = (i) => plain.slice(0, i) + plain[i + 1] + plain[i] + plain.slice(i + 2);
  const within = (i) => runs.some(({ start, end }) => start <= i && i + 1 < end);
  return [...new Set(places.flatMap((place) => [place - 1, place, place + 1]))].filter(within).map(turn);
}

/** The query with the pairs of characters at `places` replaced by pairs that sound the same. */
function homophones(query, places, shelf) {
  const [{ readings }] = shelf.need(CHARACTERS);
  const sounds = (c) => Object.entries(readings).filter(([, characters]) => characters.includes(c)).map(([reading]) => blurred(reading));
  const keys = places.map((i) => sounds(query.plain[i]).flatMap((a) => sounds(query.plain[i + 1]).map((b) => `${a} ${b}`)));
  const shards = new Map(keys.flat().map((key) => [key, pairsFile(shelf.manifest, key)]));
  shelf.need(...shards.values());
  let texts = [query.plain];
  places.forEach((place, n) => {
    const pairs = keys[n].flatMap((key) => rowOf(shelf.need(shards.get(key))[0], key) ?? []);
    const replaced = texts.flatMap((text) => {
      if (shelf.foundIn(text.slice(place, place + 2))) return [];
      return pairs.slice(0, 4).map((pair) => text.slice(0, place) + pair + text.slice(place + 2));
    });
    texts = [...texts, ...replaced].slice(0, 24);
  });
  return texts.slice(1);
}
