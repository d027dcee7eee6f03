/** Fetches files of the index: several with one request where the server gives ranges of a file, else one by one. */
import { PACKED, createPlaces, piecesOf, rangeOf, textsOf } from "./packed.mjs";
import { readFile } from "./shards.mjs";

const PARTIAL_CONTENT = 206;

export function createFetcher(folder) {
  /** Where files lie in the packed one, by the manifest that says so. */
  let known = {};
  /** Whether pieces of it can be had: the server has said so, and neither it nor the browser has failed since. */
  let divisible = false;

  /** Ask the server whether it gives ranges; until it has answered, and where it does not, each file is fetched by itself. */
  async function learn() {
    const answer = await fetch(new URL(PACKED, folder), { method: "HEAD" }).catch(() => null);
    divisible = answer?.ok === true && answer.headers.get("accept-ranges") === "bytes";
  }

  /** The files `names` by the `manifest`, if it is there, in their order. A single one the browser may have kept. */
  async function fetchFiles(names, manifest) {
    const placeOf = placesBy(manifest);
    const packed = names.filter(placeOf);
    const together = packed.length > 1 ? fetchTogether(packed, placeOf) : new Map();
    return Promise.all(names.map(async (name) => (placeOf(name) && (await together).get(name)) ?? fetchFile(name)));
  }

  function placesBy(manifest) {
    if (!manifest || !divisible) return () => undefined;
    if (known.manifest !== manifest) known = { manifest, placeOf: createPlaces(manifest) };
    return known.placeOf;
  }

  /** The files by name; none where they can't be had so, and from then on each is fetched by itself. */
  async function fetchTogether(names, placeOf) {
    const wanted = names.map((name) => ({ name, ...placeOf(name) })).sort((a, b) => a.from - b.from);
    const stop = new AbortController();
    try {
      const headers = { range: rangeOf(wanted) };
      const response = await fetch(new URL(PACKED, folder), { headers, cache: "no-store", signal: stop.signal });
      const partial = response.status === PARTIAL_CONTENT;
      const pieces = partial && piecesOf(wanted, new Uint8Array(await response.arrayBuffer()), response.headers);
      if (pieces) {
        const texts = await textsOf(pieces);
        return new Map(wanted.map(({ name }, i) => [name, readFile(name, texts[i])]));
      }
    } catch {
      // What came is no part of packed.bin, or the browser can't unpack it: the files lie beside it.
    }
    stop.abort();
    divisible = false;
    return new Map();
  }

  /** The file `name`; `cache` as fetch understands it. */
  async function fetchFile(name, cache = "default") {
    const response = await fetch(new URL(name, folder), { cache });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return readFile(name, await response.text());
  }

  return { fetchFile, fetchFiles, learn };
}
