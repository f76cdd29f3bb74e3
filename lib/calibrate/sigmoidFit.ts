import {sigmoid, softplus} from "../stats/sigmoid.js";

/** p = sigmoid(slope * score + intercept), with the inverse of the curvature where it fits best. */
export interface SigmoidFit {
  slope: number;
  intercept: number;
  slopeVariance: number;
  interceptVariance: number;
}

const mostSteps = 200;
const stillness = 1e-10;
/** Steeper or further than this, the targets are as good as parted by the scores. */
const limit = 1e4;

/**
 * The sigmoid with the least log loss towards targets in [0, 1], by Newton steps with backtracking (Lin, Lin and
 * Weng 2007); with `heldSlope` the intercept alone is fitted. `null` where nothing fits best: scores that are all
 * the same, or that part the targets.
 */
export function sigmoidFit(
  targets: ArrayLike<number>,
  scores: ArrayLike<number>,
  heldSlope?: number
): SigmoidFit | null {
  const free = heldSlope === undefined;
  const rows = targets.length;
  const loss = (slope: number, intercept: number) => {
    let sum = 0;
    for (let row = 0; row < rows; row++) {
      const z = slope * scores[row] + intercept;
      sum += softplus(z) - targets[row] * z;
    }
    return sum;
  };
  let mean = 0;
  for (let row = 0; row < rows; row++) mean += targets[row] / rows;
  let [slope, intercept] = free ? [0, Math.log(mean / (1 - mean))] : [heldSlope, 0];
  let value = loss(slope, intercept);
  for (let step = 0; step < mostSteps; step++) {
    let [gi, gs, hii, his, hss] = [0, 0, 0, 0, 0];
    for (let row = 0; row < rows; row++) {
      const score = scores[row];
      const p = sigmoid(slope * score + intercept);
      const curve = p * (1 - p);
      const error = targets[row] - p;
      gi += error;
      gs += error * score;
      hii += curve;
      his += curve * score;
      hss += curve * score * score;
    }
    const determinant = free ? hii * hss - his * his : 1;
    if (!(hii > 0) || !(determinant > 1e-12 * (free ? hii * hss : 1))) return null;
    const moveIntercept = free ? (hss * gi - his * gs) / determinant : gi / hii;
    const moveSlope = free ? (hii * gs - his * gi) / determinant : 0;
    if (Math.max(Math.abs(moveIntercept), Math.abs(moveSlope)) < stillness)
      return {slope, intercept, slopeVariance: hii / determinant, interceptVariance: 1 / hii};
    const descent = -(gi * moveIntercept + gs * moveSlope);
    let length = 1;
    let next = loss(slope + moveSlope, intercept + moveIntercept);
    while (length > 1e-9 && !(next <= value + 1e-4 * length * descent + 1e-12 * Math.abs(value))) {
      length /= 2;
      next = loss(slope + length * moveSlope, intercept + length * moveIntercept);
    }
    slope += length * moveSlope;
    intercept += length * moveIntercept;
    value = next;
    if (!(Math.abs(slope) < limit && Math.abs(intercept) < limit)) return null;
  }
  return null;
}
