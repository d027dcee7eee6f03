/** A table as JSON: a list of objects, one for each row; as generator/export/json_rows.py writes it. */

/** The file of `rows` (texts), each cell under its column's key, as one text. */
export function jsonText(keys, rows) {
  return `${JSON.stringify(rows.map((row) => Object.fromEntries(keys.map((key, i) => [key, row[i]]))), null, 1)}\n`;
}
