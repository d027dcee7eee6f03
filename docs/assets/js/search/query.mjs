/** Understand a query: what is asked for, what only makes the sentence, which other words would do. */

/** Kinds of words in a lexicon; of two readings of one word the earlier kind wins. */
const KINDS = ["synonym", "outside", "place", "intent", "drop", "weak"];

/**
 * A lexicon for `understand`: words by their first character, the longest first.
 * `words` holds by kind either words or pairs `[word, value]`; words are normalised by the generator.
 */
export function createLexicon(words) {
  const byFirst = new Map();
  for (const kind of KINDS) {
    for (const row of words[kind] ?? []) {
      const [word, value] = Array.isArray(row) ? row : [row, null];
      if (!byFirst.has(word[0])) byFirst.set(word[0], []);
      byFirst.get(word[0]).push({ word, kind, value });
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.word.length - a.word.length);
  return byFirst;
}

/**
 * Read the query: `{plain, weights, runs, marks, words, clauses}`.
 * - `weights`: for each place of `plain` 1 (content), 0.3 (weak) or 0 (dropped, or no Han character)
 * - `runs`: stretches `{start, end}` of Han characters that stand together and count
 * - `marks`: as the analyser found them, with `required` where an answer without it would be none
 * - `words`: lexicon words `{start, end, kind, word, value}` in the query
 */
export function understand(text, analyser, lexicon, comparators = []) {
  const plain = analyser.normalise(text);
  const found = analyser.marks(plain);
  const weights = new Array(plain.length).fill(0);
  for (const match of plain.matchAll(/[㐀-䶿一-鿿々]/g)) weights[match.index] = 1;
  const words = findWords(plain, lexicon, found);
  const marks = found.filter((mark) => !words.some(({ start, end }) => start < mark.end && mark.start < end));
  for (const { start, end, kind } of words) {
    if (kind === "drop" || kind === "intent") weights.fill(0, start, end);
    if (kind === "synonym") for (const inner of droppedIn(plain.slice(start, end), lexicon)) weights.fill(0, start + inner.start, start + inner.end);
    if (kind === "weak") for (let i = start; i < end; i++) weights[i] = Math.min(weights[i], 0.3);
  }
  for (const mark of marks) {
    weights.fill(0, mark.start, mark.end);
    const before = comparators.find((word) => plain.slice(0, mark.start).endsWith(word));
    const after = comparators.find((word) => plain.startsWith(word, mark.end));
    if (before) weights.fill(0, mark.start - before.length, mark.start);
    if (after) weights.fill(0, mark.end, mark.end + after.length);
  }
  for (const mark of marks) mark.required = isRequired(mark);
  if (!marks.length && !runsOf(weights).some(({ start, end }) => end - start > 1)) {
    for (const match of plain.matchAll(/[㐀-䶿一-鿿々]/g)) weights[match.index] = 1;
  }
  return { plain, weights, marks, words, runs: runsOf(weights) };
}

/** The words in the middle of `word` that only make the sentence (培训多少人). */
function droppedIn(word, lexicon) {
  const at = (i) => (lexicon.get(word[i]) ?? []).find((entry) => entry.kind === "drop" && word.startsWith(entry.word, i));
  return [...word].flatMap((_, i) => (i && at(i) ? [{ start: i, end: i + at(i).word.length }] : []));
}

/** Whether an answer that lacks `mark` would answer another question. */
function isRequired(mark) {
  const first = mark.terms[0];
  if (mark.kind === "number") return true;
  if (mark.kind === "date") return /-[0-9]{2}$/.test(first);
  if (mark.kind === "quantity" || mark.kind === "percent" || mark.kind === "range" || mark.kind === "tenths") {
    const bounded = mark.terms.some((term) => /^[≥≤]/.test(term));
    const amount = parseFloat(first.slice(1));
    return !bounded && (amount >= 20 || first.endsWith("%")) && !first.endsWith("月");
  }
  return false;
}

/** Stretches of places whose weight is not 0. */
export function runsOf(weights) {
  const runs = [];
  for (let i = 0; i < weights.length; i++) {
    if (!weights[i]) continue;
    const last = runs.at(-1);
    if (last && last.end === i) last.end = i + 1;
    else runs.push({ start: i, end: i + 1 });
  }
  return runs;
}

/** The words of the lexicon in `plain`, the longest at each place; they give way to marks with Arabic digits only. */
function findWords(plain, lexicon, marks) {
  const taken = marks.filter((mark) => mark.kind !== "word" && /[0-9]/.test(plain.slice(mark.start, mark.end)));
  const words = [];
  for (let i = 0; i < plain.length; ) {
    const mark = taken.find(({ start, end }) => start <= i && i < end);
    const within = marks.find(({ start, end }) => start <= i && i < end);
    const hit = mark ? null : (lexicon.get(plain[i]) ?? []).find(({ word }) => plain.startsWith(word, i) && !(within && i + word.length < within.end));
    if (hit) words.push({ ...hit, start: i, end: i + hit.word.length });
    i = mark ? mark.end : i + (hit?.word.length ?? 1);
  }
  return words;
}
