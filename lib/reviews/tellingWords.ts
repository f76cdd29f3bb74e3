import type {TextModel} from "./textModel.js";

/** A term and how much it speaks for a low score (above 0) or a high one. */
export interface TellingWord {
  term: string;
  coefficient: number;
  /** Texts learnt from that have it. */
  documents: number;
}

/**
 * The terms that speak most for a low and most for a high score: the largest coefficients of each sign.
 * @example tellingWords(model, 1).high[0].term => "recomendo"
 */
export function tellingWords(
  {vocabulary: {terms, documents}, coefficients}: TextModel,
  count: number
): {low: TellingWord[]; high: TellingWord[]} {
  const order = [...terms.keys()].sort((a, b) => coefficients[b] - coefficients[a] || a - b);
  const word = (column: number): TellingWord => ({
    term: terms[column],
    coefficient: coefficients[column],
    documents: documents[column]
  });
  return {
    low: order
      .filter((column) => coefficients[column] > 0)
      .slice(0, count)
      .map(word),
    high: order
      .filter((column) => coefficients[column] < 0)
      .reverse()
      .slice(0, count)
      .map(word)
  };
}
