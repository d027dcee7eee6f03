/** Files in a ZIP archive, stored without compression: all that an Office document needs of the format. */

const EARLIEST = 0x0021; // 1980-01-01, so that the same files give the same bytes
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

/** CRC-32 of `bytes` (ISO 3309), unsigned. */
export function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** The archive of `files`, `[[name, text], …]`, as bytes (PKWARE APPNOTE 4.3: local headers, central directory, its end). */
export function zip(files) {
  const encoder = new TextEncoder();
  const locals = [];
  const centrals = [];
  let offset = 0;
  for (const [path, text] of files) {
    const name = encoder.encode(path);
    const content = encoder.encode(text);
    const common = [2, 0x0800, 2, 0, 2, 0, 2, EARLIEST, 4, crc32(content), 4, content.length, 4, content.length, 2, name.length, 2, 0];
    locals.push(fields(4, 0x04034b50, 2, 20, ...common), name, content);
    centrals.push(fields(4, 0x02014b50, 2, 20, 2, 20, ...common, 2, 0, 2, 0, 2, 0, 4, 0, 4, offset), name);
    offset += 30 + name.length + content.length;
  }
  const directory = joined(centrals);
  const end = fields(4, 0x06054b50, 2, 0, 2, 0, 2, files.length, 2, files.length, 4, directory.length, 4, offset, 2, 0);
  return joined([...locals, directory, end]);
}

/** Little-endian numbers: width in bytes, value, width, value … */
function fields(...pairs) {
  const bytes = [];
  for (let i = 0; i < pairs.length; i += 2) for (let at = 0; at < pairs[i]; at += 1) bytes.push((pairs[i + 1] >>> (8 * at)) & 0xff);
  return Uint8Array.from(bytes);
}

function joined(parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
