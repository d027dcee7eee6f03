/** Comparing by choice: which documents and topics, in the address, and which rows and cells that gives. */

export const FEWEST = 2;
export const MOST = 5;
/** The cell of a document that the library holds, in a row that nobody has looked for in it yet. */
const UNSEARCHED = { state: "missing", text: "这份文件里还没有查这一项" };

/** The choice in an address (its `?…` part); documents and topics that the list does not know are left out. */
export function readChoice(search, { documents, topics }) {
  const fields = new URLSearchParams(search);
  const known = (name, list) => [...new Set(fields.getAll(name))].filter((id) => list.some((one) => one.id === id));
  return { documents: known("d", documents).slice(0, MOST), topics: known("topic", topics), only: fields.get("only") === "1" };
}

/** The `?…` part for a choice; "" for none. */
export function writeChoice({ documents, topics, only }) {
  const fields = new URLSearchParams();
  for (const id of documents) fields.append("d", id);
  for (const id of topics) fields.append("topic", id);
  if (only) fields.set("only", "1");
  const text = fields.toString();
  return text && `?${text}`;
}

/**
 * The rows to show: `[{ row, cells, verdict }]`, a cell per document. `cells` maps a document's id to its cells by row;
 * one that is not there is 未录入. Rows that no chosen document looked at are left out; so are, when only differences
 * are wanted, those that are the same or can't be compared.
 */
export function rowsOf({ rows }, cells, { documents, topics, only }) {
  return rows
    .filter((row) => !topics.length || topics.includes(row.topic))
    .map((row) => ({ row, cells: documents.map((id) => cells[id]?.[row.id] ?? UNSEARCHED) }))
    .filter(({ cells: found }) => found.some((cell) => cell.state !== "missing"))
    .map((one) => ({ ...one, verdict: verdict(one.cells) }))
    .filter((one) => !only || one.verdict === "不同");
}

/** 相同, 不同, or 只有一份录入 where fewer than two documents looked. */
export function verdict(cells) {
  const known = cells.filter((cell) => cell.state !== "missing");
  if (known.length < FEWEST) return "只有一份录入";
  return new Set(known.map(said)).size === 1 ? "相同" : "不同";
}

/** What a cell says: its amounts, however they are printed (200元/人 and 每人200元 are one), else the words, else the state alone. */
function said(cell) {
  if (cell.state === "unstated") return "unstated";
  return JSON.stringify([cell.state, cell.values ?? cell.printed ?? cell.text ?? ""]);
}
