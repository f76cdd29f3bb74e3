/** Whether all scores are one and the same, so that they rank nobody. @example sameForAll([0.2, 0.2]) => true */
export function sameForAll(scores: ArrayLike<number>): boolean {
  for (let i = 1; i < scores.length; i++) if (scores[i] !== scores[0]) return false;
  return true;
}
