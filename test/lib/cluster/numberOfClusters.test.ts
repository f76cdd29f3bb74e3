import {describe, expect, it} from "vitest";
import type {GapOptions} from "../../../lib/cluster/gapStatistic.js";
import {gapStatistic} from "../../../lib/cluster/gapStatistic.js";
import {kMeans} from "../../../lib/cluster/kMeans.js";
import type {Points} from "../../../lib/cluster/points.js";
import {pointsFrom} from "../../../lib/cluster/points.js";
import type {StabilityOptions} from "../../../lib/cluster/stability.js";
import {stability} from "../../../lib/cluster/stability.js";
import {drawsFrom} from "../../../lib/distributions/draws.js";
import {finish} from "../../../lib/learn/finish.js";
import {randomSource} from "../../../lib/random/source.js";
import {blobs, failure, iris, pointsOf, value} from "./support.js";

/** Shares done rise to the whole. */
function shares(work: Generator<{share: number}, unknown>): void {
  const told = Array.from(work, ({share}) => share);
  told.forEach((share, i) => expect(share).toBeGreaterThanOrEqual(i ? told[i - 1] : 0));
  expect(told.at(-1)).toBeLessThanOrEqual(1);
  expect(told.at(-1)).toBeGreaterThan(0.8);
}

describe("the gap statistic", () => {
  const gap = (points: Points, options: Partial<GapOptions> = {}) =>
    finish(gapStatistic(points, {seed: 1, most: 6, ...options}));

  it("finds as many groups as lie apart, and its inertia is that of k-means", () => {
    const points = blobs(240, 4, 3, 5);
    const {k, gaps, rows} = value(gap(points));
    expect([k, rows, gaps.length]).toEqual([3, 240, 6]);
    const clusters = value(finish(kMeans(points, {k: 3, seed: 1})));
    expect(gaps[2].logInertia).toBeCloseTo(Math.log(clusters.inertia), 12);
    for (const one of gaps) {
      expect(one.gap).toBe(one.expected - one.logInertia);
      expect(one.error).toBeGreaterThan(0);
    }
  });

  it("finds no groups among 200 uniform rows of 10 dimensions (Tibshirani et al., case a)", () => {
    const random = randomSource(3);
    const columns = Array.from({length: 10}, () => Float32Array.from({length: 200}, random));
    expect(value(gap(pointsFrom(columns))).k).toBe(1);
  });

  it("tells two long parallel groups apart, which the columns' own box would hide (case e)", () => {
    const {normal} = drawsFrom(randomSource(5));
    const columns = [0, 1, 2].map(() =>
      Float32Array.from(
        {length: 200},
        (_, row) => (row % 100) / 99 - 0.5 + normal(0, 0.1) + (row < 100 ? 0 : 10)
      )
    );
    expect(value(gap(pointsFrom(columns))).k).toBe(2);
  });

  it("draws rows by the seed where there are many", () => {
    const points = blobs(2000, 3, 2, 5);
    const found = value(gap(points, {sample: 150, most: 4}));
    expect([found.k, found.rows]).toEqual([2, 150]);
    expect(value(gap(points, {sample: 150, most: 4}))).toEqual(found);
    shares(gapStatistic(points, {seed: 1, sample: 150, most: 4}));
  });

  it("fails with a sentence", () => {
    expect(failure(gap(pointsFrom([])))).toBe("columns");
    expect(failure(gap(pointsOf([[1]])))).toBe("distinct");
    expect(failure(gap(pointsOf([[1], [1], [2], [3]]), {most: 3}))).toBe("distinct");
    expect(failure(gap(iris, {most: 1}))).toBe("most");
    expect(failure(gap(iris, {references: 1}))).toBe("references");
    expect(failure(gap(iris, {sample: 0}))).toBe("sample");
    expect(failure(gap(iris, {starts: 0}))).toBe("starts");
  });
});

describe("stability", () => {
  const stable = (points: Points, options: Partial<StabilityOptions> = {}) =>
    finish(stability(points, {k: 3, seed: 1, ...options}));

  it("is near 1 for groups that lie apart, and less for a wrong number of them or without any", () => {
    const points = blobs(400, 4, 3, 6);
    const right = value(stable(points));
    expect(right.mean).toBeGreaterThan(0.99);
    const wrong = value(stable(points, {k: 5}));
    expect(wrong.mean).toBeLessThan(right.mean - 0.1);
    expect(value(stable(blobs(400, 4, 1, 0))).mean).toBeLessThan(0.8);
    for (const {mean, low, high, values} of [right, wrong]) {
      expect(values).toHaveLength(20);
      expect(low).toBeLessThanOrEqual(mean);
      expect(high).toBeGreaterThanOrEqual(mean);
      for (const one of values) expect(one).toBeLessThanOrEqual(1);
    }
  });

  it("draws rows by the seed where there are many, and tells how far it is", () => {
    const points = blobs(3000, 3, 3, 2);
    const found = value(stable(points, {sample: 200, pairs: 5}));
    expect(found.rows).toBe(200);
    expect(value(stable(points, {sample: 200, pairs: 5}))).toEqual(found);
    expect(value(stable(points, {sample: 200, pairs: 5, seed: 2})).values).not.toEqual(found.values);
    shares(stability(points, {k: 3, seed: 1, sample: 200, pairs: 5}));
  });

  it("fails with a sentence", () => {
    expect(failure(stable(pointsFrom([])))).toBe("columns");
    expect(failure(stable(iris, {k: 1}))).toBe("k");
    expect(failure(stable(pointsOf([[1]])))).toBe("k");
    expect(failure(stable(iris, {pairs: 1}))).toBe("pairs");
    expect(failure(stable(iris, {sample: 1}))).toBe("sample");
    expect(failure(stable(pointsOf([[1], [2], [3]])))).toBe("distinct");
  });
});
