/** 引用 on a document's page: each citation gets its permanent address and a button; each fact gets one in its row. */
import { fullLetter, permanent, withAddress } from "./cite-words.mjs";

const COPIED_FOR = 2000;

/** Copy `text`; where the browser keeps its clipboard to itself (no https), leave it selected for the reader. */
async function copy(text, source, button) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "已复制";
  } catch {
    const fold = source.closest("details");
    if (fold) fold.open = true;
    getSelection().selectAllChildren(source);
    button.textContent = document.execCommand("copy") ? "已复制" : "已选中，请复制";
  }
  setTimeout(() => (button.textContent = button.dataset.words), COPIED_FOR);
}

function button(words, label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "hb-copy";
  made.dataset.words = made.textContent = words;
  made.setAttribute("aria-label", label);
  made.setAttribute("aria-live", "polite");
  made.addEventListener("click", () => act(made));
  return made;
}

for (const sentence of document.querySelectorAll("[data-copy]")) {
  const anchor = sentence.dataset.copy;
  const address = permanent(location, anchor);
  sentence.textContent = withAddress(sentence.textContent, address);
  const item = sentence.closest("li");
  const label = item.querySelector(".hb-cite__label").textContent;
  const made = (words) => button(words, `${words}：${label}`, (self) => copy(sentence.textContent, sentence, self));
  sentence.before(made("复制"));
  for (const link of item.querySelectorAll('a[href^="mailto:"]')) {
    const path = `${location.pathname.match(/documents\/.*$/)?.[0] ?? ""}${anchor}`;
    link.href = fullLetter(link.getAttribute("href"), path, address);
  }
  const row = anchor.startsWith("#f-") ? document.getElementById(anchor.slice(1)) : null;
  const line = row?.querySelector(".hb-ledger__condition:last-child") ?? row?.querySelector(".hb-ledger__meaning");
  line?.append(made("引用"));
}
