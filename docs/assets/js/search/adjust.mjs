/** What a ranked unit gains or loses by what the question asks for beside its words: a region, an amount, money at all. */

/** The weight of lunr's own opinion beside the share of the query that is found. */
const OPINION = 0.05;
/** What an answer loses that speaks of another region than the one that was asked for. */
const ELSEWHERE = 0.25;
/** What a whole document loses where an amount is asked for: it only repeats what one of its clauses says. */
const REPEATED = 0.15;
/** What a clause gains that states an amount of money, where the question is how much. */
const STATES_MONEY = 0.04;
const AMOUNTS = new Set(["quantity", "percent", "tenths", "range"]);

/** A function of a prepared unit that returns what it gains (less than 0: loses); `parts` are the units looked through, `hits` what lunr found. */
export function createAdjustment(query, parts, hits) {
  const opinions = new Map(hits.map(({ unit, score }) => [unit, score / (hits[0].score || 1)]));
  const near = regionsNear(query, parts);
  const howMuch = query.words.some(({ kind, value }) => kind === "intent" && value === "amount");
  const amount = query.marks.some(({ kind }) => AMOUNTS.has(kind));

  return ({ number, card, regions }) =>
    OPINION * (opinions.get(number) ?? 0) +
    (howMuch && statesMoney(card) ? STATES_MONEY : 0) -
    (isElsewhere(regions, near) ? ELSEWHERE : 0) -
    (amount && card.kind === "document" ? REPEATED : 0);
}

const statesMoney = ({ facts = [] }) => facts.some(({ figure }) => figure?.includes("元"));

/** The regions that `query` names, those above and those below them, as the documents of `parts` say; null where it names none. */
function regionsNear({ regions }, parts) {
  if (!regions.length) return null;
  const near = new Set(regions.map(({ word }) => word));
  const heads = new Set(parts.map(({ head }) => head).filter(Boolean));
  const above = [...heads].filter((head) => (head.regions ?? []).some((name) => near.has(name))).flatMap((head) => head.regions);
  return new Set([...near, ...above]);
}

/** Whether a unit of `regions`, its own first, belongs to none of those `near`. */
const isElsewhere = (regions, near) => Boolean(near && regions.length) && !regions.slice(0, 2).some((name) => near.has(name));
