/** The facets (筛选): what values a hit has, which hits fit a choice, how many there are of each. */

/** By name in the address: the words on the page and the values of a unit. */
export const FACETS = {
  region: { label: "地区", values: ({ head }) => head?.regions?.slice(0, 1) ?? [] },
  level: { label: "层级", values: ({ head }) => [head?.level] },
  status: { label: "状态", values: ({ head }) => [head?.status] },
  category: { label: "类别", values: ({ head }) => [head?.category] },
  audience: { label: "对象", values: ({ card }) => [...(card.audiences ?? []), ...(card.facts ?? []).flatMap((fact) => fact.audiences ?? [])] },
  body: { label: "部门", values: ({ card }) => (card.kind === "document" ? [] : (card.bodies ?? []).map((body) => body[1])) },
  year: { label: "年份", values: ({ head }) => [head?.date?.slice(0, 4)] },
  amount: { label: "金额", values: amountsOf },
};

/** Upper ends of the ranges of amounts, in 元. */
const RANGES = [
  [1000, "1000元以下"],
  [10_000, "1000元至1万元"],
  [100_000, "1万元至10万元"],
  [1_000_000, "10万元至100万元"],
  [Infinity, "100万元以上"],
];

/** By card the ranges of its amounts: they are asked for with every answer that holds it. */
const amounts = new WeakMap();

function amountsOf({ card }, analyser) {
  if (!amounts.has(card)) amounts.set(card, rangesOf(card, analyser));
  return amounts.get(card);
}

function rangesOf(card, analyser) {
  const found = new Set();
  for (const fact of card.facts ?? []) {
    for (const { terms } of analyser.marks(analyser.normalise(fact.figure ?? ""))) {
      for (const term of terms) {
        const amount = /^=([0-9.]+)元$/.exec(term)?.[1];
        if (amount !== undefined) found.add(RANGES.find(([end]) => +amount < end)[1]);
      }
    }
  }
  return RANGES.map(([, name]) => name).filter((name) => found.has(name));
}

const valuesOf = (name, unit, analyser) => [...new Set(FACETS[name].values(unit, analyser).filter(Boolean))];

/** The names of the facets whose choice a unit does not fit; within a facet any chosen value will do. */
function misfits(unit, chosen, analyser) {
  const asked = Object.keys(FACETS).filter((name) => chosen[name]?.length);
  return asked.filter((name) => !valuesOf(name, unit, analyser).some((value) => chosen[name].includes(value)));
}

/** Whether a unit fits the chosen values of every facet. */
export const fits = (unit, chosen, analyser) => misfits(unit, chosen, analyser).length === 0;

/** For each facet its values with counts among the units that fit the other facets, the most frequent first. */
export function countFacets(units, chosen, analyser) {
  const against = units.map((unit) => misfits(unit, chosen, analyser));
  return Object.entries(FACETS).map(([name, { label }]) => {
    const counts = new Map((chosen[name] ?? []).map((value) => [value, 0]));
    units.forEach((unit, i) => {
      const counted = against[i].every((other) => other === name) ? 1 : 0;
      for (const value of valuesOf(name, unit, analyser)) counts.set(value, (counts.get(value) ?? 0) + counted);
    });
    const order = new Map(RANGES.map(([, value], i) => [value, i]));
    const values = [...counts].sort((a, b) => (name === "amount" ? order.get(a[0]) - order.get(b[0]) : b[1] - a[1]) || (a[0] < b[0] ? -1 : 1));
    return { name, label, values: values.map(([value, count]) => ({ value, count, chosen: chosen[name]?.includes(value) ?? false })) };
  });
}
