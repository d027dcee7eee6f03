// The rule of the page 某日有效, on the same table as tests/unit/views/test_versions.py.
import assert from "node:assert/strict";
import { test } from "node:test";

import { chineseDay, isDay, standing } from "../../docs/assets/js/as-of/standing.mjs";

const PLAN = { draft: false, begins: "2024-03-05", within: "2024-01-01", until: "2026-12-31", ends: "" };

for (const [day, dates, expected] of [
  ["2024-03-04", {}, "尚未开始"],
  ["2024-03-05", {}, "期限内"],
  ["2026-12-31", {}, "期限内"],
  ["2027-01-01", {}, "期限已过"],
  ["2025-01-01", { within: "", until: "" }, "说不准"],
  ["1990-01-01", { begins: "", within: "", until: "" }, "说不准"],
  ["2025-06-01", { ends: "2025-06-01" }, "已失效"],
  ["2025-05-31", { ends: "2025-06-01" }, "期限内"],
  ["2025-01-01", { draft: true }, "征求意见稿"],
]) {
  test(`on ${day} with ${JSON.stringify(dates)} it stands as ${expected}`, () => {
    assert.equal(standing({ ...PLAN, ...dates }, day), expected);
  });
}

test("a day that no calendar has is refused", () => {
  assert.equal(isDay("2023-02-30"), false);
});

test("a day is printed as Chinese readers write it", () => {
  assert.equal(chineseDay("2025-08-03"), "2025年8月3日");
});
