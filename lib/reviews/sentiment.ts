import type {Aspect} from "./aspectNames.js";
import type {Hit} from "./findHits.js";
import {findHits} from "./findHits.js";
import type {Tokens} from "./tokenise.js";
import {tokenise} from "./tokenise.js";

/** A word or phrase and what it adds to the score. */
export interface Contribution {
  /** As written in the text, with the negation or degree before it. */
  text: string;
  /** Its place in the text. */
  start: number;
  end: number;
  /** Adds to the score; all contributions sum to it. */
  contribution: number;
  negated: boolean;
  aspect: Aspect | null;
}

/** What a text says by the lexicon. */
export interface Sentiment {
  /** From -1 (complains) to 1 (praises); 0 where no word is known. */
  score: number;
  words: Contribution[];
}

/**
 * Whether a Portuguese review praises or complains, and by which words: the sum of the weights found, divided by 1 and
 * the sum of their sizes, so that one word alone never makes a score of 1 and the contributions add up to the score.
 * @example sentiment("Não gostei").score => -0.43
 */
export function sentiment(text: string): Sentiment {
  const tokens = tokenise(text);
  return sentimentOf(text, tokens, findHits(tokens));
}

/** The sentiment that some hits of a text make. @example sentimentOf("", tokenise(""), []) => {score: 0, words: []} */
export function sentimentOf(text: string, tokens: Tokens, hits: readonly Hit[]): Sentiment {
  let size = 1;
  for (const {weight} of hits) size += Math.abs(weight);
  let sum = 0;
  const words = hits.map(({entry, from, to, weight, negator, degree}) => {
    const first = Math.min(...[from, negator, degree].filter((place) => place >= 0));
    const [start, end] = [tokens.starts[first], tokens.ends[to - 1]];
    sum += weight;
    return {
      text: text.slice(start, end),
      ...{start, end, contribution: weight / size, negated: negator >= 0},
      aspect: entry.aspect ?? null
    };
  });
  return {score: sum / size, words};
}
