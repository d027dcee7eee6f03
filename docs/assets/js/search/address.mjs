/** The search in the address: `?q=…&region=…&region=…`, so that it can be sent to a colleague. */
import { FACETS } from "./facets.mjs";

/** The request that an address (its `?…` part) asks for. */
export function readAddress(search) {
  const fields = new URLSearchParams(search);
  const filters = {};
  for (const name of Object.keys(FACETS)) {
    const values = fields.getAll(name).filter(Boolean);
    if (values.length) filters[name] = values;
  }
  return { text: (fields.get("q") ?? "").slice(0, 200), filters };
}

/** The `?…` part for a request; facets in their own order, values as they were chosen. */
export function writeAddress({ text, filters }) {
  const fields = new URLSearchParams();
  if (text) fields.set("q", text);
  for (const name of Object.keys(FACETS)) for (const value of filters[name] ?? []) fields.append(name, value);
  return `?${fields}`;
}
