/** Recent searches; they stay in this browser. */

const KEY = "handbook-recent-searches";
const MOST = 6;

/** What was searched last, the newest first; nothing where the browser keeps nothing. */
export function recentSearches(storage) {
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((text) => typeof text === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberSearch(storage, text) {
  if (!text.trim()) return;
  try {
    storage.setItem(KEY, JSON.stringify([text, ...recentSearches(storage).filter((other) => other !== text)].slice(0, MOST)));
  } catch {
    // a browser that keeps nothing still searches
  }
}

export function forgetSearches(storage) {
  try {
    storage.removeItem(KEY);
  } catch {
    // nothing was kept
  }
}
