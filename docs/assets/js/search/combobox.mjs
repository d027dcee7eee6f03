/** Suggestions under the box: a listbox that arrows, Enter and Esc work, after the ARIA pattern for a combobox. */
import { make } from "./elements.mjs";

/** `source` has `suggestions(text)`, a promise of phrases, and `choose(text)`. */
export function createCombobox(input, list, { suggestions, choose }) {
  let active = -1;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  close();

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  const isOpen = () => !list.hidden;

  async function open() {
    const text = input.value;
    const found = await suggestions(text).catch(() => []);
    if (!found || text !== input.value || document.activeElement !== input) return;
    list.replaceChildren(
      ...found.map((phrase, i) => {
        const option = make("li", { role: "option", id: `${list.id}-${i}`, "aria-selected": "false" }, phrase);
        option.addEventListener("mousedown", (event) => event.preventDefault());
        option.addEventListener("click", () => choose(phrase));
        return option;
      }),
    );
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
  }

  /** Walk round the options and the box itself, which is -1. */
  function move(step) {
    const options = [...list.children];
    active = ((active + 1 + step + options.length + 1) % (options.length + 1)) - 1;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", options[active].id);
      options[active].scrollIntoView({ block: "nearest" });
    }
  }

  input.addEventListener("input", (event) => !event.isComposing && open());
  input.addEventListener("compositionend", open);
  input.addEventListener("click", () => !isOpen() && !input.value && open());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || !isOpen()) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      event.stopPropagation();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      choose(list.children[active].textContent);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });

  return { close, isOpen };
}
