/**
 * Rank units by how much of the query they answer. lunr finds generously, this is strict: share of the query covered,
 * where (title before summary before quote), how close together, exact amounts and numbers, and, last, the status.
 */

/** How much a place of finding is worth. */
export const WORTH = { name: 1, summary: 0.86, quote: 0.82, condition: 0.78, body: 0.72, text: 0.66, heading: 0.8, path: 0.62, document: 0.45 };
/** A stretch of this many characters found in one piece counts so much; longer ones count in full. */
const PIECE = [0, 0.4, 0.84, 0.94];
const STATUS = { 现行: 0.03, 待核: 0.02, 部分失效: 0.01, 征求意见稿: 0, 失效: -0.04, 废止: -0.04 };
/** How much a clause is about a body, by the part that the body has in it. */
const ROLE = { 牵头: 1.1, 责任: 1.08, 实施: 1.06, 核准: 1.04, 报送: 1.04, 配合: 1.02 };
const OTHER_ROLE = 0.92;
/** How much a document is about its own region, and about those that the region lies in. */
const REGION = 0.92;
const WIDER_REGION = 0.75;
/** How much a synonym is worth beside the word itself. */
const SYNONYM = 0.85;

/** A fact is shown before its clause even if it answers a little less. */
const FACT_FIRST = 1.08;

/** Make the card of the unit `number` ready to be compared: its texts by worth and passage. Passage 0 is the clause itself. */
export function prepare(card, head, analyser, number) {
  const fields = head && card.kind !== "document" ? [headField(head, analyser)] : [];
  const add = (worth, passage, ...texts) => {
    const text = texts.flat().filter(Boolean).join("\n");
    if (text) fields.push({ worth, passage, text: analyser.normalise(text) });
  };
  add(WORTH.name, 0, card.title, card.terms, card.also, card.numbers);
  add(WORTH.summary, 0, card.summary);
  add(WORTH.quote, 0, card.quotes);
  add(WORTH.condition, 0, card.conditions);
  add(WORTH.body, 0, (card.bodies ?? []).flatMap((body) => body.slice(1)));
  add(WORTH.text, 0, card.text);
  add(WORTH.heading, 0, card.path?.at(-1));
  add(WORTH.path, 0, card.path, card.topics, card.audiences, card.category, card.level, card.status, card.date);
  for (const [i, fact] of (card.facts ?? []).entries()) {
    add(WORTH.name, i + 1, fact.title, fact.figure);
    add(WORTH.quote, i + 1, fact.quotes, fact.summary);
    add(WORTH.condition, i + 1, fact.conditions, fact.audiences);
  }
  return {
    number,
    card,
    fields,
    title: analyser.normalise(card.title),
    status: head?.status,
    regions: (head?.regions ?? []).map(analyser.normalise),
    bodies: (card.bodies ?? []).flatMap(([role, ...names]) => names.map((name) => ({ name: analyser.normalise(name), role }))),
  };
}

const headFields = new WeakMap();

/** What a document says of all its clauses; the same field for each of them. */
export function headField(head, analyser) {
  let field = headFields.get(head);
  if (!field) {
    const issuers = (head.bodies ?? []).flatMap((body) => body.slice(1));
    const texts = [head.title, head.numbers, head.category, head.date, head.status, issuers, head.regions];
    field = { worth: WORTH.document, passage: -1, text: analyser.normalise(texts.flat().filter(Boolean).join("\n")) };
    headFields.set(head, field);
  }
  return field;
}

/**
 * How well a prepared unit answers the query: `{score, coverage, passage, places}`; `coverage` is the share of the
 * query that is found at all (0 where something required is missing), `passage` the part that answers best.
 * `query.holders` are the numbers of the units that hold any of its marks, if that is known.
 * `query` is `understand`'s with `weights` scaled by rarity and `needs`: what must be found word for word.
 */
export function score(query, unit, analyser) {
  const best = new Float64Array(query.plain.length);
  const byMark = new Float64Array(query.marks.length);
  const found = new Uint8Array(query.plain.length);
  const shared = { places: new Float64Array(best.length), marks: new Float64Array(byMark.length) };
  coverRegions(query, unit, shared.places);
  coverBodies(query, unit, shared.places);
  const passages = new Map([[-1, shared]]);
  const asked = query.marks.length > 0;
  const marked = query.holders?.has(unit.number) ?? true;
  for (const field of unit.fields) {
    let own = passages.get(field.passage);
    if (!own) passages.set(field.passage, (own = { places: shared.places.slice(), marks: shared.marks.slice() }));
    coverRuns(query, field, (place, worth) => {
      found[place] = 1;
      if (worth > best[place]) best[place] = worth;
      if (worth > own.places[place]) own.places[place] = worth;
    });
    if (asked && (marked || field.passage < 0)) field.terms ??= new Set(analyser.marks(field.text).flatMap((mark) => mark.terms));
    if (asked && field.terms) query.marks.forEach((mark, i) => {
      const worth = field.worth * matchMark(mark, field.terms);
      if (worth > byMark[i]) byMark[i] = worth;
      if (worth > own.marks[i]) own.marks[i] = worth;
    });
  }
  shared.places.forEach((worth, i) => {
    if (worth) found[i] = 1;
    if (worth > best[i]) best[i] = worth;
  });

  const total = query.total || 1;
  const union = weigh(query, best, byMark) / total;
  let [passage, closest, shown] = [0, 0, 0];
  for (const [number, own] of passages) {
    if (number < 0) continue;
    const value = weigh(query, own.places, own.marks) / total;
    closest = Math.max(closest, value);
    const worth = number ? value * FACT_FIRST : value;
    if (worth > shown + 1e-9) [passage, shown] = [number, worth];
  }
  const found_ = weigh(query, found, Float64Array.from(byMark, (worth) => (worth ? 1 : 0))) / total;
  const lacks = query.marks.some((mark, i) => mark.required && !byMark[i]) || query.needs.some((need) => !holds(unit, need));
  return {
    coverage: lacks ? 0 : found_,
    share: found_,
    passage,
    found,
    marked: byMark,
    score:
      0.56 * union + 0.26 * closest + 0.08 * found_ + 0.07 * union * precision(query, unit.title) + union * (STATUS[unit.status] ?? 0.02) -
      (lacks ? 1 : 0),
  };
}

