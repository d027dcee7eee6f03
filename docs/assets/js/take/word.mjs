/** A table as a Word document on A4 across, like those that generator/export/word.py makes (WordprocessingML, ECMA-376). */
import { HEAD, contentTypes, escaped, relationships } from "./xml.mjs";
import { zip } from "./zip.mjs";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
export const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const TWIPS = 14572; // 29.7 cm less two margins of 2 cm, in twentieths of a point
const EDGES = ["top", "left", "bottom", "right", "insideH", "insideV"];

/** The document as bytes: title, table with a head on every page, then `notes`, one paragraph each. */
export function wordBytes(title, heads, rows, notes) {
  const body = [
    paragraph(title, { size: 36, bold: true, centred: true, font: "宋体" }),
    table(heads, rows),
    paragraph("来源与状态", { size: 24, font: "黑体" }),
    ...notes.map((words) => paragraph(words)),
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>',
  ];
  return zip([
    ["[Content_Types].xml", contentTypes([["word/document.xml", MAIN]])],
    ["_rels/.rels", relationships([["officeDocument", "word/document.xml"]])],
    ["word/document.xml", `${HEAD}<w:document xmlns:w="${WORD}"><w:body>${body.join("")}</w:body></w:document>`],
  ]);
}

function table(heads, rows) {
  const width = Math.floor(TWIPS / heads.length);
  const edges = EDGES.map((name) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join("");
  const line = (cells, head) =>
    `<w:tr>${head ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells
      .map((words) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(words, { size: 18, font: head ? "黑体" : "仿宋" })}</w:tc>`)
      .join("")}</w:tr>`;
  const grid = heads.map(() => `<w:gridCol w:w="${width}"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="${TWIPS}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${line(heads, true)}${rows.map((row) => line(row, false)).join("")}</w:tbl>`;
}

/** `size` in half points. */
function paragraph(words, { size = 21, bold = false, centred = false, font = "仿宋" } = {}) {
  const fonts = `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/>`;
  const run = `<w:r><w:rPr>${fonts}${bold ? "<w:b/>" : ""}<w:sz w:val="${size}"/><w:lang w:eastAsia="zh-CN"/></w:rPr><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`;
  return `<w:p>${centred ? '<w:pPr><w:jc w:val="center"/></w:pPr>' : ""}${run}</w:p>`;
}
