/** Several files of the index with one request: what is asked for, what servers make of it, and what is done without. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { createFetcher } from "../../docs/assets/js/search/fetcher.mjs";
import { createPlaces, piecesOf, rangeOf } from "../../docs/assets/js/search/packed.mjs";

const CONTENT = "aaabbbbbccd\r\n\r\n";
const bytes = (text) => new TextEncoder().encode(text);
const part = (from, to) => `\r\n--x\r\nContent-Type: application/octet-stream\r\nContent-Range: bytes ${from}-${to - 1}/${CONTENT.length}\r\n\r\n${CONTENT.slice(from, to)}`;
const multipart = (...places) => bytes(`${places.map(([from, to]) => part(from, to)).join("")}\r\n--x--\r\n`);
const NO_HEADERS = new Headers({ "content-type": "multipart/byteranges; boundary=x" });
const read = (places, body, headers = NO_HEADERS) =>
  piecesOf(places.map(([from, to]) => ({ from, to })), body, headers)?.map((piece) => new TextDecoder().decode(piece)) ?? null;

test("a file lies behind all files before it; what is not packed has no place", () => {
  const placeOf = createPlaces({ packed: { terms: [3, 5], cards: [2] } });

  assert.deepEqual(["terms-0.txt", "terms-1.txt", "cards-0.txt"].map(placeOf), [
    { from: 0, to: 3 },
    { from: 3, to: 8 },
    { from: 8, to: 10 },
  ]);
  assert.deepEqual(["terms-2.txt", "counts-0.txt", "manifest.json", "toString-0.txt"].map(placeOf), Array(4).fill(undefined));
});

test("a range names the last byte, not the one after it", () => {
  assert.equal(rangeOf([{ from: 0, to: 3 }, { from: 8, to: 10 }]), "bytes=0-2,8-9");
});

test("each part of an answer is found, even where its bytes look like the end of a head", () => {
  const places = [[0, 3], [8, 10], [10, 15]];

  assert.deepEqual(read(places, multipart(...places)), ["aaa", "cc", "d\r\n\r\n"]);
});

test("a server may send parts in another order, and neighbours as one", () => {
  assert.deepEqual(read([[0, 3], [3, 8], [10, 11]], multipart([10, 11], [0, 8])), ["aaa", "bbbbb", "d"]);
});

test("one part that holds all of them will do", () => {
  const headers = new Headers({ "content-range": `bytes 0-9/${CONTENT.length}` });

  assert.deepEqual(read([[0, 3], [3, 8]], bytes(CONTENT.slice(0, 10)), headers), ["aaa", "bbbbb"]);
});

test("less than was asked for is nothing", () => {
  assert.equal(read([[0, 3], [3, 8]], bytes("aaa"), new Headers({ "content-range": "bytes 0-2/15" })), null);
  assert.equal(read([[0, 3], [8, 10]], multipart([0, 3])), null);
  assert.equal(read([[0, 3], [8, 15]], multipart([0, 3], [8, 15]).subarray(0, 160)), null);
  assert.equal(read([[0, 3]], bytes("<html>not a part</html>")), null);
});

/** What is asked of a server that answers every request with the same rows and `headers`, while `work` uses a fetcher. */
async function askedOf(headers, work) {
  const asked = [];
  const real = globalThis.fetch;
  globalThis.fetch = async (url, options = {}) => {
    asked.push(`${options.method ?? "GET"} ${url.pathname.slice(1)}${options.headers ? " with ranges" : ""}`);
    return new Response('"v1"\n["甲",1]\n', { headers });
  };
  try {
    await work(createFetcher("http://site/"));
  } finally {
    globalThis.fetch = real;
  }
  return asked;
}

const MANIFEST = { packed: { terms: [3, 5], cards: [2] } };

test("a server that does not say that it gives ranges is not asked for them", async () => {
  const asked = await askedOf({}, async (fetcher) => {
    await fetcher.learn();
    await fetcher.fetchFiles(["terms-0.txt", "cards-0.txt"], MANIFEST);
  });

  assert.deepEqual(asked, ["HEAD packed.bin", "GET terms-0.txt", "GET cards-0.txt"]);
});

test("a server that sends a whole file instead is asked for ranges once, then for one file after the other", async () => {
  let found;
  const asked = await askedOf({ "accept-ranges": "bytes" }, async (fetcher) => {
    await fetcher.learn();
    found = await fetcher.fetchFiles(["terms-1.txt", "counts-0.txt", "cards-0.txt"], MANIFEST);
    await fetcher.fetchFiles(["terms-0.txt", "cards-0.txt"], MANIFEST);
  });

  assert.deepEqual(found.map(({ version }) => version), ["v1", "v1", "v1"]);
  assert.deepEqual(asked.filter((name) => name.endsWith("ranges")), ["GET packed.bin with ranges"]);
  assert.deepEqual(asked.slice(-2), ["GET terms-0.txt", "GET cards-0.txt"]);
});

test("a single file is asked for by its name, as the browser keeps it", async () => {
  const asked = await askedOf({ "accept-ranges": "bytes" }, async (fetcher) => {
    await fetcher.learn();
    await fetcher.fetchFiles(["terms-1.txt", "counts-0.txt"], MANIFEST);
  });

  assert.deepEqual(asked.slice(1).sort(), ["GET counts-0.txt", "GET terms-1.txt"]);
});
