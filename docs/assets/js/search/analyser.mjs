/**
 * Cut text into search terms; the twin of generator/search/analyser.py, where the terms are described.
 * Both read one table and are proved equal by tests/search/analyser_vectors.json.
 */

export const HAN_RUN = /[㐀-䶿一-鿿々]+/g;

/** The analyser over the table of analyser.json and a map of traditional to simplified characters. */
export function createAnalyser(table, simplified = new Map()) {
  const powers = table.powers;
  const digits = table.digits;
  const base = new Map(Object.entries(table.units).flatMap(([unit, names]) => names.map((name) => [name, unit])));
  const { marks: kinds, pattern } = compile(table);
  const invisible = new Set(table.invisible);
  const folds = new Map();

  function fold(character) {
    let folded = folds.get(character);
    if (folded === undefined) {
      folded = "";
      if (!invisible.has(character)) {
        for (const c of character.normalize("NFKC").toLowerCase()) {
          if (!invisible.has(c)) folded += simplified.get(c) ?? c;
        }
      }
      folds.set(character, folded);
    }
    return folded;
  }

  /** By UTF-16 code unit 1 where a character folds to itself; a table, because a clause has hundreds of them. */
  const plainUnits = new Uint8Array(0x10000);
  for (const character of "\n abcdefghijklmnopqrstuvwxyz0123456789。、") plainUnits[character.charCodeAt(0)] = 1;
  plainUnits.fill(1, 0x4e00, 0xa000);
  for (const character of simplified.keys()) if (character.length === 1) plainUnits[character.charCodeAt(0)] = 0;

  /** The text as it is compared: folded, lower case, simplified, without quotation marks. */
  function normalise(text) {
    let plain = "";
    let kept = 0;
    for (let i = 0; i < text.length; i++) {
      if (plainUnits[text.charCodeAt(i)]) continue;
      const character = String.fromCodePoint(text.codePointAt(i));
      plain += text.slice(kept, i) + fold(character);
      i += character.length - 1;
      kept = i + 1;
    }
    return plain + text.slice(kept);
  }

  /** The same, and for each unit of the result the place in `text` that it comes from (one more for the end). */
  function normaliseWithPlaces(text) {
    let plain = "";
    const places = [];
    let place = 0;
    for (const character of text) {
      const folded = fold(character);
      for (let i = 0; i < folded.length; i++) places.push(place);
      plain += folded;
      place += character.length;
    }
    places.push(place);
    return { plain, places };
  }

  /** The terms of `text` in order; a quantity written in Han characters gives its bigrams too. */
  function terms(text) {
    const plain = normalise(text);
    const found = marks(plain).flatMap((mark) => mark.terms);
    for (const [run] of plain.matchAll(HAN_RUN)) found.push(...bigrams(run));
    return found;
  }

  /** The marks of the normalised text: `{kind, start, end, terms}` from left to right, not overlapping. */
  function marks(plain) {
    const found = [];
    for (const match of plain.matchAll(pattern)) {
      const mark = kinds.find(({ group }) => match[group] !== undefined);
      const values = {};
      mark.groups.forEach((name, i) => (values[name] = match[mark.group + 1 + i] ?? ""));
      const [start, end] = [match.index, match.index + match[0].length];
      const read = readers[mark.kind](values);
      if (read.length && (mark.kind === "quantity" || mark.kind === "percent")) {
        read.push(...compared(plain, start, end, read[0]));
      }
      if (read.length) found.push({ kind: mark.kind, start, end, terms: read });
    }
    return found;
  }

  const readers = {
    number: (v) => (v.year ? [`#${yearOf(v.year)}-${+v.no}`, `#-${+v.no}`] : [`#-${+v.no}`]),
    date: readDate,
    years: (v) => [`@${yearOf(v.from)}~${yearOf(v.to)}`, `@${yearOf(v.from)}`, `@${yearOf(v.to)}`],
    clock: readClock,
    range: readRange,
    percent: (v) => readQuantity(v.value, "", "%"),
    tenths: (v) => [`=${digits[v.value]}0%`],
    half: (v) => ({ 年: ["=6月", "=0.5年"], 个月: ["=15天"], 天: ["=4小时"] })[v.unit],
    quantity: (v) => readQuantity(v.value, v.power, v.unit),
    word: (v) => [v.word],
  };

  function readDate(v) {
    const year = v.year ? yearOf(v.year) : "";
    const month = v.month ? amountOf(v.month, "").padStart(2, "0") : "";
    const day = v.day ? amountOf(v.day, "").padStart(2, "0") : "";
    if ((month && !(month >= "01" && month <= "12")) || (day && !(day >= "01" && day <= "31"))) return [];
    if (!year) return [`@${month}-${day}`];
    const days = day ? [day, ...((v.more ?? "").match(/[0-9]+/g) ?? []).map((other) => other.padStart(2, "0"))] : [];
    return [
      ...days.map((one) => `@${year}-${month}-${one}`),
      ...(month ? [`@${year}-${month}`] : []),
      `@${year}`,
      ...days.map((one) => `@${month}-${one}`),
    ];
  }

  function readRange(v) {
    const low = amountOf(v.low, v.low_power || (v.low_unit ? "" : v.high_power));
    const high = amountOf(v.high, v.high_power);
    const unit = base.get(v.unit || v.low_unit) ?? "";
    if (!low || !high) return [];
    return [`=${low}~${high}${unit}`, ...(unit ? [`=${low}${unit}`, `=${high}${unit}`] : []), `=${low}`, `=${high}`];
  }

  function readQuantity(value, power, printed) {
    const amount = amountOf(value, power);
    const unit = base.get(printed) ?? "";
    if (!amount) return [];
    if (unit === "%") return [`=${amount}%`];
    const bareYear = !unit && !power && /^(?:19|20)[0-9]{2}$/.test(value);
    return [...(unit ? [`=${amount}${unit}`] : []), `=${amount}`, ...(bareYear ? [`@${value}`] : [])];
  }

  function compared(plain, start, end, term) {
    const head = plain.slice(Math.max(0, start - 5), start).trimEnd();
    const tail = plain.slice(end, end + 8).replace(/^[ /每人次家个年]+/, "");
    return [["≥", table.at_least], ["≤", table.at_most]]
      .filter(([, words]) => words.before.some((w) => ends(head, w)) || words.after.some((w) => tail.startsWith(w)))
      .map(([sign]) => sign + term.slice(1));
  }

  const figures = (text) => Array.from(text, (c) => digits[c] ?? c).join("");

  /** The four digits of a year; one written as 25年 is of this century. */
  function yearOf(text) {
    return text.length > 2 ? figures(text) : `20${figures(text)}`;
  }

  /** The value as a plain decimal string without superfluous zeros; empty for a sequence (十四五). */
  function amountOf(text, power) {
    const shift = Array.from(power).reduce((sum, c) => sum + powers[c], 0);
    if (/^[0-9]/.test(text)) return shifted(text.replaceAll(",", ""), shift);
    const [whole, fraction = ""] = text.split("点");
    const value = numberOf(whole);
    return value === null ? "" : shifted(`${value}.${figures(fraction)}`, shift);
  }

  /** The number that `text` writes in Han numerals, or null for mere digits side by side. */
  function numberOf(text) {
    let [total, section, digit] = [0n, 0n, 0n];
    for (const c of text) {
      if (c in digits) {
        if (digit) return null;
        digit = BigInt(digits[c]);
        continue;
      }
      const factor = 10n ** BigInt(powers[c]);
      if (powers[c] >= 4) [total, section] = [total + (section + digit || 1n) * factor, 0n];
      else section += (digit || 1n) * factor;
      digit = 0n;
    }
    return total + section + digit;
  }

  return { normalise, normaliseWithPlaces, terms, marks };
}