/** Call `hit(place, worth)` for every place of the query whose surroundings stand in the field. */
function coverRuns(query, { text, worth }, hit) {
  for (const { start, end } of query.runs) {
    let reached = start;
    for (let i = start; i < end; i++) {
      let stop = Math.max(reached, i + 1);
      if (end - start > 1 && i + 2 > stop) stop = i + 2;
      if (stop > end || !text.includes(query.plain.slice(i, stop))) continue;
      while (stop < end && text.includes(query.plain.slice(i, stop + 1))) stop++;
      reached = stop;
      const piece = stop - i === end - start ? 1 : (PIECE[stop - i] ?? 1);
      for (let place = i; place < stop; place++) hit(place, worth * piece);
    }
  }
  for (const { start, end, others, factor } of query.alternatives) {
    if (others.some((other) => text.includes(other))) {
      for (let place = start; place < end; place++) if (query.weights[place]) hit(place, worth * (factor ?? SYNONYM));
    }
  }
}

/** A region in the query is answered by the documents of that region, and less so by those of what lies in it. */
function coverRegions(query, unit, places) {
  const own = query.regions.filter(({ word }) => unit.regions.includes(word));
  if (!own.length) return;
  const worth = own.some(({ word }) => unit.regions.slice(0, 2).includes(word)) ? REGION : WIDER_REGION;
  for (const { start, end } of query.regions) places.fill(worth, start, end);
}

/** A body named in full, by an alias or by a short name is answered by the clauses that give it something to do. */
function coverBodies(query, unit, places) {
  for (const { name, role } of unit.bodies) {
    const worth = ROLE[role] ?? OTHER_ROLE;
    const start = name.length > 2 ? query.plain.indexOf(name) : -1;
    if (start >= 0) raise(places, start, start + name.length, worth);
    for (const run of query.runs) if (run.end - run.start > 2 && name.endsWith(query.plain.slice(run.start, run.end))) raise(places, run.start, run.end, worth);
  }
  for (const { start, end, others } of query.alternatives) {
    const roles = unit.bodies.filter(({ name }) => others.some((other) => name.endsWith(other))).map(({ role }) => ROLE[role] ?? OTHER_ROLE);
    if (roles.length) raise(places, start, end, Math.max(...roles));
  }
}

function raise(places, start, end, worth) {
  for (let place = start; place < end; place++) places[place] = Math.max(places[place], worth);
}

/** 1 for the very amount, number or date, less for a weaker form of it (the amount without its unit, only the year). */
function matchMark(mark, terms) {
  for (let i = 0; i < mark.terms.length; i++) {
    if (terms.has(mark.terms[i])) return i === 0 ? 1 : weaker(mark, mark.terms[i]);
  }
  return 0;
}

function weaker(mark, term) {
  if (mark.kind === "number") return mark.terms[0].startsWith("#-") ? 1 : 0;
  if (mark.kind === "date") return term === mark.terms[1] && mark.terms.length === 4 ? 0.5 : 0.3;
  if (mark.kind === "range") return 0.7;
  return mark.terms[0] === `${term}` ? 1 : unitless(mark.terms[0]) ? 1 : 0.6;
}

const unitless = (term) => /[0-9]$/.test(term);

/** The weighted sum over the places and marks of the query. */
function weigh(query, places, marks) {
  let sum = 0;
  for (let i = 0; i < places.length; i++) sum += query.weights[i] * places[i];
  for (let i = 0; i < marks.length; i++) sum += query.marks[i].weight * marks[i];
  return sum;
}

/** How much of the title the query says. */
function precision(query, title) {
  if (!title) return 0;
  let said = 0;
  for (let i = 0; i + 1 < title.length; i++) if (query.plain.includes(title.slice(i, i + 2))) said++;
  return said / Math.max(1, title.length - 1);
}

/** Whether the unit holds `need` word for word. */
function holds(unit, need) {
  return unit.regions.includes(need) || unit.fields.some((field) => field.text.includes(need));
}
