/** 自选对比 on /compare/: boxes to choose with, the choice in the address, the table; the prepared tables stay below. */
import { figure, make } from "../search/elements.mjs";
import { csvText } from "../take/csv.mjs";
import { jsonText } from "../take/json.mjs";
import { save } from "../take/save.mjs";
import { sheetsOf, tableOf } from "../take/table.mjs";
import { TYPE as WORD, wordBytes } from "../take/word.mjs";
import { TYPE as WORKBOOK, workbookBytes } from "../take/workbook.mjs";
import { FEWEST, MOST, readChoice, rowsOf, writeChoice } from "./choice.mjs";

const NAMES = { unstated: "文中未规定", open: "金额未定", parent: "沿用上级规定", missing: "未录入" };
const BADGES = { 现行: "is-current", 待核: "is-pending", 征求意见稿: "is-draft", 部分失效: "is-partial", 失效: "is-void", 废止: "is-void" };

const section = document.getElementById("choose");
const form = section.querySelector("form");
const status = section.querySelector("[role=status]");
const target = document.getElementById("choose-table");
const root = section.dataset.root;
const base = new URL(section.dataset.choice, document.baseURI);
const load = (name) => fetch(new URL(`${name}.json`, base)).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));

const list = await load("documents");
const loaded = new Map();
let choice = readChoice(location.search, list);

function boxes() {
  const byRegion = Map.groupBy ? Map.groupBy(list.documents, (one) => one.region) : grouped(list.documents);
  document.getElementById("choose-documents").append(
    ...[...byRegion].map(([region, documents]) =>
      make("div.hb-choose__region", {}, make("span.hb-choose__name", {}, region), ...documents.map((one) => box("d", one.id, make("span", {}, one.short, " ", badge(one.status)), one.title))),
    ),
  );
  document.getElementById("choose-topics").append(...list.topics.map((one) => box("topic", one.id, one.name)));
}

function grouped(documents) {
  const groups = new Map();
  for (const one of documents) groups.set(one.region, [...(groups.get(one.region) ?? []), one]);
  return groups;
}

function box(name, value, words, title) {
  return make("label", { title }, make("input", { type: "checkbox", name, value }), words);
}

function badge(words) {
  return make(`span.hb-badge.${BADGES[words] ?? "is-pending"}`, {}, words);
}

/** Put the choice into the boxes; at the limit the others can't be ticked. */
function tick() {
  for (const input of form.querySelectorAll("input")) {
    if (input.name === "d") input.checked = choice.documents.includes(input.value);
    if (input.name === "topic") input.checked = choice.topics.includes(input.value);
    if (input.name === "only") input.checked = choice.only;
    if (input.name === "d") input.disabled = !input.checked && choice.documents.length >= MOST;
  }
}

async function show() {
  tick();
  const asked = choice;
  if (asked.documents.length < FEWEST) {
    target.replaceChildren();
    status.textContent = asked.documents.length ? "再选一份就可以对比。" : "";
    return;
  }
  try {
    await Promise.all(asked.documents.filter((id) => !loaded.has(id)).map(async (id) => loaded.set(id, await load(`cells/${id}`))));
  } catch {
    status.textContent = "没有取到对比的内容，请检查网络后重试，或看下面的对比表。";
    return;
  }
  if (asked !== choice) return;
  const rows = rowsOf(list, Object.fromEntries(loaded), asked);
  const different = rows.filter((one) => one.verdict === "不同").length;
  status.textContent = rows.length ? `${rows.length} 项，其中 ${different} 项不同` : "没有可以对比的内容。";
  const columns = asked.documents.map((id) => list.documents.find((one) => one.id === id));
  target.replaceChildren(...(rows.length ? [takeAlong(columns, rows), table(columns, rows)] : []));
}

