import type {ByteTools, SourceFile} from "./folder.js";
import {latin1} from "./latin1.js";

/** What a pass over a file's bytes tells. */
export interface Inspection {
  bytes: number;
  sha256: string;
  utf8: boolean;
  head: Uint8Array;
  nulAt?: number;
  /** Whether it ends with 0x1A, as DOS ended its texts. */
  endMark: boolean;
}

const headBytes = 65_536;
const tailBytes = 16;

/** How many bytes at the end belong to a character that goes on in the next chunk. */
function unfinished(chunk: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back];
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/**
 * Reads a file once as a stream of bytes: its length, its SHA-256, whether it is UTF-8 throughout, its
 * first 64 KB, where its first NUL byte stands, if there is one, and whether DOS's end mark ends it.
 */
export async function inspect(file: SourceFile, tools: ByteTools): Promise<Inspection> {
  const hash = tools.hash();
  let bytes = 0;
  let utf8 = true;
  let nulAt: number | undefined;
  let head = new Uint8Array();
  let carried = new Uint8Array();
  let tail = "";
  for await (const chunk of file.chunks()) {
    hash.update(chunk);
    if (head.length < headBytes)
      head = new Uint8Array(joined(head, chunk.subarray(0, headBytes - head.length)));
    if (nulAt === undefined) {
      const at = chunk.indexOf(0);
      if (at >= 0) nulAt = bytes + at;
    }
    if (utf8) {
      const whole = carried.length ? joined(carried, chunk) : chunk;
      const cut = whole.length - unfinished(whole);
      utf8 = tools.isUtf8(whole.subarray(0, cut));
      carried = whole.slice(cut);
    }
    tail = (tail + latin1(chunk.subarray(-tailBytes))).slice(-tailBytes);
    bytes += chunk.length;
  }
  return {
    bytes,
    sha256: await hash.hex(),
    utf8: utf8 && carried.length === 0,
    head,
    nulAt,
    endMark: /\x1a\s*$/.test(tail)
  };
}
