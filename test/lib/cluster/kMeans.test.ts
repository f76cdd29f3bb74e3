import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {adjustedRandIndex} from "../../../lib/cluster/adjustedRandIndex.js";
import {canonicalOrder} from "../../../lib/cluster/canonicalOrder.js";
import type {Clustering, KMeansOptions, KMeansProgress} from "../../../lib/cluster/kMeans.js";
import {kMeans} from "../../../lib/cluster/kMeans.js";
import {kMeansPlusPlus} from "../../../lib/cluster/kMeansPlusPlus.js";
import {nearestCentres} from "../../../lib/cluster/nearestCentres.js";
import type {Labels, Points} from "../../../lib/cluster/points.js";
import {countDistinct, pointsFrom, takeRows} from "../../../lib/cluster/points.js";
import {squaredDistance} from "../../../lib/cluster/squaredDistance.js";
import {finish} from "../../../lib/learn/finish.js";
import {randomSource} from "../../../lib/random/source.js";
import {blobs, failure, iris, pointsOf, reference, smallRows, species, value} from "./support.js";

const clusters = (points: Points, options: KMeansOptions) => value(finish(kMeans(points, options)));

/** What holds of any clustering; the centres are means only once converged. */
function check({values, rows, width}: Points, found: Clustering): void {
  const {k, centres, labels, sizes, inertia, converged} = found;
  let sum = 0;
  const sums = new Float64Array(k * width);
  const counts = new Int32Array(k);
  for (let row = 0; row < rows; row++) {
    const distances = Array.from({length: k}, (_, c) =>
      squaredDistance(values, row * width, centres, c * width, width)
    );
    const own = distances[labels[row]];
    expect(own).toBeLessThanOrEqual(Math.min(...distances) + 1e-9);
    sum += own;
    counts[labels[row]]++;
    for (let j = 0; j < width; j++) sums[labels[row] * width + j] += values[row * width + j];
  }
  expect(sizes).toEqual(counts);
  expect(Math.min(...sizes)).toBeGreaterThan(0);
  expect([...sizes]).toEqual([...sizes].sort((a, b) => b - a));
  expect(inertia).toBeCloseTo(sum, 8);
  if (converged)
    centres.forEach((at, i) => expect(at).toBeCloseTo(sums[i] / counts[Math.floor(i / width)], 9));
}

/** All that k-means tells on its way. */
function steps(points: Points, options: KMeansOptions): KMeansProgress[] {
  return [...kMeans(points, options)];
}

