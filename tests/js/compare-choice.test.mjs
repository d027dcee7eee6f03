/** Comparing by choice: addresses, rows, what is the same. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { MOST, readChoice, rowsOf, verdict, writeChoice } from "../../docs/assets/js/compare/choice.mjs";

const list = {
  documents: ["a", "b", "c", "d", "e", "f"].map((id) => ({ id })),
  topics: [{ id: "awards" }],
  rows: [
    { id: "prize", topic: "awards" },
    { id: "share", topic: "funds" },
    { id: "nowhere", topic: "funds" },
  ],
};
const cells = {
  a: { prize: { state: "value", printed: ["30万元"] }, share: { state: "value", printed: ["60%以上"] } },
  b: { prize: { state: "unstated", text: "只写推荐" }, share: { state: "value", printed: ["60%以上"] } },
};
const both = { documents: ["a", "b"], topics: [], only: false };

test("the address brings the choice back", () => {
  const choice = { documents: ["b", "a"], topics: ["awards"], only: true };

  assert.deepEqual(readChoice(writeChoice(choice), list), choice);
});

test("unknown and repeated documents are left out, and no more than five are taken", () => {
  const read = readChoice("?d=x&d=a&d=a&d=b&d=c&d=d&d=e&d=f", list);

  assert.equal(read.documents.length, MOST);
  assert.deepEqual(read.documents, ["a", "b", "c", "d", "e"]);
});

test("a row that no chosen document looked at is left out", () => {
  assert.deepEqual(rowsOf(list, cells, both).map((one) => one.row.id), ["prize", "share"]);
});

test("only the differences are left when they are wanted", () => {
  assert.deepEqual(rowsOf(list, cells, { ...both, only: true }).map((one) => one.row.id), ["prize"]);
});

test("a topic leaves its rows", () => {
  assert.deepEqual(rowsOf(list, cells, { ...both, topics: ["awards"] }).map((one) => one.row.id), ["prize"]);
});

test("a document that nobody searched for the row is 未录入, and says so", () => {
  const [first] = rowsOf(list, cells, { ...both, documents: ["a", "c"] });

  assert.deepEqual(first.cells[1], { state: "missing", text: "这份文件里还没有查这一项" });
  assert.equal(first.verdict, "只有一份录入");
});

test("two documents that say nothing are the same, whatever the notes", () => {
  assert.equal(verdict([{ state: "unstated", text: "x" }, { state: "unstated" }]), "相同");
});

test("a promise without a figure is not the same as another", () => {
  assert.equal(verdict([{ state: "open", text: "“一定”" }, { state: "open", text: "“若干”" }]), "不同");
});

test("one amount printed in two ways is the same", () => {
  const each = { state: "value", values: ["money eq 200 200 元 人 "], printed: ["每人200元"] };

  assert.equal(verdict([each, { ...each, printed: ["200元/人"] }]), "相同");
});
