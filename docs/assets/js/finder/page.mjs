/** The pages under /finder/: the third step, and the calculators. Without this script both are left out, nothing else. */
import { runCalculators } from "./calculators.mjs";
import { belongs, readChoice, writeChoice } from "./choice.mjs";

const form = document.querySelector("[data-finder]");
const select = form.elements.namedItem("topic");
const status = document.querySelector("[role=status][data-whole]");
const answers = [...document.querySelectorAll("[data-topics]")];
const topics = [...select.options].map((option) => option.value).filter(Boolean);

function show(topic) {
  select.value = topic;
  for (const answer of answers) answer.hidden = !belongs(answer.dataset.topics, topic);
  for (const list of document.querySelectorAll(".hb-benefits")) {
    const empty = [...list.children].every((answer) => answer.hidden);
    for (const element of groupOf(list)) element.hidden = empty;
  }
  const left = answers.filter((answer) => !answer.hidden).length;
  status.textContent = topic ? `${select.selectedOptions[0].textContent.replace(/（\d+）$/, "")}：${left} 项` : status.dataset.whole;
}

/** The list's frame with the heading and the sentence above it. */
function groupOf(list) {
  const box = list.closest(".hb-results-box");
  return [box, box.previousElementSibling, box.previousElementSibling?.previousElementSibling].filter(Boolean);
}

/** Pages for other audiences and regions keep the topic. */
function carry(topic) {
  for (const link of document.querySelectorAll(".hb-picker a")) link.search = writeChoice(topic);
}

function choose(topic) {
  show(topic);
  carry(topic);
}

select.addEventListener("change", () => {
  history.pushState(null, "", `${location.pathname}${writeChoice(select.value)}`);
  choose(select.value);
});
window.addEventListener("popstate", () => choose(readChoice(location.search, topics)));
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = topics.length < 2;
choose(readChoice(location.search, topics));
runCalculators(document);
