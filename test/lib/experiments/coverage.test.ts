import {describe, expect, it} from "vitest";
import type {ProportionArm} from "../../../lib/experiments/arms.js";
import {difference} from "../../../lib/experiments/bayes/difference.js";
import {credibleInterval, posteriorOf} from "../../../lib/experiments/bayes/posterior.js";
import {flatPrior} from "../../../lib/experiments/bayes/prior.js";
import {planTest} from "../../../lib/experiments/plan/planTest.js";
import {chiSquareTest} from "../../../lib/experiments/read/chiSquare.js";
import {fisher} from "../../../lib/experiments/read/fisher.js";
import {welch} from "../../../lib/experiments/read/means.js";
import {clopperPearson, wilson} from "../../../lib/experiments/read/oneProportion.js";
import type {DifferenceMethod} from "../../../lib/experiments/read/proportionIntervals.js";
import {differenceInterval} from "../../../lib/experiments/read/proportionIntervals.js";
import {sampleRatio} from "../../../lib/experiments/read/sampleRatio.js";
import {twoProportions} from "../../../lib/experiments/read/twoProportions.js";
import {
  coverageTrials,
  exactShare,
  exactShareOfTwo,
  simulatedShare,
  sizeTrials,
  within
} from "../../../tools/bench/coverage.js";

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));

/** Rates in the middle of as many equal steps from 0 to 1. */
const rates = (count: number) => Array.from({length: count}, (_, i) => (i + 0.5) / count);

it("enumerates to chances of 1", () => {
  expect(exactShare(2, 0.5, ({converted}) => converted === 1)).toBeCloseTo(0.5, 12);
  expect(exactShare(2000, 0.01, () => true)).toBeCloseTo(1, 9);
  expect(exactShareOfTwo([1, 1], [0.5, 0.5], (a, b) => a.converted === b.converted)).toBeCloseTo(0.5, 12);
  expect(exactShareOfTwo([300, 200], [0.1, 0.9], () => true)).toBeCloseTo(1, 9);
  expect(within({low: 0, high: null}, 3)).toBe(true);
  expect(simulatedShare((draws) => draws.normal(0, 1) < 0, 400, 1)).toBeGreaterThan(0.4);
});

describe("95 % intervals of one rate, enumerated", () => {
  const coverage = (n: number, rate: number, of: (arm: ProportionArm) => {low: number; high: number}) =>
    exactShare(n, rate, (arm) => within(of(arm), rate));

  it.each([10, 30, 100, 300])("Wilson's cover as promised on average over all rates, at %i users", (n) => {
    const all = rates(200).map((rate) => coverage(n, rate, ({converted, users}) => wilson(converted, users)));
    expect(Math.abs(mean(all) - 0.95)).toBeLessThan(0.008);
    expect(least(all)).toBeGreaterThan(0.82);
  });

  it.each([10, 50, 200])("Clopper and Pearson's never cover less, at %i users", (n) => {
    const all = rates(150).map((rate) =>
      coverage(n, rate, ({converted, users}) => clopperPearson(converted, users))
    );
    expect(least(all)).toBeGreaterThanOrEqual(0.95);
    expect(mean(all)).toBeLessThan(0.99);
  });

  it("credible ones with a flat prior cover as promised over that prior", () => {
    const all = rates(2000).map((rate) =>
      coverage(20, rate, ({converted, users}) =>
        credibleInterval({a: converted + 1, b: users - converted + 1}, 0.95)
      )
    );
    expect(mean(all)).toBeCloseTo(0.95, 3);
  });
});

describe("95 % intervals of a difference of two rates, enumerated", () => {
  const sizes = [
    [20, 20],
    [50, 50],
    [30, 90]
  ] as const;
  const grid = [0.02, 0.05, 0.1, 0.3, 0.5, 0.8];
  const pairs = grid.flatMap((a) => grid.map((b) => [a, b] as const));
  const coverage = (method: DifferenceMethod, users: readonly [number, number]) => {
    const known = new Map<string, ReturnType<typeof differenceInterval>>();
    const interval = (a: ProportionArm, b: ProportionArm) => {
      const key = `${a.converted} ${b.converted}`;
      const found = known.get(key) ?? differenceInterval(a, b, method);
      known.set(key, found);
      return found;
    };
    return pairs.map((pair) =>
      exactShareOfTwo(users, pair, (a, b) => within(interval(a, b), pair[1] - pair[0]))
    );
  };

  it.each(sizes)(
    "Newcombe's, Agresti and Caffo's and the score's cover as promised, at %i and %i users",
    (...users) => {
      for (const method of ["newcombe", "agresti-caffo", "score"] as const) {
        const all = coverage(method, users);
        expect(mean(all), method).toBeGreaterThan(0.943);
        expect(mean(all), method).toBeLessThan(0.975);
        expect(least(all), method).toBeGreaterThan(0.9);
      }
    }
  );

  it("Wald's cover too seldom, which is why it is not what is shown first", () => {
    expect(least(coverage("wald", [20, 20]))).toBeLessThan(0.8);
  });

  it("credible ones with flat priors cover as promised over those priors", () => {
    const n = 12;
    const ends = Array.from({length: n + 1}, (_, i) =>
      Array.from({length: n + 1}, (_, j) => {
        const [a, b] = [i, j].map((converted) => posteriorOf({name: "a", users: n, converted}, flatPrior));
        if (!a.ok || !b.ok) throw new Error("no posterior");
        const {quantile} = difference(a.value, b.value, "absolute");
        return {low: quantile(0.025), high: quantile(0.975)};
      })
    );
    const all = rates(40).flatMap((p) =>
      rates(40).map((q) =>
        exactShareOfTwo([n, n], [p, q], (a, b) => within(ends[a.converted][b.converted], q - p))
      )
    );
    expect(Math.abs(mean(all) - 0.95)).toBeLessThan(0.003);
  });
});

