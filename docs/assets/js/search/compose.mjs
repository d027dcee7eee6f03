/** Compose what the page and the terminal show: hits by document, facets, offers, or an honest 没有找到. */
import { FACETS, countFacets, fits } from "./facets.mjs";
import { markWords, snippet } from "./marks.mjs";
import { lineWords, placeWords, statusWords } from "./words.mjs";

/** Share of the query that must be found for an answer to be one. */
export const FLOOR = 0.5;
/** Share of a question that compares, from which a page about many documents is offered. */
export const OFFERED = 0.4;
/** The score that the best answer must reach: lower ones hold the words of the question scattered about. */
const BEST_FLOOR = 0.45;
const RELATIVE = 0.6;
const MOST_UNITS = 60;
const LONGEST_FIGURE = 16;
const COMPARING = new Set(["compare"]);

/** The answer to `request`: `typed` as it was asked, `better` with its spelling repaired or null. */
export function compose(request, typed, better, shelf) {
  const used = better ?? typed;
  const good = answering(used);
  const chosen = request.filters ?? {};
  const kept = good.filter((unit) => fits(unit, chosen, shelf.analyser));
  const documents = group(kept, used.query, shelf);
  const status = kept.length ? "found" : "none";
  const answer = {
    text: request.text,
    status,
    total: kept.length,
    inForce: kept.filter(({ head }) => head?.status === "现行").length,
    corrected: better ? better.text : "",
    groups: documents,
    facets: countFacets(good, chosen, shelf.analyser),
    offers: offersOf(used, shelf),
    relaxed: status === "none" ? relaxed(typed) : [],
    nearest: status === "none" ? nearest(typed, shelf) : [],
    filtered: Object.keys(FACETS).some((name) => chosen[name]?.length),
    more: kept.length > 0 && used.more,
    foreign: typed.query.words.filter(({ kind, word }) => typed.query.needs.some((need) => need.startsWith(word)) && (kind === "outside" || kind === "place")).map(({ word }) => word),
  };
  return { ...answer, words: statusWords(answer) };
}

/** The units that answer: above the floor, and not far below the best. Pages only if no clause answers. */
function answering({ units, query }) {
  if (!query.total) return [];
  const good = units.filter(({ coverage }) => coverage >= FLOOR);
  if (!good.length) return [];
  const best = Math.max(...good.map(({ score }) => score));
  if (best < BEST_FLOOR) return [];
  const most = Math.max(...good.map(({ coverage }) => coverage));
  const near = good.filter(({ score, coverage }) => score >= best * RELATIVE && coverage >= most * 0.75);
  const clauses = near.filter(isClause);
  return (clauses.length ? clauses : near).slice(0, MOST_UNITS);
}

/** Whether a unit stands in a document; the others are pages about many documents. */
const isClause = ({ head }) => Boolean(head);

/** Hits grouped by document (pages stand alone), in the order of their best; the first of each is a card, the others are lines. */
function group(units, query, shelf) {
  const groups = new Map();
  for (const unit of units) {
    const key = unit.head ? unit.head.id : `page/${unit.number}`;
    const first = !groups.has(key);
    if (first) groups.set(key, { document: documentOf(unit.head), hits: [] });
    groups.get(key).hits.push(hitOf(unit, query, shelf, first));
  }
  return inForceFirst([...groups.values()]);
}

/** Where a draft and a document in force answer with the same figure for the same thing, the one in force comes first. */
function inForceFirst(groups) {
  const answerOf = ({ hits: [{ title, figure }] }) => `${title.map(([text]) => text).join("")}/${figure}`;
  const ordered = [];
  for (const group of groups) {
    const draft = group.hits[0].figure && group.document?.status === "现行" ? ordered.findIndex((other) => other.document?.status === "征求意见稿" && answerOf(other) === answerOf(group)) : -1;
    ordered.splice(draft < 0 ? ordered.length : draft, 0, group);
  }
  return ordered;
}

function documentOf(head) {
  if (!head) return null;
  return {
    id: head.id,
    title: head.title,
    url: head.url,
    status: head.status ?? "",
    number: head.numbers?.[0] ?? "",
    region: head.regions?.[0] ?? "",
    date: head.date ?? "",
    issuer: head.bodies?.[0]?.[1] ?? "",
  };
}

