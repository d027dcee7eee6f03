/** Ask lunr: put an index together from the postings of the query's terms and let lunr score it. */

/**
 * The units that hold any of `clauses`, best first: `[{unit, score}]`.
 * `clauses` are `{term, boost}`, `postingOf(term)` a row of a terms file or undefined. lunr scores a field against the
 * terms of the query only, so the result is that of the whole index.
 */
export function retrieve(lunr, manifest, clauses, postingOf) {
  const rows = rarest(new Map(clauses.map(({ term }) => [term, postingOf(term)]).filter(([, row]) => row)));
  if (!rows.size) return [];
  const index = lunr.Index.load(serialised(lunr.version, manifest.fields, rows));
  const found = index.query((query) => {
    for (const { term, boost } of clauses) {
      if (rows.has(term)) query.term(term, { boost, usePipeline: false });
    }
  });
  return found.map(({ ref, score }) => ({ unit: +ref, score }));
}

/** How many postings lunr is given for a query; the commonest terms of a long question say little about where to look. */
const MOST_POSTINGS = 300;
const LEAST_TERMS = 3;

/** The rows of the rarest terms, as many as are worth lunr's time; ranking reads the cards and misses none. */
function rarest(rows) {
  const kept = new Map();
  let postings = 0;
  for (const [term, row] of [...rows].sort((a, b) => a[1][0] - b[1][0])) {
    if (kept.size >= LEAST_TERMS && postings > MOST_POSTINGS) break;
    kept.set(term, row);
    postings += row.slice(1).reduce((sum, steps) => sum + steps.length / 2, 0);
  }
  return kept;
}

/** What lunr is told beside that a unit holds a term. */
const NOTHING = Object.freeze({});

/** The JSON form of a lunr index that holds just these rows. */
export function serialised(version, fields, rows) {
  const terms = [...rows.keys()].sort();
  const vectors = new Map();
  const invertedIndex = terms.map((term, number) => {
    const posting = { _index: number };
    fields.forEach((field, place) => {
      posting[field] = {};
      const steps = rows.get(term)[place + 1] ?? [];
      for (let i = 0, unit = 0; i < steps.length; i += 2) {
        unit += steps[i];
        posting[field][unit] = NOTHING;
        const reference = `${field}/${unit}`;
        if (!vectors.has(reference)) vectors.set(reference, []);
        vectors.get(reference).push(number, steps[i + 1]);
      }
    });
    return [term, posting];
  });
  return { version, fields, fieldVectors: [...vectors], invertedIndex, pipeline: [] };
}
