import {randomStream} from "../random/streams.js";
import {shuffle} from "../random/shuffle.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Points} from "./points.js";
import {badPoints, takeRows} from "./points.js";
import {squaredDistance} from "./squaredDistance.js";

export interface SilhouetteOptions {
  /** Up to so many rows, every row is used; 2,000 unless told. Time grows with its square. */
  sample?: number;
  seed: number;
}

/** How well rows lie in their clusters, from -1 (nearer to another) to 1 (far from any other). */
export interface Silhouette {
  /** Mean over all rows. */
  overall: number;
  /** Mean over each cluster's rows; `null` for a cluster without rows. */
  clusters: (number | null)[];
  /** The rows that were measured, by cluster, and the silhouette of each. */
  rows: Uint32Array;
  values: Float64Array;
  /** Whether all rows were measured. */
  exact: boolean;
}

/** What a sample takes of each cluster at least, where it has them. */
const leastOfCluster = 30;

/**
 * The silhouette of clusters: how much nearer a row is to its own cluster than to the next one, (b - a) / max(a, b)
 * of its mean Euclidean distances a and b from the two; 0 for a row alone in its cluster (P. J. Rousseeuw 1987).
 *
 * Of more rows than `sample`, some are drawn from each cluster in proportion to its size, but 30 at least. Distances
 * are then among the drawn rows only: each is an estimate of the row's mean distance from a cluster, and the overall
 * mean weighs clusters by their true sizes.
 *
 * @param labels a cluster for each row, 0 to k - 1
 * @throws RangeError when there is not one such label for each row
 * @example silhouette({values: Float32Array.of(0, 0, 9, 9), rows: 4, width: 1}, [0, 0, 1, 1], 2, {seed: 1}).value.overall => 1
 */
export function silhouette(
  points: Points,
  labels: ArrayLike<number>,
  k: number,
  {sample = 2000, seed}: SilhouetteOptions
): Result<Silhouette> {
  const problem = badPoints(points);
  if (problem) return problem;
  if (!(sample >= 2))
    return fail("sample", `The silhouette needs a sample of 2 rows or more, not ${sample}.`);
  const members = membersOf(labels, points.rows, k);
  if (members.filter((rows) => rows.length).length < 2)
    return fail("k", "The silhouette compares clusters: it needs rows in 2 of them at least.");
  const drawn = members.map((rows, c) => {
    const share = Math.round((sample * rows.length) / points.rows);
    return points.rows <= sample
      ? rows
      : shuffle(rows, randomStream("cluster.silhouette", seed, c))
          .subarray(0, Math.max(leastOfCluster, share))
          .sort();
  });
  const values = silhouettes(points, drawn);
  let [begin, overall] = [0, 0];
  const clusters = drawn.map(({length}, c) => {
    if (!length) return null;
    const mean = values.subarray(begin, (begin += length)).reduce((sum, value) => sum + value, 0) / length;
    overall += (mean * members[c].length) / points.rows;
    return mean;
  });
  const rows = Uint32Array.from(drawn.flatMap((some) => [...some]));
  return ok({overall, clusters, rows, values, exact: points.rows <= sample});
}

function membersOf(labels: ArrayLike<number>, rows: number, k: number): Uint32Array[] {
  if (labels.length !== rows) throw new RangeError(`${rows} labels expected: ${labels.length}`);
  const members: number[][] = Array.from({length: k}, () => []);
  for (let row = 0; row < rows; row++) {
    if (!(labels[row] in members)) throw new RangeError(`label from 0 to ${k - 1} expected: ${labels[row]}`);
    members[labels[row]].push(row);
  }
  return members.map((some) => Uint32Array.from(some));
}

/** Of the rows of each cluster, one cluster after the other. */
function silhouettes(points: Points, drawn: readonly Uint32Array[]): Float64Array {
  const k = drawn.length;
  const {width} = points;
  const cluster = drawn.flatMap(({length}, c) => Array<number>(length).fill(c));
  const {values, rows} = takeRows(points, Uint32Array.from(drawn.flatMap((some) => [...some])));
  const others = Float64Array.from(values);
  /** Of each row and cluster: the sum of the row's distances from the cluster's rows. */
  const sums = new Float64Array(rows * k);
  for (let row = 0; row < rows; row++)
    for (let other = 0; other < row; other++) {
      const distance = Math.sqrt(squaredDistance(values, row * width, others, other * width, width));
      sums[row * k + cluster[other]] += distance;
      sums[other * k + cluster[row]] += distance;
    }
  return Float64Array.from(cluster, (own, row) => {
    if (drawn[own].length < 2) return 0;
    const a = sums[row * k + own] / (drawn[own].length - 1);
    let b = Infinity;
    for (let c = 0; c < k; c++)
      if (c !== own && drawn[c].length) b = Math.min(b, sums[row * k + c] / drawn[c].length);
    return a === b ? 0 : (b - a) / Math.max(a, b);
  });
}