/** One hit: the fact that answers best, else the clause; as a card (`whole`) with a snippet and the other facts of the clause. */
function hitOf({ card, head, passage, score, coverage }, query, shelf, whole) {
  const facts = card.facts ?? [];
  const best = passage > 0 ? facts[passage - 1] : null;
  const mark = (text) => markWords(text ?? "", query, shelf.analyser);
  const shown = best ?? card;
  return {
    kind: best ? "fact" : card.kind,
    document: head?.id ?? "",
    section: card.section ?? "",
    url: shown.url,
    title: mark(shown.title),
    clause: best ? card.title : "",
    place: placeWords(card.path ?? []),
    figure: isFigure(best?.figure) ? best.figure : "",
    instead: best?.instead ?? "",
    draft: head?.status === "征求意见稿",
    line: best ? lineWords([isFigure(best.figure) ? "" : best.figure, best.summary, ...(best.conditions ?? [])].filter(Boolean).slice(0, 2)) : "",
    snippet: whole ? snippet(best ? [...(best.quotes ?? []), card.summary] : [card.summary, ...(card.quotes ?? []), (card.terms ?? []).join("、")], query, shelf.analyser) : [],
    facts: (whole ? facts : []).filter((fact) => fact !== best).map((fact) => ({ url: fact.url, figure: fact.figure ?? "", instead: fact.instead ?? "", title: mark(fact.title) })),
    score: Math.round(score * 1000) / 1000,
    coverage: Math.round(coverage * 1000) / 1000,
  };
}

/** Whether a printed value is a number to be set large; the others are words (按规定给予补贴). */
function isFigure(printed) {
  return Boolean(printed) && printed.length <= LONGEST_FIGURE && /[0-9]|[一二两三四五六七八九十半][年个月次人项条]/.test(printed);
}

/** Pages that answer the whole question: a comparison if it compares, the page of a department that it names or asks for, of a topic. */
function offersOf({ units, query }, shelf) {
  const compares = query.words.some(({ value }) => COMPARING.has(value)) || new Set(query.regions.map(({ word }) => word)).size > 1;
  const regions = query.regions.map(({ word }) => word);
  const matterIn = (title) => markWords(title, query, shelf.analyser).reduce((total, [text, marked]) => total + (marked && !regions.includes(text) ? text.length : 0), 0);
  const matter = ({ card }) => matterIn(card.title);
  const asksForBodies = query.words.some(({ kind, value }) => kind === "intent" && value === "duty");
  const isMeant = ({ card }) => card.kind !== "department" || asksForBodies || namesOf(card).some((name) => matterIn(name) > 1);
  const wanted = { comparison: compares ? OFFERED : 0.72, department: 0.75, topic: 0.75, citation: 0.9, page: 0.8 };
  return units
    .filter((unit) => !isClause(unit) && unit.share >= (wanted[unit.card.kind] ?? 1) && isMeant(unit))
    .filter(({ card }, i, all) => compares || card.kind !== "comparison" || all.findIndex((other) => other.card.kind === "comparison") === i)
    .sort((a, b) => (compares ? (b.card.kind === "comparison") - (a.card.kind === "comparison") || matter(b) - matter(a) : 0) || b.score - a.score)
    .slice(0, 3)
    .map(({ card }) => ({ kind: card.kind, url: card.url, title: markWords(card.title, query, shelf.analyser) }));
}

const namesOf = ({ title, bodies = [] }) => [title, ...bodies.flatMap(([, ...names]) => names)];

/** What would be found without one part of the question: `[{without, text, count}]`. */
function relaxed({ units, query }) {
  const parts = [
    ...query.marks.map(({ start, end, weight }) => ({ start, end, weight })),
    ...query.words.filter(({ kind }) => ["place", "outside"].includes(kind)).map(({ start, end }) => ({ start, end, weight: sum(query.weights, start, end) })),
    ...query.runs.map(({ start, end }) => ({ start, end, weight: sum(query.weights, start, end) })),
  ];
  const offers = [];
  for (const { start, end, weight } of parts) {
    const rest = (query.plain.slice(0, start) + query.plain.slice(end)).trim();
    const left = query.total - weight;
    if (left < 1.2 || !rest || offers.some(({ text }) => text === rest)) continue;
    const count = units.filter((unit) => isClause(unit) && partly(unit, query, start, end) / left >= 0.9).length;
    if (count) offers.push({ without: query.plain.slice(start, end), text: rest, count });
  }
  return offers.slice(0, 3);
}

/** How much of the query, places `start` to `end` left out, the unit holds. */
function partly(unit, query, start, end) {
  let held = 0;
  for (let i = 0; i < query.weights.length; i++) if (i < start || i >= end) held += unit.found[i] ? query.weights[i] : 0;
  query.marks.forEach((mark, i) => (held += mark.start >= start && mark.end <= end ? 0 : unit.marked[i] ? mark.weight : 0));
  return held;
}

const sum = (weights, start, end) => weights.slice(start, end).reduce((total, weight) => total + weight, 0);

/** The three clauses that come nearest to a question without an answer. */
function nearest({ units, query }, shelf) {
  return units
    .filter((unit) => unit.share > 0.2 && isClause(unit))
    .sort((a, b) => b.share - a.share || a.number - b.number)
    .slice(0, 3)
    .map((unit) => {
      const { kind, document, section, url, title } = hitOf(unit, query, shelf, false);
      return { kind, document, section, url, title, from: unit.head?.title ?? "" };
    });
}
