/** The analyser of the page against the vectors that it shares with the analyser of the generator. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { createAnalyser } from "../../docs/assets/js/search/analyser.mjs";

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf-8"));
const { simplified, vectors } = read("tests/search/analyser_vectors.json");
const analyser = createAnalyser(read("generator/search/tables/analyser.json"), new Map(Object.entries(simplified)));

for (const { text, plain, marks, terms } of vectors) {
  test(`cuts ${JSON.stringify(text)} as the generator does`, () => {
    const found = analyser.normalise(text);

    assert.equal(found, plain);
    assert.deepEqual(analyser.marks(found).map((m) => [m.kind, m.start, m.end, ...m.terms]), marks);
    assert.deepEqual(analyser.terms(text), terms);
  });
}

test("knows for each folded character where it came from", () => {
  const { plain, places } = analyser.normaliseWithPlaces("“㎡”３０万");

  assert.equal(plain, "m230万");
  assert.deepEqual(places, [1, 1, 3, 4, 5, 6]);
});
