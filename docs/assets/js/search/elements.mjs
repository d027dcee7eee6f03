/** Make elements; text is text, never markup. */

/** `make("p.hb-x", {title: "…"}, "text", child, …)`; false and null children and attributes are left out. */
export function make(name, attributes, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return element;
}

/** Stretches `[text, marked]` as text and `mark` elements. */
export function marked(stretches) {
  return stretches.map(([text, isMarked]) => (isMarked ? make("mark", {}, text) : text));
}

const NUMBER = /\d[\d,，]*(?:[.．]\d+)?(?::\d{2})?/g;
const CHINESE = /[一二两三四五六七八九十百半]+(?=[年个倍月次批所条项家人])/g;

/** A printed value cut into number and unit, as generator/views/figures.py cuts it: `{before, parts: [[number, unit]]}`. */
export function cutFigure(printed) {
  const found = [...printed.matchAll(printed.match(NUMBER) ? NUMBER : CHINESE)];
  if (!found.length) return { before: "", parts: [["", printed]] };
  const parts = found.map((match, i) => [match[0], printed.slice(match.index + match[0].length, found[i + 1]?.index ?? printed.length)]);
  return { before: printed.slice(0, found[0].index), parts };
}

export function figure(printed, draft) {
  const { before, parts } = cutFigure(printed);
  const long = printed.length >= 9;
  return make(
    long ? "span.hb-fig.is-long" : "span.hb-fig",
    {},
    draft && make("span.hb-fig__draft", {}, "拟"),
    before && make("span.hb-fig__before", {}, before),
    ...parts.flatMap(([number, unit]) => {
      const words = [number, unit && make("small", {}, unit)];
      return (parts.length > 1 || long) && unit.length < 7 ? [make("span.hb-fig__part", {}, ...words)] : words;
    }),
  );
}