describe("tests of nothing, enumerated", () => {
  const size = (
    users: readonly [number, number],
    rate: number,
    p: (a: ProportionArm, b: ProportionArm) => number
  ) => exactShareOfTwo(users, [rate, rate], (a, b) => p(a, b) < 0.05);
  const z = (a: ProportionArm, b: ProportionArm) => {
    const tested = twoProportions(a, b);
    return tested.ok ? tested.value.p : 1;
  };
  const table = (a: ProportionArm, b: ProportionArm) =>
    [a, b].map(({users, converted}) => [converted, users - converted]);

  it("the z-test and the chi-square test are wrong in about 5 of 100, and agree", () => {
    for (const [users, rate] of [
      [[200, 200], 0.2],
      [[400, 200], 0.1],
      [[150, 150], 0.5]
    ] as const) {
      const chance = size(users, rate, z);
      expect(Math.abs(chance - 0.05)).toBeLessThan(0.012);
      const chi = size(users, rate, (a, b) => {
        const tested = chiSquareTest(table(a, b));
        return tested.ok ? tested.value.p : 1;
      });
      expect(chi).toBeCloseTo(chance, 9);
    }
  });

  it("Fisher's test is never wrong more often", () => {
    const all = [0.05, 0.2, 0.5].map((rate) => size([30, 40], rate, (a, b) => fisher(a, b).p));
    expect(most(all)).toBeLessThanOrEqual(0.05);
    expect(least(all)).toBeGreaterThan(0);
  });

  it("the sample-ratio check alarms in one of a thousand", () => {
    for (const [users, share] of [
      [1000, 0.5],
      [5000, 0.5],
      [4000, 0.1]
    ] as const) {
      const chance = (limit: number) =>
        exactShare(users, share, ({converted}) => {
          const checked = sampleRatio([users - converted, converted], [1 - share, share]);
          return checked.ok && checked.value.p < limit;
        });
      expect(Math.abs(chance(0.001) - 0.001)).toBeLessThan(0.0003);
      expect(Math.abs(chance(0.05) - 0.05)).toBeLessThan(0.008);
    }
  });
});

describe("power of a plan", () => {
  const request = {alpha: 0.05, power: 0.8, sides: 2, arms: 2, ratio: 1, correction: "none"} as const;

  it.each([
    [0.2, 0.05],
    [0.05, 0.02],
    [0.5, -0.1]
  ])("is reached by the users planned for %d and %d more, enumerated", (baseline, effect) => {
    const plan = planTest({...request, metric: {kind: "proportion", baseline, formula: "pooled"}, effect});
    if (!plan.ok) throw new Error(plan.message);
    const {control, each} = plan.value;
    const power = (users: readonly [number, number]) =>
      exactShareOfTwo(users, [baseline, baseline + effect], (a, b) => {
        const tested = twoProportions(a, b);
        return tested.ok && tested.value.p < 0.05;
      });
    expect(Math.abs(power([control, each]) - 0.8)).toBeLessThan(0.01);
    const fewer = Math.round(control * 0.8);
    expect(power([fewer, fewer])).toBeLessThan(0.74);
  });

  it("is reached by the users planned for a mean, simulated", () => {
    const metric = {kind: "mean", mean: 10, sd: 4, formula: "t"} as const;
    const plan = planTest({...request, metric, effect: 2});
    if (!plan.ok) throw new Error(plan.message);
    const {control, each} = plan.value;
    const times = 2000;
    const found = simulatedShare(
      (draws) => {
        const [a, b] = [
          [control, 10],
          [each, 12]
        ].map(([users, middle], i) => {
          const values = Array.from({length: users}, () => draws.normal(middle, 4));
          const average = mean(values);
          const variance = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / (users - 1);
          return {name: String(i), n: users, mean: average, variance};
        });
        const read = welch(a, b);
        return read.ok && read.value.p < 0.05;
      },
      times,
      11
    );
    expect(Math.abs(found - 0.8)).toBeLessThan(3.5 * Math.sqrt((0.8 * 0.2) / times));
  });
});

describe("simulated", () => {
  const times = 1200;
  const error = 3.5 * Math.sqrt((0.05 * 0.95) / times);

  it.each(Object.entries(coverageTrials))(
    "%s: holds the truth as often as promised",
    (_, {trial, atLeast}) => {
      const runs = atLeast ? 250 : times;
      const share = simulatedShare(trial, runs, 5);
      expect(share).toBeGreaterThan(0.95 - 3.5 * Math.sqrt((0.05 * 0.95) / runs));
      if (!atLeast) expect(share).toBeLessThan(0.95 + error);
    }
  );

  it.each(Object.entries(sizeTrials))("%s: is wrong in about 5 of 100", (_, trial) => {
    expect(Math.abs(simulatedShare(trial, times, 7) - 0.05)).toBeLessThan(error);
  });
});
