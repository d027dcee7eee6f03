/** Which documents are looked through for one answer, and the cards of their units. */
import { cardsFile, groupOf, partsOf } from "./shards.mjs";

/** How many documents (or bundles of pages) are looked through for one answer: in a small library so many, */
const DOCUMENTS = 6;
const SMALL = 12;
/** in a larger one these, and more where lunr finds them worth this share of the best: each is a file to fetch. */
const FEWEST_DOCUMENTS = 4;
const WORTH_A_LOOK = 0.5;

/** The cards of the documents that lunr finds best, at most `request.documents`, and whether there are more. Group 0 are pages. */
export function findCandidates(hits, request, { manifest, need }) {
  const { starts, cards } = manifest.groups;
  const worth = new Map();
  for (const { unit, score } of hits) {
    const group = groupOf(starts, unit);
    const own = worth.get(group) ?? { best: 0, head: 0 };
    if (unit === starts[group]) own.head = score;
    else own.best = Math.max(own.best, score);
    worth.set(group, own);
  }
  const ranked = [...worth].map(([group, { best, head }]) => ({ group, worth: Math.max(best, head) + Math.min(best, head) }));
  ranked.sort((a, b) => b.worth - a.worth || a.group - b.group);
  const most = request.documents ?? DOCUMENTS;
  const whole = most > DOCUMENTS || starts.length <= SMALL;
  const least = WORTH_A_LOOK * (ranked.find(({ group }) => group > 0)?.worth ?? 0);
  const chosen = ranked.slice(0, most).filter(({ worth }, i) => whole || i < FEWEST_DOCUMENTS || worth >= least);
  const names = chosen.flatMap(({ group }) => filesOf(cards, group, starts, hits));
  const parts = [];
  const wanted = new Set(chosen.map(({ group }) => group));
  for (const file of need(...new Set(names))) {
    for (const { first, lines, head } of partsOf(file)) {
      if (wanted.has(groupOf(starts, first))) lines.forEach((line, i) => parts.push({ number: first + i, document: starts[groupOf(starts, first)], line, head }));
    }
  }
  return { parts, more: ranked.length > chosen.length };
}

/** The files that hold the cards of `group`; of a bundle cut into many files only those with a hit. */
function filesOf(cards, group, starts, hits) {
  const [from, to] = [starts[group], starts[group + 1] ?? Infinity];
  const first = groupOf(cards, from);
  const last = Math.max(first, groupOf(cards, to - 1));
  if (last - first < 2) return Array.from({ length: last - first + 1 }, (_, i) => cardsFile(first + i));
  const within = hits.filter(({ unit }) => from <= unit && unit < to).slice(0, 12);
  return within.map(({ unit }) => cardsFile(groupOf(cards, unit)));
}
