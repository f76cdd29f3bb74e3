import {tokenise} from "./tokenise.js";

/** Where the parts of a text are looked up. */
export interface SubwordOptions {
  /** Places in the table of embeddings; parts that fall on one place share it. */
  buckets: number;
  /** Letters of the shortest and the longest part of a word. */
  shortest: number;
  longest: number;
}

const longestWord = 40;

/** FNV-1a over UTF-16 units (Fowler, Noll and Vo). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/**
 * Makes the function that turns a word into places in a table of embeddings: of the word, and of its parts between its
 * bounds "<" and ">" (Bojanowski and others 2017). Of a word longer than 40 letters the first 40 count. Each maker
 * remembers the words that it has seen.
 * @example wordParts({buckets: 8, shortest: 3, longest: 3})("bom").length => 4
 */
export function wordParts({buckets, shortest, longest}: SubwordOptions): (word: string) => Uint32Array {
  const known = new Map<string, Uint32Array>();
  return (whole) => {
    const word = whole.slice(0, longestWord);
    const found = known.get(word);
    if (found) return found;
    const bounded = `<${word}>`;
    const parts = [hash(`=${word}`) % buckets];
    for (let size = shortest; size <= longest; size++)
      for (let at = 0; at + size <= bounded.length; at++)
        parts.push(hash(bounded.slice(at, at + size)) % buckets);
    const made = Uint32Array.from(parts);
    known.set(word, made);
    return made;
  };
}

/**
 * Makes the function that turns a text into places in a table of embeddings: of the parts of each word, and of each pair
 * of words in a sentence (Joulin and others 2016).
 * @example subwordFeatures({buckets: 8, shortest: 3, longest: 3})("bom").length => 4
 */
export function subwordFeatures(options: SubwordOptions): (text: string) => Uint32Array {
  const partsOf = wordParts(options);
  return (text) => {
    const {words, breaks} = tokenise(text);
    const places: number[] = [];
    for (let i = 0; i < words.length; i++) {
      for (const part of partsOf(words[i])) places.push(part);
      if (i > 0 && breaks[i] < 2) places.push(hash(`${words[i - 1]} ${words[i]}`) % options.buckets);
    }
    return Uint32Array.from(places);
  };
}
