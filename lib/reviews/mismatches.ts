/** A review whose text says the opposite of its stars. */
export interface Mismatch {
  row: number;
  score: number;
  /** What the text says. */
  says: "low" | "high";
  /** Probability of what the text says. */
  confidence: number;
}

/** `least` .95 is the confidence from which a review is listed; `polarities` must agree, where given. */
export interface MismatchOptions {
  least?: number;
  /** The lexicon's score of each text, -1 to 1: a second opinion, which must be at least `leastPolarity` (.2) clear. */
  polarities?: ArrayLike<number>;
  leastPolarity?: number;
}

/**
 * Reviews with 1 or 2 stars whose text praises, and with 4 or 5 whose text complains, the surest first; a score of 3
 * is never one. Give probabilities of models that have not learnt from the review itself (`outOfFold`), or its own
 * stars have spoken for it.
 * @param scores 1 to 5
 * @param probabilities of a low score
 * @example mismatches([5, 5], [0.99, 0.01]) => [{row: 0, score: 5, says: "low", confidence: 0.99}]
 */
export function mismatches(
  scores: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  {least = 0.95, polarities, leastPolarity = 0.2}: MismatchOptions = {}
): Mismatch[] {
  const found: Mismatch[] = [];
  for (let row = 0; row < scores.length; row++) {
    if (scores[row] === 3) continue;
    const says = scores[row] < 3 ? "high" : "low";
    const confidence = says === "low" ? probabilities[row] : 1 - probabilities[row];
    if (!(confidence >= least)) continue;
    if (polarities && !((says === "low" ? -1 : 1) * polarities[row] >= leastPolarity)) continue;
    found.push({row, score: scores[row], says, confidence});
  }
  return found.sort((a, b) => b.confidence - a.confidence || a.row - b.row);
}
