import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {bestOf} from "../../../../lib/experiments/bayes/best.js";
import {normalBelief} from "../../../../lib/experiments/bayes/normalBelief.js";
import type {Estimate} from "../../../../lib/experiments/bayes/normalEffect.js";
import {
  absoluteEffect,
  effectPosterior,
  meanEstimate,
  rateEstimate,
  relativeEffect
} from "../../../../lib/experiments/bayes/normalEffect.js";
import {formatEffect, readMeans} from "../../../../lib/experiments/bayes/readMeans.js";
import type {Result} from "../../../../lib/result.js";
import {referenceDir} from "../../../support/paths.js";

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}
const messageOf = (result: Result<unknown>) => (result.ok ? "" : result.message);
const near = (found: number | null | undefined, expected: number, within: number) =>
  expect(Math.abs((found ?? NaN) - expected)).toBeLessThan(within);

interface Sums {
  n: number;
  sum: number;
  sum_squares: number;
}
interface EffectCase {
  kind: string;
  a: Sums;
  b: Sums;
  prior: string | {mean: number; variance: number};
  expected: number;
  ci: [number, number];
  sd: number;
  chance_to_win: number;
  risk?: [number, number];
  mu: number;
  sigma: number;
}
interface Posterior {
  expected: number;
  ci: [number, number];
}
/** GrowthBook's variance of a quantile is (n - 1) / n of what the interval's ends say. */
interface QuantileCase {
  n_c: number;
  n_t: number;
  q_c: number;
  q_t: number;
  lo_c: number;
  lo_t: number;
  hi_c: number;
  hi_t: number;
  absolute_flat: Posterior;
  absolute_prior_N01: Posterior;
  relative_prior_var1e6: Posterior;
  relative_prior_var1: Posterior;
}
interface Reference {
  bayes_effect: EffectCase[];
  quantile_bayes: QuantileCase[];
  relative_diff: {a: number; b: number; v: number}[];
}
const file = join(referenceDir, "ab/growthbook_cases.json");
const meanArm = (name: string, {n, sum, sum_squares}: Sums) => ({
  name,
  users: n,
  sum,
  sumSquares: sum_squares
});

describe("GrowthBook's cases of the normal model", () => {
  const reference = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Reference) : undefined;
  const effects = reference?.bayes_effect ?? [];

  it.each(effects.filter(({kind}) => kind === "mean" || kind === "proportion"))(
    "effect of $kind, prior $prior",
    (given) => {
      const estimate = (sums: Sums): Estimate | null =>
        given.kind === "mean"
          ? valueOf(meanEstimate(meanArm("x", sums)))
          : rateEstimate({name: "x", users: sums.n, converted: sums.sum});
      const [control, treatment] = [estimate(given.a), estimate(given.b)];
      if (!control || !treatment) throw new Error("no users");
      const prior = typeof given.prior === "string" ? null : given.prior;
      const found = valueOf(effectPosterior(valueOf(relativeEffect(control, treatment)), prior, 0.95));
      near(found.expected, given.expected, 6e-6);
      near(found.sd, given.sd, 6e-6);
      near(found.interval?.low, given.ci[0], 6e-6);
      near(found.interval?.high, given.ci[1], 6e-6);
      near(found.chanceToWin, given.chance_to_win, 6e-6);
      if (!given.risk) return;
      near(found.risk?.control, given.risk[0], 6e-6);
      near(found.risk?.treatment, given.risk[1], 6e-6);
    }
  );

  it("risk of a normal effect", () => {
    const [given] = effects.filter(({kind}) => kind.startsWith("risk"));
    const found = valueOf(effectPosterior({value: given.mu, variance: given.sigma ** 2}, null, 0.95));
    near(found.risk?.control, given.risk?.[0] ?? NaN, 1e-12);
    near(found.risk?.treatment, given.risk?.[1] ?? NaN, 1e-12);
  });

  it("empty data says that nothing is known", () => {
    const [given] = effects.filter(({kind}) => kind === "empty data");
    expect(valueOf(effectPosterior(null, null, 0.95))).toEqual({
      expected: given.expected,
      sd: null,
      interval: null,
      chanceToWin: given.chance_to_win,
      risk: null
    });
  });

  it("effect on a quantile, with priors", () => {
    const [given] = reference?.quantile_bayes ?? [];
    const side = (value: number, half: number, n: number): Estimate => ({
      value,
      variance: ((n - 1) / n) * (half / 1.959963984540054) ** 2
    });
    const control = side(given.q_c, (given.hi_c - given.lo_c) / 2, given.n_c);
    const treatment = side(given.q_t, (given.hi_t - given.lo_t) / 2, given.n_t);
    const absolute = absoluteEffect(control, treatment);
    const relative = valueOf(relativeEffect(control, treatment));
    for (const [effect, prior, expected] of [
      [absolute, null, given.absolute_flat],
      [absolute, {mean: 0, variance: given.q_c ** 2}, given.absolute_prior_N01],
      [relative, {mean: 0, variance: 1e6}, given.relative_prior_var1e6],
      [relative, {mean: 0, variance: 1}, given.relative_prior_var1]
    ] as const) {
      const found = valueOf(effectPosterior(effect, prior, 0.95));
      near(found.expected, expected.expected, 1e-8);
      near(found.interval?.low, expected.ci[0], 1e-8);
      near(found.interval?.high, expected.ci[1], 1e-8);
    }
  });

  it.each(reference?.relative_diff ?? [])("relative difference of $a and $b is $v", ({a, b, v}) => {
    near(valueOf(relativeEffect({value: a, variance: 1}, {value: b, variance: 1})).value, v, 1e-12);
  });
});

