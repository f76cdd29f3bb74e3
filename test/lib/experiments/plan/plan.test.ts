import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {alphaEach} from "../../../../lib/experiments/plan/corrections.js";
import {testCost} from "../../../../lib/experiments/plan/cost.js";
import {durationOf} from "../../../../lib/experiments/plan/duration.js";
import {meanPower} from "../../../../lib/experiments/plan/meanPower.js";
import type {PlanRequest} from "../../../../lib/experiments/plan/planTest.js";
import {detectable, planTest} from "../../../../lib/experiments/plan/planTest.js";
import {inverseUsers} from "../../../../lib/experiments/plan/power.js";
import {cohenH, proportionPower} from "../../../../lib/experiments/plan/proportionPower.js";
import {smallestEffect, usersFor} from "../../../../lib/experiments/plan/solve.js";
import {ratioPerUser, revenuePerUser} from "../../../../lib/experiments/plan/spread.js";
import {weekMix} from "../../../../lib/experiments/plan/weekMix.js";
import type {Result} from "../../../../lib/result.js";

const request: PlanRequest = {
  metric: {kind: "proportion", baseline: 0.2, formula: "pooled"},
  effect: 0.05,
  alpha: 0.05,
  power: 0.8,
  sides: 2,
  arms: 2,
  ratio: 1,
  correction: "none"
};
const design = {alpha: 0.05, sides: 2, ratio: 1} as const;

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

