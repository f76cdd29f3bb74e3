import {ngrams} from "./ngrams.js";
import {stem} from "./stem.js";
import {stopWords} from "./stopWords.js";
import {tokenise} from "./tokenise.js";

/** What becomes of a text's words before they are counted. */
export interface TermOptions {
  /** Words to a term, 1 or 2 and more; 2 where not given. */
  longest?: number;
  /** Whether words are cut to their stems; false where not given. */
  stems?: boolean;
  /** Whether stop words count; false where not given. */
  keepStopWords?: boolean;
}

/**
 * Makes the function that turns a text into its terms: words without stop words, cut to stems if so wished, and runs of
 * them. Each maker remembers the stems that it has seen.
 * @example termsBy({})("Não recebi o produto") => ["nao", "nao recebi", "recebi", "recebi produto", "produto"]
 */
export function termsBy({longest = 2, stems = false, keepStopWords = false}: TermOptions) {
  const known = new Map<string, string>();
  const stemOf = (word: string): string => {
    const found = known.get(word) ?? stem(word);
    known.set(word, found);
    return found;
  };
  return (text: string): string[] => {
    const {words, breaks} = tokenise(text);
    const kept: string[] = [];
    const before: number[] = [];
    let pending = 0;
    for (let i = 0; i < words.length; i++) {
      pending = Math.max(pending, breaks[i]);
      if (!keepStopWords && stopWords.has(words[i])) continue;
      kept.push(stems && !words[i].startsWith("emoji_") ? stemOf(words[i]) : words[i]);
      before.push(pending);
      pending = 0;
    }
    return ngrams(kept, before, longest);
  };
}
