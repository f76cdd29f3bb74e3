import {readFileSync} from "node:fs";
import fc from "fast-check";
import type {Points} from "../../../lib/cluster/points.js";
import {pointsFrom} from "../../../lib/cluster/points.js";
import {drawsFrom} from "../../../lib/distributions/draws.js";
import {randomSource} from "../../../lib/random/source.js";
import type {Result} from "../../../lib/result.js";
import {referenceDir} from "../../support/paths.js";

/** What numpy and scikit-learn say. */
export const reference = JSON.parse(readFileSync(`${referenceDir}/linalg/svd_kmeans.json`, "utf8")) as {
  wikipedia: {A: number[][]; s: number[]};
  ratings: {R: number[][]; s: number[]; rank2: number[][]; frobenius_err: number};
  iris_truncated_svd: {singular_values: number[]; abs_components: number[][]};
  iris_pca: {explained_variance: number[]; ratio: number[]; abs_components: number[][]};
  iris_kmeans3: {
    inertia: number;
    centers: number[][];
    labels: number[];
    silhouette: number;
    ari: number;
  };
};

const table = readFileSync(`${referenceDir}/linalg/iris.csv`, "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(",").map(Number));

export const irisRows = table.map((row) => row.slice(0, 4));

export const species = table.map((row) => row[4]);

/** Iris in millimetres: whole numbers, which float32 holds as they are; squares are 100 times those in centimetres. */
export const iris: Points = pointsFrom(
  [0, 1, 2, 3].map((j) => Float32Array.from(irisRows, (row) => Math.round(10 * row[j])))
);

/** The value of a success; throws the sentence of a failure. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** The code of a failure whose sentence is one to read. */
export function failure(result: Result<unknown>): string {
  if (result.ok) return "";
  return /^[A-Z0-9“].*[.:].*$/.test(result.message) && !result.message.includes("NaN")
    ? result.code
    : result.message;
}

/** Points from rows. */
export const pointsOf = (rows: readonly (readonly number[])[], width = rows[0]?.length ?? 1): Points => ({
  values: Float32Array.from(rows.flat()),
  rows: rows.length,
  width
});

/** Rows about centres that are `apart` from each other on average, in turn, with standard deviation 1. */
export function blobs(rows: number, width: number, count: number, apart: number, seed = 1): Points {
  const {normal} = drawsFrom(randomSource(seed));
  const centres = Float64Array.from({length: count * width}, () => normal(0, apart));
  const values = Float32Array.from(
    {length: rows * width},
    (_, at) => centres[(Math.floor(at / width) % count) * width + (at % width)] + normal(0, 1)
  );
  return {values, rows, width};
}

/** Few rows of small whole numbers, many of them equal or equally far. */
export const smallRows = fc.integer({min: 1, max: 3}).chain((width) =>
  fc.array(fc.array(fc.integer({min: -4, max: 4}), {minLength: width, maxLength: width}), {
    minLength: 2,
    maxLength: 25
  })
);
