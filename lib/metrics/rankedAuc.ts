/**
 * Area under the ROC curve of rows that are already in descending order of score, each standing for `counts[rank]`
 * rows (one, when not given). `null` where a class is missing.
 * @example rankedAuc([1, 0], [0.9, 0.1]) => 1
 */
export function rankedAuc(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  counts?: ArrayLike<number>
): number | null {
  let positives = 0;
  let negatives = 0;
  let wins = 0;
  for (let rank = 0; rank < labels.length;) {
    const score = scores[rank];
    let tiedPositives = 0;
    let tiedNegatives = 0;
    for (; rank < labels.length && scores[rank] === score; rank++) {
      const count = counts ? counts[rank] : 1;
      if (labels[rank]) tiedPositives += count;
      else tiedNegatives += count;
    }
    wins += tiedNegatives * (positives + tiedPositives / 2);
    positives += tiedPositives;
    negatives += tiedNegatives;
  }
  return positives && negatives ? wins / (positives * negatives) : null;
}
