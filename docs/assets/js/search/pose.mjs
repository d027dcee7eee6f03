/** Pose the question: a query understood, its parts weighed by how rare they are, as clauses for lunr. */
import { bigrams, isPair } from "./analyser.mjs";
import { runsOf, understand } from "./query.mjs";
import { countsFile, termsFile } from "./shards.mjs";

const MARK_WEIGHT = { number: 4, date: 2.5, range: 2.5, quantity: 2, percent: 2, tenths: 2, half: 1.2, years: 1.5, clock: 1.5, word: 1.5 };
/** The weight of a character that the library does not know in this surrounding. */
const UNKNOWN = 0.85;
const OTHER_BOOST = 0.4;
/** A character of this weight or less only makes the sentence. */
const WEAK = 0.35;
/** A question of this weight tells enough about itself. */
const LONG = 8;

/** The query of `understand`, weighed: with `alternatives`, `regions`, `needs`, `clauses`, those `sought` in the index, `total` and `unknown` places. */
export function pose(text, shelf) {
  const { manifest, analyser, lexicon, foundIn, need } = shelf;
  const query = understand(text, analyser, lexicon, comparatorsOf(manifest.analyser));
  const others = query.words.filter(({ kind }) => kind === "synonym").map(({ start, end, value }) => ({ start, end, others: value }));
  const numerals = query.marks.filter((mark) => mark.kind !== "word" && /[㐀-鿿]/.test(query.plain.slice(mark.start, mark.end)));
  const words = [query.plain, ...others.flatMap((row) => row.others)].join("");
  need(...new Set((words.match(/[㐀-鿿]/g) ?? []).map((character) => countsFile(manifest, character))));

  dropParticles(query, manifest.lexicon.particles, foundIn);
  const rarity = (term) => {
    const n = foundIn(term);
    return n ? 0.35 + (0.65 * Math.log(1 + (manifest.units - n + 0.5) / (n + 0.5))) / Math.log(1 + (manifest.units + 0.5) / 0.5) : 0;
  };
  query.unknown = [];
  for (const { start, end } of query.runs) {
    const rarities = bigrams(query.plain.slice(start, end)).map(rarity);
    for (let i = start; i < end; i++) {
      const value = Math.max(rarities[i - start - 1] ?? 0, rarities[i - start] ?? 0);
      if (!value) query.unknown.push(i);
      query.weights[i] *= value || UNKNOWN;
    }
  }
  query.clauses = clausesOf(query, others);
  query.sought = sought(query.clauses, foundIn);
  need(...new Set(query.sought.map(({ term }) => termsFile(manifest, term))));

  for (const mark of query.marks) {
    mark.weight = (MARK_WEIGHT[mark.kind] ?? 1) * (mark.required || !["quantity"].includes(mark.kind) ? 1 : 0.5);
  }
  const own = new Set(manifest.regions);
  query.regions = query.words.filter(({ kind, word }) => kind === "place" && own.has(word));
  for (const mark of query.marks) if (mark.kind === "date" && !mark.terms.some(foundIn)) mark.required = true;
  query.alternatives = others;
  query.numerals = numerals;
  query.total = query.weights.reduce((sum, weight) => sum + weight, 0) + query.marks.reduce((sum, mark) => sum + mark.weight, 0);
  query.needs = query.words.filter(({ kind, word }) => kind === "outside" || (kind === "place" && !own.has(word))).map((word) => needOf(word, query));
  return query;
}

/** How many postings are asked for; the commonest terms of a long question say little about where to look. */
const MOST_POSTINGS = 300;
const LEAST_TERMS = 3;

/** The clauses that are worth looking up: all marks, and of the pairs the rarest that the library has. */
function sought(clauses, foundIn) {
  const kept = clauses.filter(({ term }) => !isPair(term));
  const pairs = clauses.filter(({ term }) => isPair(term)).map((clause) => ({ clause, count: foundIn(clause.term) }));
  let postings = 0;
  let terms = 0;
  for (const { clause, count } of pairs.filter(({ count }) => count).sort((a, b) => a.count - b.count)) {
    if (terms >= LEAST_TERMS && postings > MOST_POSTINGS) break;
    kept.push(clause);
    terms += 1;
    postings += Math.min(count, MOST_POSTINGS);
  }
  return kept;
}

/** The fewest bigrams that hold all of `word`: enough to find where another word may stand, with half the files. */
const cover = (word) => bigrams(word).filter((_, i, all) => i % 2 === 0 || i === all.length - 1);

/** The words that say how an amount is bounded (不少于, 以上); the longest first. */
function comparatorsOf({ at_least: least, at_most: most }) {
  return [least, most].flatMap(({ before, after }) => [...before, ...after, "左右"]).sort((a, b) => b.length - a.length);
}

/**
 * What must stand in an answer word for word: a foreign place; a matter of other offices, in a short question with what
 * follows it (公务员工资).
 */
function needOf({ kind, word, end }, query) {
  return kind === "outside" && query.total < LONG && query.weights[end] > WEAK ? word + query.plain[end] : word;
}

/** Particles (的, 吗, 给 …) that form no known pair with their neighbours only make the sentence. */
function dropParticles(query, particles, foundIn) {
  for (let i = 0; i < query.plain.length; i++) {
    if (!query.weights[i] || !particles.includes(query.plain[i])) continue;
    const pairs = [query.weights[i - 1] && query.plain.slice(i - 1, i + 1), query.weights[i + 1] && query.plain.slice(i, i + 2)];
    if (!pairs.some((pair) => pair && foundIn(pair))) query.weights[i] = 0;
  }
  const content = runsOf(query.weights);
  if (content.length) query.runs = content;
}

function clausesOf(query, others) {
  const clauses = new Map();
  const put = (term, boost) => clauses.set(term, Math.max(boost, clauses.get(term) ?? 0));
  for (const { start, end } of query.runs) {
    bigrams(query.plain.slice(start, end)).forEach((term, i) => put(term, query.weights[start + i] < 0.3 ? 0.3 : 1));
  }
  for (const mark of query.marks) mark.terms.forEach((term, i) => put(term, i ? 0.5 : 3));
  for (const row of others) for (const other of row.others) for (const term of cover(other)) put(term, OTHER_BOOST);
  return [...clauses].map(([term, boost]) => ({ term, boost }));
}
