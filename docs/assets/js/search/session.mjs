/**
 * A search session over the files of the index, without network or page: `step(request, files)` returns either
 * `{needs: [names of files]}` or `{answer}`. The worker of the page fetches what is needed, the terminal reads it;
 * both hand it over as `readFile` of shards.mjs makes it.
 */
import { createAnalyser, isPair } from "./analyser.mjs";
import { FLOOR, OFFERED, compose } from "./compose.mjs";
import { glance } from "./glance.mjs";
import { createLexicon } from "./query.mjs";
import { pose } from "./pose.mjs";
import { headField, isElsewhere, prepare, regionsNear, score } from "./rank.mjs";
import { repair } from "./repair.mjs";
import { retrieve } from "./retrieve.mjs";
import { CHARACTERS, MANIFEST, cardsFile, countIn, countsFile, groupOf, partsOf, rowOf, termsFile } from "./shards.mjs";
import { suggest } from "./suggest.mjs";

/** Thrown inside a step where files are missing; `names` says which. */
class Missing extends Error {
  constructor(names) {
    super(`missing: ${names.join(" ")}`);
    this.names = names;
  }
}

/** How many documents (or bundles of pages) are looked through for one answer: in a small library so many, */
const DOCUMENTS = 6;
const SMALL = 12;
/** in a larger one these, and more where lunr finds them worth this share of the best: each is a file to fetch. */
const FEWEST_DOCUMENTS = 4;
const WORTH_A_LOOK = 0.5;
/** The share of a query that a unit must be able to hold to be shown as near to a question without an answer. */
const NEAR = 0.2;
/** What an answer loses that speaks of another region than the one that was asked for. */
const ELSEWHERE = 0.25;
/** What a whole document loses where an amount is asked for: it only repeats what one of its clauses says. */
const REPEATED = 0.15;
/** What a clause gains that states an amount of money, where the question is how much. */
const STATES_MONEY = 0.04;
const AMOUNTS = new Set(["quantity", "percent", "tenths", "range"]);
/** How many prepared units, and how many questions with what lunr found, are kept. */
const KEPT = 300;
const ASKED = 10;

export function createSession(lunr) {
  const prepared = new Map();
  /** By text what lunr found: the steps of one answer ask for it again. */
  const retrieved = new Map();
  let library = null;

  /** Take one step towards the answer; `files` is a Map from names to files. */
  function step(request, files) {
    try {
      const shelf = open(files);
      const result = request.type === "suggest" ? suggest(request.text, shelf) : search(request, shelf);
      return { answer: result };
    } catch (error) {
      if (error instanceof Missing) return { needs: error.names };
      throw error;
    }
  }

  function open(files) {
    const need = (...names) => {
      const missing = [...new Set(names)].filter((name) => !files.has(name));
      if (missing.length) throw new Missing(missing);
      return names.map((name) => files.get(name));
    };
    const [manifest] = need(MANIFEST);
    const characters = files.get(CHARACTERS);
    if (!library || library.manifest !== manifest || library.characters !== characters) {
      library = {
        manifest,
        characters,
        analyser: createAnalyser(manifest.analyser, new Map(Object.entries(characters?.simplified ?? {}))),
        lexicon: createLexicon(manifest.lexicon),
        known: new Set(manifest.characters),
      };
      prepared.clear();
      retrieved.clear();
    }
    const postingOf = (term) => rowOf(need(termsFile(manifest, term))[0], term);
    const foundIn = (term) =>
      isPair(term) ? countIn(need(countsFile(manifest, term[0]))[0], term) : (postingOf(term)?.[0] ?? 0);
    return { ...library, need, postingOf, foundIn };
  }

  /** Answer a search: as typed, else with its spelling repaired, else honestly with nothing. */
  function search(request, shelf) {
    const text = request.text.slice(0, 200).trim();
    if (hasUnknown(text, shelf)) shelf.need(CHARACTERS);
    const typed = examine(text, request, shelf, FLOOR);
    const better = repair(typed, shelf, (other) => examine(other, request, shelf, FLOOR));
    const answer = compose(request, typed, better, shelf);
    return answer.status === "found" ? answer : compose(request, examine(text, request, shelf, NEAR), better, shelf);
  }

  function hasUnknown(text, shelf) {
    return [...shelf.analyser.normalise(text)].some((c) => /[㐀-鿿]/.test(c) && !shelf.known.has(c));
  }

  /** Rank what the library has for `text` that may hold the share `least` of it: `{text, query, units, more}`, units best first. */
  function examine(text, request, shelf, least) {
    const query = pose(text, shelf);
    const hits = hitsOf(query, shelf);
    const { parts, more } = partsFor(hits, request, shelf);
    const most = hits[0]?.score || 1;
    query.holders = holdersOf(query.marks, shelf);
    const mostOf = glance(query, query.holders);
    const lunrScores = new Map(hits.map(({ unit, score }) => [unit, score / most]));
    const near = regionsNear(query, parts);
    const howMuch = query.words.some(({ kind, value }) => kind === "intent" && value === "amount");
    const amount = query.marks.some(({ kind }) => AMOUNTS.has(kind));
    const units = [];
    for (const { number, document, line, head } of parts) {
      const shared = head ? headField(head, shelf.analyser).text : "";
      if (mostOf({ number, document, line, shared }) < (head ? least : Math.min(least, OFFERED))) continue;
      const unit = ready(number, line, head, shelf);
      const scored = score(query, unit, shelf.analyser);
      const { card, fields } = unit;
      const more = 0.05 * (lunrScores.get(number) ?? 0) + (howMuch && card.facts?.some(({ figure }) => /元/.test(figure)) ? STATES_MONEY : 0);
      const less = (isElsewhere(unit, near) ? ELSEWHERE : 0) + (amount && card.kind === "document" ? REPEATED : 0);
      units.push({ number, card, head, fields, ...scored, score: scored.score + more - less });
    }
    units.sort((a, b) => b.score - a.score || a.number - b.number);
    return { text, query, units, more };
  }

  function hitsOf({ plain, sought, total }, { manifest, postingOf }) {
    if (!total) return [];
    if (!retrieved.has(plain)) {
      if (retrieved.size >= ASKED) retrieved.clear();
      retrieved.set(plain, retrieve(lunr, manifest, sought, postingOf));
    }
    return retrieved.get(plain);
  }

  /** The cards of the documents that lunr finds best, at most `request.documents`, and whether there are more. Group 0 are pages. */
  function partsFor(hits, request, { manifest, need }) {
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

  function ready(number, line, head, shelf) {
    let unit = prepared.get(number);
    if (!unit) {
      if (prepared.size > KEPT) prepared.clear();
      prepared.set(number, (unit = prepare(JSON.parse(line), head, shelf.analyser, number)));
    }
    return unit;
  }

  return { step };
}

/**
 * The units that hold any term of `marks`; null where the index does not know them all. Whatever else is ranked need not
 * be searched for amounts.
 */
function holdersOf(marks, { postingOf }) {
  const holders = new Set();
  for (const term of marks.flatMap((mark) => mark.terms)) {
    const [foundIn, ...fields] = postingOf(term) ?? [0];
    const own = new Set();
    for (const steps of fields) for (let i = 0, unit = 0; i < steps.length; i += 2) own.add((unit += steps[i]));
    if (own.size < foundIn) return null;
    own.forEach((unit) => holders.add(unit));
  }
  return holders;
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
