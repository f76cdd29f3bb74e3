import type {RandomSource} from "../random/source.js";
import type {Points} from "./points.js";
import {squaredDistance} from "./squaredDistance.js";

/**
 * Centres to start k-means from: rows far apart, each drawn in proportion to its squared distance from the nearest
 * centre so far, the best of a few draws. Gives way after each centre.
 *
 * Method: k-means++ of D. Arthur and S. Vassilvitskii (2007), the greedy variant of their section 5 with
 * 2 + ln(k) draws, as scikit-learn has it.
 *
 * @param k at most as many as there are different rows
 * @returns k rows, by row
 * @example finish(kMeansPlusPlus({values: Float32Array.of(3, 3, 8), rows: 3, width: 1}, 2, random)) => 3 and 8, either first
 */
export function* kMeansPlusPlus(
  points: Points,
  k: number,
  random: RandomSource
): Generator<{share: number}, Float64Array> {
  const {values, rows, width} = points;
  const centres = new Float64Array(k * width);
  const draws = 2 + Math.floor(Math.log(k));
  let nearest = new Float64Array(rows).fill(Infinity);
  let [tried, best] = [new Float64Array(rows), new Float64Array(rows)];
  let chosen = Math.floor(random() * rows);
  let total = place(points, chosen, nearest, tried);
  [nearest, tried] = [tried, nearest];
  for (let c = 0; ; c++) {
    for (let j = 0; j < width; j++) centres[c * width + j] = values[chosen * width + j];
    if (c + 1 === k) return centres;
    let lowest = Infinity;
    for (let draw = 0; draw < draws; draw++) {
      const row = drawRow(nearest, random() * total);
      const sum = place(points, row, nearest, tried);
      if (sum >= lowest) continue;
      lowest = sum;
      chosen = row;
      [best, tried] = [tried, best];
    }
    total = lowest;
    [nearest, best] = [best, nearest];
    yield {share: (c + 2) / k};
  }
}

/** Puts the squared distances from the nearest centre, were this row one too, into `after`; gives their sum. */
function place(
  {values, rows, width}: Points,
  row: number,
  before: Float64Array,
  after: Float64Array
): number {
  const centre = Float64Array.from(values.subarray(row * width, (row + 1) * width));
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    const distance = Math.min(before[i], squaredDistance(values, i * width, centre, 0, width));
    after[i] = distance;
    sum += distance;
  }
  return sum;
}

/** The row at which the running sum of weights passes `threshold`. */
function drawRow(weights: Float64Array, threshold: number): number {
  let [sum, last] = [0, 0];
  for (let row = 0; row < weights.length; row++) {
    if (weights[row] > 0) last = row;
    sum += weights[row];
    if (sum > threshold) return row;
  }
  return last;
}
