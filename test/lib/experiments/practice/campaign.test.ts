import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {decay, prepareCampaign} from "../../../../lib/experiments/practice/campaign.js";
import {drawCampaign} from "../../../../lib/experiments/practice/drawCampaign.js";
import {propensities} from "../../../../lib/experiments/practice/propensity.js";
import {randomSource} from "../../../../lib/random/source.js";
import {people, plainCampaign, prepared} from "./support.js";

const some = people(3000);
const mean = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / values.length;

describe("chances that rise with the history", () => {
  it("have the mean asked for and rise with what was spent", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 0, max: 100_000}), {minLength: 2, maxLength: 60}),
        fc.double({min: 0.001, max: 0.999, noNaN: true}),
        fc.double({min: 0, max: 3, noNaN: true}),
        (spent, rate, strength) => {
          const before = Float64Array.from(spent).sort();
          const chances = propensities(before, rate, strength);
          expect(mean(chances)).toBeCloseTo(rate, 8);
          chances.forEach((chance, i) => {
            expect(chance).toBeGreaterThanOrEqual(0);
            expect(chance).toBeLessThanOrEqual(1);
            if (i > 0) expect(chance).toBeGreaterThanOrEqual(chances[i - 1]);
          });
        }
      ),
      {numRuns: 60}
    );
  });

  it("are one and the same where the history tells nothing, and 0 or 1 at the ends", () => {
    expect(propensities(Float64Array.of(10, 1000), 0.5, 0)).toEqual(Float64Array.of(0.5, 0.5));
    expect(propensities(Float64Array.of(7, 7), 0.3, 2)).toEqual(Float64Array.of(0.3, 0.3));
    expect(propensities(Float64Array.of(1, 2), 0, 1)).toEqual(Float64Array.of(0, 0));
    expect(propensities(Float64Array.of(1, 2), 1, 1)).toEqual(Float64Array.of(1, 1));
  });
});

describe("the truth of a campaign", () => {
  it("is the effect asked for, relative to the baseline or not", () => {
    expect(prepared(some).planted.difference).toBeCloseTo(0.04, 10);
    expect(prepared(some, {kind: "absolute", effect: 0.01}).planted).toMatchObject({
      difference: 0.01,
      capped: false
    });
    const real = prepared(some, {base: "real"}).planted;
    expect(real.baseline).toBe(mean(some.again));
    expect(real.difference).toBeCloseTo(0.2 * mean(some.again), 12);
    const spent = prepared(some, {base: "real", outcome: "revenue", kind: "absolute", effect: 3}).planted;
    expect(spent).toMatchObject({baseline: mean(some.after), difference: 3});
  });

  it("is less where the effect wears off, and ends where everybody or nobody converts", () => {
    expect(decay({days: 3, halfLife: 1})).toEqual([1, 0.5, 0.25]);
    expect(decay({days: 2, halfLife: 0})).toEqual([1, 1]);
    expect(prepared(some, {days: 3, halfLife: 1}).planted.difference).toBeCloseTo((0.04 * 1.75) / 3, 10);
    expect(prepared(some, {effect: 9}).planted).toMatchObject({capped: true});
    expect(prepared(some, {effect: 9}).planted.difference).toBeCloseTo(0.8, 10);
    expect(prepared(some, {kind: "absolute", effect: -1}).planted.difference).toBeCloseTo(-0.2, 10);
  });

  it("cannot be a multiple of nothing", () => {
    const nobody = {...some, again: some.again.map(() => 0), after: some.after.map(() => 0)};
    for (const outcome of ["conversion", "revenue"] as const)
      expect(prepareCampaign(nobody, {...plainCampaign, outcome, base: "real"})).toMatchObject({
        ok: false,
        code: "baseline"
      });
    const added = {...plainCampaign, base: "real", kind: "absolute", effect: 0.1} as const;
    expect(prepareCampaign(nobody, added)).toMatchObject({
      ok: true,
      value: {planted: {difference: 0.1, relative: 0}}
    });
  });
});