/** Whether `term` is a pair of Han characters, as most terms are. */
export const isPair = (term) => /^[㐀-鿿]{2}$/.test(term);

/** The terms of one run of Han characters. */
export function bigrams(run) {
  return run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));
}

function compile(table) {
  const names = Object.values(table.units).flat();
  names.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const parts = { ...table.parts, UNIT: `(?:${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})` };
  let group = 1;
  const marks = [];
  const alternatives = [];
  for (const mark of table.marks) {
    marks.push({ kind: mark.kind, groups: mark.groups, group });
    alternatives.push(`(${mark.pattern.replace(/\{([A-Z]+)\}/g, (_, name) => parts[name])})`);
    group += 1 + mark.groups.length;
  }
  return { marks, pattern: new RegExp(`(?=${table.begins})(?:${alternatives.join("|")})`, "g") };
}

/** Whether `head` ends in the comparator and not in its denial (超过, but not 不超过). */
function ends(head, word) {
  return head.endsWith(word) && !head.slice(0, head.length - word.length).endsWith("不");
}

function readClock(v) {
  const hour = +v.hour + (v.half && +v.hour < 12 ? 12 : 0);
  return hour <= 24 ? [`@${String(hour).padStart(2, "0")}:${v.minute || v.minutes || "00"}`] : [];
}

/** Move the decimal point right by `shift` and drop superfluous zeros. */
function shifted(decimal, shift) {
  let [whole, fraction = ""] = decimal.split(".");
  fraction = fraction.padEnd(shift, "0");
  whole = (whole + fraction.slice(0, shift)).replace(/^0+/, "") || "0";
  fraction = fraction.slice(shift).replace(/0+$/, "");
  return whole + (fraction && `.${fraction}`);
}
