import type {Assignment} from "./bounds.js";
import {firstAssignment, loosen, reassign, sumRows} from "./bounds.js";
import type {Points} from "./points.js";
import {squaredDistance} from "./squaredDistance.js";

/** Where one start of k-means ended. */
export interface LloydRun {
  /** A row each. */
  centres: Float64Array;
  /** The nearest centre of each row. */
  labels: Int32Array;
  /** Rows of each cluster, none of them 0. */
  sizes: Int32Array;
  /** Sum of the rows' squared distances from their centres. */
  inertia: number;
  iterations: number;
  /** Whether no row changes its cluster any more, every centre being the mean of its rows. */
  converged: boolean;
}

/** One iteration: its number from 1, and the inertia about the new means before rows change their clusters. */
export interface LloydStep {
  iteration: number;
  inertia: number;
}

/**
 * k-means from given centres: each centre goes to the mean of its rows, each row to its nearest centre, in turns until
 * no row changes (S. P. Lloyd 1957, published 1982). The inertia never rises. A cluster that loses all its rows gets
 * the row that is farthest from its centre. Gives way after each iteration.
 *
 * @param start k rows; not more than there are different points
 * @param maxIterations a few more are made where a cluster would be left empty
 * @example finish(lloyd({values: Float32Array.of(1, 3, 9), rows: 3, width: 1}, Float64Array.of(1, 9), 99)).inertia => 2
 */
export function* lloyd(
  points: Points,
  start: Float64Array,
  maxIterations: number
): Generator<LloydStep, LloydRun> {
  const {values, rows, width} = points;
  const centres = Float64Array.from(start);
  const assignment = firstAssignment(points, centres);
  const {labels, sizes} = assignment;
  const within = inertiaOf(points);
  let [iterations, converged, summedAnew] = [0, false, true];
  while (!converged && (iterations < maxIterations || sizes.includes(0))) {
    fillEmpty(points, centres, assignment);
    loosen(assignment, toMeans(centres, assignment));
    const inertia = within(centres, sizes);
    const moved = reassign(points, centres, assignment);
    converged = moved === 0 && summedAnew;
    summedAnew = moved === 0;
    if (summedAnew && !converged) sumRows(points, assignment);
    yield {iteration: ++iterations, inertia};
  }
  let inertia = 0;
  for (let row = 0; row < rows; row++)
    inertia += squaredDistance(values, row * width, centres, labels[row] * width, width);
  return {centres, labels, sizes, inertia, iterations, converged};
}

/** Gives each empty cluster the row that is farthest from its centre, among clusters of more than one row. */
function fillEmpty({values, rows, width}: Points, centres: Float64Array, assignment: Assignment): void {
  const {labels, upper, lower, sums, sizes} = assignment;
  for (let empty = sizes.indexOf(0); empty >= 0; empty = sizes.indexOf(0)) {
    let [farthest, most] = [-1, -1];
    for (let row = 0; row < rows; row++) {
      if (sizes[labels[row]] < 2) continue;
      const distance = squaredDistance(values, row * width, centres, labels[row] * width, width);
      if (distance <= most) continue;
      most = distance;
      farthest = row;
    }
    const old = labels[farthest];
    for (let j = 0; j < width; j++) {
      const value = values[farthest * width + j];
      sums[old * width + j] -= value;
      sums[empty * width + j] = value;
    }
    sizes[old]--;
    sizes[empty] = 1;
    labels[farthest] = empty;
    upper[farthest] = lower[farthest] = 0;
  }
}

/** Puts each centre at the mean of its rows; gives how far each went. */
function toMeans(centres: Float64Array, {sums, sizes}: Assignment): Float64Array {
  const width = centres.length / sizes.length;
  return Float64Array.from(sizes, (size, c) => {
    let squares = 0;
    for (let at = c * width; at < (c + 1) * width; at++) {
      const mean = sums[at] / size;
      squares += (mean - centres[at]) ** 2;
      centres[at] = mean;
    }
    return Math.sqrt(squares);
  });
}

/** The inertia of clusters from their means and sizes alone: all that rows spread, less what the means do. */
function inertiaOf({values, rows, width}: Points): (means: Float64Array, sizes: Int32Array) => number {
  const middle = new Float64Array(width);
  for (let row = 0; row < rows; row++)
    for (let j = 0; j < width; j++) middle[j] += values[row * width + j] / rows;
  let total = 0;
  for (let row = 0; row < rows; row++) total += squaredDistance(values, row * width, middle, 0, width);
  return (means, sizes) => {
    let between = 0;
    for (let at = 0; at < means.length; at++)
      between += sizes[Math.floor(at / width)] * (means[at] - middle[at % width]) ** 2;
    return Math.max(0, total - between);
  };
}
