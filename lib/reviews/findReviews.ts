import {folded} from "./spelling.js";
import {stopWords} from "./stopWords.js";
import {tokenise} from "./tokenise.js";

/** Texts in the forms that they are searched in. */
export interface SearchedTexts {
  /** As written, in small letters without accents. */
  plain: readonly string[];
  /** Words without stop words, as models count them, a space around each; sentences end with ".". */
  words: readonly string[];
}

const textsBetweenYields = 500;

/** Puts texts into the forms that they are searched in; gives way every 500. @example finish(searchedTexts(["Não!"])).words => [" nao "] */
export function* searchedTexts(texts: readonly string[]): Generator<{share: number}, SearchedTexts> {
  const plain: string[] = [];
  const words: string[] = [];
  for (const text of texts) {
    plain.push(folded(text));
    words.push(` ${counted(text)} `);
    if (words.length % textsBetweenYields === 0) yield {share: words.length / texts.length};
  }
  return {plain, words};
}

function counted(text: string): string {
  const {words, breaks} = tokenise(text);
  const kept: string[] = [];
  for (const [i, word] of words.entries()) {
    if (breaks[i] === 2) kept.push(".");
    if (!stopWords.has(word)) kept.push(word);
  }
  return kept.join(" ");
}

/**
 * The places of the texts that hold what is looked for, whatever its accents and capitals. In quotes it is a word, or
 * words that follow each other, as models count them: mended spellings too, and stop words between do not matter.
 * @example findReviews(finish(searchedTexts(["Nao recebi o produto"])), "“recebi produto”") => [0]
 */
export function findReviews({plain, words}: SearchedTexts, find: string): number[] {
  const quoted = /^\s*["“”«](.+)["“”»]\s*$/su.exec(find)?.[1];
  const wanted = quoted === undefined ? folded(find.trim()) : ` ${counted(quoted)} `;
  if (wanted.trim() === "") return [];
  const texts = quoted === undefined ? plain : words;
  return [...texts.keys()].filter((row) => texts[row].includes(wanted));
}
