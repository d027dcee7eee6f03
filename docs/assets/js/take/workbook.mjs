/** Tables as a workbook, like those that generator/export/workbook.py makes (SpreadsheetML, ECMA-376). */
import { HEAD, OFFICE, contentTypes, escaped, relationships } from "./xml.mjs";
import { zip } from "./zip.mjs";

const SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PARTS = "application/vnd.openxmlformats-officedocument.spreadsheetml";
export const TYPE = `${PARTS}.sheet`;

/** Excel counts widths in Latin digits; a Chinese character is about two of them. */
const CHINESE_WIDTH = 2.1;
/** So many UTF-16 units a cell holds. */
const LONGEST_TEXT = 32_767;
const CUT = "……";
/** The looks of cells by their place in the part of styles: lines broken, heads. */
const WRAPPED = 1;
const BOLD = 2;
const STYLES =
  `${HEAD}<styleSheet xmlns="${SHEET}"><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE3EFEE"/></patternFill></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>' +
  '<xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/**
 * The workbook of `sheets`, `{ name, heads, widths, rows }` of texts (widths in Chinese characters), as bytes. Every cell is
 * text, also where it begins like a formula; heads stay in sight and filter.
 */
export function workbookBytes(sheets) {
  const paths = sheets.map((_, i) => `worksheets/sheet${i + 1}.xml`);
  const names = sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("");
  return zip([
    [
      "[Content_Types].xml",
      contentTypes([
        ["xl/workbook.xml", `${TYPE}.main+xml`],
        ["xl/styles.xml", `${PARTS}.styles+xml`],
        ...paths.map((path) => [`xl/${path}`, `${PARTS}.worksheet+xml`]),
      ]),
    ],
    ["_rels/.rels", relationships([["officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", `${HEAD}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets>${names}</sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels", relationships([...paths.map((path) => ["worksheet", path]), ["styles", "styles.xml"]])],
    ["xl/styles.xml", STYLES],
    ...sheets.map((sheet, i) => [`xl/${paths[i]}`, sheetXml(sheet)]),
  ]);
}

function sheetXml({ heads, widths, rows }) {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${(width * CHINESE_WIDTH).toFixed(1)}" customWidth="1"/>`).join("");
  const lines = [heads, ...rows].map((row, i) => `<row r="${i + 1}">${row.map((text, at) => cell(text, at, i + 1, i ? WRAPPED : BOLD)).join("")}</row>`);
  const all = `A1:${letters(heads.length - 1)}${rows.length + 1}`;
  return (
    `${HEAD}<worksheet xmlns="${SHEET}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${columns}</cols><sheetData>${lines.join("")}</sheetData><autoFilter ref="${all}"/></worksheet>`
  );
}

/** An empty cell is not written. */
function cell(text, column, row, look) {
  if (!text) return "";
  const words = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT - CUT.length) + CUT : text;
  return `<c r="${letters(column)}${row}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escaped(words)}</t></is></c>`;
}

/** The name of a column by its place: A … Z, AA … */
function letters(place) {
  return (place >= 26 ? letters(Math.floor(place / 26) - 1) : "") + String.fromCharCode(65 + (place % 26));
}
