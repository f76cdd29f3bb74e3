import fc from "fast-check";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import type {ProportionArm} from "../../../../lib/experiments/arms.js";
import {bestOf} from "../../../../lib/experiments/bayes/best.js";
import {difference} from "../../../../lib/experiments/bayes/difference.js";
import {
  betaBelief,
  credibleInterval,
  logOdds,
  posteriorOf
} from "../../../../lib/experiments/bayes/posterior.js";
import {betaPrior, flatPrior, informedPrior, jeffreysPrior} from "../../../../lib/experiments/bayes/prior.js";
import {nodes} from "../../../../lib/experiments/bayes/quadrature.js";
import {readRates} from "../../../../lib/experiments/bayes/readRates.js";
import {rootOf} from "../../../../lib/stats/root.js";
import {stopping} from "../../../../lib/experiments/bayes/stopping.js";
import {chanceAbove, compareTwo} from "../../../../lib/experiments/bayes/twoArms.js";
import {formatChance} from "../../../../lib/experiments/bayes/words.js";
import type {Result} from "../../../../lib/result.js";
import {referenceDir} from "../../../support/paths.js";

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}
const messageOf = (result: Result<unknown>) => (result.ok ? "" : result.message);
const arm = (name: string, users: number, converted: number): ProportionArm => ({name, users, converted});
const posterior = (users: number, converted: number, prior = flatPrior) =>
  valueOf(posteriorOf(arm("x", users, converted), prior));
const question = {prior: flatPrior, level: 0.95, care: 0.001};
const near = (found: number, expected: number, within: number) =>
  expect(Math.abs(found - expected)).toBeLessThan(within);

interface ReferenceCase {
  sA: number;
  nA: number;
  sB: number;
  nB: number;
  prior: [number, number];
  p_b_gt_a: number;
  expected_loss_choose_B: number;
  expected_loss_choose_A: number;
  post_mean_A: number;
  ci95_A: [number, number];
  ci95_B: [number, number];
}
const file = join(referenceDir, "ab/bayes_beta_binomial.json");

describe("the reference cases of two rates", () => {
  const {cases} = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as {cases: ReferenceCase[]})
    : {cases: []};
  it.each(cases)("$sA of $nA against $sB of $nB, in closed form and by quadrature, to 1e-9", (given) => {
    const [a, b] = given.prior;
    const control = posterior(given.nA, given.sA, {a, b});
    const treatment = posterior(given.nB, given.sB, {a, b});
    const two = compareTwo(control, treatment);
    expect(two.method).toBe("closed form");
    const [first, second] = bestOf([control, treatment]);
    for (const [keep, take] of [
      [two.control, two.treatment],
      [first, second]
    ]) {
      near(take.chance, given.p_b_gt_a, 1e-9);
      near(take.loss, given.expected_loss_choose_B, 1e-9);
      near(keep.loss, given.expected_loss_choose_A, 1e-9);
    }
    near(1 - difference(control, treatment, "absolute").cdf(0), given.p_b_gt_a, 1e-9);
    near(1 - difference(control, treatment, "relative").cdf(0), given.p_b_gt_a, 1e-9);
    near(control.mean, given.post_mean_A, 1e-12);
    near(credibleInterval(control, 0.95).low, given.ci95_A[0], 1e-9);
    near(credibleInterval(treatment, 0.95).high, given.ci95_B[1], 1e-9);
  });
});

describe("two rates", () => {
  it("answer the examples of their documentation", () => {
    near(chanceAbove({a: 1, b: 11}, {a: 2, b: 10}) ?? 0, 16 / 21, 1e-14);
    near(compareTwo(betaBelief("A", 2, 2), betaBelief("B", 2, 2)).treatment.loss, 9 / 70, 1e-14);
    near(bestOf([betaBelief("A", 2, 2), betaBelief("B", 2, 2)])[0].loss, 9 / 70, 1e-13);
    near(betaBelief("A", 2, 2).cdf(0), 0.5, 1e-14);
    near(credibleInterval(betaBelief("A", 1, 1), 0.9).high, 0.95, 1e-12);
    near(difference(betaBelief("A", 1, 1), betaBelief("B", 1, 1), "absolute").cdf(0), 0.5, 1e-12);
    near(posterior(10, 1).mean, 2 / 12, 1e-15);
    expect(logOdds(0.5)).toBe(0);
    near(
      nodes([0, 1], () => 1).reduce((sum, {at, weight}) => sum + weight * at ** 2, 0),
      1 / 3,
      1e-14
    );
    near(
      rootOf((x) => x ** 3 - 8, 0, 10, {x: 1e-12}),
      2,
      1e-11
    );
    near(valueOf(readRates([arm("A", 10, 0), arm("B", 10, 1)], question)).arms[1].chance, 16 / 21, 1e-13);
    expect(formatChance(0.99999)).toBe("more than 99.9\u00a0%");
    expect(formatChance(1e-5)).toBe("less than 0.1\u00a0%");
  });

  it("has the triangle of two flat beliefs as its difference", () => {
    const {cdf, density, quantile} = difference(betaBelief("A", 1, 1), betaBelief("B", 1, 1), "absolute");
    near(cdf(-0.5), 0.125, 1e-9);
    near(density(0.25), 0.75, 1e-9);
    near(quantile(0.02), -0.8, 1e-8);
    near(difference(betaBelief("A", 1, 1), betaBelief("B", 1, 1), "relative").cdf(1), 0.75, 1e-9);
  });

  it("agree with scipy where counts are halves and one arm never converted", () => {
    const {quantile} = difference(
      posterior(10, 0, jeffreysPrior),
      posterior(20, 0, jeffreysPrior),
      "relative"
    );
    near(quantile(0.5), -0.4875, 5e-5);
    near(quantile(0.025), -0.9992, 5e-5);
    near(
      difference(betaBelief("A", 2000, 18000), betaBelief("B", 3, 10), "relative").quantile(0.5),
      1.1671,
      5e-5
    );
  });

  it("follow their identities, whatever the counts and the prior", () => {
    const counts = fc
      .integer({min: 0, max: 400})
      .chain((users) => fc.record({users: fc.constant(users), converted: fc.integer({min: 0, max: users})}));
    const prior = fc.constantFrom(flatPrior, jeffreysPrior, {a: 3.7, b: 40});
    fc.assert(
      fc.property(counts, counts, prior, (one, other, before) => {
        const a = posterior(one.users, one.converted, before);
        const b = posterior(other.users, other.converted, before);
        const {control, treatment} = compareTwo(a, b);
        near(treatment.loss - control.loss, a.mean - b.mean, 1e-9);
        near(compareTwo(b, a).control.chance, treatment.chance, 1e-9);
        const [first, second] = bestOf([a, b]);
        near(second.chance, treatment.chance, 1e-7);
        near(first.loss, control.loss, 1e-7);
        near(1 - difference(a, b, "absolute").cdf(0), treatment.chance, 1e-7);
      }),
      {numRuns: 60}
    );
  });
});

