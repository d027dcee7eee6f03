/** The third step of 我能享受什么. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { belongs, readChoice, writeChoice } from "../../docs/assets/js/finder/choice.mjs";

test("a topic that the page lacks shows everything", () => {
  assert.equal(readChoice("?topic=nonsense", ["awards"]), "");
});

test("the address brings the topic back", () => {
  assert.equal(readChoice(writeChoice("awards"), ["awards"]), "awards");
});

test("without a topic the address stays bare", () => {
  assert.equal(writeChoice(""), "");
});

test("part of a topic's name is not the topic", () => {
  assert.equal(belongs("training-subsidy awards", "training"), false);
});
