import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import type {TestDesign} from "../../../../lib/experiments/plan/power.js";
import {meanPower} from "../../../../lib/experiments/plan/meanPower.js";
import {cohenH, proportionPower} from "../../../../lib/experiments/plan/proportionPower.js";
import {planTest} from "../../../../lib/experiments/plan/planTest.js";
import {smallestEffect, usersFor} from "../../../../lib/experiments/plan/solve.js";
import {referenceDir} from "../../../support/paths.js";

const folder = join(referenceDir, "ab");
const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), "utf8")) as T;

interface Pair {
  p1: number;
  p2: number;
  alpha: number;
  power: number;
}
interface R {
  power_prop_test_n_per_group: (Pair & {n_two_sided: number; n_one_sided: number})[];
  power_prop_test_power: {n: number; p1: number; p2: number; power: number; power_strict: number}[];
  power_prop_test_mde: {n: number; p1: number; power: number; p2: number}[];
  power_t_test: {delta: number; sd: number; alpha: number; power: number; n_per_group: number}[];
  power_t_test_n20_d1: number;
}
interface Statsmodels {
  proportion_power: (Pair & {cohen_h: number; n_normal_ind: number; n_ttest_ind: number})[];
  ttest_power: {d: number; alpha: number; power: number; ratio: number; n1: number}[];
}
interface Miller {
  cases: {
    baseline: number;
    abs_mde: number;
    alpha: number;
    power: number;
    n_per_variation: number;
    rounded: number;
  }[];
}
interface GrowthBook {
  mid_experiment_power: {
    a: {n: number; sum: number; sum_squares: number};
    b: {n: number; sum: number; sum_squares: number};
    mde: number;
    power: number;
    scaling_factor: {frequentist: number};
  };
}

const design = (alpha = 0.05, sides: 1 | 2 = 2, ratio = 1): TestDesign => ({alpha, sides, ratio});
const near = (value: number, expected: number, relative = 1e-6) =>
  expect(Math.abs(value / expected - 1)).toBeLessThan(relative);
function solved(result: ReturnType<typeof usersFor>): number {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

describe("R's power.prop.test", () => {
  const r = read<R>("r_reference.json");

  it("asks for as many users", () => {
    for (const {p1, p2, alpha, power, n_two_sided, n_one_sided} of r.power_prop_test_n_per_group) {
      const users = (sides: 1 | 2) =>
        solved(usersFor(proportionPower(p1, design(alpha, sides), "pooled"), p2 - p1, power));
      near(users(2), n_two_sided);
      near(users(1), n_one_sided);
    }
    expect(r.power_prop_test_n_per_group.length).toBeGreaterThan(5);
  });

  it("has the same power, strict and not", () => {
    for (const {n, p1, p2, power, power_strict} of r.power_prop_test_power) {
      near(proportionPower(p1, design(), "pooled")(n, p2 - p1), power, 1e-9);
      near(proportionPower(p1, design(), "pooled-strict")(n, p2 - p1), power_strict, 1e-9);
    }
  });

  it("finds the same smallest effect", () => {
    for (const {n, p1, power, p2} of r.power_prop_test_mde) {
      const effect = smallestEffect(proportionPower(p1, design(), "pooled"), n, power, 1 - p1);
      near(p1 + solved(effect), p2, 1e-6);
    }
  });
});

describe("R's power.t.test", () => {
  const r = read<R>("r_reference.json");

  it("asks for as many users, as far as its iteration goes", () => {
    for (const {delta, sd, alpha, power, n_per_group} of r.power_t_test)
      near(solved(usersFor(meanPower(sd, design(alpha), "t"), delta, power)), n_per_group, 1e-3);
  });

  it("has the same power", () => near(meanPower(1, design(), "t")(20, 1), r.power_t_test_n20_d1, 1e-9));
});

describe("statsmodels", () => {
  const s = read<Statsmodels>("statsmodels.json");

  it("has the same Cohen's h, and users by the normal and the t distribution", () => {
    for (const {p1, p2, alpha, power, cohen_h, n_normal_ind, n_ttest_ind} of s.proportion_power) {
      const h = cohenH(p1, p2);
      near(Math.abs(h), cohen_h, 1e-12);
      near(solved(usersFor(proportionPower(p1, design(alpha), "arcsine"), p2 - p1, power)), n_normal_ind);
      near(solved(usersFor(meanPower(1, design(alpha), "normal"), h, power)), n_normal_ind);
      near(solved(usersFor(meanPower(1, design(alpha), "t-strict"), h, power)), n_ttest_ind);
    }
  });

  it("has as many users by Student's t, in arms of equal and unequal size", () => {
    for (const {d, alpha, power, ratio, n1} of s.ttest_power)
      near(solved(usersFor(meanPower(1, design(alpha, 2, ratio), "t-strict"), d, power)), n1);
  });
});

describe("Evan Miller's calculator", () => {
  it("says the same whole numbers", () => {
    for (const {baseline, abs_mde, alpha, power, n_per_variation, rounded} of read<Miller>(
      "evan_miller_sample_size.json"
    ).cases) {
      const plan = planTest({
        metric: {kind: "proportion", baseline, formula: "baseline"},
        effect: abs_mde,
        alpha,
        power,
        sides: 2,
        arms: 2,
        ratio: 1,
        correction: "none"
      });
      if (!plan.ok) throw new Error(plan.message);
      near(plan.value.exact, n_per_variation);
      expect([plan.value.control, plan.value.each]).toEqual([rounded, rounded]);
    }
  });
});

describe("GrowthBook's power in the middle of a test", () => {
  it("asks for as many times the users so far, within the steps of its search", () => {
    const {a, b, mde, power, scaling_factor} = read<GrowthBook>("growthbook_cases.json").mid_experiment_power;
    const variance = ({n, sum, sum_squares}: typeof a) => (sum_squares - sum ** 2 / n) / (n - 1);
    const mean = a.sum / a.n;
    const lift = b.sum / b.n / mean;
    const sd = Math.sqrt((variance(b) + variance(a) * lift ** 2) / 2) / mean;
    const users = solved(usersFor(meanPower(sd, design(), "normal"), mde, power));
    near(users / a.n - 1, scaling_factor.frequentist, 1e-4);
  });
});