describe("a plan", () => {
  it("answers the examples of its documentation", () => {
    expect(valueOf(planTest(request)).control).toBe(1094);
    expect(valueOf(detectable(request, 1094))).toBeCloseTo(0.04999, 5);
    expect(inverseUsers(100, 1)).toBe(0.02);
    expect(cohenH(0.5, 0.5)).toBe(0);
    expect(proportionPower(0.5, design, "pooled")(50, 0.25)).toBeCloseTo(0.7401659, 7);
    expect(meanPower(1, design, "t")(20, 1)).toBeCloseTo(0.8689528, 7);
    expect(valueOf(usersFor(proportionPower(0.2, design, "pooled"), 0.05, 0.8))).toBeCloseTo(1093.739, 3);
    const smallest = smallestEffect(proportionPower(0.1, design, "pooled"), 1000, 0.8, 0.9);
    expect(valueOf(smallest)).toBeCloseTo(0.0407452, 6);
    expect(valueOf(revenuePerUser({buyers: 0.5, mean: 2, sd: 0}))).toEqual({mean: 1, sd: 1});
    expect(
      valueOf(ratioPerUser({numerator: {mean: 4, sd: 2}, denominator: {mean: 2, sd: 0}, correlation: 0}))
    ).toEqual({mean: 2, sd: 1});
    expect(alphaEach(0.05, 2, "bonferroni")).toBe(0.025);
    expect(valueOf(durationOf(16_316, 1000, 1))).toEqual({days: 17, weeks: 3, wholeDays: 21});
    expect(testCost({control: 100, variants: 300}, 0.1, 2, 50)).toEqual({
      exposed: 300,
      treatment: 600,
      worseOff: 100,
      regret: 500
    });
    const flat = [1, 1, 1, 1, 1, 1, 1];
    expect(weekMix(flat, flat, 1).misplaced).toBeCloseTo(6 / 7, 12);
  });

  it("differs by formula from 20 % to 25 %: 1.094, 1.030 and 1.092", () => {
    const by = (formula: "pooled" | "baseline" | "arcsine") =>
      valueOf(planTest({...request, metric: {kind: "proportion", baseline: 0.2, formula}})).control;
    expect([by("pooled"), by("baseline"), by("arcsine")]).toEqual([1094, 1030, 1092]);
  });

  it("gives back the power, and the effect, that it was made for", () => {
    fc.assert(
      fc.property(
        fc.record({
          baseline: fc.double({min: 0.01, max: 0.9, noNaN: true}),
          size: fc.double({min: 0.02, max: 0.9, noNaN: true}),
          power: fc.double({min: 0.3, max: 0.99, noNaN: true}),
          sides: fc.constantFrom(1 as const, 2 as const),
          ratio: fc.double({min: 0.1, max: 10, noNaN: true}),
          formula: fc.constantFrom("pooled" as const, "baseline" as const, "arcsine" as const),
          up: fc.boolean()
        }),
        ({baseline, size, power, sides, ratio, formula, up}) => {
          const effect = up ? size * (1 - baseline) : -size * baseline;
          const mine: PlanRequest = {
            ...request,
            metric: {kind: "proportion", baseline, formula},
            effect,
            power,
            sides,
            ratio
          };
          const {exact, powerOf, total, control, each} = valueOf(planTest(mine));
          expect(total).toBe(control + each);
          if (exact <= 2) return;
          expect(powerOf(exact, effect)).toBeCloseTo(power, 9);
          // In arms of a few users the power falls again towards the largest effect.
          if (exact * Math.min(1, ratio) < 20) return;
          const found = valueOf(detectable(mine, exact));
          expect(powerOf(exact, Math.sign(effect) * found)).toBeCloseTo(power, 6);
          expect(found / Math.abs(effect)).toBeLessThan(1 + 1e-6);
        }
      )
    );
  });

  it("asks for more users for a smaller effect, more power, less alpha and more arms corrected", () => {
    const users = (change: Partial<PlanRequest>) => valueOf(planTest({...request, ...change})).total;
    const least = users({});
    expect(users({effect: 0.04})).toBeGreaterThan(least);
    expect(users({power: 0.9})).toBeGreaterThan(least);
    expect(users({alpha: 0.01})).toBeGreaterThan(least);
    expect(users({sides: 1})).toBeLessThan(least);
    expect(users({ratio: 3})).toBeGreaterThan(least);
    const four = users({arms: 4});
    expect(four).toBe(2 * least);
    expect(users({arms: 4, correction: "bonferroni"})).toBeGreaterThan(users({arms: 4, correction: "sidak"}));
    expect(users({arms: 4, correction: "sidak"})).toBeGreaterThan(four);
  });

  it("plans means of few users by Student's t, and of many as the normal distribution does", () => {
    const users = (effect: number, formula: "t" | "normal") =>
      valueOf(planTest({...request, metric: {kind: "mean", mean: 10, sd: 5, formula}, effect})).exact;
    expect(users(5, "t")).toBeGreaterThan(users(5, "normal"));
    expect(users(0.005, "t") / users(0.005, "normal")).toBeCloseTo(1, 5);
  });

  const bad: [string, Partial<PlanRequest>, RegExp][] = [
    ["an effect that is none", {effect: NaN}, /^The effect must be a number/],
    ["a baseline of 0", {metric: {kind: "proportion", baseline: 0, formula: "pooled"}}, /^The baseline/],
    ["a baseline of 1", {metric: {kind: "proportion", baseline: 1, formula: "arcsine"}}, /^The baseline/],
    [
      "a baseline that is no number",
      {metric: {kind: "proportion", baseline: NaN, formula: "baseline"}},
      /^The baseline/
    ],
    ["a share over 100\u00a0%", {effect: 0.9}, /20\.00\u00a0% into 110\.00\u00a0%/],
    ["an effect of 0", {effect: 0}, /must not be zero/],
    ["an effect that is no number", {effect: NaN}, /./],
    ["an effect too small for this world", {effect: 1e-9}, /trillion/],
    ["a power of 1", {power: 1}, /certainty/],
    ["a power not above alpha", {power: 0.05}, /above alpha/],
    ["an alpha of 0", {alpha: 0}, /^Alpha/],
    ["an alpha of 1", {alpha: 1}, /^Alpha/],
    ["no spread", {metric: {kind: "mean", mean: 1, sd: 0, formula: "t"}}, /standard deviation/],
    ["a negative spread", {metric: {kind: "mean", mean: 1, sd: -1, formula: "t"}}, /standard deviation/],
    ["one arm", {arms: 1}, /2 to 10 arms/],
    ["half an arm", {arms: 2.5}, /2 to 10 arms/],
    ["no variant", {ratio: 0}, /0\.01 to 100/]
  ];
  it.each(bad)("refuses %s with a sentence", (_, change, message) => {
    for (const result of [
      planTest({...request, ...change}),
      detectable({...request, ...change, effect: change.effect ?? 0.05}, 100)
    ]) {
      if (change.effect === 1e-9 && result.ok) continue;
      if (result.ok) throw new Error("it should have failed");
      expect(result.message).toMatch(message);
      expect(result.message).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it.each([
    [1e6, 1, 2, 2],
    [5, 0.01, 34, 2],
    [3e4, 0.01, 3, 2],
    [1e6, 0.01, 3, 2]
  ])(
    "plans an absurd effect of %d standard deviations too, two users an arm at least",
    (effect, ratio, control, each) => {
      const metric = {kind: "mean", mean: 10, sd: 1, formula: "t"} as const;
      expect(valueOf(planTest({...request, metric, effect, ratio}))).toMatchObject({control, each});
    }
  );

  it("refuses too few users to find anything, and less than two", () => {
    const few = detectable({...request, metric: {kind: "proportion", baseline: 0.2, formula: "pooled"}}, 3);
    expect(few).toMatchObject({ok: false, code: "users"});
    expect(detectable(request, 1)).toMatchObject({ok: false, code: "users"});
  });

  it("is a number over the whole range of sensible and odd requests", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("t" as const, "t-strict" as const, "normal" as const),
        fc.double({min: 1e-4, max: 50, noNaN: true}),
        fc.double({min: 0.01, max: 100, noNaN: true}),
        fc.double({min: 1e-6, max: 0.2, noNaN: true}),
        (formula, effect, ratio, alpha) => {
          const plan = planTest({
            ...request,
            metric: {kind: "mean", mean: 0, sd: 1, formula},
            effect,
            ratio,
            alpha
          });
          if (plan.ok) expect(Number.isFinite(plan.value.total)).toBe(true);
          else expect(plan.message).not.toMatch(/NaN|Infinity|undefined/);
        }
      ),
      {numRuns: 60}
    );
  });
});

