import {describe, expect, it} from "vitest";
import {drawsFrom} from "../../../lib/distributions/draws.js";
import {randomSource} from "../../../lib/random/source.js";

const count = 20_000;

/** Mean and variance of many draws. */
function moments(draw: () => number): {mean: number; variance: number} {
  const values = Array.from({length: count}, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  return {mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count};
}

describe("draws", () => {
  const draws = drawsFrom(randomSource(7));
  it.each<[string, () => number, number, number]>([
    ["normal", () => draws.normal(3, 2), 3, 4],
    ["gamma", () => draws.gamma(2.5), 2.5, 2.5],
    ["gamma of a shape below 1", () => draws.gamma(0.3), 0.3, 0.3],
    ["beta", () => draws.beta(2, 6), 0.25, 12 / (64 * 9)],
    ["binomial of few", () => draws.binomial(10, 0.3), 3, 2.1],
    ["binomial of a hundred", () => draws.binomial(100, 0.1), 10, 9],
    ["binomial of halves", () => draws.binomial(100, 0.5), 50, 25],
    ["binomial of many", () => draws.binomial(100_000, 0.05), 5000, 4750]
  ])("of a %s have its mean and variance", (_, draw, mean, variance) => {
    const found = moments(draw);
    expect(Math.abs(found.mean - mean)).toBeLessThan(4 * Math.sqrt(variance / count));
    expect(Math.abs(found.variance / variance - 1)).toBeLessThan(0.12);
  });

  it("are the same again from the same seed, and others from another", () => {
    const some = (seed: number) => {
      const {normal, gamma, beta, binomial} = drawsFrom(randomSource(seed));
      return [normal(0, 1), gamma(2), beta(3, 4), binomial(50, 0.4)];
    };
    expect(some(1)).toEqual(some(1));
    expect(some(1)).not.toEqual(some(2));
    expect(drawsFrom(randomSource(1)).normal(0, 1)).toBe(drawsFrom(randomSource(1)).normal(0, 1));
  });

  it("know the ends", () => {
    expect([draws.binomial(0, 0.5), draws.binomial(9, 0), draws.binomial(9, 1)]).toEqual([0, 0, 9]);
    expect(draws.normal(5, 0)).toBe(5);
  });
});
