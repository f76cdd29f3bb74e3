import {shorten} from "./shorten.js";
import {signToken, signWord} from "./signs.js";
import {folded, spelt} from "./spelling.js";

/** The words of a text, side by side. */
export interface Tokens {
  /** As they are matched: small letters without accents, slips and abbreviations mended, signs as "emoji_…". */
  words: string[];
  /** Where each stands in the text: `text.slice(starts[i], ends[i])` is the word as written. */
  starts: Uint32Array;
  ends: Uint32Array;
  /** What stands before each: 0 nothing, 1 a comma, 2 the end of a sentence. */
  breaks: Uint8Array;
}

const pattern = new RegExp(
  [
    `${signToken}(?![\\p{L}_])`,
    "<3+|(?<!\\d)[:;=]-?(?:\\)+|\\(+|[DPp](?!\\p{L}))",
    "\\p{Extended_Pictographic}",
    "\\p{L}[\\p{L}\\p{M}]*",
    "\\d+(?:[.,]\\d+)*",
    "[.!?;\\n]+|,"
  ].join("|"),
  "gu"
);

/**
 * Splits a text into words, numbers and signs, and keeps where each stands. A sign that is repeated counts once.
 * @example tokenise("Muuuito bom!!! 👏👏").words => ["muito", "bom", "emoji_aprovado"]
 */
export function tokenise(text: string): Tokens {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const breaks: number[] = [];
  let pending = 0;
  for (const match of text.matchAll(pattern)) {
    const [written] = match;
    if (/^[.!?;\n]/.test(written) && !/[()DPp]$/.test(written)) pending = 2;
    else if (written === ",") pending = Math.max(pending, 1);
    else {
      const word = knownWordOf(written);
      const repeated = word.startsWith("emoji_") && words.at(-1) === word && !pending;
      if (!word || repeated) continue;
      words.push(word);
      starts.push(match.index);
      ends.push(match.index + written.length);
      breaks.push(words.length > 1 ? pending : 0);
      pending = 0;
    }
  }
  return {
    words,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    breaks: Uint8Array.from(breaks)
  };
}

/** No word is longer; of what is, the first letters are matched. */
const mostLetters = 100;

/** What words come to that were met: reviews say the same few thousand over and over. Emptied where it has grown too large. */
const met = new Map<string, string>();
const mostMet = 20_000;

function knownWordOf(whole: string): string {
  const written = whole.slice(0, mostLetters);
  const known = met.get(written);
  if (known !== undefined) return known;
  const word = wordOf(written);
  if (met.size >= mostMet) met.clear();
  met.set(written, word);
  return word;
}

function wordOf(written: string): string {
  if (written.startsWith("emoji_") || /^\d/.test(written)) return written;
  if (!/^\p{L}/u.test(written)) return signWord(written);
  const word = folded(written);
  if (/^(k{3,}|(rs){2,}s?|(ha|he|hua|ka){2,}h?)$/.test(word)) return "emoji_riso";
  return spelt(shorten(word));
}
