/** The calculators on a page: what is typed is read, worked out and written, with a sentence where it can't be used. */
import { compare, row, total, words } from "./reckon.mjs";

/** Show and run every calculator below `root`. */
export function runCalculators(root) {
  for (const form of root.querySelectorAll("[data-calculator]")) {
    form.querySelector(".hb-calc__live").hidden = false;
    form.addEventListener("input", () => calculate(form));
    form.addEventListener("submit", (event) => event.preventDefault());
    calculate(form);
  }
}

function calculate(form) {
  const elements = [...form.querySelectorAll(".hb-calc__row[data-low]")];
  const results = elements.map((element) => {
    const inputs = [...element.querySelectorAll("input")];
    const factors = inputs.map((input) => ({ typed: input.value, decimal: "decimal" in input.dataset, most: input.dataset.most ?? "" }));
    const { low, high, bound } = element.dataset;
    const result = row({ low, high, bound, factors });
    inputs.forEach((input, i) => (result.at === i ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid")));
    element.querySelector("output").value = result.low === undefined ? "" : words(result);
    return result;
  });
  const wrong = results.find((result) => result.problem);
  const sum = total(results, form.dataset.total);
  form.querySelector("[data-sum]").value = wrong || sum.empty ? "" : words(sum);
  form.querySelector(".hb-calc__problem").textContent = wrong?.problem ?? moreThanBefore(form, results);
}

/** Who gets the addition has got the first part: more of them than of the others is worth a second look. */
function moreThanBefore(form, [first, ...others]) {
  if (form.dataset.total !== "sum" || first?.count === undefined) return "";
  return others.some((one) => one.count !== undefined && compare(one.count, first.count) > 0) ? "追加的人数比前一项还多，请核对。" : "";
}
