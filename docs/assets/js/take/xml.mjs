/** What the parts of an Office document have in common. */

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Text that XML can hold: its own signs by name, control characters left out. */
export function escaped(text) {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** The part that names the types of all others, `[[path, type], …]`. */
export function contentTypes(parts) {
  const overrides = parts.map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`).join("");
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides}</Types>`;
}

/** The part that says what belongs to another, `[[kind, path], …]`; the first is rId1. */
export function relationships(targets) {
  const all = targets.map(([kind, path], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${path}"/>`).join("");
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all}</Relationships>`;
}
