/**
 * A search session over the files of the index, without network or page: `step(request, files)` returns either
 * `{needs: [names of files]}` or `{answer}`. The worker of the page fetches what is needed, the terminal reads it;
 * both hand it over as `readFile` of shards.mjs makes it.
 */
import { createAdjustment } from "./adjust.mjs";
import { createAnalyser, isPair } from "./analyser.mjs";
import { findCandidates } from "./candidates.mjs";
import { FLOOR, OFFERED, compose } from "./compose.mjs";
import { glance } from "./glance.mjs";
import { createLexicon } from "./query.mjs";
import { pose } from "./pose.mjs";
import { headField, prepare, score } from "./rank.mjs";
import { repair } from "./repair.mjs";
import { retrieve } from "./retrieve.mjs";
import { CHARACTERS, MANIFEST, countIn, countsFile, followersIn, rowOf, termsFile } from "./shards.mjs";
import { suggest } from "./suggest.mjs";

/** Thrown inside a step where files are missing; `names` says which. */
class Missing extends Error {
  constructor(names) {
    super(`missing: ${names.join(" ")}`);
    this.names = names;
  }
}

/** The share of a query that a unit must be able to hold to be shown as near to a question without an answer. */
const NEAR = 0.2;
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
        known: new Set([...manifest.characters, ...charactersOf(manifest.lexicon)]),
      };
      prepared.clear();
      retrieved.clear();
    }
    const postingOf = (term) => rowOf(need(termsFile(manifest, term))[0], term);
    const foundIn = (term) =>
      isPair(term) ? countIn(need(countsFile(manifest, term[0]))[0], term) : (postingOf(term)?.[0] ?? 0);
    const followersOf = (character) => followersIn(need(countsFile(manifest, character))[0], character);
    return { ...library, need, postingOf, foundIn, followersOf };
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
    const { parts, more } = findCandidates(hits, request, shelf);
    query.holders = holdersOf(query.marks, shelf);
    const mostOf = glance(query, query.holders);
    const adjustment = createAdjustment(query, parts, hits);
    const units = [];
    for (const { number, document, line, head } of parts) {
      const shared = head ? headField(head, shelf.analyser).text : "";
      if (mostOf({ number, document, line, shared }) < (head ? least : Math.min(least, OFFERED))) continue;
      const unit = ready(number, line, head, shelf);
      const scored = score(query, unit, shelf.analyser);
      units.push({ number, card: unit.card, head, fields: unit.fields, ...scored, score: scored.score + adjustment(unit) });
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

/** The characters of the words that a question may be put in (怎么): they need no other spelling, wherever else they stand. */
function charactersOf(words) {
  return Object.values(words).flat().flatMap((row) => [...(Array.isArray(row) ? row[0] : row)]);
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
