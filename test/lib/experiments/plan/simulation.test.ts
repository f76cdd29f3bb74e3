import {describe, expect, it} from "vitest";
import {drawsFrom} from "../../../../lib/distributions/draws.js";
import {normalQuantile} from "../../../../lib/distributions/normal.js";
import {tQuantile} from "../../../../lib/distributions/studentT.js";
import type {PlanRequest} from "../../../../lib/experiments/plan/planTest.js";
import {planTest} from "../../../../lib/experiments/plan/planTest.js";
import {revenuePerUser} from "../../../../lib/experiments/plan/spread.js";
import {randomSource} from "../../../../lib/random/source.js";

const tests = 4000;
const error = Math.sqrt((0.8 * 0.2) / tests);
const base = {alpha: 0.05, power: 0.8, sides: 2, arms: 2, ratio: 1, correction: "none"} as const;

/** The sizes of a plan, and the share of simulated tests of those sizes that are significant. */
function simulate(request: PlanRequest, significant: (control: number, each: number) => boolean): number {
  const plan = planTest(request);
  if (!plan.ok) throw new Error(plan.message);
  let found = 0;
  for (let i = 0; i < tests; i++) if (significant(plan.value.control, plan.value.each)) found++;
  return found / tests;
}

describe("tests of the planned size find the effect as often as planned", () => {
  it.each([
    [0.2, 0.05, 1],
    [0.05, 0.01, 1],
    [0.3, -0.06, 1],
    [0.1, 0.03, 2]
  ])(
    "for shares from %d by %d, %d users in the variant for one in the control",
    (baseline, effect, ratio) => {
      const {binomial} = drawsFrom(randomSource(11, Math.round(1000 * baseline)));
      const critical = normalQuantile(0.975);
      const share = simulate(
        {...base, metric: {kind: "proportion", baseline, formula: "pooled"}, effect, ratio},
        (control, each) => {
          const [a, b] = [binomial(control, baseline), binomial(each, baseline + effect)];
          const pooled = (a + b) / (control + each);
          const spread = Math.sqrt(pooled * (1 - pooled) * (1 / control + 1 / each));
          return Math.abs(b / each - a / control) / spread > critical;
        }
      );
      expect(Math.abs(share - 0.8)).toBeLessThan(3.5 * error);
    }
  );

  it("for means of few users, by Student's t", () => {
    const {normal, gamma} = drawsFrom(randomSource(12));
    const share = simulate(
      {...base, metric: {kind: "mean", mean: 10, sd: 4, formula: "t"}, effect: 3},
      (control, each) => {
        const df = control + each - 2;
        const spread = 16 * (1 / control + 1 / each);
        const difference = normal(3, Math.sqrt(spread));
        const estimated = Math.sqrt((spread * 2 * gamma(df / 2)) / df);
        return Math.abs(difference / estimated) > tQuantile(0.975, df);
      }
    );
    expect(Math.abs(share - 0.8)).toBeLessThan(3.5 * error);
  });

  it("for revenue per user, of whom most buy nothing", () => {
    const {binomial, gamma} = drawsFrom(randomSource(13));
    const [buyers, shape, scale] = [0.05, 0.8, 150];
    const pattern = revenuePerUser({buyers, mean: shape * scale, sd: Math.sqrt(shape) * scale});
    if (!pattern.ok) throw new Error(pattern.message);
    const {mean, sd} = pattern.value;
    const effect = 0.2 * mean;
    const revenue = (users: number, share: number) => {
      const bought = binomial(users, share);
      return bought === 0 ? 0 : (scale * gamma(bought * shape)) / users;
    };
    const share = simulate(
      {...base, metric: {kind: "mean", mean, sd, formula: "t"}, effect},
      (control, each) => {
        const lift = revenue(each, buyers * 1.2) - revenue(control, buyers);
        return Math.abs(lift) / (sd * Math.sqrt(1 / control + 1 / each)) > normalQuantile(0.975);
      }
    );
    expect(Math.abs(share - 0.8)).toBeLessThan(3.5 * error);
  });

  it("and raise a false alarm as often as alpha allows", () => {
    const {binomial} = drawsFrom(randomSource(14));
    const share = simulate(
      {...base, metric: {kind: "proportion", baseline: 0.2, formula: "pooled"}, effect: 0.05},
      (control) => {
        const [a, b] = [binomial(control, 0.2), binomial(control, 0.2)];
        const pooled = (a + b) / (2 * control);
        return (
          Math.abs(b - a) / control / Math.sqrt((pooled * (1 - pooled) * 2) / control) > normalQuantile(0.975)
        );
      }
    );
    expect(Math.abs(share - 0.05)).toBeLessThan(3.5 * Math.sqrt((0.05 * 0.95) / tests));
  });
});
