import {firstWhere} from "../stats/firstWhere.js";
import {everyRow} from "../stats/everyRow.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";

/** A rising curve through some points, straight between them and level outside. Scores ascend, probabilities too. */
export interface IsotonicCurve {
  scores: Float64Array;
  probabilities: Float64Array;
}

/**
 * Isotonic regression: the rising curve with the least squared distance to the outcomes, by pooling adjacent
 * violators (Ayer and others 1955). Rows of equal score count as one, with their mean; points inside a level stretch
 * are left out, as scikit-learn's IsotonicRegression(out_of_bounds="clip") has it, the calibrator of its
 * CalibratedClassifierCV(method="isotonic"). Fit it on rows that the model has not learnt from, a thousand or more:
 * it bends to anything. Ranks stay, but ties appear. Fails without rows or where a score is no finite number.
 */
export function isotonic(labels: ArrayLike<number>, scores: ArrayLike<number>): Result<IsotonicCurve> {
  if (!labels.length) return fail("no-rows", "calibration needs rows, and there are none");
  for (let row = 0; row < labels.length; row++)
    if (!Number.isFinite(scores[row])) return fail("score", "a score to calibrate is not a finite number");
  const order = everyRow(labels.length).sort((a, b) => scores[a] - scores[b]);
  const points: number[] = [];
  const sums: number[] = [];
  const sizes: number[] = [];
  for (const row of order) {
    if (points.length === 0 || scores[row] !== points[points.length - 1]) {
      points.push(scores[row]);
      sums.push(0);
      sizes.push(0);
    }
    sums[sums.length - 1] += labels[row];
    sizes[sizes.length - 1]++;
  }
  const levels = pooled(sums, sizes);
  const kept = levels.flatMap((level, i) =>
    i > 0 && i < levels.length - 1 && level === levels[i - 1] && level === levels[i + 1] ? [] : [i]
  );
  return ok({
    scores: Float64Array.from(kept, (i) => points[i]),
    probabilities: Float64Array.from(kept, (i) => levels[i])
  });
}

/** A mean per group that never falls: where the next group's is lower, both are pooled. */
function pooled(sums: readonly number[], sizes: readonly number[]): number[] {
  const blocks: {sum: number; size: number; groups: number}[] = [];
  for (let i = 0; i < sums.length; i++) {
    let block = {sum: sums[i], size: sizes[i], groups: 1};
    for (
      let last = blocks.at(-1);
      last && last.sum * block.size >= block.sum * last.size;
      last = blocks.at(-1)
    ) {
      block = {
        sum: last.sum + block.sum,
        size: last.size + block.size,
        groups: last.groups + block.groups
      };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap(({sum, size, groups}) => Array<number>(groups).fill(sum / size));
}

/**
 * The curve's probability at a score.
 * @example applyIsotonic({scores: Float64Array.of(0, 1), probabilities: Float64Array.of(0.2, 0.4)}, 0.5) => 0.3
 */
export function applyIsotonic({scores, probabilities}: IsotonicCurve, score: number): number {
  const last = scores.length - 1;
  if (score <= scores[0]) return probabilities[0];
  if (score >= scores[last]) return probabilities[last];
  const high = firstWhere((i) => !(scores[i] <= score), 1, last);
  const low = high - 1;
  const share = (score - scores[low]) / (scores[high] - scores[low]);
  return probabilities[low] + share * (probabilities[high] - probabilities[low]);
}
