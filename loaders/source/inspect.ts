import {isUtf8} from "node:buffer";
import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";

/** What a pass over a file's bytes tells. */
export interface Inspection {
  bytes: number;
  sha256: string;
  utf8: boolean;
  head: Buffer;
  nulAt?: number;
  /** Whether it ends with 0x1A, as DOS ended its texts. */
  endMark: boolean;
}

const headBytes = 65_536;
const tailBytes = 16;

/** How many bytes at the end belong to a character that goes on in the next chunk. */
function unfinished(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back];
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/**
 * Reads a file once as a stream of bytes: its length, its SHA-256, whether it is UTF-8 throughout, its
 * first 64 KB, where its first NUL byte stands, if there is one, and whether DOS's end mark ends it.
 */
export async function inspect(path: string): Promise<Inspection> {
  const hash = createHash("sha256");
  let bytes = 0;
  let utf8 = true;
  let nulAt: number | undefined;
  let head = Buffer.alloc(0);
  let carried = Buffer.alloc(0);
  let tail = "";
  for await (const read of createReadStream(path, {highWaterMark: 1 << 20})) {
    const chunk = read as Buffer;
    hash.update(chunk);
    if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)]);
    if (nulAt === undefined && chunk.includes(0)) nulAt = bytes + chunk.indexOf(0);
    if (utf8) {
      const whole = carried.length ? Buffer.concat([carried, chunk]) : chunk;
      const cut = whole.length - unfinished(whole);
      utf8 = isUtf8(whole.subarray(0, cut));
      carried = Buffer.from(whole.subarray(cut));
    }
    tail = (tail + chunk.subarray(-tailBytes).toString("latin1")).slice(-tailBytes);
    bytes += chunk.length;
  }
  return {
    bytes,
    sha256: hash.digest("hex"),
    utf8: utf8 && carried.length === 0,
    head,
    nulAt,
    endMark: /\x1a\s*$/.test(tail)
  };
}