/** 带走: files made of what the table shows; the comparison of a whole policy has its own on its page. */
function takeAlong(columns, rows) {
  const made = tableOf(columns, rows);
  const name = `政策手册-自选对比-${columns.map((one) => one.short).join("、")}`;
  const button = (words, ending, type, content) => {
    const pressed = make("button.hb-copy", { type: "button" }, words);
    pressed.addEventListener("click", () => save(`${name}.${ending}`, content(), type));
    return pressed;
  };
  const sources = made.sources.map(({ words, url }) => ({ words, url: new URL(root + url, document.baseURI).href }));
  const notes = [
    `这张表：${location.href}`,
    "“文中未规定”是找过而没有写，“未录入”是本站没有录入。征求意见稿不是现行规定，其中的数字前标“拟”。办理业务以发文机关发布的正式文本为准。",
  ];
  const paragraphs = [...sources.map(({ words, url }) => `${words}。${url}`), ...notes];
  const families = list.families.filter((family) => columns.some((one) => one.families.includes(family.id)));
  return make(
    "p.hb-downloads",
    {},
    "带走这张表： ",
    button("Excel", "xlsx", WORKBOOK, () => workbookBytes(sheetsOf("自选对比", { ...made, sources }, notes))),
    " ",
    button("CSV", "csv", "text/csv;charset=utf-8", () => csvText(made.heads, made.rows)),
    " ",
    button("JSON", "json", "application/json", () => jsonText(made.keys, made.rows)),
    " ",
    button("Word", "docx", WORD, () => wordBytes("自选对比", made.heads, made.rows, paragraphs)),
    families.length > 0 && "　整个政策的对比表：",
    ...families.map((family) => make("a", { href: root + family.url }, family.name)),
  );
}

function table(columns, rows) {
  const head = make(
    "tr",
    { role: "row" },
    make("th.is-indicator", { role: "columnheader", scope: "col" }, "比什么"),
    ...columns.map((one) => make(one.draft ? "th.is-draft" : "th", { role: "columnheader", scope: "col" }, make("a", { href: root + one.url }, one.short), make("small", {}, `${one.region} `, badge(one.status)))),
    !choice.only && make("th.is-difference", { role: "columnheader", scope: "col" }, "差异"),
  );
  const body = rows.map(({ row, cells, verdict }) =>
    make(
      "tr",
      { role: "row", "data-row": row.id },
      make("th.is-indicator", { role: "rowheader", scope: "row" }, make("a", { href: root + row.url }, row.name), row.note && make("small", {}, row.note)),
      ...cells.map((one, i) => cell(one, columns[i])),
      !choice.only && make("td.is-difference", { role: "cell" }, make("b", {}, verdict)),
    ),
  );
  const many = columns.length > 3;
  return make(
    many ? "div.hb-compare-box.is-many" : "div.hb-compare-box",
    { tabindex: "0", role: "region", "aria-label": "自选对比" },
    make("table.hb-compare", { role: "table" }, make("caption.hb-vh", {}, "自选对比"), make("thead", { role: "rowgroup" }, head), make("tbody", { role: "rowgroup" }, body)),
  );
}

function cell({ state, printed = [], text, clause, url }, column) {
  const figures = printed.flatMap((words, i) => [i ? "、" : "", figure(words, column.draft)]);
  return make(
    column.draft ? "td.is-draft" : "td",
    { role: "cell", "data-cell": state, "data-label": column.short },
    make("span.hb-cell__label", { "aria-hidden": "true" }, column.short),
    make("span", {}, state === "value" ? figures : make(`span.hb-mark.is-${state}`, {}, NAMES[state])),
    text && make("span.hb-cell__text", {}, text),
    url && make("span.hb-cell__clause", {}, make("a", { href: root + url }, clause || "出处")),
  );
}

form.addEventListener("change", () => {
  const ticked = (name) => [...form.querySelectorAll(`input[name=${name}]:checked`)].map((input) => input.value);
  const before = choice.documents.filter((id) => ticked("d").includes(id));
  const added = ticked("d").filter((id) => !before.includes(id));
  choice = { documents: [...before, ...added].slice(0, MOST), topics: ticked("topic"), only: ticked("only").length > 0 };
  history.pushState(null, "", `${location.pathname}${writeChoice(choice)}`);
  show();
});
form.addEventListener("submit", (event) => event.preventDefault());
window.addEventListener("popstate", () => {
  choice = readChoice(location.search, list);
  show();
});

boxes();
section.hidden = false;
form.querySelector("details").open = choice.topics.length > 0;
show();
