import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {binomialLogPmf} from "../../../../lib/distributions/binomial.js";
import type {
  Peeked,
  PeekingOptions,
  Thresholds,
  methods
} from "../../../../lib/experiments/sequential/peeking.js";
import {joinPeeked, simulatePeeking, thresholdsOf} from "../../../../lib/experiments/sequential/peeking.js";
import {peekingPath} from "../../../../lib/experiments/sequential/peekingPath.js";
import {calledByLook, peekingSummary} from "../../../../lib/experiments/sequential/peekingSummary.js";
import {tabledBinomial} from "../../../../lib/experiments/sequential/tabledDraws.js";
import {randomSource} from "../../../../lib/random/source.js";

const base: PeekingOptions = {
  rate: 0.1,
  effect: 0,
  usersPerLook: 500,
  looks: 10,
  alpha: 0.05,
  tuning: 5000,
  runs: 4000,
  seed: 7
};
function thresholds(options: PeekingOptions): Thresholds {
  const found = thresholdsOf(options);
  if (!found.ok) throw new Error(found.message);
  return found.value;
}
function simulate(given: Thresholds, from = 0, to = given.options.runs): Peeked {
  const steps = simulatePeeking(given, from, to);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
const shares = (options: PeekingOptions, given = thresholds(options)) => {
  const summary = peekingSummary(simulate(given), options);
  return Object.fromEntries(summary.map(({method, share}) => [method, share])) as Record<
    (typeof methods)[number],
    number
  >;
};
/** Four standard errors of a share over so many runs. */
const off = (share: number, runs: number) => 4 * Math.sqrt((share * (1 - share)) / runs);

/** Tests of the most looks: their thresholds take seconds, so they are found once. */
const longest: PeekingOptions = {...base, looks: 1000, usersPerLook: 200, runs: 2000};
const thresholdsOfLongest = thresholds(longest);

describe("A/A tests", () => {
  it.each([
    [5, 0.142],
    [10, 0.193]
  ])("looked at %i times without care are called in a share of %d", (looks, known) => {
    const found = shares({...base, looks});
    expect(Math.abs(found.naive - known)).toBeLessThan(off(known, base.runs));
    expect(Math.abs(found.fixed - 0.05)).toBeLessThan(off(0.05, base.runs));
    for (const method of ["obrien-fleming", "pocock"] as const)
      expect(Math.abs(found[method] - 0.05)).toBeLessThan(off(0.05, base.runs));
    expect(found.sequence).toBeLessThan(0.05 + off(0.05, base.runs));
  });

  it("looked at 1,000 times stay within alpha by every sequential method, and not without", () => {
    const {runs} = longest;
    const found = shares(longest, thresholdsOfLongest);
    for (const method of ["sequence", "obrien-fleming", "pocock"] as const)
      expect(found[method]).toBeLessThan(0.05 + off(0.05, runs));
    expect(Math.abs(found.naive - 0.53)).toBeLessThan(off(0.53, runs));
  });
});

describe("tests with an effect", () => {
  const options = {...base, rate: 0.1, effect: 0.01, usersPerLook: 1500};
  const summary = peekingSummary(simulate(thresholds(options)), options);
  const by = Object.fromEntries(summary.map((row) => [row.method, row]));

  it("are found, with fewer users where one may stop, and their effect is exaggerated", () => {
    expect(by.fixed.share).toBeGreaterThan(0.75);
    expect(by.fixed.users).toBe(1);
    for (const method of ["naive", "pocock", "obrien-fleming", "sequence"] as const) {
      expect(by[method].users).toBeLessThan(1);
      expect(by[method].exaggeration).toBeGreaterThan(1);
    }
    expect(by.naive.exaggeration).toBeGreaterThan(by.fixed.exaggeration ?? Infinity);
    expect(by.naive.wrongWay).toBeGreaterThan(0);
    expect(by.naive.wrongWay).toBeLessThan(0.05);
    expect(by.naive.medianLook).toBeLessThan(by["obrien-fleming"].medianLook ?? 0);
  });

  it("are found by O’Brien-Fleming and Pocock in the order of the tables", () => {
    expect(by.fixed.share).toBeGreaterThanOrEqual(by["obrien-fleming"].share - 0.01);
    expect(by["obrien-fleming"].share).toBeGreaterThan(by.pocock.share);
    expect(by.pocock.share).toBeGreaterThan(by.sequence.share);
  });
});

describe("the simulation", () => {
  it("is the same however its runs are shared out, and another from another seed", () => {
    const given = thresholds({...base, runs: 300});
    const whole = simulate(given);
    const parts = joinPeeked([simulate(given, 200, 300), simulate(given, 0, 77), simulate(given, 77, 200)]);
    expect(parts).toEqual(whole);
    expect(simulate(thresholds({...base, runs: 300, seed: 8}))).not.toEqual(whole);
  });

  it("says how far it is", () => {
    const steps = simulatePeeking(thresholdsOfLongest, 0, 100);
    expect(steps.next()).toEqual({done: false, value: {share: 0.2}});
  });

  it("shows the very run that was stopped", () => {
    const given = thresholds(base);
    const {firstFooled} = simulate(given);
    const path = peekingPath(given, firstFooled);
    expect(path).toHaveLength(base.looks);
    expect(path.slice(0, -1).some(({naiveLow, naiveHigh}) => naiveLow > 0 || naiveHigh < 0)).toBe(true);
    for (const {low, high, naiveLow, naiveHigh} of path)
      expect(high - low).toBeGreaterThan(naiveHigh - naiveLow);
  });

  it("tells the share so far by look, never falling, ending with the summary's", () => {
    const peeked = simulate(thresholds(base));
    const rows = calledByLook(peeked);
    for (const {method, share} of peekingSummary(peeked, base)) {
      const own = rows.filter((row) => row.method === method);
      expect(own).toHaveLength(base.looks);
      own.forEach((row, i) => {
        if (i > 0) expect(row.share).toBeGreaterThanOrEqual(own[i - 1].share);
        expect(row.low).toBeLessThanOrEqual(row.share);
        expect(row.high).toBeGreaterThanOrEqual(row.share);
      });
      expect(own.at(-1)?.share).toBe(share);
    }
    expect(calledByLook({...peeked}).every(({look}) => look >= 1)).toBe(true);
  });

  it("knows tests that nobody can call: one user a look and hardly a conversion", () => {
    const options = {...base, rate: 1e-6, usersPerLook: 1, looks: 3, runs: 50};
    const summary = peekingSummary(simulate(thresholds(options)), options);
    for (const row of summary)
      expect(row).toMatchObject({called: 0, share: 0, users: 1, medianLook: null, meanSize: null});
  });

  it.each<[Partial<PeekingOptions>, RegExp]>([
    [{rate: 0}, /rate must be above 0/],
    [{rate: 1}, /rate must be above 0/],
    [{rate: NaN}, /rate must be above 0/],
    [{effect: 0.95}, /choose a smaller effect/],
    [{effect: -0.1}, /choose a smaller effect/],
    [{usersPerLook: 0}, /users per look/],
    [{usersPerLook: 1.5}, /users per look/],
    [{looks: 1001}, /1 to 1.000/],
    [{alpha: 0}, /Alpha must be/],
    [{tuning: 0}, /tuned to one user/],
    [{runs: 20_000}, /1 to 10.000/]
  ])("refuses %o with a sentence", (wrong, sentence) => {
    const found = thresholdsOf({...base, ...wrong});
    expect(found.ok ? "" : found.message).toMatch(sentence);
  });
});

describe("draws from a table", () => {
  it("are binomial: each count as often as its chance says", () => {
    const [trials, chance, count] = [40, 0.15, 200_000];
    const [draw, random] = [tabledBinomial(trials, chance), randomSource(3)];
    const seen = new Float64Array(trials + 1);
    for (let i = 0; i < count; i++) seen[draw(random)]++;
    let chiSquare = 0;
    let classes = 0;
    for (let k = 0; k <= 16; k++) {
      const expected = count * Math.exp(binomialLogPmf(k, trials, chance));
      if (expected < 10) continue;
      chiSquare += (seen[k] - expected) ** 2 / expected;
      classes++;
    }
    expect(chiSquare).toBeLessThan(classes + 5 * Math.sqrt(2 * classes));
  });

  it("are whole numbers within the trials, at the ends too", () => {
    const random = randomSource(5);
    fc.assert(
      fc.property(
        fc.integer({min: 0, max: 100_000}),
        fc.double({min: 0, max: 1, noNaN: true}),
        (trials, chance) => {
          const value = tabledBinomial(trials, chance)(random);
          expect(Number.isInteger(value) && value >= 0 && value <= trials).toBe(true);
        }
      ),
      {numRuns: 50}
    );
    expect(tabledBinomial(10, 0)(random)).toBe(0);
    expect(tabledBinomial(10, 1)(random)).toBe(10);
  });
});
