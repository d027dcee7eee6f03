/**
 * Several files of the index with one request: the pieces of packed.bin that hold them, asked for as HTTP ranges. The
 * twin of generator/search/packed.py.
 */

export const PACKED = "packed.bin";
/** Where the head of a part of a multipart answer ends, and what ends a stream of pieces (an empty last block). */
const HEAD_END = [13, 10, 13, 10];
const STREAM_END = new Uint8Array([3, 0]);
const FILE_END = "\0";

/** The place of a file in packed.bin by its name: `{from, to}` in bytes, `to` excluded; undefined where it does not lie there. */
export function createPlaces({ packed }) {
  const starts = {};
  let at = 0;
  for (const [kind, lengths] of Object.entries(packed)) starts[kind] = [at, ...lengths.map((length) => (at += length))];
  return (name) => {
    const [, kind, number] = /^(\w+)-(\d+)\.txt$/.exec(name) ?? [];
    const from = starts[kind]?.[number];
    const to = starts[kind]?.[Number(number) + 1];
    return to === undefined ? undefined : { from, to };
  };
}

/** The `Range` header that asks for `places`, which ascend; without the blanks that RFC 9110 allows and Apache does not. */
export const rangeOf = (places) => `bytes=${places.map(({ from, to }) => `${from}-${to - 1}`).join(",")}`;

/**
 * The bytes of each of `places` in an answer of status 206, as views on its `body`: a multipart one or a single part. Null
 * where the answer does not hold them all, as a server may send less than it is asked for.
 */
export function piecesOf(places, body, headers) {
  const parts = contentRange(headers.get("content-range") ?? "") ? [partAt(body, 0, headers.get("content-range"))] : partsIn(body);
  const pieces = places.map(({ from, to }) => {
    const part = parts.find((part) => part.from <= from && to <= part.from + part.bytes.length);
    return part?.bytes.subarray(from - part.from, to - part.from);
  });
  return pieces.every(Boolean) ? pieces : null;
}

function partsIn(body) {
  const parts = [];
  for (let at = 0, end; (end = indexOf(body, HEAD_END, at)) >= 0; ) {
    const part = partAt(body, end + HEAD_END.length, String.fromCharCode(...body.subarray(at, end)));
    if (!part) break;
    parts.push(part);
    at = part.bytes.byteOffset - body.byteOffset + part.bytes.length;
  }
  return parts;
}

/** The part whose bytes begin `at`, by what `head` says of it. */
function partAt(body, at, head) {
  const range = contentRange(head);
  return range && { from: range.first, bytes: body.subarray(at, at + range.last - range.first + 1) };
}

function contentRange(text) {
  const [, first, last] = /bytes (\d+)-(\d+)\//.exec(text) ?? [];
  return first === undefined ? null : { first: Number(first), last: Number(last) };
}

function indexOf(bytes, wanted, start) {
  for (let at = start; (at = bytes.indexOf(wanted[0], at)) >= 0; at++) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}

/** The texts of the files that `pieces` hold, unpacked in one go; an error where they are no such pieces. */
export async function textsOf(pieces) {
  const { readable, writable } = new DecompressionStream("deflate-raw");
  const writer = writable.getWriter();
  const written = [...pieces, STREAM_END].map((piece) => writer.write(piece));
  const [text] = await Promise.all([new Response(readable).text(), ...written, writer.close()]);
  const texts = text.split(FILE_END);
  if (texts.pop() !== "" || texts.length !== pieces.length) throw new Error("packed.bin does not hold these files");
  return texts;
}
