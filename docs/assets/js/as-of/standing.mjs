// How a document stands on a day: the same rule as generator/views/as_of.py, tested against the same table.

export const STANDINGS = ["期限内", "说不准", "期限已过", "尚未开始", "已失效", "征求意见稿"];

/** The standing of *span* ({draft, begins, within, until, ends}: ISO days or "") on *day* (ISO). */
export function standing(span, day) {
  if (span.draft) return "征求意见稿";
  if (span.ends && day >= span.ends) return "已失效";
  if ((span.begins && day < span.begins) || (span.within && day < span.within)) return "尚未开始";
  if (span.until && day > span.until) return "期限已过";
  return span.until && (span.within || span.begins) ? "期限内" : "说不准";
}

/** Whether *text* is a day that the calendar has, written YYYY-MM-DD. */
export function isDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

/** 2025年8月13日 for 2025-08-13. */
export function chineseDay(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
