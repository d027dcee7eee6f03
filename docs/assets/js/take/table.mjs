/** A comparison by choice as a table of words: what its files hold. */

const STATES = { value: "文中写明", unstated: "文中未规定", open: "金额未定", parent: "沿用上级规定", missing: "未录入" };

/**
 * `{ keys, heads, rows, sources }` of texts: one row per item, one column per document, the verdict last. `rows` are those of
 * rowsOf; a draft's figures carry 拟 as on the page. `keys` are the columns for programs.
 */
export function tableOf(columns, rows) {
  return {
    keys: ["indicator", ...columns.map((one) => one.id), "verdict"],
    heads: ["比什么", ...columns.map((one) => `${one.short}（${one.region}，${one.status}）`), "差异"],
    rows: rows.map(({ row, cells, verdict }) => [row.name, ...cells.map((cell, i) => cellWords(cell, columns[i].draft)), verdict]),
    sources: columns.map((one) => ({ words: `《${one.title}》${one.number ? `（${one.number}）` : ""}，${one.region}，状态：${one.status}`, url: one.url })),
  };
}

/** A cell in words, as generator/export/library.py puts it. */
export function cellWords({ state, printed = [], text = "", clause = "" }, draft = false) {
  const figures = state === "value" ? printed.map((words) => (draft ? `拟${words}` : words)).join("、") : "";
  const words = [figures || STATES[state], text].filter(Boolean).join("：");
  return clause ? `${words}（${clause}）` : words;
}

const WIDE = 30;
const NARROW = 16;

/** The sheets of a workbook: the table under its `title`, then sources with `notes` below them. */
export function sheetsOf(title, { heads, rows, sources }, notes) {
  const widths = heads.map((_, i) => (i > 0 && i < heads.length - 1 ? WIDE : NARROW));
  const lines = [...sources.map(({ words, url }) => [words, url]), ...notes.map((words) => [words, ""])];
  return [
    { name: title, heads, widths, rows },
    { name: "来源与状态", heads: ["文件、地区、状态", "网址"], widths: [2 * WIDE, WIDE], rows: lines },
  ];
}
