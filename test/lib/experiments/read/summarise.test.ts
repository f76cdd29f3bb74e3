import {describe, expect, it} from "vitest";
import {cuped} from "../../../../lib/experiments/read/cuped.js";
import {mannWhitney} from "../../../../lib/experiments/read/mannWhitney.js";
import {welch} from "../../../../lib/experiments/read/means.js";
import {ratioStatistic} from "../../../../lib/experiments/read/statistic.js";
import {summariseUsers} from "../../../../lib/experiments/read/summarise.js";
import {drawsFrom} from "../../../../lib/distributions/draws.js";
import {randomSource} from "../../../../lib/random/source.js";
import type {Users} from "../../../../lib/experiments/users.js";
import {close, given, refusal, statisticOf} from "./support.js";

/** Two arms of n users each, with a covariate, a day and a number of orders. */
function simulated(n: number, effect: number, seed = 1): Users & {before: Float64Array} {
  const {normal} = drawsFrom(randomSource(seed));
  const arm = Uint8Array.from({length: 2 * n}, (_, i) => i % 2);
  const before = Float64Array.from(arm, () => normal(100, 20));
  const outcome = before.map((value, i) => value + normal(0, 10) + (arm[i] ? effect : 0));
  const day = Int32Array.from(arm, (_, i) => 17000 + Math.floor((14 * i) / (2 * n)));
  return {arms: ["control", "variant"], arm, outcome, before, day};
}

describe("users summed up", () => {
  it("give rates where all outcomes are 0 or 1", () => {
    const summary = given(
      summariseUsers({arms: ["a", "b"], arm: Uint8Array.of(0, 0, 1, 1), outcome: Float64Array.of(0, 1, 1, 1)})
    );
    expect(summary.kind).toBe("proportion");
    expect(summary.proportions).toEqual([
      {name: "a", users: 2, converted: 1},
      {name: "b", users: 2, converted: 2}
    ]);
  });

  it("give means, ranks, days, and a narrower interval by their past", () => {
    const users = simulated(500, 3);
    const summary = given(summariseUsers(users));
    const [a, b] = summary.statistics;
    const raw = given(welch(a, b));
    expect(summary.kind).toBe("mean");
    expect(summary.ranks[0]?.superiority).toBeGreaterThan(0.5);
    if (typeof summary.cuped === "string" || !summary.cuped) throw new Error("no CUPED");
    expect(summary.cuped.varianceReduction).toBeGreaterThan(0.7);
    const adjusted = given(welch(summary.cuped.statistics[0], summary.cuped.statistics[1]));
    expect(adjusted.standardError).toBeLessThan(0.6 * raw.standardError);
    expect(summary.daily).toHaveLength(14);
    const last = summary.daily[13];
    close(last.difference, raw.estimate, 1e-6);
    close(last.p, raw.p, 1e-6);
    expect(last.users).toBe(1000);
  });

  it("keep a small spread of large values", () => {
    const values = [1e9 + 0.1, 1e9 + 0.2, 1e9 + 0.3];
    const summary = given(
      summariseUsers({
        arms: ["a", "b"],
        arm: Uint8Array.of(0, 0, 0, 1, 1, 1),
        outcome: Float64Array.from([...values, ...values])
      })
    );
    close(summary.statistics[0].variance, 0.01, 1e-4);
  });

  it("cap outliers over all arms together, and say how many", () => {
    const outcome = Float64Array.from({length: 200}, (_, i) => i + 0.5);
    const arm = Uint8Array.from(outcome, (_, i) => i % 2);
    const {capped, means} = given(summariseUsers({arms: ["a", "b"], arm, outcome}, {capAt: 0.9}));
    expect(capped).toEqual({cap: 179.6, users: 20});
    expect(means[0].sum + means[1].sum).toBeCloseTo(180 * 90 + 20 * 179.6, 6);
  });

  it("give ratios by the delta method where there is a denominator", () => {
    const denominator = Float64Array.from({length: 600}, (_, i) => 1 + (i % 3));
    const users = {...simulated(300, 0), denominator};
    const summary = given(summariseUsers(users));
    expect(summary.kind).toBe("ratio");
    expect(summary.cuped).toMatch(/not applied to ratios/);
    const [{mean, variance}] = summary.statistics;
    const linear = [...users.outcome.keys()]
      .filter((i) => users.arm[i] === 0)
      .map((i) => users.outcome[i] - mean * users.denominator[i]);
    const below = users.denominator.filter((_, i) => users.arm[i] === 0);
    const meanBelow = below.reduce((sum, value) => sum + value, 0) / below.length;
    close(variance, statisticOf("", linear).variance / meanBelow ** 2, 1e-9);
  });

  it("say a sentence where there are too few, or nothing to divide by", () => {
    const few = {arms: ["a", "b"], arm: Uint8Array.of(0, 1, 1), outcome: Float64Array.of(0, 1, 2)};
    expect(refusal(summariseUsers(few))).toMatch(/“a” has only one user/);
    const zero = {name: "a", users: 2, above: 1, aboveSquares: 1, below: 0, belowSquares: 0, products: 0};
    expect(refusal(ratioStatistic(zero))).toMatch(/add up to 0/);
    expect(refusal(cuped(Float64Array.of(1, 2, 3), Float64Array.of(5, 5, 5)))).toMatch(
      /same value from before/
    );
    expect(refusal(cuped(Float64Array.of(1, 2, 3), Float64Array.of(NaN, 5, 5)))).toMatch(/Fewer than three/);
    expect(refusal(mannWhitney([1, 1], [1, 1]))).toMatch(/same value/);
    expect(refusal(mannWhitney([], [1]))).toMatch(/no users/);
  });
});

describe("CUPED", () => {
  it("leaves users without a past as they are", () => {
    const result = given(cuped(Float64Array.of(1, 2, 3, 9), Float64Array.of(1, 2, 3, NaN)));
    expect([...result.adjusted]).toEqual([2, 2, 2, 9]);
    expect(result.missing).toBe(1);
    expect(result.varianceReduction).toBeGreaterThan(0);
  });

  it("finds an effect of the planted size without bias", () => {
    let sum = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const users = simulated(200, 3, seed);
      const summary = given(summariseUsers(users));
      if (typeof summary.cuped === "string" || !summary.cuped) throw new Error("no CUPED");
      sum += summary.cuped.statistics[1].mean - summary.cuped.statistics[0].mean;
    }
    expect(Math.abs(sum / 40 - 3)).toBeLessThan(4 * (10 * Math.sqrt(2 / 200 / 40)));
  });
});
