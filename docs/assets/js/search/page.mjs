/** The page /search/: what is typed becomes the address, the address becomes a question, the answer is shown. */
import { readAddress, writeAddress } from "./address.mjs";
import { createClient } from "./client.mjs";
import { createCombobox } from "./combobox.mjs";
import { make } from "./elements.mjs";
import { forgetSearches, recentSearches, rememberSearch } from "./recent.mjs";
import { asideItems, facetItems, offerItems, resultItems, searchLink } from "./results.mjs";

const MORE_DOCUMENTS = 6;

const page = document.getElementById("search");
const part = (name) => document.getElementById(`search-${name}`);
const [form, facets, boxes, offers, list, aside, ways] = ["form", "facets", "boxes", "offers", "results", "aside", "ways"].map(part);
const status = page.querySelector("[role=status]");
const input = form.elements.namedItem("q");
const root = page.dataset.root;
const client = createClient(new URL(page.dataset.index, document.baseURI).href);

let state = { ...readAddress(location.search), documents: MORE_DOCUMENTS };
let shown = Promise.resolve();

/** Search for `text` as a step that the back button undoes; facets stay only while the words stay. */
function go(text, filters = {}) {
  state = { text, filters, documents: MORE_DOCUMENTS };
  input.value = text;
  history.pushState(null, "", writeAddress(state));
  rememberSearch(localStorage, text);
  combobox.close();
  return show();
}

async function show() {
  const asked = state;
  if (!asked.text.trim()) return clear();
  page.setAttribute("aria-busy", "true");
  try {
    const answer = await client.ask({ type: "search", ...asked });
    if (!answer || asked !== state) return undefined;
    return draw(answer);
  } catch {
    status.textContent = "检索没有成功，请检查网络后重试，或从下面的目录查找。";
    ways.hidden = false;
  }
  page.removeAttribute("aria-busy");
  return undefined;
}

function draw(answer) {
  status.textContent = answer.words;
  list.replaceChildren(...resultItems(answer, root));
  offers.replaceChildren(...offerItems(answer, root, go));
  offers.hidden = !offers.childElementCount;
  aside.replaceChildren(...asideItems(answer, root, go), ...moreDocuments(answer));
  boxes.replaceChildren(...facetItems(answer.facets));
  facets.hidden = !boxes.childElementCount;
  ways.hidden = answer.status !== "none";
  document.title = `${answer.text} - ${page.dataset.title}`;
  page.removeAttribute("aria-busy");
}

function clear() {
  status.textContent = "";
  for (const element of [list, offers, boxes]) element.replaceChildren();
  aside.replaceChildren(...recentItems());
  facets.hidden = offers.hidden = true;
  ways.hidden = false;
  document.title = page.dataset.title;
  page.removeAttribute("aria-busy");
}

function recentItems() {
  const recent = recentSearches(localStorage);
  if (!recent.length) return [];
  const forget = make("button.hb-recent__forget", { type: "button" }, "清除");
  forget.addEventListener("click", () => {
    forgetSearches(localStorage);
    clear();
    input.focus();
  });
  return [make("ul.hb-tries.hb-plain", {}, make("li", {}, "最近检索："), ...recent.map((text) => make("li", {}, searchLink(text, go))), make("li", {}, forget))];
}

/** Where the library holds more documents than were looked through, a way to look further. */
function moreDocuments({ more }) {
  if (!more) return [];
  const button = make("button.hb-results__further", { type: "button" }, "再看更多文件");
  button.addEventListener("click", () => {
    state = { ...state, documents: state.documents + MORE_DOCUMENTS };
    show();
  });
  return [button];
}

/** While an input method composes, its letters are not a question yet. */
function typed(event) {
  if (event.isComposing) return;
  state = { text: input.value, filters: {}, documents: MORE_DOCUMENTS };
  history.replaceState(null, "", writeAddress(state));
  shown = show();
}

/** What can be suggested for `text`; the answer comes first. */
async function suggestions(text) {
  if (!text.trim()) return recentSearches(localStorage);
  await shown;
  return text === input.value ? client.ask({ type: "suggest", text }) : [];
}

input.addEventListener("input", typed);
input.addEventListener("compositionend", typed);
const combobox = createCombobox(input, part("suggestions"), { suggestions, choose: (text) => go(text) });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(input.value, input.value === state.text ? state.filters : {});
});
facets.addEventListener("change", () => {
  const filters = {};
  for (const { name, value, checked } of boxes.querySelectorAll("input")) if (checked) (filters[name] ??= []).push(value);
  state = { ...state, filters };
  history.pushState(null, "", writeAddress(state));
  show();
});
facets.addEventListener("reset", (event) => {
  event.preventDefault();
  go(state.text);
});
window.addEventListener("popstate", () => {
  state = { ...readAddress(location.search), documents: MORE_DOCUMENTS };
  input.value = state.text;
  show();
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    input.focus();
    input.select();
  }
  if (event.key === "Escape" && list.contains(event.target)) input.focus();
  if (event.key === "ArrowDown" || event.key === "ArrowUp") moveInResults(event);
});

/** Arrows walk through the results, from the box and back to it. */
function moveInResults(event) {
  const inBox = event.target === input;
  if ((!inBox && !list.contains(event.target)) || combobox.isOpen() || event.isComposing) return;
  const links = [...list.querySelectorAll(".hb-result__title a")];
  const here = links.findIndex((link) => link === event.target || link.closest("li").contains(event.target));
  const next = event.key === "ArrowDown" ? here + 1 : here - 1;
  if (inBox && event.key === "ArrowUp") return;
  event.preventDefault();
  (next < 0 ? input : links[Math.min(next, links.length - 1)])?.focus();
}

input.value = state.text;
facets.querySelector("details").open = matchMedia("(min-width: 45em)").matches;
show();