describe("the users drawn", () => {
  it("are the same for the same seed, whatever the order of the people, and others for another", () => {
    const random = randomSource(5);
    const order = Array.from(some.person.keys()).sort(() => random() - 0.5);
    const shuffled = {
      person: Int32Array.from(order, (i) => some.person[i]),
      before: Float64Array.from(order, (i) => some.before[i]),
      after: Float64Array.from(order, (i) => some.after[i]),
      again: Uint8Array.from(order, (i) => some.again[i])
    };
    for (const change of [
      {},
      {lost: 0.2},
      {assignment: "best"},
      {outcome: "revenue", base: "real"}
    ] as const) {
      const users = drawCampaign(prepared(some, change), 100);
      const other = drawCampaign(prepared(shuffled, change), 100);
      expect(other.arm).toEqual(users.arm);
      expect(other.before).toEqual(users.before);
      expect(other.day).toEqual(users.day);
      expect(other.outcome).toEqual(users.outcome);
    }
    expect(drawCampaign(prepared(some)).arm).not.toEqual(drawCampaign(prepared(some, {seed: 4})).arm);
    expect(drawCampaign(prepared(some)).arm).not.toEqual(drawCampaign(prepared(some), 0, 1).arm);
  });

  it("keep their arm and their luck when only the effect changes", () => {
    const [without, more] = [0, 0.5].map((effect) => drawCampaign(prepared(some, {effect})));
    expect(more.arm).toEqual(without.arm);
    more.outcome.forEach((value, i) => {
      if (more.arm[i] === 0) expect(value).toBe(without.outcome[i]);
      else expect(value).toBeGreaterThanOrEqual(without.outcome[i]);
    });
  });

  it("are counted on the days of the campaign, with numbers throughout", () => {
    for (const outcome of ["conversion", "revenue"] as const)
      for (const base of ["real", "made-up"] as const) {
        const users = drawCampaign(prepared(some, {outcome, base, lost: 0.5, effect: -1}), 17_000);
        expect(users.arm.length).toBeLessThan(3000);
        expect([...users.outcome, ...users.before].every(Number.isFinite)).toBe(true);
        expect(users.outcome.every((value) => value >= 0)).toBe(true);
        expect(Math.min(...users.day)).toBe(17_000);
        expect(Math.max(...users.day)).toBe(17_013);
        expect(users.outcome.every((value, i) => users.arm[i] === 0 || value === 0)).toBe(true);
      }
  });

  it("are split as planned, the best ones treated or the light ones lost where that is asked for", () => {
    const big = people(20_000);
    const share = (users: {arm: Uint8Array}) => mean(users.arm);
    expect(Math.abs(share(drawCampaign(prepared(big, {share: 0.3}))) - 0.3)).toBeLessThan(
      4 * Math.sqrt(0.21 / 20_000)
    );
    const best = drawCampaign(prepared(big, {share: 0.25, assignment: "best"}));
    expect(share(best)).toBe(0.25);
    const of = (arm: number) => [...best.before].filter((_, i) => best.arm[i] === arm);
    expect(of(1).reduce((a, b) => Math.min(a, b))).toBeGreaterThanOrEqual(
      of(0).reduce((a, b) => Math.max(a, b))
    );
    const fewer = drawCampaign(prepared(big, {lost: 0.2}));
    const whole = drawCampaign(prepared(big));
    const treated = (users: {arm: Uint8Array}) => users.arm.reduce((a, b) => a + b, 0);
    const left = treated(fewer) / treated(whole);
    expect(Math.abs(left - 0.8)).toBeLessThan(4 * Math.sqrt(0.16 / treated(whole)));
    const mine = (users: typeof fewer) => mean(users.before.filter((_, i) => users.arm[i] === 1));
    expect(mine(fewer)).toBeGreaterThan(mine(whole) * 1.02);
  });

  it("show the planted effect on average, in every kind of campaign", () => {
    const small = people(2000);
    const kinds = [
      {},
      {effect: -0.3},
      {days: 5, halfLife: 2},
      {kind: "absolute", effect: 0.05, share: 0.2},
      {base: "real", effect: 0.5},
      {outcome: "revenue", effect: 0.1},
      {outcome: "revenue", base: "real", kind: "absolute", effect: 20}
    ] as const;
    for (const kind of kinds) {
      const ready = prepared(small, kind);
      const differences = Array.from({length: 150}, (_, number) => {
        const {arm, outcome} = drawCampaign(ready, 0, number);
        return mean(outcome.filter((_, i) => arm[i] === 1)) - mean(outcome.filter((_, i) => arm[i] === 0));
      });
      const middle = mean(differences);
      const error = Math.sqrt(mean(differences.map((d) => (d - middle) ** 2)) / differences.length);
      expect(Math.abs(middle - ready.planted.difference) / error, JSON.stringify(kind)).toBeLessThan(3.5);
    }
  });
});
