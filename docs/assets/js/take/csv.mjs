/** A table as CSV that Excel opens in Chinese and that can't run a formula; as generator/export/csv.py writes it. */

const BOM = "\ufeff";
const FORMULA = /^[ \u3000]*[=+\-@\t\r＝＋－＠]/;

/** The file of `heads` and `rows` (texts) as one text: a byte order mark, lines ended as RFC 4180 says. */
export function csvText(heads, rows) {
  return BOM + [heads, ...rows].map((row) => `${row.map((cell) => quoted(inert(cell))).join(",")}\r\n`).join("");
}

/** `text` so that a spreadsheet shows it and does nothing else. */
export function inert(text) {
  return FORMULA.test(text) ? `'${text}` : text;
}

function quoted(text) {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
