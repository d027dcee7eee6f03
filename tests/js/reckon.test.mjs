/** Sums of the calculators: exact, whatever is typed. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { add, compare, grouped, multiply, readNumber, row, total, words } from "../../docs/assets/js/finder/reckon.mjs";

const people = (typed) => [{ typed, decimal: false, most: "" }];

test("30 trainees and 25 of them still at work get 23,000", () => {
  const rows = [
    row({ low: "600", high: "600", bound: "eq", factors: people("30") }),
    row({ low: "200", high: "200", bound: "eq", factors: people("25") }),
  ];

  assert.equal(words(total(rows, "sum")), "23,000元");
});

test("zero is a number", () => {
  assert.equal(words(row({ low: "600", high: "600", bound: "eq", factors: people("0") })), "0元");
});

test("a huge number keeps every digit", () => {
  assert.equal(multiply("10000000", "999999999999999"), "9999999999999990000000");
});

test("an absurd number is refused in words", () => {
  assert.match(readNumber("9".repeat(16)).problem, /太大/);
});

for (const typed of ["三十", "1e21", "abc", "1.5", "０x10", "3人", "NaN", "++", "."]) {
  test(`${typed} is no number of persons`, () => {
    assert.match(readNumber(typed).problem, /请填 0 或整数/);
  });
}

test("a negative number is refused", () => {
  assert.equal(readNumber("-3").problem, "不能是负数。");
});

test("full-width digits and separators are read", () => {
  assert.deepEqual(readNumber(" １，２00 "), { value: "1200" });
});

test("leading zeros fall away", () => {
  assert.deepEqual(readNumber("007"), { value: "7" });
});

test("nothing typed is no fault", () => {
  assert.deepEqual(readNumber("  "), { empty: true });
});

test("a number above what the text allows is refused", () => {
  assert.match(readNumber("13", { most: "12" }).problem, /最多 12/);
});

test("a base in yuan may have a fraction", () => {
  assert.deepEqual(readNumber("1200.50", { decimal: true }), { value: "1200.5" });
});

test("a range stays a range", () => {
  const two = [...people("3"), ...people("2")];

  assert.equal(words(row({ low: "6000", high: "8000", bound: "eq", factors: two })), "36,000—48,000元");
});

test("an upper bound says so", () => {
  const base = [{ typed: "1000000", decimal: true, most: "" }];

  assert.equal(words(row({ low: "0.3", high: "0.3", bound: "le", factors: base })), "至多 300,000元");
});

test("of several caps the lowest holds", () => {
  const caps = [
    { low: "300000", high: "300000", bound: "le" },
    { low: "80000", high: "80000", bound: "le" },
  ];

  assert.equal(words(total(caps, "least")), "至多 80,000元");
});

test("one bounded row bounds the sum", () => {
  const sum = total([{ low: "1", high: "1", bound: "eq" }, { low: "2", high: "2", bound: "le" }], "sum");

  assert.equal(words(sum), "至多 3元");
});

test("rows that are still empty are left out", () => {
  assert.deepEqual(total([{ empty: true }, { low: "5", high: "5", bound: "eq" }], "sum"), { low: "5", high: "5", bound: "eq" });
});

test("fractions are added without error", () => {
  assert.equal(add("0.1", "0.2"), "0.3");
});

test("decimals are compared by value", () => {
  assert.equal(compare("1.50", "1.5"), 0);
});

test("digits are grouped by three", () => {
  assert.equal(grouped("1234567.5"), "1,234,567.5");
});
