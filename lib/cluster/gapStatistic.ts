import {sampleRows} from "../random/sampleRows.js";
import {formatCount} from "../format.js";
import {randomStream} from "../random/streams.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {kMeans} from "./kMeans.js";
import {part} from "../part.js";
import type {Points, Progress} from "./points.js";
import {badPoints, countDistinct, takeRows} from "./points.js";
import {principalComponents} from "./principalComponents.js";

export interface GapOptions {
  /** Clusters are tried from 1 to so many; 10 unless told. */
  most?: number;
  seed: number;
  /** Reference sets, 2 or more; 10 unless told. */
  references?: number;
  /** Rows at most that are drawn; 1,000 unless told. */
  sample?: number;
  /** Starts of each k-means; 3 unless told. */
  starts?: number;
}

/** How much more compact k clusters are than k clusters of rows without any structure. */
export interface Gap {
  k: number;
  /** Natural logarithm of the inertia, and its mean over the reference sets. */
  logInertia: number;
  expected: number;
  /** `expected` less `logInertia`. */
  gap: number;
  /** Standard error of the gap, by the reference sets. */
  error: number;
}

export interface GapStatistic {
  /** The smallest k with gap(k) >= gap(k + 1) - error(k + 1); `null` where no k below the most tried has it. */
  k: number | null;
  gaps: Gap[];
  /** Rows that were looked at. */
  rows: number;
}

/**
 * How many clusters there are: the gap statistic compares the inertia with that of rows drawn uniformly from the box of
 * the principal components, the box in which the rows lie once turned to them. 1 says that there are no clusters. Of
 * more rows than `sample`, some are drawn. Gives way after each iteration of k-means.
 *
 * Method: R. Tibshirani, G. Walther and T. Hastie, "Estimating the number of clusters in a data set via the gap
 * statistic" (2001), reference distribution (b).
 *
 * @example finish(gapStatistic(points, {seed: 1})).value.k => 3
 */
export function* gapStatistic(
  points: Points,
  {most = 10, seed, references = 10, sample = 1000, starts = 3}: GapOptions
): Generator<Progress, Result<GapStatistic>> {
  const problem = badPoints(points) ?? badOptions(most, references, sample);
  if (problem) return problem;
  const some = takeRows(points, sampleRows(points.rows, sample, seed, "cluster.gapRows"));
  const distinct = countDistinct(some, most + 1);
  if (distinct <= most)
    return fail(
      "distinct",
      `Trying up to ${formatCount(most)} clusters needs more different rows than that, and there are ${formatCount(distinct)}: try fewer clusters.`
    );
  const turned = principalComponents(some, some.width);
  if (!turned.ok) return turned;
  const each = 1 / (references + 1);
  const own = yield* logInertias(some, {most, seed, starts}, 0, each);
  if (!own.ok) return own;
  const drawn: Float64Array[] = [];
  for (let set = 0; set < references; set++) {
    const box = uniformBox(turned.value.scores, randomStream("cluster.gapReferences", seed, set));
    const found = yield* logInertias(box, {most, seed, starts}, (set + 1) * each, each);
    if (!found.ok) return found;
    drawn.push(found.value);
  }
  const gaps = Array.from(own.value, (logInertia, i): Gap => {
    const expected = drawn.reduce((sum, set) => sum + set[i], 0) / references;
    const squares = drawn.reduce((sum, set) => sum + (set[i] - expected) ** 2, 0);
    const error = Math.sqrt((squares / references) * (1 + 1 / references));
    return {k: i + 1, logInertia, expected, gap: expected - logInertia, error};
  });
  const chosen = gaps.findIndex(({gap}, i) => i + 1 < most && gap >= gaps[i + 1].gap - gaps[i + 1].error);
  return ok({k: chosen < 0 ? null : chosen + 1, gaps, rows: some.rows});
}

function badOptions(most: number, references: number, sample: number): Result<never> | null {
  if (!(Number.isInteger(most) && most >= 2))
    return fail("most", `The most clusters to try must be a whole number from 2, not ${most}.`);
  if (!(Number.isInteger(references) && references >= 2))
    return fail(
      "references",
      `The number of reference sets must be a whole number from 2, not ${references}.`
    );
  if (!(sample >= 2))
    return fail("sample", `The gap statistic needs a sample of 2 rows or more, not ${sample}.`);
  return null;
}

/** Of 1 to `most` clusters. */
function* logInertias(
  points: Points,
  {most, seed, starts}: {most: number; seed: number; starts: number},
  begin: number,
  size: number
): Generator<Progress, Result<Float64Array>> {
  const found = new Float64Array(most);
  for (let k = 1; k <= most; k++) {
    const work = kMeans(points, {k, seed, starts});
    const clusters = yield* part(
      work,
      begin + (size * (k - 1)) / most,
      size / most,
      `${formatCount(k)} clusters`
    );
    if (!clusters.ok) return clusters;
    found[k - 1] = Math.log(clusters.value.inertia);
  }
  return ok(found);
}

/** As many rows, uniform between the least and the largest value of each dimension. */
function uniformBox({values, rows, width}: Points, random: () => number): Points {
  const low = new Float64Array(width).fill(Infinity);
  const high = new Float64Array(width).fill(-Infinity);
  for (let at = 0; at < values.length; at++) {
    low[at % width] = Math.min(low[at % width], values[at]);
    high[at % width] = Math.max(high[at % width], values[at]);
  }
  const drawn = values.map((_, at) => low[at % width] + random() * (high[at % width] - low[at % width]));
  return {values: drawn, rows, width};
}