describe("k-means", () => {
  it("finds iris from rows 0, 50 and 100 as scikit-learn does: inertia 78.851441426", () => {
    const expected = reference.iris_kmeans3;
    const centres = Float64Array.from(takeRows(iris, Uint32Array.of(0, 50, 100)).values);
    const found = clusters(iris, {k: 3, seed: 1, centres});
    expect(found.inertia / 100).toBeCloseTo(expected.inertia, 10);
    expect(found.converged).toBe(true);
    expect([...found.sizes]).toEqual([62, 50, 38]);
    const theirs = [1, 0, 2];
    expect([...found.labels].map((label) => theirs[label])).toEqual(expected.labels);
    expect([...found.centres].map((at) => at / 10)).toEqual(
      theirs.flatMap((c) => expected.centers[c].map((at): unknown => expect.closeTo(at, 12)))
    );
    expect(adjustedRandIndex(found.labels, species)).toBeCloseTo(expected.ari, 14);
    check(iris, found);
  });

  it("finds the same iris from its own starts, and agrees with itself by seed alone", () => {
    const found = clusters(iris, {k: 3, seed: 5});
    expect(found.inertia / 100).toBeCloseTo(reference.iris_kmeans3.inertia, 6);
    expect(clusters(iris, {k: 3, seed: 5})).toEqual(found);
    const others = [6, 7, 8].map((seed) => clusters(iris, {k: 3, seed}).labels);
    others.forEach((labels) => expect(labels).toEqual(found.labels));
  });

  it("finds groups that lie apart, however many rows, and labels them in bytes", () => {
    const points = blobs(3000, 6, 5, 6);
    const found = clusters(points, {k: 5, seed: 2});
    expect(found.labels).toBeInstanceOf(Uint8Array);
    expect(
      adjustedRandIndex(
        found.labels,
        Array.from(found.labels, (_, row) => row % 5)
      )
    ).toBe(1);
    check(points, found);
  });

  it("holds of whatever small rows: nearest centres, means, no empty cluster, inertia that never rises", () => {
    fc.assert(
      fc.property(
        smallRows,
        fc.integer({min: 1, max: 8}),
        fc.integer({min: 1, max: 4}),
        (rows, most, turns) => {
          const points = pointsOf(rows);
          const k = countDistinct(points, most);
          for (const maxIterations of [turns, 300]) {
            check(points, clusters(points, {k, seed: 3, starts: 2, maxIterations}));
            const last = new Map<number, number>();
            for (const {start, inertia, share} of steps(points, {k, seed: 3, starts: 2, maxIterations})) {
              expect(share).toBeLessThanOrEqual(1);
              if (inertia === null) continue;
              expect(inertia).toBeLessThanOrEqual((last.get(start) ?? Infinity) + 1e-9);
              last.set(start, inertia);
            }
          }
        }
      ),
      {numRuns: 60}
    );
  });

  it("moves no row to where plain Lloyd would not: the bounds leave the result as it is", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1e6}), fc.integer({min: 1, max: 7}), (seed, k) => {
        const points = blobs(120, 3, 4, 1, seed);
        const start = Float64Array.from(points.values.subarray(0, k * 3));
        const found = clusters(points, {k, seed: 1, centres: start});
        expect(found.converged).toBe(true);
        const plain = plainLloyd(points, start);
        fc.pre(plain !== null);
        expect(adjustedRandIndex(found.labels, plain)).toBe(1);
      }),
      {numRuns: 40}
    );
  });

  it("gives each cluster a row where centres to start from coincide or lie far from all rows", () => {
    fc.assert(
      fc.property(smallRows, fc.integer({min: 2, max: 6}), (rows, most) => {
        const points = pointsOf(rows);
        const k = countDistinct(points, most);
        for (const at of [0, 99]) {
          const found = clusters(points, {k, seed: 1, centres: new Float64Array(k * points.width).fill(at)});
          expect(found.converged).toBe(true);
          check(points, found);
        }
      }),
      {numRuns: 60}
    );
  });

  it("finds the same groups, under the same numbers, whatever the order of the rows", () => {
    const centres = Float64Array.from(takeRows(iris, Uint32Array.of(3, 60, 110, 140)).values);
    const found = clusters(iris, {k: 4, seed: 1, centres});
    const order = fc.shuffledSubarray([...Array(150).keys()], {minLength: 150});
    fc.assert(
      fc.property(order, (rows) => {
        const other = clusters(takeRows(iris, Uint32Array.from(rows)), {k: 4, seed: 1, centres});
        expect([...other.labels]).toEqual(rows.map((row) => found.labels[row]));
        expect(other.centres).toEqual(found.centres);
      }),
      {numRuns: 10}
    );
  });

  it("takes a cluster for each different row, and one cluster for all", () => {
    const points = pointsOf([[5], [5], [1], [9]]);
    const all = clusters(points, {k: 3, seed: 1});
    expect(all).toMatchObject({inertia: 0, converged: true});
    expect([...all.centres]).toEqual([5, 1, 9]);
    expect([...all.labels]).toEqual([0, 0, 1, 2]);
    const one = clusters(points, {k: 1, seed: 1});
    expect([...one.centres, one.inertia, one.iterations]).toEqual([5, 32, 1]);
    expect(clusters(pointsOf([[7]]), {k: 1, seed: 1}).inertia).toBe(0);
  });

  it("says when it was stopped before the end", () => {
    const found = clusters(blobs(500, 3, 1, 0), {k: 6, seed: 1, starts: 1, maxIterations: 2});
    expect(found).toMatchObject({converged: false, iterations: 2});
  });

  it("fails with a sentence where there is nothing to find", () => {
    const fails = (points: Points, options: Partial<KMeansOptions> = {}) =>
      failure(finish(kMeans(points, {k: 2, seed: 1, ...options})));
    expect(fails(pointsFrom([]))).toBe("columns");
    expect(fails(pointsFrom([new Float32Array(0)]))).toBe("rows");
    expect(fails(pointsOf([[1]]))).toBe("k");
    expect(fails(pointsOf([[1], [1], [1]]))).toBe("distinct");
    expect(fails(pointsOf([[1], [1], [2]]), {k: 3})).toBe("distinct");
    expect(fails(pointsOf([[1], [NaN]]))).toBe("values");
    expect(fails(pointsOf([[1], [Infinity]]))).toBe("values");
    for (const k of [0, -1, 1.5, Infinity]) expect(fails(iris, {k})).toBe("k");
    expect(fails(iris, {starts: 0})).toBe("starts");
    expect(fails(iris, {maxIterations: 0})).toBe("iterations");
    expect(fails(pointsOf([[1], [2]]), {centres: Float64Array.of(1, NaN)})).toBe("centres");
    expect(() => fails(iris, {centres: Float64Array.of(1)})).toThrow(RangeError);
    expect(() => fails({values: new Float32Array(3), rows: 2, width: 2})).toThrow(RangeError);
  });
});

/** Lloyd without bounds; `null` where a cluster is left empty. */
function plainLloyd(points: Points, start: Float64Array): Labels | null {
  const {values, rows, width} = points;
  let [labels, centres] = [nearestCentres(points, start), start];
  for (;;) {
    const sums = new Float64Array(centres.length);
    const sizes = new Float64Array(centres.length / width);
    for (let row = 0; row < rows; row++) {
      sizes[labels[row]]++;
      for (let j = 0; j < width; j++) sums[labels[row] * width + j] += values[row * width + j];
    }
    if (sizes.includes(0)) return null;
    centres = sums.map((sum, at) => sum / sizes[Math.floor(at / width)]);
    const next = nearestCentres(points, centres);
    if (next.every((label, row) => label === labels[row])) return next;
    labels = next;
  }
}

it("k-means++ starts from different rows, and from all of them where they are as many as centres", () => {
  const points = pointsOf([[3], [3], [3], [8], [8], [1]]);
  for (let seed = 0; seed < 20; seed++)
    expect([...finish(kMeansPlusPlus(points, 3, randomSource(seed)))].sort()).toEqual([1, 3, 8]);
});

it("numbers clusters by size, then by centre", () => {
  const {labels, centres, sizes} = canonicalOrder({
    centres: Float64Array.of(9, 1, 2, 5, 2, 4),
    labels: Int32Array.of(0, 1, 1, 2, 2),
    sizes: Int32Array.of(1, 2, 2)
  });
  expect([...labels]).toEqual([2, 1, 1, 0, 0]);
  expect([...centres]).toEqual([2, 4, 2, 5, 9, 1]);
  expect([...sizes]).toEqual([2, 2, 1]);
});

it("names more than 256 clusters in whole numbers", () => {
  const points = pointsOf(Array.from({length: 300}, (_, i) => [i]));
  const {labels, inertia} = clusters(points, {k: 300, seed: 1, starts: 1});
  expect(labels).toBeInstanceOf(Int32Array);
  expect(new Set(labels).size).toBe(300);
  expect(inertia).toBe(0);
});