describe("several comparisons", () => {
  it("keep the false alarms of all of them at alpha", () => {
    expect(1 - (1 - alphaEach(0.05, 3, "sidak")) ** 3).toBeCloseTo(0.05, 12);
    expect(alphaEach(0.05, 3, "none")).toBe(0.05);
    expect(alphaEach(0.05, 1, "sidak")).toBeCloseTo(0.05, 14);
  });
});

describe("a user's value", () => {
  it("has the mean and spread of the buyers' and the zeros together", () => {
    const spends = [0, 0, 0, 10, 30];
    const mean = 8;
    const variance = spends.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 5;
    const {mean: found, sd} = valueOf(revenuePerUser({buyers: 0.4, mean: 20, sd: 10}));
    expect(found).toBeCloseTo(mean, 12);
    expect(sd ** 2).toBeCloseTo(variance, 12);
  });

  it("is refused with a sentence where it has no meaning", () => {
    for (const pattern of [
      {buyers: 0, mean: 1, sd: 1},
      {buyers: 1.1, mean: 1, sd: 1},
      {buyers: 0.5, mean: 0, sd: 1},
      {buyers: 0.5, mean: 1, sd: -1},
      {buyers: 1, mean: 1, sd: 0}
    ])
      expect(revenuePerUser(pattern).ok).toBe(false);
    const ratio = {numerator: {mean: 4, sd: 2}, denominator: {mean: 2, sd: 1}, correlation: 0.5};
    for (const change of [
      {denominator: {mean: 0, sd: 1}},
      {numerator: {mean: 0, sd: 1}},
      {numerator: {mean: 1, sd: -1}},
      {correlation: 2},
      {correlation: 1}
    ])
      expect(ratioPerUser({...ratio, ...change}).ok).toBe(false);
  });
});

describe("the length of a test", () => {
  it("is in whole weeks, at least one", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1e7}), fc.integer({min: 1, max: 1e5}), (users, perDay) => {
        const {days, weeks, wholeDays} = valueOf(durationOf(users, perDay, 1));
        expect(wholeDays).toBe(7 * weeks);
        expect(wholeDays - days).toBeGreaterThanOrEqual(0);
        expect(wholeDays - days).toBeLessThan(7);
        expect(days * perDay).toBeGreaterThanOrEqual(users);
        expect((days - 1) * perDay).toBeLessThan(users);
      })
    );
    expect(durationOf(100, 0, 1).ok).toBe(false);
    expect(durationOf(100, -5, 1).ok).toBe(false);
    expect(durationOf(100, 10, 0).ok).toBe(false);
  });
});

describe("the weekdays of a test", () => {
  const users = [50, 100, 110, 105, 100, 95, 60];
  const outcome = [120, 100, 100, 100, 100, 100, 120];

  it("are right in whole weeks alone", () => {
    for (let days = 1; days <= 28; days++) {
      const {misplaced, fewest, most, outcome: shift} = weekMix(users, outcome, days);
      if (days % 7 === 0)
        for (const value of [misplaced, fewest, most, shift]) expect(value).toBeCloseTo(0, 12);
      else {
        expect(misplaced).toBeGreaterThan(0.01);
        expect(fewest).toBeLessThan(0);
        expect(most).toBeGreaterThan(0);
        expect(Math.abs(shift)).toBeGreaterThan(0.001);
      }
    }
  });

  it("are those counted by hand", () => {
    const mix = weekMix(users, outcome, 2);
    expect(mix.fewest).toBeCloseTo(110 / 2 / (620 / 7) - 1, 12);
    expect(mix.start).toBe(6);
    expect(mix.misplaced).toBeCloseTo(1 - 110 / 620, 12);
    expect(mix.outcome).toBeCloseTo(120 / ((110 * 120 + 510 * 100) / 620) - 1, 12);
  });
});

it("plans for a share that falls to nobody or rises to everybody, whatever rounding makes of it", () => {
  const request: PlanRequest = {
    ...{metric: {kind: "proportion", baseline: 0.027, formula: "pooled"}, effect: -0.027, alpha: 0.05},
    ...{power: 0.8, sides: 2, arms: 2, ratio: 1, correction: "none"}
  };
  for (let permille = 1; permille < 1000; permille++) {
    const metric = {
      ...request.metric,
      kind: "proportion",
      formula: "pooled",
      baseline: permille / 1000
    } as const;
    expect(planTest({...request, metric, effect: -permille / 1000}).ok, String(permille)).toBe(true);
    expect(planTest({...request, metric, effect: (1000 - permille) / 1000}).ok, String(permille)).toBe(true);
  }
});
