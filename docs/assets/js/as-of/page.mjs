// The page 某日有效: a day is chosen, every document is put under its standing. Without this script the lists by known days stay.
import { STANDINGS, chineseDay, isDay, standing } from "./standing.mjs";

const form = document.querySelector("#as-of-form");
const input = form?.querySelector("input[type=date]");
const result = document.querySelector("#as-of-result");
const status = form?.querySelector("[role=status]");

function show(day) {
  const rows = [...document.querySelectorAll("[data-as-of]")];
  const groups = new Map(STANDINGS.map((name) => [name, []]));
  for (const row of rows) {
    const span = { ...row.dataset, draft: row.dataset.draft === "true" };
    groups.get(standing(span, day)).push(row);
  }
  result.replaceChildren();
  for (const [name, held] of groups) {
    if (held.length === 0) continue;
    const title = document.createElement("h3");
    title.textContent = `${name}（${held.length} 份）`;
    const list = document.createElement("ul");
    for (const row of held) {
      const item = document.createElement("li");
      item.append(row.querySelector("a").cloneNode(true));
      list.append(item);
    }
    result.append(title, list);
  }
  status.textContent = `${chineseDay(day)}：期限内 ${groups.get("期限内").length} 份，说不准 ${groups.get("说不准").length} 份。`;
}

function choose(day, push) {
  if (!isDay(day)) {
    status.textContent = "请选一个日子。";
    return;
  }
  input.value = day;
  show(day);
  const address = new URL(location.href);
  address.searchParams.set("day", day);
  if (push) history.pushState(null, "", address);
}

if (form && input && result) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose(input.value, true);
  });
  addEventListener("popstate", () => choose(new URLSearchParams(location.search).get("day") ?? "", false));
  const asked = new URLSearchParams(location.search).get("day");
  if (asked) choose(asked, false);
}
