const between = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({length: last - first + 1}, (_, i) => first + i));

/** What the second byte of a letter of UTF-8 is in Windows-1252, but for what may follow a word in capitals. */
const second = `${between(0xa1, 0xad)}${between(0xaf, 0xba)}${between(0xbc, 0xbf)}€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ`;

/** Those that may, where the letter before or after tells. */
const afterCapitals = "(?:^|[^\\p{Lu}])Ã[\u00a0®»]|Ã[…‘’“”–—]\\p{L}";

/** A small letter, a mark that nobody writes within a word, and a small letter: Mac Roman read as Windows-1252. */
const mac = "\\p{Ll}[‡ˆ‰Š‹ŒŽŸ˜™›]\\p{Ll}";

/**
 * What a text holds that was saved in one encoding and read in another: UTF-8 encoded twice ("sÃ£o"), the mark that
 * stands for lost characters (U+FFFD), control characters where letters were, letters of Mac Roman ("n‹o"). In the syntax
 * that JavaScript (with the flag u) and RE2 (DuckDB) share.
 */
export const brokenTextPattern = `[ÂÃ][${second}]|${afterCapitals}|â€|ðŸ|\ufffd|[\u0080-\u009f]|${mac}`;

const pattern = new RegExp(brokenTextPattern, "u");

/** Whether a text looks broken by a wrong encoding. @example isBroken("sÃ£o paulo") => true */
export const isBroken = (text: string): boolean => pattern.test(text);