const [a, b] = [
  {name: "A", users: 10, sum: 100, sumSquares: 1002.25},
  {name: "B", users: 10, sum: 105, sumSquares: 1111.5}
];
const question = {kind: "relative", prior: null, level: 0.95, care: 0.01} as const;

describe("means", () => {
  it("answer the examples of their documentation", () => {
    expect(valueOf(meanEstimate({name: "A", users: 4, sum: 8, sumSquares: 22}))).toEqual({
      value: 2,
      variance: 0.5
    });
    expect(rateEstimate({name: "A", users: 100, converted: 50})).toEqual({value: 0.5, variance: 0.0025});
    near(valueOf(readMeans([a, b], question)).arms[1].effect?.chanceToWin, 0.91923, 6e-6);
    expect(normalBelief(10, 2).cdf(10)).toBe(0.5);
  });

  it("agree between quadrature and the closed form of a normal difference", () => {
    const {arms, method} = valueOf(readMeans([a, b], {...question, kind: "absolute"}));
    expect(method).toBe("effect");
    const [control, treatment] = bestOf(arms.map(({mean, sd}) => normalBelief(mean, sd)));
    near(treatment.chance, arms[1].chance, 1e-9);
    near(treatment.loss, arms[1].loss, 1e-9);
    near(control.loss, arms[0].loss, 1e-9);
  });

  it("of three arms stand as two do where the third is hopeless, in the unit of the effect", () => {
    const third = {name: "C", users: 10, sum: 10, sumSquares: 12};
    for (const kind of ["absolute", "relative"] as const) {
      const {arms, method} = valueOf(readMeans([a, b, third], {...question, kind}));
      const two = valueOf(readMeans([a, b], {...question, kind: "absolute"})).arms;
      expect(method).toBe("quadrature");
      near(arms[1].chance, two[1].chance, 1e-9);
      near(arms[1].loss, two[1].loss / (kind === "relative" ? 10 : 1), 1e-9);
      near(arms[2].chance, 0, 1e-9);
    }
    expect(formatEffect(0.0123, "relative")).toBe("1.23\u00a0%");
  });

  it("move towards a prior by its precision", () => {
    const found = valueOf(effectPosterior({value: 1, variance: 1}, {mean: 0, variance: 1}, 0.95));
    near(found.expected, 0.5, 1e-15);
    near(found.sd, Math.SQRT1_2, 1e-15);
    expect(valueOf(effectPosterior(null, {mean: 0.2, variance: 4}, 0.95)).expected).toBe(0.2);
  });

  it("refuse with a sentence what has no spread, no users, no base or impossible sums", () => {
    const none = {name: "N", users: 0, sum: 0, sumSquares: 0};
    expect(messageOf(readMeans([a, none], question))).toMatch(/no users yet/);
    expect(messageOf(readMeans([a, {name: "N", users: 1, sum: 1, sumSquares: 1}], question))).toMatch(
      /one user/
    );
    expect(messageOf(readMeans([a, {name: "N", users: 4, sum: 8, sumSquares: 16}], question))).toMatch(
      /same value/
    );
    expect(messageOf(readMeans([a, {name: "N", users: 4, sum: 8, sumSquares: 1}], question))).toMatch(
      /too small/
    );
    const zero = {name: "Z", users: 4, sum: 0, sumSquares: 4};
    expect(messageOf(readMeans([zero, a], question))).toMatch(/control’s mean is 0/);
    expect(readMeans([zero, a], {...question, kind: "absolute"}).ok).toBe(true);
    expect(messageOf(readMeans([a, b], {...question, prior: {mean: 0, variance: 0}}))).toMatch(/above 0/);
    expect(messageOf(meanEstimate({name: "N", users: 4, sum: NaN, sumSquares: 1}))).toMatch(/numbers/);
    expect(messageOf(meanEstimate({name: "N", users: 4, sum: 8, sumSquares: 1}))).toMatch(/smaller/);
  });
});
