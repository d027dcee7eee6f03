/** Show an answer: results that answer by themselves, grouped by document; offers, facets and ways on. */
import { figure, make, marked } from "./elements.mjs";

const KINDS = { document: "文件", provision: "条款", citation: "引用", fact: "规定", comparison: "对比", department: "部门", topic: "主题", page: "页面" };
const SHAPES = { 现行: "is-current", 待核: "is-pending", 征求意见稿: "is-draft", 部分失效: "is-partial", 失效: "is-void", 废止: "is-void" };
const SHOWN = 3;
const SHORT = 12;

/** The items of #search-results. */
export function resultItems(answer, root) {
  return answer.groups.map((group) => groupItem(group, root));
}

function groupItem({ document: source, hits }, root) {
  const [first, ...others] = hits;
  return make(
    "li",
    attributes(first),
    make("div.hb-result__figure", {}, first.figure ? figure(first.figure, first.draft) : make("span.hb-result__kind", {}, kindWords(first))),
    make(
      "div.hb-result__body",
      {},
      make("p.hb-result__title", {}, make("a", { href: root + first.url }, marked(first.title))),
      source && pathLine(source, first),
      first.line && make("p", {}, first.line),
      first.snippet.length > 0 && make("p.hb-result__line.hb-result__snippet", {}, marked(first.snippet)),
      factList(first, root),
      others.length > 0 && otherHits(others, root),
    ),
  );
}

/** What stands where a figure would: that the text left it open, or what was found. */
const kindWords = ({ instead, kind }) => instead || KINDS[kind];

const attributes = ({ kind, document: id, section }) => ({ "data-kind": kind, "data-document": id, "data-section": section });

function pathLine(source, hit) {
  const details = [source.region, source.issuer, source.number, source.date].filter(Boolean).join("　");
  return [
    make(
      "p.hb-result__path",
      {},
      source.status && make(`span.hb-badge.${SHAPES[source.status] ?? "is-pending"}`, {}, source.status),
      make("span", {}, hit.kind === "document" ? details : `${source.title}　${hit.place}`),
    ),
    hit.kind !== "document" && make("p.hb-result__source", {}, details),
  ].filter(Boolean);
}

function factList({ facts, draft }, root) {
  if (!facts.length) return null;
  const rows = facts.map(({ url, figure: printed, instead, title }) =>
    make("li", {}, make("span", {}, shortFigure(printed, instead, draft)), make("span", {}, make("a", { href: root + url }, marked(title)))),
  );
  return [make("p.hb-result__more", {}, "同一条里还有"), ...folded(draft ? "ul.hb-nested.hb-plain.is-draft" : "ul.hb-nested.hb-plain", rows, SHOWN)];
}

/** A printed value for a narrow column; words that don't fit are left to the page of the document. */
function shortFigure(printed, instead, draft) {
  return printed.length <= SHORT && !instead ? figure(printed, draft) : make("span.hb-result__kind", {}, instead || "规定");
}

function otherHits(hits, root) {
  const rows = hits.map((hit) =>
    make(
      "li",
      attributes(hit),
      make("span", {}, hit.figure ? figure(hit.figure, hit.draft) : make("span.hb-result__kind", {}, kindWords(hit))),
      make("span", {}, make("a", { href: root + hit.url }, marked(hit.title)), " ", make("small.hb-result__place", {}, hit.place)),
    ),
  );
  return [make("p.hb-result__more", {}, "同一文件里还有"), ...folded(hits[0].draft ? "ul.hb-nested.hb-plain.is-draft" : "ul.hb-nested.hb-plain", rows, SHOWN)];
}

/** The first rows as a list, the others folded away below it. */
function folded(name, rows, shown) {
  const list = make(name, {}, ...rows.slice(0, shown));
  if (rows.length <= shown) return [list];
  const rest = rows.slice(shown);
  return [list, make("details.hb-result__rest", {}, make("summary", {}, `另有${rest.length}条`), make(name, {}, ...rest))];
}

/** Ways on beside the results: the spelling, comparisons and departments, what to leave out, what comes near. */
export function offerItems(answer, root, go) {
  const items = [];
  if (answer.corrected) {
    items.push(make("p", {}, "您是不是要找：", searchLink(answer.corrected, go), `　没有按“${answer.text}”检索。`));
  }
  for (const { kind, url, title } of answer.offers) {
    items.push(make("p", {}, `${KINDS[kind]}：`, make("a", { href: root + url }, marked(title))));
  }
  return items;
}

export function asideItems(answer, root, go) {
  const items = answer.relaxed.map(({ without, text, count }) => make("p", {}, `去掉“${without}”后有${count}条：`, searchLink(text, go)));
  if (answer.nearest.length) {
    const rows = answer.nearest.map(({ url, title, from }) =>
      make("li", {}, make("a", { href: root + url }, marked(title)), " ", make("small.hb-result__place", {}, from)),
    );
    items.push(make("p", {}, "手册里最接近的内容（不一定是您要找的）："), make("ul", {}, ...rows));
  }
  return items;
}

/** A link that searches for `text`. */
export function searchLink(text, go) {
  const link = make("a", { href: `?${new URLSearchParams({ q: text })}` }, text);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(text);
  });
  return link;
}

/** The fieldsets of the facets; those with nothing to choose are left out. */
export function facetItems(facets) {
  return facets
    .filter(({ values }) => values.length > 1 || values.some(({ chosen }) => chosen))
    .map(({ name, label, values }) => make("fieldset", {}, make("legend", {}, label), ...facetRows(name, values)));
}

const FACET_ROWS = 8;

function facetRows(name, values) {
  const rows = values.map(({ value, count, chosen }) => {
    const box = make("input", { type: "checkbox", name, value, disabled: !count && !chosen });
    box.checked = chosen;
    return make("label", {}, box, make("span", {}, value), make("span.hb-facets__count", {}, String(count)));
  });
  const open = rows.filter((row, i) => i < FACET_ROWS || values[i].chosen);
  const rest = rows.filter((row) => !open.includes(row));
  return rest.length ? [...open, make("details.hb-facets__rest", {}, make("summary", {}, `其余${rest.length}项`), ...rest)] : open;
}
