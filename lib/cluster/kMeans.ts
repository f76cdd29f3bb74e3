import {formatCount} from "../format.js";
import {randomStream} from "../random/streams.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {canonicalOrder} from "./canonicalOrder.js";
import {kMeansPlusPlus} from "./kMeansPlusPlus.js";
import type {LloydRun} from "./lloyd.js";
import {lloyd} from "./lloyd.js";
import type {Labels, Points, Progress} from "./points.js";
import {badPoints, countDistinct} from "./points.js";

export interface KMeansOptions {
  /** Clusters, at most as many as there are different rows. */
  k: number;
  seed: number;
  /** Starts of k-means++, the best of which wins; 10 unless told. */
  starts?: number;
  /** Of each start; 300 unless told. */
  maxIterations?: number;
  /** Where to start instead, once and without chance: k centres, a row each. */
  centres?: Float64Array;
}

/** Rows in clusters, the largest cluster first; among equally large ones, that with the smaller centre. */
export interface Clustering {
  k: number;
  /** k rows of the points' width: the means of the clusters' rows, once converged. */
  centres: Float64Array;
  /** The nearest centre of each row: bytes for up to 256 clusters. */
  labels: Labels;
  /** Rows of each cluster. */
  sizes: Int32Array;
  /** Sum of the rows' squared distances from their centres. */
  inertia: number;
  /** Of the start that won. */
  iterations: number;
  /** Whether no row of the start that won changes its cluster any more. */
  converged: boolean;
}

/** An iteration of k-means. */
export interface KMeansProgress extends Progress {
  /** From 0. */
  start: number;
  /** From 1; 0 while centres to start from are drawn. */
  iteration: number;
  /** Of this start so far, it never rises. `null` before the first iteration. */
  inertia: number | null;
}

/**
 * Finds k clusters of rows that lie near their cluster's mean, by the least inertia of several starts, each of
 * which goes on until no row changes its cluster. The same points and seed give the same clusters under the same
 * numbers. Distances are those of the points as they are: give columns
 * one scale first (`prepareColumns`). Gives way after each iteration.
 *
 * Method: S. P. Lloyd (1982) from starts of k-means++ (Arthur and Vassilvitskii 2007), with the bounds of Hamerly
 * (2010), which leave the result as it is.
 *
 * @throws RangeError when the centres to start from are not k rows of the points' width
 * @example finish(kMeans({values: Float32Array.of(1, 3, 9), rows: 3, width: 1}, {k: 2, seed: 1})).value.inertia => 2
 */
export function* kMeans(
  points: Points,
  {k, seed, starts = 10, maxIterations = 300, centres}: KMeansOptions
): Generator<KMeansProgress, Result<Clustering>> {
  const problem = badPoints(points) ?? badOptions(points, {k, seed, starts, maxIterations, centres});
  if (problem) return problem;
  const runs = centres ? 1 : starts;
  let best: LloydRun | undefined;
  for (let start = 0; start < runs; start++) {
    const told = (share: number, iteration: number, inertia: number | null): KMeansProgress => ({
      ...{share: (start + share) / runs, doing: `Start ${formatCount(start + 1)} of ${formatCount(runs)}`},
      ...{start, iteration, inertia}
    });
    let from = centres;
    if (!from) {
      const drawing = kMeansPlusPlus(points, k, randomStream("cluster.starts", seed, start));
      let drawn = drawing.next();
      for (; !drawn.done; drawn = drawing.next()) yield told(startShare * drawn.value.share, 0, null);
      from = drawn.value;
    }
    const running = lloyd(points, from, maxIterations);
    let step = running.next();
    for (; !step.done; step = running.next()) {
      const {iteration, inertia} = step.value;
      yield told(1 - (1 - startShare) / (1 + iteration / 10), iteration, inertia);
    }
    if (!best || step.value.inertia < best.inertia) best = step.value;
  }
  return ok({k, ...canonicalOrder(best as LloydRun)});
}

/** Of a start's progress, for its centres; how many iterations follow is not known, and they near the whole. */
const startShare = 0.2;

function badOptions(
  points: Points,
  options: Required<Omit<KMeansOptions, "centres">> & {centres?: Float64Array}
) {
  const {k, starts, maxIterations, centres} = options;
  if (!(Number.isInteger(k) && k >= 1))
    return fail("k", `The number of clusters must be a whole number from 1, not ${k}.`);
  if (!(Number.isInteger(starts) && starts >= 1))
    return fail("starts", `The number of starts must be a whole number from 1, not ${starts}.`);
  if (!(Number.isInteger(maxIterations) && maxIterations >= 1))
    return fail("iterations", `The most iterations must be a whole number from 1, not ${maxIterations}.`);
  if (k > points.rows)
    return fail(
      "k",
      `${formatCount(k)} clusters need at least as many rows, and there are ${formatCount(points.rows)}: ask for fewer clusters.`
    );
  const distinct = countDistinct(points, k);
  if (distinct < k)
    return fail(
      "distinct",
      distinct === 1
        ? "All rows are the same: there is nothing to tell clusters apart by."
        : `Only ${formatCount(distinct)} rows differ from each other: ask for at most that many clusters.`
    );
  if (!centres) return null;
  if (centres.length !== k * points.width)
    throw new RangeError(`${k} x ${points.width} values of centres expected: ${centres.length}`);
  return centres.every(Number.isFinite)
    ? null
    : fail("centres", "A centre to start from has a gap or is infinite.");
}
