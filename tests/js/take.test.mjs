/** What a reader takes along of a table made on the page: words, CSV, JSON, Excel, Word. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { csvText, inert } from "../../docs/assets/js/take/csv.mjs";
import { jsonText } from "../../docs/assets/js/take/json.mjs";
import { cellWords, sheetsOf, tableOf } from "../../docs/assets/js/take/table.mjs";
import { wordBytes } from "../../docs/assets/js/take/word.mjs";
import { workbookBytes } from "../../docs/assets/js/take/workbook.mjs";
import { crc32, zip } from "../../docs/assets/js/take/zip.mjs";

test("a cell says its figures, per whom, and its clause", () => {
  const words = cellWords({ state: "value", printed: ["30万元", "15万元"], text: "每人，一次性", clause: "二（一）" });

  assert.equal(words, "30万元、15万元：每人，一次性（二（一））");
});

test("a draft's figures are only planned", () => {
  assert.equal(cellWords({ state: "value", printed: ["2倍"] }, true), "拟2倍");
});

test("a cell without a figure says its state", () => {
  assert.equal(cellWords({ state: "unstated" }), "文中未规定");
  assert.equal(cellWords({ state: "missing" }), "未录入");
  assert.equal(cellWords({ state: "value", text: "奖励办法" }), "文中写明：奖励办法");
});

test("a head says region and status", () => {
  const column = { id: "x", short: "云州培训", region: "云州", status: "征求意见稿", title: "云州培训方案", number: "", draft: true, url: "documents/x/" };
  const { keys, heads, sources } = tableOf([column], []);

  assert.deepEqual(keys, ["indicator", "x", "verdict"]);
  assert.deepEqual(heads, ["比什么", "云州培训（云州，征求意见稿）", "差异"]);
  assert.equal(sources[0].words, "《云州培训方案》，云州，状态：征求意见稿");
});

test("a file begins with a byte order mark and quotes what needs it", () => {
  assert.equal(csvText(["甲", "乙"], [['说“"好"”', "一,二"]]), '\ufeff甲,乙\r\n"说“""好""”","一,二"\r\n');
});

for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", " =1", "\r=1", "　+1"]) {
  test(`what looks like a formula gets an apostrophe: ${JSON.stringify(text)}`, () => {
    assert.equal(inert(text), `'${text}`);
  });
}

test("an ordinary text stays as it is", () => {
  assert.equal(inert("600元/人"), "600元/人");
});

test("the checksum is that of the standard", () => {
  assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926);
});

test("the same files give the same archive", () => {
  const files = [["a.txt", "一"], ["b/c.xml", "<x/>"]];

  assert.deepEqual(zip(files), zip(files));
});

test("signs of XML and control characters do no harm", () => {
  const text = new TextDecoder().decode(wordBytes("题", ["甲"], [["<b>&\u0007"]], []));

  assert.ok(text.includes("&lt;b&gt;&amp;</w:t>"));
});

test("a row is an object, a value a line", () => {
  assert.equal(jsonText(["indicator", "x"], [["奖励", "30万元"]]), '[\n {\n  "indicator": "奖励",\n  "x": "30万元"\n }\n]\n');
});

test("sources and notes have a sheet of their own", () => {
  const sources = [{ words: "《云州办法》，云州，状态：现行", url: "http://site/documents/x/" }];
  const [table, below] = sheetsOf("自选对比", { heads: ["比什么", "云州", "差异"], rows: [["奖励", "30万元", ""]], sources }, ["注"]);

  assert.deepEqual([table.name, table.widths], ["自选对比", [16, 30, 16]]);
  assert.deepEqual(below.rows, [["《云州办法》，云州，状态：现行", "http://site/documents/x/"], ["注", ""]]);
});

test("a cell of a workbook is text, whatever it begins with; one that is too long is cut and says so", () => {
  const heads = Array.from({ length: 28 }, (_, i) => `列${i}`);
  const text = new TextDecoder().decode(workbookBytes([{ name: "表", heads, widths: heads.map(() => 10), rows: [["=1+1", "<b>&\u0007", "长".repeat(40_000)]] }]));

  assert.ok(text.includes('<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>'));
  assert.ok(text.includes("&lt;b&gt;&amp;</t>"));
  assert.ok(text.includes(`<t xml:space="preserve">${"长".repeat(32_765)}……</t>`));
  assert.ok(text.includes('<c r="AB1" s="2" t="inlineStr">') && text.includes('<autoFilter ref="A1:AB2"/>'));
});
