import {sampleRows} from "../random/sampleRows.js";
import {formatCount} from "../format.js";
import type {Interval} from "../metrics/percentileInterval.js";
import {percentileInterval} from "../metrics/percentileInterval.js";
import {randomStream} from "../random/streams.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {adjustedRandIndex} from "./adjustedRandIndex.js";
import {kMeans} from "./kMeans.js";
import {nearestCentres} from "./nearestCentres.js";
import {part} from "../part.js";
import type {Labels, Points, Progress} from "./points.js";
import {badPoints, takeRows} from "./points.js";

export interface StabilityOptions {
  /** Clusters, at least 2: one cluster is always found again. */
  k: number;
  seed: number;
  /** Pairs of bootstrap samples, 2 or more; 20 unless told. */
  pairs?: number;
  /** Rows at most that are drawn; 2,000 unless told. */
  sample?: number;
  /** Starts of each k-means; 3 unless told. */
  starts?: number;
  /** Of the interval; 0.95 unless told. */
  level?: number;
}

/** How alike the clusters of two resamples are: 1 for the same, 0 for no more than by chance. */
export interface Stability {
  /** Mean adjusted Rand index over the pairs. */
  mean: number;
  /** The interval that holds the middle `level` of the pairs. */
  low: number;
  high: number;
  /** The index of each pair. */
  values: Float64Array;
  /** Rows that were drawn and labelled. */
  rows: number;
}

/**
 * Whether k clusters are found again in other rows of the same kind: pairs of bootstrap samples are clustered, both
 * label all drawn rows by the nearest centre, and the adjusted Rand index compares the labels. The pairs share no
 * resample, so that their spread is that of one clustering against another. Gives way after each iteration of k-means.
 *
 * Method: S. Dolnicar and F. Leisch, "Evaluation of structure and reproducibility of cluster solutions using the
 * bootstrap" (2010).
 *
 * @example finish(stability(points, {k: 3, seed: 1})).value.mean => 0.92
 */
export function* stability(
  points: Points,
  {k, seed, pairs = 20, sample = 2000, starts = 3, level = 0.95}: StabilityOptions
): Generator<Progress, Result<Stability>> {
  const problem = badPoints(points);
  if (problem) return problem;
  if (!(k >= 2)) return fail("k", `Stability needs 2 clusters or more, not ${k}: one is always found again.`);
  if (!(Number.isInteger(pairs) && pairs >= 2))
    return fail("pairs", `The number of pairs of resamples must be a whole number from 2, not ${pairs}.`);
  if (!(sample >= 2)) return fail("sample", `Stability needs a sample of 2 rows or more, not ${sample}.`);
  const some = takeRows(points, sampleRows(points.rows, sample, seed, "cluster.stabilityRows"));
  const values = new Float64Array(pairs);
  for (let pair = 0; pair < pairs; pair++) {
    const labels: Labels[] = [];
    for (let side = 0; side < 2; side++) {
      const random = randomStream("cluster.bootstraps", seed, pair, side);
      const resample = takeRows(
        some,
        Uint32Array.from({length: some.rows}, () => Math.floor(random() * some.rows))
      );
      const work = kMeans(resample, {k, seed: Math.floor(random() * 2 ** 32), starts});
      const doing = `Pair ${formatCount(pair + 1)} of ${formatCount(pairs)}`;
      const clusters = yield* part(work, (pair + side / 2) / pairs, 0.5 / pairs, doing);
      if (!clusters.ok && clusters.code === "distinct")
        return fail(
          "distinct",
          "A resample has fewer different rows than clusters: ask for fewer clusters, or widen the filters."
        );
      if (!clusters.ok) return clusters;
      labels.push(nearestCentres(some, clusters.value.centres));
    }
    values[pair] = adjustedRandIndex(labels[0], labels[1]) as number;
  }
  const {low, high} = percentileInterval(values, level) as Interval;
  return ok({
    mean: values.reduce((sum, value) => sum + value, 0) / pairs,
    low,
    high,
    values,
    rows: some.rows
  });
}