describe("several rates", () => {
  const three = [arm("A", 1000, 100), arm("B", 1000, 120), arm("C", 1000, 110)];

  it("share the chance of being best, and equal arms share it equally", () => {
    const equal = bestOf(Array.from({length: 10}, () => posterior(50_000, 5000)));
    for (const {chance} of equal) near(chance, 0.1, 1e-9);
    const mixed = bestOf([
      posterior(10, 0),
      posterior(1_000_000, 100_000),
      posterior(500, 60),
      posterior(0, 0)
    ]);
    near(
      mixed.reduce((sum, {chance}) => sum + chance, 0),
      1,
      1e-7
    );
  });

  it("agree with scipy's quadrature", () => {
    const {arms, method} = valueOf(readRates(three, question));
    expect(method).toBe("quadrature");
    const expected = [
      [0.046208314989331575, 0.022252730609337624],
      [0.7268864978329831, 0.0022926507690182573],
      [0.22690518717768499, 0.01227269068917794]
    ];
    arms.forEach(({chance, loss}, i) => {
      near(chance, expected[i][0], 1e-7);
      near(loss, expected[i][1], 1e-7);
    });
  });

  it("does not make a hopeless third arm matter", () => {
    const [a, b] = [posterior(1000, 200), posterior(1000, 250)];
    const [, with3] = bestOf([a, b, posterior(100_000, 100)]);
    near(with3.chance, compareTwo(a, b).treatment.chance, 1e-9);
  });
});

describe("degenerate rates", () => {
  it.each([
    ["no conversions", 100, 0],
    ["all converted", 100, 100],
    ["no visitors", 0, 0],
    ["a billion visitors", 1_000_000_000, 1_000_000]
  ])("with %s are read without a number that is none", (_, users, converted) => {
    for (const prior of [flatPrior, jeffreysPrior, {a: 0.1, b: 0.1}]) {
      const {arms} = valueOf(
        readRates([arm("A", users, converted), arm("B", 1000, 100)], {...question, prior})
      );
      for (const {chance, loss, mean, interval, lift} of arms) {
        const numbers = [chance, loss, mean, interval.low, interval.high];
        const effect = lift
          ? [lift.chance, lift.absolute.low, lift.absolute.high, lift.relative.low, lift.relative.high]
          : [];
        expect([...numbers, ...effect].every(Number.isFinite)).toBe(true);
        expect(interval.low).toBeLessThanOrEqual(mean);
      }
      near(arms[0].chance + arms[1].chance, 1, 1e-6);
    }
  });

  it("and what cannot be is refused with a sentence", () => {
    expect(messageOf(readRates([arm("A", 5, 6), arm("B", 5, 1)], question))).toMatch(/more conversions/);
    expect(messageOf(posteriorOf(arm("A", 5, 6), flatPrior))).toMatch(/more conversions/);
    expect(messageOf(posteriorOf(arm("A", -5, 0), flatPrior))).toMatch(/whole numbers/);
    expect(messageOf(betaPrior(0, 1))).toMatch(/no distribution/);
    expect(messageOf(betaPrior(NaN, 1))).toMatch(/two counts/);
    expect(messageOf(informedPrior(1, 10))).toMatch(/above 0 and below 1/);
    expect(messageOf(informedPrior(0.1, 0))).toMatch(/more than 0/);
    expect(messageOf(informedPrior(0.001, 10))).toMatch(/at least 0\.1 conversions/);
    expect(valueOf(informedPrior(0.1, 200))).toEqual({a: 20, b: 180});
  });
});

describe("stopping", () => {
  const standing = (name: string, loss: number, users = 9) => ({name, users, chance: 0.5, loss});

  it("takes the arm of the smallest loss once that is below what matters", () => {
    const decided = stopping([standing("A", 0.02), standing("B", 0.001)], 0.005, String);
    expect(decided).toMatchObject({stop: true, choice: {name: "B"}});
    expect(decided.sentence).toMatch(/stop and take “B”/);
  });

  it("goes on otherwise, keeps the control in a tie, and never decides for an arm that nobody saw", () => {
    expect(stopping([standing("A", 0.02), standing("B", 0.01)], 0.01, String).stop).toBe(false);
    expect(stopping([standing("A", 0.01), standing("B", 0.01)], 1, String).choice.name).toBe("A");
    const unseen = stopping([standing("A", 0.02, 0), standing("B", 0.001)], 1, String);
    expect(unseen.stop).toBe(false);
    expect(unseen.sentence).toMatch(/“A” has no visitors/);
  });
});
