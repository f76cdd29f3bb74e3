import {adjustedRandIndex} from "../cluster/adjustedRandIndex.js";
import type {Contingency} from "../cluster/contingency.js";
import {contingency} from "../cluster/contingency.js";
import type {Gap} from "../cluster/gapStatistic.js";
import {gapStatistic} from "../cluster/gapStatistic.js";
import {kMeans} from "../cluster/kMeans.js";
import {part} from "../part.js";
import {takeRows} from "../cluster/points.js";
import type {LeftOut} from "../cluster/prepareColumns.js";
import {prepareColumns} from "../cluster/prepareColumns.js";
import {principalComponents} from "../cluster/principalComponents.js";
import {silhouette} from "../cluster/silhouette.js";
import {stability} from "../cluster/stability.js";
import type {Progress} from "../driven.js";
import {sampleRows} from "../random/sampleRows.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {CustomerColumn} from "./customerColumns.js";

/** How good a number of clusters is, by three criteria. */
export interface ClusterCriterion {
  k: number;
  silhouette: number;
  gap: number;
  gapError: number;
  /** Mean adjusted Rand index between clusterings of two resamples, with the middle 95 % of pairs. */
  stability: number;
  low: number;
  high: number;
}

/** A cluster in the columns' own units. */
export interface ClusterProfile {
  cluster: number;
  customers: number;
  /** Mean silhouette of its customers. */
  silhouette: number | null;
  /** Mean of each column over its customers with a value, by the columns' order. */
  means: (number | null)[];
  /** Mean z-score of each column, after the logarithm where it was taken; null for a column left out. */
  scores: (number | null)[];
}

export interface CustomerClusters {
  customers: number;
  k: number;
  /** How many customers each criterion was worked out on. */
  judged: {silhouette: number; gap: number; stability: number};
  /** The gap statistic from one cluster on. */
  gaps: readonly Gap[];
  criteria: ClusterCriterion[];
  /** By the largest mean silhouette, and the gap statistic's own choice. */
  best: {silhouette: number; gap: number | null};
  profiles: ClusterProfile[];
  leftOut: LeftOut[];
  /** Customers drawn, in the plane of the first two principal components. */
  picture: {x: number; y: number; cluster: number}[];
  /** Shares of the variance that the two components hold. */
  ratios: number[];
  /** Clusters by segment, where segments are known. */
  segments: {table: Contingency<string, string>; agreement: number | null} | null;
  /** By customer. */
  labels: Uint8Array;
}

export interface ClusterOptions {
  /** 0 takes the number with the largest mean silhouette. */
  k: number;
  most: number;
  seed: number;
  /** The segment of each customer, where it is known. */
  segments?: readonly (string | null)[];
  segmentOrder?: readonly string[];
}

const criteriaRows = 6000;
const drawn = 1200;
const starts = 3;

/** What a cluster is called. @example clusterName(0) => "A" */
export const clusterName = (cluster: number): string => String.fromCharCode(65 + cluster);

/**
 * Groups customers by k-means on standardised columns, says which number of clusters three criteria prefer (each on
 * rows drawn by the seed), and describes the clusters.
 */
export function* clusterCustomers(
  columns: readonly CustomerColumn[],
  {k: asked, most, seed, segments, segmentOrder}: ClusterOptions
): Generator<Progress, Result<CustomerClusters>> {
  if (columns.length < 2) return fail("columns", "Choose at least two things to compare customers by.");
  const prepared = prepareColumns(
    columns.map(({values}) => values),
    columns
  );
  if (!prepared.ok) return prepared;
  const {points, leftOut} = prepared.value;
  if (points.width < 2)
    return fail(
      "columns",
      "Only one of the things chosen differs among customers: choose another to compare them by."
    );
  const rows = sampleRows(points.rows, criteriaRows, seed, "cluster.rows");
  const some = takeRows(points, rows);
  const ks = Array.from({length: most - 1}, (_, i) => i + 2);

  const gaps = yield* part(gapStatistic(some, {most, seed}), 0, 0.25, "Gap statistic");
  if (!gaps.ok) return gaps;
  const criteria: ClusterCriterion[] = [];
  const judged = {silhouette: 0, stability: 0};
  for (const [i, k] of ks.entries()) {
    const at = 0.25 + (0.45 * i) / ks.length;
    const size = 0.45 / ks.length;
    const clustered = yield* part(kMeans(some, {k, seed, starts}), at, size / 2, `${k} clusters`);
    if (!clustered.ok) return clustered;
    const seen = silhouette(some, clustered.value.labels, k, {seed});
    if (!seen.ok) return seen;
    const found = yield* part(
      stability(some, {k, seed}),
      at + size / 2,
      size / 2,
      `Stability of ${k} clusters`
    );
    if (!found.ok) return found;
    const {gap, error: gapError} = gaps.value.gaps[k - 1];
    judged.silhouette = seen.value.rows.length;
    judged.stability = found.value.rows;
    criteria.push({
      ...{k, silhouette: seen.value.overall, gap, gapError},
      ...{stability: found.value.mean, low: found.value.low, high: found.value.high}
    });
  }
  const best = criteria.reduce((a, b) => (b.silhouette > a.silhouette ? b : a));
  const k = asked === 0 ? best.k : asked;
  const whole = yield* part(kMeans(points, {k, seed, starts}), 0.7, 0.25, "Clustering all customers");
  if (!whole.ok) return whole;
  const {labels, sizes} = whole.value;
  const inside = silhouette(points, labels, k, {seed});
  const plane = principalComponents(points, 2);
  if (!plane.ok) return plane;
  yield {share: 0.97, doing: "Describing the clusters"};
  const {scores, ratios} = plane.value;
  const picked = sampleRows(points.rows, drawn, seed, "cluster.picture");
  const place = new Map(prepared.value.columns.map(({index}, j) => [index, j]));
  const table =
    segments &&
    contingency(
      named(labels),
      segments.map((one) => one ?? "No segment"),
      {
        rows: Array.from(sizes, (_, cluster) => clusterName(cluster)),
        columns: segmentOrder
      }
    );
  if (table && !table.ok) return table;
  return ok({
    ...{customers: points.rows, k, criteria, gaps: gaps.value.gaps, leftOut, ratios: [...ratios]},
    judged: {...judged, gap: gaps.value.rows},
    best: {silhouette: best.k, gap: gaps.value.k},
    profiles: Array.from(sizes, (customers, cluster) => ({
      ...{cluster, customers},
      silhouette: inside.ok ? inside.value.clusters[cluster] : null,
      means: columns.map(({values}) => meanWhere(values, labels, cluster)),
      scores: columns.map((_, index) => {
        const j = place.get(index);
        return j === undefined ? null : whole.value.centres[cluster * points.width + j];
      })
    })),
    picture: Array.from(picked, (row) => ({
      x: scores.values[2 * row],
      y: scores.values[2 * row + 1],
      cluster: labels[row]
    })),
    segments: table
      ? {
          table: table.value,
          agreement: adjustedRandIndex(
            labels,
            segments.map((one) => one ?? "")
          )
        }
      : null,
    labels: Uint8Array.from(labels)
  });
}

const named = (labels: ArrayLike<number>) => Array.from(labels, clusterName);

function meanWhere(values: Float32Array, labels: ArrayLike<number>, cluster: number): number | null {
  let [sum, count] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    if (labels[row] !== cluster || Number.isNaN(values[row])) continue;
    sum += values[row];
    count++;
  }
  return count > 0 ? sum / count : null;
}
