// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {armColor} from "../../../src/components/experiments/bayes/colors.js";
import {armDensities, effectDensities} from "../../../src/components/experiments/bayes/densities.js";
import type {BayesChoice} from "../../../src/components/experiments/bayes/inputs.js";
import {bayesParameters} from "../../../src/components/experiments/bayes/inputs.js";
import type {BayesReading} from "../../../src/components/experiments/bayes/reading.js";
import {bayesReading, priorRows} from "../../../src/components/experiments/bayes/reading.js";
import {armRows} from "../../../src/components/experiments/bayes/tables.js";
import {bayesSentences, levelText} from "../../../src/components/experiments/bayes/text.js";

const defaults = Object.fromEntries(
  Object.entries(bayesParameters).map(([name, {fallback}]) => [name, fallback])
) as BayesChoice;

function read(change: Partial<BayesChoice> = {}): BayesReading {
  const result = bayesReading({...defaults, ...change});
  if (!result.ok) throw new Error(result.message);
  return result.value;
}
const messageOf = (change: Partial<BayesChoice>) => {
  const result = bayesReading({...defaults, ...change});
  return result.ok ? "" : result.message;
};

/** The area under the points of one arm, by trapezoids. */
function area(points: {value: number; density: number}[]): number {
  return points
    .slice(1)
    .reduce(
      (sum, {value, density}, i) => sum + ((value - points[i].value) * (density + points[i].density)) / 2,
      0
    );
}

describe("a Bayesian reading of a page's choice", () => {
  it("takes the loss that does not matter in percentage points of a rate", () => {
    expect(read({care: 0.01}).found.decision.stop).toBe(true);
    expect(read({care: 0.001}).found.decision.stop).toBe(false);
    expect(bayesSentences(read())[0]).toContain("99.6\u00a0%");
  });

  it("takes it in the mean's unit, or in per cent of the control's", () => {
    const means = {metric: "mean", meanArms: "A:10:100:1002.25,B:10:105:1111.5"} as const;
    const [, b] = read({...means}).found.arms;
    expect(read({...means, care: b.loss * 1.01}).found.decision.stop).toBe(true);
    expect(read({...means, care: b.loss * 0.99}).found.decision.stop).toBe(false);
    const [, share] = read({...means, kind: "relative"}).found.arms;
    expect(share.loss).toBeCloseTo(0.00131, 5);
    expect(read({...means, kind: "relative", care: 0.132}).found.decision.stop).toBe(true);
    expect(read({...means, kind: "relative", care: 0.13}).found.decision.stop).toBe(false);
  });

  it("uses the prior that is chosen, and compares all that can be", () => {
    const reading = read({arms: "A:10:1,B:10:3", prior: "own", prior_a: 20, prior_b: 80});
    if (reading.metric !== "proportion") throw new Error("not a rate");
    expect(reading.prior).toEqual({a: 20, b: 80});
    const rows = priorRows(reading);
    expect(rows.map(({a}) => a)).toEqual([1, 0.5, 20, 20]);
    expect(rows[0].chance).toBeGreaterThan(rows[3].chance);
    expect(rows[3].chance).toBeCloseTo(reading.found.arms[1].chance, 12);
  });

  it("tells effects as differences where the control converted nobody", () => {
    const reading = read({arms: "A:10:0,B:10:3", kind: "relative"});
    expect(reading.kind).toBe("absolute");
    expect(bayesSentences(reading).at(-1)).toMatch(/“A” converted nobody/);
    expect(read({arms: "A:10:1,B:10:3", kind: "relative"}).kind).toBe("relative");
  });

  it("fails with a sentence", () => {
    expect(messageOf({arms: "A:5:9,B:5:1"})).toMatch(/more conversions/);
    expect(messageOf({prior: "own", prior_a: 0})).toMatch(/no distribution/);
    expect(messageOf({prior: "informed", prior_rate: 0})).toMatch(/above 0 and below 1/);
    expect(messageOf({metric: "mean", effect_prior: true, effect_sd: 0})).toMatch(/above 0/);
  });

  it("has a row for each arm, the control without an effect", () => {
    const [control, variant] = armRows(read());
    expect(control).toMatchObject({arm: "control", measured: 0.2, effect_low: null, above_control: null});
    expect(variant.effect_low).toBeGreaterThan(0.013);
    expect(variant.effect_high).toBeLessThan(0.087);
    expect(levelText(0.95)).toBe("95\u00a0%");
    expect(levelText(0.999)).toBe("99.9\u00a0%");
    expect(armColor(0)).not.toBe(armColor(1));
  });
});

describe("densities to draw", () => {
  it.each([
    {},
    {kind: "relative"},
    {metric: "mean"},
    {metric: "mean", kind: "relative"}
  ] as Partial<BayesChoice>[])(
    "hold all but 0.4\u00a0%% of the belief, and the interval what its level says: %j",
    (change) => {
      const reading = read(change);
      const arms = armDensities(reading);
      for (const place of [0, 1]) {
        const own = arms.filter((point) => point.place === place);
        expect(area(own)).toBeGreaterThan(0.993);
        expect(area(own)).toBeLessThan(1.001);
        expect(area(own.filter(({inside}) => inside))).toBeCloseTo(0.95, 2);
      }
      const effect = effectDensities(reading);
      expect(area(effect)).toBeGreaterThan(0.993);
      expect(area(effect.filter(({inside}) => inside))).toBeCloseTo(0.95, 2);
    }
  );

  it("are finite where nobody or everybody converted", () => {
    for (const prior of ["flat", "jeffreys"] as const) {
      const reading = read({arms: "A:10:0,B:10:10,C:0:0", prior});
      const points = [...armDensities(reading), ...effectDensities(reading)];
      expect(points.length).toBeGreaterThan(300);
      expect(points.every(({value, density}) => Number.isFinite(value) && Number.isFinite(density))).toBe(
        true
      );
    }
  });
});
