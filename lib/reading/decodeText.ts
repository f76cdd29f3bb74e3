import type {Result} from "../result.js";
import {fail, ok} from "../result.js";

/** How a text was written. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** A file's bytes as text, without a byte-order mark. */
export interface Decoded {
  text: string;
  encoding: Encoding;
}

/**
 * Which UTF-16 a text that starts with these bytes is written in, by its mark or, without one, by every other of its
 * first bytes being zero; null for any other.
 * @example utf16Of(Uint8Array.of(0xff, 0xfe, 0x61, 0)) => "utf-16le"
 */
export function utf16Of(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const bytes = head.subarray(0, 64);
  if (bytes.length < 4 || bytes.length % 2) return null;
  const zeros = (from: number) => bytes.filter((byte, at) => at % 2 === from && byte === 0).length;
  const half = bytes.length / 2;
  if (zeros(1) === half && zeros(0) === 0) return "utf-16le";
  if (zeros(0) === half && zeros(1) === 0) return "utf-16be";
  return null;
}

/**
 * How text that is not UTF-8 throughout is written: in Windows' Latin-1, or in both, which nothing can mend. Counts in
 * pieces, each with the bytes as characters of the same number.
 */
export class SingleBytes {
  private pairs = 0;
  private lone = 0;
  private at = 0;
  private first = -1;
  private previous = "";

  add(bytes: string): void {
    const text = this.previous + bytes;
    this.previous = /[\xc2-\xf4][\x80-\xbf]{0,2}$/.exec(text)?.[0] ?? "";
    const whole = text.slice(0, text.length - this.previous.length);
    for (const match of whole.matchAll(/[\xc2-\xf4][\x80-\xbf]{1,3}|[\x80-\xff]/g)) {
      if (match[0].length > 1) this.pairs++;
      else {
        this.lone++;
        if (this.first < 0) this.first = this.at + match.index;
      }
    }
    this.at += whole.length;
  }

  /** "mixed" with the byte of the first character that is not UTF-8. */
  end(): {encoding: "windows-1252"} | {encoding: "mixed"; at: number} {
    if (this.previous) this.lone++;
    return this.pairs > this.lone
      ? {encoding: "mixed", at: this.first < 0 ? this.at : this.first}
      : {encoding: "windows-1252"};
  }
}

const gaps = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/**
 * What Windows-1252 has where Latin-1 has control characters, such as curly quotes. Node's decoder of that name leaves
 * them out.
 * @example withGaps("\x93a\x94") => "“a”"
 */
export const withGaps = (latin1: string): string =>
  latin1.replace(/[\x80-\x9f]/g, (character) => gaps[character.charCodeAt(0) - 0x80]);

/** Bytes as characters of the same numbers, in pieces. */
function* characters(bytes: Uint8Array): Generator<string> {
  for (let at = 0; at < bytes.length; at += 8192) yield String.fromCharCode(...bytes.subarray(at, at + 8192));
}

/**
 * A file's bytes as text: UTF-8, UTF-16 (by its mark or its zeros), else Windows-1252, which holds Latin-1. Refuses what
 * mixes UTF-8 with another, and binary files, which hold zero bytes.
 * @example decodeText(Uint8Array.of(0x73, 0xe3, 0x6f)).value => {text: "são", encoding: "windows-1252"}
 */
export function decodeText(bytes: Uint8Array): Result<Decoded> {
  const utf16 = utf16Of(bytes);
  if (utf16) return ok({text: new TextDecoder(utf16).decode(bytes), encoding: utf16});
  if (bytes.includes(0))
    return fail(
      "binary",
      "The file holds a zero byte, as binary and damaged files do: save it as CSV UTF-8."
    );
  try {
    return ok({text: new TextDecoder("utf-8", {fatal: true}).decode(bytes), encoding: "utf-8"});
  } catch {
    const single = new SingleBytes();
    for (const part of characters(bytes)) single.add(part);
    if (single.end().encoding === "mixed")
      return fail(
        "mixed",
        "Some of the file's characters are UTF-8 and others are not: save the whole file as UTF-8."
      );
    return ok({text: withGaps(new TextDecoder("windows-1252").decode(bytes)), encoding: "windows-1252"});
  }
}
