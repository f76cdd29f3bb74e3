import {confusion} from "../metrics/confusion.js";

/**
 * The mean of the F1 of both classes, rows at or above the threshold called positive; `null` where a class is neither
 * there nor called.
 * @example macroF1([0, 1], [0.2, 0.7], 0.5) => 1
 */
export function macroF1(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  threshold: number
): number | null {
  const {trueNegatives, falsePositives, falseNegatives, f1} = confusion(labels, probabilities, threshold);
  const others = 2 * trueNegatives + falsePositives + falseNegatives;
  return f1 === null || others === 0 ? null : (f1 + (2 * trueNegatives) / others) / 2;
}
