import {tokenise} from "./tokenise.js";

/** Where the parts of a text are looked up. */
export interface SubwordOptions {
  /** Places in the table of embeddings; parts that fall on one place share it. */
  buckets: number;
  /** Letters of the shortest and the longest part of a word. */
  shortest: number;
  longest: number;
}

/** FNV-1a over UTF-16 units (Fowler, Noll and Vo). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/**
 * Makes the function that turns a text into places in a table of embeddings: of each word, of the parts of the word
 * between its bounds "<" and ">", and of each pair of words in a sentence (Bojanowski and others 2017; Joulin and
 * others 2016). Each maker remembers the words that it has seen.
 * @example subwordFeatures({buckets: 8, shortest: 3, longest: 3})("bom").length => 4
 */
export function subwordFeatures({buckets, shortest, longest}: SubwordOptions): (text: string) => Uint32Array {
  const known = new Map<string, number[]>();
  const partsOf = (word: string): number[] => {
    const bounded = `<${word}>`;
    const parts = [hash(`=${word}`) % buckets];
    for (let size = shortest; size <= longest; size++)
      for (let at = 0; at + size <= bounded.length; at++)
        parts.push(hash(bounded.slice(at, at + size)) % buckets);
    return parts;
  };
  return (text) => {
    const {words, breaks} = tokenise(text);
    const places: number[] = [];
    for (let i = 0; i < words.length; i++) {
      const parts = known.get(words[i]) ?? partsOf(words[i]);
      known.set(words[i], parts);
      for (const part of parts) places.push(part);
      if (i > 0 && breaks[i] < 2) places.push(hash(`${words[i - 1]} ${words[i]}`) % buckets);
    }
    return Uint32Array.from(places);
  };
}
