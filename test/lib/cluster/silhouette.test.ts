import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Points} from "../../../lib/cluster/points.js";
import {pointsFrom} from "../../../lib/cluster/points.js";
import {silhouette} from "../../../lib/cluster/silhouette.js";
import {blobs, failure, iris, pointsOf, reference, smallRows, value} from "./support.js";

const {labels, silhouette: expected} = reference.iris_kmeans3;

describe("the silhouette", () => {
  it("is scikit-learn's of iris, .5528190", () => {
    const found = value(silhouette(iris, labels, 3, {seed: 1}));
    expect(found.overall).toBeCloseTo(expected, 12);
    expect(found.exact).toBe(true);
    const sizes = [50, 62, 38];
    const mean = found.clusters.reduce<number>((sum, one, c) => sum + ((one as number) * sizes[c]) / 150, 0);
    expect(mean).toBeCloseTo(expected, 12);
  });

  it("is that of a case by hand: rows 0 and 1 against 4", () => {
    const found = value(silhouette(pointsOf([[4], [0], [1]]), [1, 0, 0], 3, {seed: 1}));
    expect([...found.rows]).toEqual([1, 2, 0]);
    expect([...found.values]).toEqual([3 / 4, 2 / 3, 0]);
    expect(found.clusters).toEqual([(3 / 4 + 2 / 3) / 2, 0, null]);
  });

  it("lies within -1 and 1 for whatever labels", () => {
    fc.assert(
      fc.property(smallRows, fc.integer({min: 2, max: 5}), (rows, k) => {
        const found = silhouette(
          pointsOf(rows),
          rows.map((_, row) => row % k),
          k,
          {seed: 1}
        );
        const {overall, values} = value(found);
        for (const one of [overall, ...values]) expect(Math.abs(one)).toBeLessThanOrEqual(1);
      }),
      {numRuns: 60}
    );
  });

  it("is about the same of a sample, which knows a small cluster too", () => {
    const points = blobs(4000, 3, 4, 3);
    const own = Array.from({length: 4000}, (_, row) => (row < 8 ? 4 : row % 4));
    const all = value(silhouette(points, own, 5, {seed: 1, sample: 4000}));
    const some = value(silhouette(points, own, 5, {seed: 1, sample: 600}));
    expect(some.exact).toBe(false);
    expect(some.rows.filter((row) => row < 8)).toHaveLength(8);
    expect(Math.abs(some.overall - all.overall)).toBeLessThan(0.03);
    some.clusters.forEach((one, c) =>
      expect(Math.abs((one as number) - (all.clusters[c] as number))).toBeLessThan(0.06)
    );
    expect(value(silhouette(points, own, 5, {seed: 1, sample: 600}))).toEqual(some);
  });

  it("is 0 where all rows are the same and where each is alone", () => {
    const same = value(silhouette(pointsOf([[1], [1], [1], [1]]), [0, 0, 1, 1], 2, {seed: 1}));
    expect(same.overall).toBe(0);
    expect(value(silhouette(pointsOf([[1], [2]]), [0, 1], 2, {seed: 1})).overall).toBe(0);
  });

  it("fails with a sentence where there is nothing to compare", () => {
    const fails = (points: Points, labels: number[], sample = 9) =>
      failure(silhouette(points, labels, 2, {seed: 1, sample}));
    expect(fails(pointsFrom([]), [])).toBe("columns");
    expect(fails(pointsFrom([new Float32Array(0)]), [])).toBe("rows");
    expect(fails(pointsOf([[1], [2]]), [1, 1])).toBe("k");
    expect(fails(pointsOf([[1], [NaN]]), [0, 1])).toBe("values");
    expect(fails(pointsOf([[1], [2]]), [0, 1], 1)).toBe("sample");
    expect(() => fails(pointsOf([[1]]), [2])).toThrow(RangeError);
    expect(() => fails(pointsOf([[1]]), [])).toThrow(RangeError);
  });
});
