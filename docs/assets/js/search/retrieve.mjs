/** Ask lunr: put an index together from the postings of the query's terms and let lunr score it. */

/**
 * The units that hold any of `clauses`, best first: `[{unit, score}]`.
 * `clauses` are `{term, boost}`, `postingOf(term)` a row of a terms file or undefined. lunr scores a field against the
 * terms of the query only, so the result is that of the whole index.
 */
export function retrieve(lunr, manifest, clauses, postingOf) {
  const rows = new Map(clauses.map(({ term }) => [term, postingOf(term)]).filter(([, row]) => row));
  if (!rows.size) return [];
  const index = lunr.Index.load(serialised(lunr.version, manifest.fields, rows));
  const found = index.query((query) => {
    for (const { term, boost } of clauses) {
      if (rows.has(term)) query.term(term, { boost, usePipeline: false });
    }
  });
  return found.map(({ ref, score }) => ({ unit: +ref, score }));
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
