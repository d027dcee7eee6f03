/** The pure parts of the search page: address, recent searches, facets, marked words, places, understanding of queries. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { readAddress, writeAddress } from "../../docs/assets/js/search/address.mjs";
import { createAnalyser } from "../../docs/assets/js/search/analyser.mjs";
import { cutFigure } from "../../docs/assets/js/search/elements.mjs";
import { countFacets, fits } from "../../docs/assets/js/search/facets.mjs";
import { glance } from "../../docs/assets/js/search/glance.mjs";
import { markWords, snippet } from "../../docs/assets/js/search/marks.mjs";
import { createLexicon, runsOf, understand } from "../../docs/assets/js/search/query.mjs";
import { forgetSearches, recentSearches, rememberSearch } from "../../docs/assets/js/search/recent.mjs";
import { prepare, score } from "../../docs/assets/js/search/rank.mjs";
import { groupOf, hashed, partsOf, readFile, rowOf } from "../../docs/assets/js/search/shards.mjs";
import { lineWords, placeWords, statusWords } from "../../docs/assets/js/search/words.mjs";

const table = JSON.parse(readFileSync(new URL("../../generator/search/tables/analyser.json", import.meta.url), "utf-8"));
const analyser = createAnalyser(table);
const lexicon = createLexicon({ drop: ["怎么", "多少钱"], weak: ["条件"], outside: ["养老金"], place: ["云州"], synonym: [["工钱", ["工资"]]] });
const query = (text) => ({ alternatives: [], ...understand(text, analyser, lexicon) });

function storage() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key) };
}

test("an address holds the words and every facet, and gives them back", () => {
  const request = { text: "茶艺 & 大师", filters: { region: ["云州市", "岚州市"], year: ["2024"] } };

  assert.deepEqual(readAddress(writeAddress(request)), request);
});

test("an address with foreign fields is read without them", () => {
  assert.deepEqual(readAddress("?q=%3Cscript%3E&evil=1&status="), { text: "<script>", filters: {} });
});

test("recent searches are kept once, the newest first, six at most", () => {
  const kept = storage();
  for (const text of ["一", "二", "三", "四", "五", "六", "七", "三"]) rememberSearch(kept, text);

  assert.deepEqual(recentSearches(kept), ["三", "七", "六", "五", "四", "二"]);
});

test("recent searches can be forgotten", () => {
  const kept = storage();
  rememberSearch(kept, "茶艺");
  forgetSearches(kept);

  assert.deepEqual(recentSearches(kept), []);
});

test("a browser that keeps nothing has no recent searches", () => {
  const broken = { getItem: () => { throw new Error("denied"); }, setItem: () => { throw new Error("denied"); } };
  rememberSearch(broken, "茶艺");

  assert.deepEqual(recentSearches(broken), []);
});

test("words of questions and weak words weigh less than what is asked for", () => {
  const { plain, weights } = query("工钱条件怎么");

  assert.equal(plain, "工钱条件怎么");
  assert.deepEqual(weights, [1, 1, 0.3, 0.3, 0, 0]);
});

test("a question of nothing but question words is taken as it stands", () => {
  assert.deepEqual(query("怎么").runs, [{ start: 0, end: 2 }]);
});

test("an amount takes its comparator with it", () => {
  const { weights, marks } = understand("不少于28课时", analyser, lexicon, ["不少于"]);

  assert.deepEqual(weights.filter(Boolean), []);
  assert.equal(marks[0].terms[0], "=28课时");
});

test("a large amount is required, a small number is not", () => {
  assert.deepEqual(query("88万元和2个").marks.map(({ required }) => required), [true, false]);
});

test("runs are stretches of what counts", () => {
  assert.deepEqual(runsOf([0, 1, 0.3, 0, 1]), [{ start: 1, end: 3 }, { start: 4, end: 5 }]);
});

test("marked words keep the printed characters, quotation marks included", () => {
  assert.deepEqual(markWords("评选“茶艺”大师", query("茶艺大师"), analyser), [["评选“", false], ["茶艺”大师", true]]);
});

test("an amount is marked in any spelling", () => {
  assert.deepEqual(markWords("奖励三万元。", query("3万元"), analyser), [["奖励", false], ["三万元", true], ["。", false]]);
});

test("a long text is cut around the first marked word", () => {
  const cut = snippet([`${"甲".repeat(200)}茶艺大师${"乙".repeat(200)}`], query("茶艺大师"), analyser);

  assert.deepEqual([cut[0], cut.at(-1)], [["……", false], ["……", false]]);
  assert.ok(cut.some(([text, marked]) => marked && text === "茶艺大师"));
});

const units = [
  { head: { regions: ["云州市", "云州"], status: "现行", date: "2024-05-06" }, card: { facts: [{ figure: "3万元" }] } },
  { head: { regions: ["岚州市"], status: "征求意见稿", date: "2023" }, card: { facts: [{ figure: "500元" }] } },
];

test("a facet counts what the other facets leave", () => {
  const facets = countFacets(units, { status: ["现行"] }, analyser);
  const counts = Object.fromEntries(facets.map(({ name, values }) => [name, values.map(({ value, count }) => `${value} ${count}`)]));

  assert.deepEqual(counts.region, ["云州市 1", "岚州市 0"]);
  assert.deepEqual(counts.status, ["征求意见稿 1", "现行 1"]);
});

test("amounts fall into ranges, the smallest first", () => {
  const amount = countFacets(units, {}, analyser).find(({ name }) => name === "amount");

  assert.deepEqual(amount.values.map(({ value }) => value), ["1000元以下", "1万元至10万元"]);
});

test("values of one facet add up, facets narrow each other", () => {
  assert.deepEqual(units.map((unit) => fits(unit, { status: ["现行", "征求意见稿"], year: ["2023"] }, analyser)), [false, true]);
});

test("the place of a clause is told by its labels", () => {
  assert.equal(placeWords(["二、主要任务", "（七）强化激励措施", "2．加强企业技能人才激励措施"]), "二（七）2");
  assert.equal(placeWords(["附件2 起草说明", "四、主要内容"]), "附件2四");
  assert.equal(placeWords(["文首"]), "文首");
});

test("a full stop does not stand before a semicolon", () => {
  assert.equal(lineWords(["评估合格。", "不得与就业补助重复享受；", ""]), "评估合格；不得与就业补助重复享受");
  assert.equal(lineWords([]), "");
});

test("nothing found says so and names what the handbook does not have", () => {
  const none = { text: "养老金", status: "none", total: 0, inForce: 0, corrected: "", filtered: false, foreign: ["养老金"] };

  assert.equal(statusWords(none), "没有找到“养老金”：手册里没有“养老金”。");
  assert.equal(statusWords({ ...none, filtered: true }), "没有找到符合筛选条件的结果。");
});

test("what was found is counted, with what is in force and the spelling that was used", () => {
  const found = { text: "查艺", status: "found", total: 5, inForce: 1, corrected: "茶艺", filtered: false, foreign: [] };

  assert.equal(statusWords(found), "找到5条，现行1条（按“茶艺”检索）");
});

test("a printed value is cut into number and unit, nothing is lost", () => {
  assert.deepEqual(cutFigure("不超过1年"), { before: "不超过", parts: [["1", "年"]] });
  assert.deepEqual(cutFigure("6000元—8000元"), { before: "", parts: [["6000", "元—"], ["8000", "元"]] });
  assert.deepEqual(cutFigure("按规定给予"), { before: "", parts: [["", "按规定给予"]] });
});

test("a unit is found in its group", () => {
  assert.deepEqual([0, 4, 5, 99].map((unit) => groupOf([0, 5, 9], unit)), [0, 0, 1, 2]);
});

test("the hash is that of the generator", () => {
  assert.deepEqual(["", "技能", "=30000元"].map(hashed), [2166136261, 3310073158, 1369939894]);
});

test("a file of rows gives the value of a key, and nothing for another", () => {
  const file = readFile("terms-0.txt", '"v1"\n["技能",[2,[1,0.5]]]\n["=30元",[1]]\n');

  assert.equal(file.version, "v1");
  assert.deepEqual(rowOf(file, "技能"), [2, [1, 0.5]]);
  assert.deepEqual(rowOf(file, "=30元"), [1]);
  assert.equal(rowOf(file, "技"), undefined);
  assert.equal(rowOf(file, 'a"b'), undefined);
});

test("a file of cards gives its parts, each with the card of its document", () => {
  const head = { kind: "document", id: "b" };
  const lines = ["v1", { first: 4, count: 2 }, { kind: "document", id: "a" }, { kind: "provision" }, { first: 9, count: 1, head }, { kind: "provision" }];
  const parts = partsOf(readFile("cards-0.txt", lines.map((line) => `${JSON.stringify(line)}\n`).join("")));

  assert.deepEqual(
    parts.map((part) => [part.first, part.head.id, part.lines.length]),
    [[4, "a", 2], [9, "b", 1]],
  );
});

test("a glance at the raw line never promises less than ranking finds, and tells units apart", () => {
  const cards = [
    { kind: "provision", title: "茶艺大师工作室", summary: "每两年评选一次，每个补助5万元。", bodies: [["责任", "云州市人社局"]] },
    { kind: "provision", title: "采茶机补贴", summary: "按售价的30%补贴。" },
    { kind: "provision", title: "工资集体协商", summary: "指导企业协商工资。" },
  ];
  const head = { kind: "document", id: "a", title: "云州市茶产业办法", regions: ["云州市", "云州"] };
  const asked = ["茶艺大师补助5万元", "采茶机补贴30%", "工钱", "云州茶艺", "人社局评选"].map((text) => {
    const own = query(text);
    own.marks.forEach((mark) => (mark.weight = 2));
    const total = own.weights.reduce((sum, weight) => sum + weight, 0) + 2 * own.marks.length;
    const alternatives = own.words.filter(({ kind }) => kind === "synonym").map(({ start, end, value }) => ({ start, end, others: value }));
    return { ...own, alternatives, total, needs: [], regions: own.words.filter(({ kind }) => kind === "place") };
  });

  const rows = asked.flatMap((own) =>
    cards.map((card, number) => {
      const most = glance(own, null)({ number, document: 0, line: JSON.stringify(card), shared: Object.values(head).flat().join("\n") });
      return { most, found: score(own, prepare(card, head, analyser, number), analyser).share };
    }),
  );

  assert.deepEqual(rows.filter(({ most, found }) => most < found - 1e-9), []);
  assert.ok(rows.some(({ most }) => most < 0.5) && rows.some(({ found }) => found === 1));
});
