/** Exact sums on decimal text: an amount such as "600" or "0.3" times what a reader typed, never rounded, never 1e21. */

const LONGEST = 15;
const DIGITS = /^(\d+)(?:\.(\d+))?$/;

/**
 * What was typed as a number: `{ value: "30" }`, `{ empty: true }`, or `{ problem: "…" }` in words for the reader.
 * Full-width digits and separators between thousands are read; `decimal` allows a fraction, `most` is the largest number.
 */
export function readNumber(typed, { decimal = false, most = "" } = {}) {
  const text = typed.normalize("NFKC").replace(/[\s,，_]/g, "");
  if (!text) return { empty: true };
  if (/^[-－−]/.test(text)) return { problem: "不能是负数。" };
  const match = DIGITS.exec(text);
  if (!match) return { problem: decimal ? "请填数字，例如 1200 或 1200.5。" : "请填 0 或整数，例如 30。" };
  if (match[2] && !decimal) return { problem: "请填 0 或整数，例如 30。" };
  const whole = match[1].replace(/^0+(?=\d)/, "");
  if (whole.length > LONGEST || (match[2] ?? "").length > 4) return { problem: "这个数太大或太细，请核对。" };
  const value = tidy(match[2] ? `${whole}.${match[2]}` : whole);
  if (most && compare(value, most) > 0) return { problem: `文中写明最多 ${most}。` };
  return { value };
}

/** The product of decimal texts. */
export function multiply(...texts) {
  const parts = texts.map(split);
  return join(parts.reduce((product, [digits]) => product * digits, 1n), parts.reduce((places, [, p]) => places + p, 0));
}

/** The sum of decimal texts. */
export function add(...texts) {
  const places = Math.max(0, ...texts.map((text) => split(text)[1]));
  return join(texts.reduce((sum, text) => sum + scaled(text, places), 0n), places);
}

/** Below, at or above zero, as `a` is less than, equal to or greater than `b`. */
export function compare(a, b) {
  const places = Math.max(split(a)[1], split(b)[1]);
  const difference = scaled(a, places) - scaled(b, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The least of decimal texts. */
export function least(texts) {
  return texts.reduce((low, text) => (compare(text, low) < 0 ? text : low));
}

/**
 * One row worked out: `{ low, high, bound }`, `{ empty: true }` while something is missing, `{ problem, at }` where a
 * number can't be used (`at` says which one).
 */
export function row({ low, high, bound, factors }) {
  const read = factors.map(({ typed, decimal, most }) => readNumber(typed, { decimal, most }));
  const at = read.findIndex((one) => one.problem);
  if (at >= 0) return { problem: read[at].problem, at };
  if (read.some((one) => one.empty)) return { empty: true };
  const values = read.map((one) => one.value);
  return { low: multiply(low, ...values), high: multiply(high, ...values), bound, count: values[0] };
}

/** The rows together: added up, or the least of them; rows that are still empty are left out. */
export function total(rows, kind) {
  const filled = rows.filter((one) => one.low !== undefined);
  if (!filled.length) return { empty: true };
  if (kind === "least") {
    const low = least(filled.map((one) => one.low));
    const high = least(filled.map((one) => one.high));
    return { low, high, bound: filled.some((one) => one.bound === "le") ? "le" : filled[0].bound };
  }
  const bounds = new Set(filled.map((one) => one.bound).filter((bound) => bound !== "eq"));
  const bound = bounds.size > 1 ? "approx" : ([...bounds][0] ?? "eq");
  return { low: add(...filled.map((one) => one.low)), high: add(...filled.map((one) => one.high)), bound };
}

const BEFORE = { eq: "", le: "至多 ", ge: "至少 ", approx: "约 " };

/** A result in words: 23,000元, 至多 3,000元, 18,000—24,000元. */
export function words({ low, high, bound }) {
  const range = low === high ? grouped(low) : `${grouped(low)}—${grouped(high)}`;
  return `${BEFORE[bound]}${range}元`;
}

/** Digits in groups of three: 1234567.5 → 1,234,567.5. */
export function grouped(text) {
  const [whole, fraction] = text.split(".");
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction ? `${digits}.${fraction}` : digits;
}

function split(text) {
  const [whole, fraction = ""] = text.split(".");
  return [BigInt(whole + fraction), fraction.length];
}

function scaled(text, places) {
  const [digits, own] = split(text);
  return digits * 10n ** BigInt(places - own);
}

function join(digits, places) {
  const text = digits.toString().padStart(places + 1, "0");
  return tidy(places ? `${text.slice(0, -places)}.${text.slice(-places)}` : text);
}

function tidy(text) {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
