import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {PolicyName} from "../../../../lib/experiments/bandit/policies.js";
import {bestObserved, policyNames, policyOf} from "../../../../lib/experiments/bandit/policies.js";
import {checkpoints, race} from "../../../../lib/experiments/bandit/race.js";
import type {BanditSetup} from "../../../../lib/experiments/bandit/setup.js";
import {checkSetup, readRateList} from "../../../../lib/experiments/bandit/setup.js";
import {racing, simulate} from "../../../../lib/experiments/bandit/simulate.js";
import {band, standardError} from "../../../../lib/experiments/bandit/summary.js";
import {finish} from "../../../../lib/learn/finish.js";
import {randomSource} from "../../../../lib/random/source.js";

const setup: BanditSetup = {
  rates: [0.1, 0.2],
  horizon: 2000,
  batch: 50,
  runs: 30,
  epsilon: 0.1,
  halving: 0,
  explore: 200,
  seed: 7
};
const outcome = finish(simulate(setup));
const of = (name: PolicyName, from = outcome) => {
  const found = from.policies.find((policy) => policy.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const lastRegret = (name: PolicyName, from = outcome) => of(name, from).regret.at(-1)?.mean ?? NaN;

describe("a race of bandits", () => {
  it("is the same for the same seed, another for another, and whatever else is simulated", () => {
    expect(finish(simulate(setup))).toEqual(outcome);
    expect(lastRegret("thompson", finish(simulate({...setup, seed: 8})))).not.toBe(lastRegret("thompson"));
    const without = finish(simulate({...setup, explore: 0}));
    expect(without.policies.map(({name}) => name)).toEqual(["thompson", "ucb", "epsilon", "split"]);
    expect(of("thompson", without)).toEqual(of("thompson"));
    expect(racing({explore: 1})).toEqual([...policyNames]);
  });

  it("has regret that is never negative and never falls, in every run", () => {
    const rates = fc.array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 2, maxLength: 5});
    const name = fc.constantFrom(...policyNames);
    fc.assert(
      fc.property(rates, name, fc.integer({min: 1, max: 400}), (assumed, policy, batch) => {
        const {regret, assigned, users, converted} = race(
          policy,
          {...setup, rates: assumed, horizon: 400, explore: 20, batch},
          0
        );
        expect(regret.every((value, i) => value >= (i ? regret[i - 1] : 0))).toBe(true);
        expect(assigned.reduce((sum, value) => sum + value, 0)).toBe(400);
        expect(users.every((value, arm) => value >= converted[arm])).toBe(true);
      }),
      {numRuns: 40}
    );
  });

  it("allocates all visitors at every point", () => {
    for (const {allocation} of outcome.policies) {
      const sums = new Map<number, number>();
      for (const {visitors, share} of allocation) sums.set(visitors, (sums.get(visitors) ?? 0) + share);
      for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 10);
    }
  });

  it("loses nothing where all arms are equal, and every choice is right", () => {
    const equal = finish(simulate({...setup, rates: [0.3, 0.3, 0.3], runs: 5}));
    for (const {regret, rightChoice, bestShare} of equal.policies) {
      expect(regret.at(-1)).toMatchObject({mean: 0, low: 0, high: 0});
      expect(rightChoice).toBe(1);
      expect(bestShare).toBeCloseTo(1, 12);
    }
  });

  it("has the fixed split lose half the gap per visitor of two arms, and Thompson sampling far less", () => {
    expect(lastRegret("split")).toBeCloseTo((2000 * 0.1) / 2, 9);
    expect(lastRegret("thompson")).toBeLessThan(0.3 * lastRegret("split"));
    expect(lastRegret("ucb")).toBeLessThan(lastRegret("split"));
    expect(lastRegret("epsilon")).toBeLessThan(lastRegret("split"));
    expect(lastRegret("commit")).toBeLessThan(lastRegret("split"));
    expect(of("thompson").rightChoice).toBeGreaterThan(0.9);
  });

  it("has explore-then-commit lose nothing more once it has committed to the right arm", () => {
    const {regret, chosen} = race("commit", {...setup, rates: [0.1, 0.9]}, 0);
    expect(chosen).toBe(1);
    expect(regret.at(-1)).toBeCloseTo(200 * 0.8, 9);
  });

  it("is hurt by late outcomes", () => {
    const late = finish(simulate({...setup, batch: 1000}));
    expect(lastRegret("thompson", late)).toBeGreaterThan(lastRegret("thompson"));
  });

  it("finds the fixed split's plain interval honest, and the bandit's worst arm underrated", () => {
    const many = finish(simulate({...setup, rates: [0.1, 0.12], horizon: 1500, runs: 300}));
    for (const {coverage, bias} of of("split", many).arms) {
      expect(coverage).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / 300));
      expect(Math.abs(bias ?? NaN)).toBeLessThan(4 * Math.sqrt((0.12 * 0.88) / 750 / 300));
    }
    expect(of("thompson", many).arms[0].bias).toBeLessThan(-0.002);
  });

  it("ends every point at a batch's end, the last at the horizon", () => {
    expect(checkpoints({horizon: 100, batch: 30})).toEqual([30, 60, 90, 100]);
    const points = checkpoints({horizon: 10_000, batch: 1});
    expect(points.length).toBeLessThanOrEqual(61);
    expect(points.at(-1)).toBe(10_000);
  });
});

