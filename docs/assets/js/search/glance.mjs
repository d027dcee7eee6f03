/** What a unit can answer at most, told from its raw line: most units need not be made ready to be ranked. */

/**
 * A function of a unit that returns the share of the query it may hold, never less than `coverage` of rank.mjs.
 * The unit is given by its number, that of its document, its line and what its document says of all its clauses.
 */
export function glance(query, holders) {
  const pieces = query.runs.flatMap(({ start, end }) =>
    end - start === 1
      ? [{ text: query.plain[start], start, end }]
      : Array.from({ length: end - start - 1 }, (_, i) => ({ text: query.plain.slice(start + i, start + i + 2), start: start + i, end: start + i + 2 })),
  );
  const marks = query.marks.reduce((sum, mark) => sum + mark.weight, 0);
  const mayHold = (number) => !holders || holders.has(number);

  return ({ number, document, line, shared }) => {
    const stands = (text) => line.includes(text) || shared.includes(text);
    const held = new Uint8Array(query.weights.length);
    for (const { text, start, end } of pieces) if (stands(text)) held.fill(1, start, end);
    for (const { start, end, others } of query.alternatives) if (others.some(stands)) held.fill(1, start, end);
    for (const { start, end, word } of query.regions) if (shared.includes(word)) held.fill(1, start, end);
    const words = query.weights.reduce((sum, weight, i) => sum + (held[i] ? weight : 0), 0);
    return (words + (mayHold(number) || mayHold(document) ? marks : 0)) / (query.total || 1);
  };
}
