import {absentTexts, absentWords} from "../reading/absent.js";
import {quote} from "../sql/expressions.js";

/** What JavaScript trims. */
const white =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

const longest = Math.max(...absentWords.map((word) => new TextEncoder().encode(word).length));
const list = (words: readonly string[]) => `[${words.map(quote).join(", ")}]`;

const edge = `[${white}]`;

/** SQL of a cell without white space around it; told apart first, as `trim` with a list of characters is slow. */
export const trimmed = (cell: string): string =>
  `CASE WHEN regexp_matches(${cell}, ${quote(`^${edge}|${edge}$`)}) THEN trim(${cell}, ${quote(white)}) ELSE ${cell} END`;

/** SQL of whether a trimmed text stands for nothing. */
export const isAbsent = (text: string): string =>
  `CASE WHEN strlen(${text}) > ${longest} THEN false ELSE list_contains(${list(absentWords)}, lower(${text})) END`;

/** SQL of whether a whole cell of free text stands for nothing. */
export const isAbsentText = (cell: string): string =>
  `CASE WHEN strlen(${cell}) > ${longest} THEN false ELSE list_contains(${list(absentTexts)}, ${cell}) END`;

/** SQL of whether a name stands for nothing; a long one is hardly looked at, as no word for nothing is that long. */
export const isAbsentName = (cell: string): string =>
  `CASE WHEN strlen(${cell}) <= 6 OR starts_with(${cell}, ' ') THEN ${isAbsent(`trim(${cell})`)} ELSE false END`;
