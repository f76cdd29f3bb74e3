import {constants, gzipSync} from "node:zlib";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {gunzip} from "../../../../lib/source/parquet/gunzip.js";

const {Z_FIXED, Z_HUFFMAN_ONLY, Z_DEFAULT_STRATEGY} = constants;

/** Bytes with and without repeats, some of them more than a window long. */
const content = fc.oneof(
  fc.uint8Array({maxLength: 2_000}),
  fc
    .tuple(fc.uint8Array({minLength: 1, maxLength: 40}), fc.integer({min: 1, max: 3_000}))
    .map(([piece, times]) =>
      Uint8Array.from({length: piece.length * times}, (_, at) => piece[at % piece.length])
    )
);

describe("a gzip is unpacked", () => {
  it("to the bytes that zlib packed, at every level and by every code", () => {
    fc.assert(
      fc.property(
        content,
        fc.integer({min: 0, max: 9}),
        fc.constantFrom(Z_FIXED, Z_HUFFMAN_ONLY, Z_DEFAULT_STRATEGY),
        (bytes, level, strategy) => {
          expect(gunzip(gzipSync(bytes, {level, strategy}), bytes.length)).toEqual(bytes);
        }
      ),
      {numRuns: 150}
    );
  });

  it("of several parts, and with a name in its head", () => {
    const [one, two] = ["first ", "second"].map((text) => gzipSync(text));
    const named = Buffer.concat([
      one.subarray(0, 3),
      Buffer.of(8),
      one.subarray(4, 10),
      Buffer.from("a.csv\0"),
      one.subarray(10)
    ]);
    const text = (bytes: Uint8Array) => new TextDecoder().decode(gunzip(bytes, 12));
    expect(text(Buffer.concat([one, two]))).toBe("first second");
    expect(text(Buffer.concat([named, two]))).toBe("first second");
  });

  it("and refused where it is cut off, changed or holds more than it should", () => {
    const text = "a shop's table, a shop's table, and more of it".repeat(50);
    const packed = gzipSync(text);
    expect(() => gunzip(packed, text.length - 1)).toThrow("damaged");
    for (let at = 0; at < packed.length - 8; at++)
      expect(() => gunzip(packed.subarray(0, at + 1), text.length), `cut at ${at}`).toThrow("damaged");
    for (const at of [0, 12, 20, packed.length - 8]) {
      const changed = Uint8Array.from(packed);
      changed[at] ^= 0x55;
      expect(() => gunzip(changed, text.length), `changed at ${at}`).toThrow("damaged");
    }
  });
});
