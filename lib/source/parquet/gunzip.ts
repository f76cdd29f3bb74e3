import {inflate} from "./inflate.js";

const checks = Uint32Array.from({length: 256}, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The CRC-32 of bytes. @example crc32(new TextEncoder().encode("a")) => 3904355907 */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = checks[(value ^ byte) & 255] ^ (value >>> 8);
  return ~value >>> 0;
}

/** Where the data of a part of a gzip begin, after its head. */
function dataOf(bytes: Uint8Array, at: number): number {
  const flags = bytes[at + 3];
  let next = at + 10;
  if (flags & 4) next += 2 + (bytes[next] | (bytes[next + 1] << 8));
  for (const named of [8, 16]) if (flags & named) next = bytes.indexOf(0, next) + 1 || bytes.length;
  return flags & 2 ? next + 2 : next;
}

/**
 * Unpacks a gzip that holds so many bytes, at once, which a browser's own streams do not. Throws where it is damaged.
 * @example gunzip(Uint8Array.of(31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 75, 4, 0, 67, 190, 183, 232, 1, 0, 0, 0), 1) => [97]
 */
export function gunzip(bytes: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [at, to] = [0, 0];
  while (at < bytes.length) {
    if (bytes[at] !== 0x1f || bytes[at + 1] !== 0x8b || bytes[at + 2] !== 8)
      throw new Error("its gzip is damaged");
    const start = to;
    ({at, to} = inflate(bytes, dataOf(bytes, at), out, to));
    const told = at + 8 <= bytes.length ? view.getUint32(at, true) : undefined;
    if (told !== crc32(out.subarray(start, to))) throw new Error("its gzip is damaged");
    at += 8;
  }
  return out.subarray(0, to);
}
