/** Mark the words of the query in a text: `[[stretch, marked]]`, so that the page needs no markup from the index. */

/** Two characters are the least that is marked, unless the query is one character. */
export function markWords(text, query, analyser) {
  const { plain, places } = analyser.normaliseWithPlaces(text);
  const marked = new Uint8Array(text.length);
  const mark = (start, end) => marked.fill(1, places[start], places[end - 1] + 1);
  for (const { start, end } of query.runs) {
    for (let i = start; i < end; i++) {
      let stop = end - start === 1 ? i + 1 : i + 2;
      if (stop > end || !plain.includes(query.plain.slice(i, stop))) continue;
      while (stop < end && plain.includes(query.plain.slice(i, stop + 1))) stop++;
      everywhere(plain, query.plain.slice(i, stop), mark);
    }
  }
  for (const { others } of query.alternatives) for (const other of others) everywhere(plain, other, mark);
  const wanted = new Set(query.marks.flatMap(({ terms }) => terms));
  for (const { start, end, terms } of wanted.size ? analyser.marks(plain) : []) if (terms.some((term) => wanted.has(term))) mark(start, end);
  return stretches(text, marked);
}

function everywhere(plain, word, mark) {
  for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) mark(at, at + word.length);
}

function stretches(text, marked) {
  const found = [];
  for (let i = 0; i < text.length; i++) {
    const last = found.at(-1);
    if (last && last[1] === Boolean(marked[i])) last[0] += text[i];
    else found.push([text[i], Boolean(marked[i])]);
  }
  return found;
}

const LONGEST = 90;

/** The text with most of the query's words, cut to about two lines around the first of them. */
export function snippet(texts, query, analyser) {
  let best = [];
  let most = -1;
  for (const text of texts.filter(Boolean)) {
    const found = markWords(text, query, analyser);
    const count = found.reduce((total, [stretch, marked]) => total + (marked ? stretch.length : 0), 0);
    if (count > most) [best, most] = [found, count];
  }
  return cut(best);
}

function cut(found) {
  const text = found.map(([stretch]) => stretch).join("");
  if (text.length <= LONGEST) return found;
  const first = found.findIndex(([, marked]) => marked);
  const before = found.slice(0, Math.max(first, 0)).reduce((total, [stretch]) => total + stretch.length, 0);
  const start = Math.max(0, Math.min(before - 20, text.length - LONGEST));
  const kept = [];
  let place = 0;
  for (const [stretch, marked] of found) {
    const piece = stretch.slice(Math.max(0, start - place), Math.max(0, start + LONGEST - place));
    if (piece) kept.push([piece, marked]);
    place += stretch.length;
  }
  return [...(start ? [["……", false]] : []), ...kept, ...(start + LONGEST < text.length ? [["……", false]] : [])];
}
