/** The sentences of an answer, the same on the page and in the terminal. */

/** What is announced: how many, or that nothing was found and why. */
export function statusWords({ text, status, total, inForce, corrected, filtered, foreign }) {
  if (!text.trim()) return "";
  if (status === "none" && filtered) return "没有找到符合筛选条件的结果。";
  if (status === "none") return foreign.length ? `没有找到“${text}”：手册里没有“${foreign.join("”“")}”。` : `没有找到“${text}”。`;
  const count = `找到${total}条${inForce && inForce < total ? `，现行${inForce}条` : ""}`;
  return corrected ? `${count}（按“${corrected}”检索）` : count;
}

/** Sentences in one line; the full stop that ends one gives way to the semicolon. */
export function lineWords(sentences) {
  return sentences
    .map((sentence) => sentence.replace(/[。；]+$/, ""))
    .filter(Boolean)
    .join("；");
}

const LABEL = /^(?:附件\d*|[一二三四五六七八九十百]+(?=、)|（[一二三四五六七八九十百]+）|\d+(?=[．.、]))/;

/** 二（七）2 from 二、主要任务 · （七）强化激励措施 · 2．加强…; where no heading has a label, the last in full. */
export function placeWords(path) {
  const labels = path.map((heading) => LABEL.exec(heading)?.[0] ?? "");
  return labels.some(Boolean) ? labels.join("") : (path.at(-1) ?? "");
}