describe("a policy", () => {
  const known = (users: number[], converted: number[]) => ({
    users: Float64Array.from(users),
    converted: Float64Array.from(converted),
    assigned: Float64Array.from(users)
  });
  const plain = {rates: [0.5, 0.5], epsilon: 0, halving: 0, explore: 0};

  it("chooses as its rule says", () => {
    const seen = known([100, 100], [10, 90]);
    expect(policyOf("thompson", plain, randomSource(1))(seen, 200)).toBe(1);
    expect(policyOf("epsilon", plain, randomSource(1))(seen, 200)).toBe(1);
    expect(policyOf("split", plain, randomSource(1))(seen, 4)).toBe(0);
    expect(policyOf("ucb", plain, randomSource(1))(known([2, 1000], [1, 600]), 1002)).toBe(0);
    expect(policyOf("ucb", plain, randomSource(1))(known([1000, 1000], [100, 600]), 2000)).toBe(1);
    expect(bestObserved(2, randomSource(1), known([1, 0], [1, 0]))).toBe(1);
  });

  it("explores less as time goes by where epsilon halves", () => {
    const seen = known([100, 100], [10, 90]);
    const strays = (halving: number) => {
      const policy = policyOf("epsilon", {...plain, epsilon: 1, halving}, randomSource(1));
      return Array.from({length: 500}, () => policy(seen, 9000)).filter((arm) => arm === 0).length;
    };
    expect(strays(0)).toBeGreaterThan(200);
    expect(strays(1000)).toBeLessThan(50);
  });
});

describe("what a reader types", () => {
  it.each([
    ["0,10; 0,12 ; 11 %", [0.1, 0.12, 0.11]],
    ["0.10, 0.12, 0.11", [0.1, 0.12, 0.11]],
    ["0.1,0.2", [0.1, 0.2]],
    ["0,1 0,2", [0.1, 0.2]],
    ["0,1, 0,2", [0.1, 0.2]],
    ["0,1, 0,1", [0.1, 0.1]],
    ["0,1 %, 0,2 %", [0.001, 0.002]],
    ["10%,12%", [0.1, 0.12]],
    ["10%\n12,5%", [0.1, 0.125]],
    ["0; 1", [0, 1]]
  ])("%j is read as rates", (text, rates) => {
    expect(readRateList(text)).toEqual({ok: true, value: rates});
  });

  it.each([
    ["", /2 to 10 arms/],
    ["0,1", /2 to 10 arms/],
    ["0,1,0,2", /commas of “0,1,0,2” may be decimal signs or stand between rates/],
    ["0,1,0.2; 0,3", /“0,1,0.2” is not a rate/],
    ["0,1,0.2 0,3", /“0,1,0.2” is not a rate/],
    ["0,1; x", /“x” is not a rate/],
    ["0,1; -0,1", /not a rate/],
    ["0,1; 12", /above 1/],
    ["0,1; NaN", /not a rate/],
    ["0,1; 1e5", /not a rate/],
    ["0,1;".repeat(11), /2 to 10 arms/]
  ])("%j is refused with a sentence", (text, sentence) => {
    const read = readRateList(text);
    expect(read.ok ? "" : read.message).toMatch(sentence);
  });

  it.each([
    [{batch: 5000}, /batch of 5,000/],
    [{explore: 1500}, /needs 3,000/],
    [{runs: 1000, horizon: 100_000}, /too many for a tab/],
    [{horizon: 50.5}, /horizon/],
    [{epsilon: NaN}, /epsilon/],
    [{rates: [0.1]}, /2 to 10 rates/]
  ])("%j is refused with a sentence", (change, sentence) => {
    const checked = checkSetup({...setup, ...change});
    expect(checked.ok ? "" : checked.message).toMatch(sentence);
  });

  it("is passed on when it is right", () => {
    expect(checkSetup(setup).ok).toBe(true);
    expect(standardError([1, 3])).toBe(1);
    expect(standardError([5])).toBe(0);
    const {mean, low, high} = band([1, 2, 3]);
    expect([mean, low, high].map((value) => Number(value.toFixed(12)))).toEqual([2, 1.1, 2.9]);
  });
});
