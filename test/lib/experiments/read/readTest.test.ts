import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {capOutliers} from "../../../../lib/experiments/read/cap.js";
import {cautions, conclusion} from "../../../../lib/experiments/read/conclusion.js";
import {readTest} from "../../../../lib/experiments/read/readTest.js";
import type {Evidence} from "../../../../lib/experiments/read/readTest.js";
import {guardrail} from "../../../../lib/experiments/read/guardrail.js";
import {largestRatio} from "../../../../lib/experiments/read/ratioScore.js";
import {given, refusal} from "./support.js";

const counts = (...pairs: [number, number][]): Evidence => ({
  kind: "proportion",
  arms: pairs.map(([converted, users], i) => ({name: i ? `v${i}` : "control", users, converted}))
});
const odd = /NaN|Infinity|undefined|null/;

describe("a reading", () => {
  it("has the numbers of 200 and 250 of 1.000", () => {
    const reading = given(readTest(counts([200, 1000], [250, 1000])));
    const [first] = reading.comparisons;
    expect(first.p).toBeCloseTo(0.00741965, 8);
    expect(first.adjusted).toBe(first.p);
    expect(first.intervals[0].name).toBe("Newcombe");
    expect(first.tests.map(({name}) => name)).toEqual([
      "Two-proportion z-test",
      "Pearson’s chi-square",
      "Chi-square with Yates’ correction",
      "Fisher’s exact test"
    ]);
    expect(reading.split.p).toBe(1);
    expect(conclusion(reading, "two-sided")).toEqual([
      "“v1” has a higher rate than “control”: 25.0\u00a0% against 20.0\u00a0%, a difference of +5.0\u00a0pp (95\u00a0% interval +1.3\u00a0pp to +8.6\u00a0pp), +25.0\u00a0% relative. Chance alone would rarely do that (p = 0.0074)."
    ]);
    expect(cautions(reading)[0]).toMatch(/chance alone decided/);
  });

  it("shows rare rates, and what their interval leaves out", () => {
    expect(conclusion(given(readTest(counts([10, 1e7], [60, 1e7]))), "two-sided")[0]).toMatch(
      /0\.00060\s% against 0\.00010\s%, a difference of \+0\.00050\spp \(95\s% interval \+0\.00034\spp to \+0\.000\d+\spp\)/
    );
  });

  it("tells near rates apart", () => {
    expect(conclusion(given(readTest(counts([2e8, 1e9], [2.003e8, 1e9]))), "two-sided")[0]).toMatch(
      /20\.03\s% against 20\.00\s%/
    );
  });

  it("has −100 % of a variant in which nobody converted, with the ends of a score interval", () => {
    const {relative} = given(readTest(counts([200, 1000], [0, 1000]))).comparisons[0];
    expect(relative).toMatchObject({estimate: -1, interval: {low: -1}});
    const high = typeof relative === "string" ? NaN : relative.interval.high;
    expect(high).toBeCloseTo(0.0191349047 - 1, 9);
    for (const [converted, users, others, ratio] of [
      [5, 50, 40, 0.90968208],
      [3, 1e6, 1e6, 1.28048412]
    ])
      expect(largestRatio({users, converted}, others, 1.959963984540054)).toBeCloseTo(ratio, 7);
  });

  it("says why an interval without zero and a test that finds nothing stand side by side", () => {
    const several = given(readTest(counts([200, 1000], [238, 1000], [205, 1000])));
    expect(conclusion(several, "two-sided")[0]).toMatch(
      /^It is not shown .* The interval is of this comparison alone, the p of all of them\.$/
    );
    const few = given(readTest(counts([1, 10], [6, 10])));
    expect(conclusion(few, "two-sided")[0]).toMatch(
      /The interval and Fisher’s exact test rest on different formulas; the test decides\.$/
    );
  });

  it("calls nothing rare that the reader's own level lets pass", () => {
    const reading = given(readTest(counts([200, 1000], [215, 1000]), {level: 0.5}));
    expect(conclusion(reading, "two-sided")[0]).toMatch(/That is beyond the level you chose \(p = 0\.40/);
  });

  it("tests no mean against a few users who are all alike", () => {
    const reading = given(
      readTest({
        kind: "mean",
        arms: [
          {name: "c", n: 2, mean: 0, variance: 0},
          {name: "v", n: 2000, mean: 5, variance: 475}
        ]
      })
    );
    expect(reading.comparisons[0].p).toBeNull();
    expect(conclusion(reading, "two-sided")[1]).toMatch(/All 2 users in “c” have the same value/);
  });

  it("leaves Fisher's test out where it would take long and is not needed", () => {
    const [first] = given(readTest(counts([5e9, 1e10], [5e9 + 5, 1e10]))).comparisons;
    expect(first.tests.map(({name}) => name)).not.toContain("Fisher’s exact test");
    expect(first.reason).toMatch(/Yates’ correction is more careful .* Fisher’s test is not worked out/);
  });

  it.each([
    [1e7, 20594, 20820, 0.268391336],
    [3e7, 796782, 798483, 0.172498626],
    [1e7, 100000, 100700, 0.116840886]
  ])("adds up Fisher's chances to the last tie, of arms of %d", (users, a, b, p) => {
    const {tests} = given(readTest(counts([a, users], [b, users]))).comparisons[0];
    expect(tests.find(({name}) => name === "Fisher’s exact test")?.p).toBeCloseTo(p, 8);
  });

  it("says first that a broken split is not to be trusted", () => {
    const reading = given(readTest(counts([100, 821588], [100, 815482])));
    expect(conclusion(reading, "two-sided")[0]).toMatch(
      /^Do not go by this test\. The split is broken: 50\.19\s% \/ 49\.81\s%/
    );
    expect(given(readTest(counts([90, 900], [10, 100]), {weights: [9, 1]})).split.p).toBe(1);
  });

  it("goes by Fisher's test where few are expected", () => {
    const [first] = given(readTest(counts([1, 20], [4, 20]))).comparisons;
    expect(first.tests[0].name).toBe("Fisher’s exact test");
    expect(first.p).toBe(first.tests[0].p);
  });

  it("adjusts over arms and other metrics together", () => {
    const evidence = counts([200, 1000], [250, 1000], [210, 1000]);
    const reading = given(readTest(evidence, {adjustment: "bonferroni", otherPs: [0.5]}));
    expect(reading.tested).toBe(3);
    expect(reading.overall?.df).toBe(2);
    const [first] = reading.comparisons;
    expect(first.adjusted).toBeCloseTo(3 * (first.p ?? NaN), 12);
  });

  it("says a sentence where nothing can be told apart", () => {
    for (const evidence of [counts([0, 100], [0, 100]), counts([100, 100], [100, 100])]) {
      const reading = given(readTest(evidence));
      expect(reading.comparisons[0].problem).toMatch(/cannot be told apart/);
      expect(conclusion(reading, "two-sided").join()).not.toMatch(odd);
    }
    const flat = {n: 10, mean: 1, variance: 0};
    const same = given(
      readTest({
        kind: "mean",
        arms: [
          {name: "a", ...flat},
          {name: "b", ...flat}
        ]
      })
    );
    expect(same.comparisons[0].problem).toMatch(/same value/);
    expect(refusal(readTest(counts([0, 0], [1, 10])))).toMatch(/no users in “control”/);
    expect(refusal(readTest(counts([0, 0], [0, 0])))).toMatch(/no users yet/);
    expect(refusal(readTest(counts([1, 10], [1, 10]), {weights: [1, 0]}))).toMatch(/above 0/);
    expect(refusal(readTest(counts([1, 10], [1, 10]), {weights: [1]}))).toMatch(/one for each arm/);
    expect(given(readTest(counts([0, 1], [1, 1]))).comparisons[0].p).toBe(1);
  });

  it("is finite and antisymmetric whatever is counted", () => {
    const arm = fc.nat(400).chain((users) => fc.tuple(fc.nat(users + 1), fc.constant(users + 1)));
    fc.assert(
      fc.property(arm, arm, (a, b) => {
        const there = given(readTest(counts(a, b)));
        const [one] = there.comparisons;
        const [other] = given(readTest(counts(b, a))).comparisons;
        expect(one.difference).toBeCloseTo(-other.difference, 12);
        one.tests.forEach(({name, p}) => {
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1);
          expect(p).toBeCloseTo(other.tests.find((test) => test.name === name)?.p ?? NaN, 8);
        });
        one.intervals.forEach(({name, interval: {low, high}}, i) => {
          expect(low).toBeLessThanOrEqual(one.difference + (name === "Agresti–Caffo" ? 1 : 1e-9));
          expect(high).toBeCloseTo(-(other.intervals[i].interval.low ?? NaN), 6);
          if (name === "Newcombe" || name.includes("score")) {
            expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
            expect(high).toBeLessThanOrEqual(1 + 1e-12);
          }
        });
        expect([...conclusion(there, "two-sided"), ...cautions(there)].join(" ")).not.toMatch(odd);
      }),
      {numRuns: 60}
    );
  });
});

describe("a guardrail", () => {
  const rate = (name: string, mean: number, n: number) => ({name, n, mean, variance: mean * (1 - mean)});
  it.each([
    [0.03, 0.03, 1e5, "good"],
    [0.03, 0.04, 1e5, "harmed"],
    [0.03, 0.031, 1000, "unclear"]
  ])("at %f against %f of %i is %s: %s", (a, b, n, verdict) => {
    const found = given(guardrail(rate("c", a, n), rate("t", b, n), {margin: 0.1, worse: "more"}));
    expect(found.verdict).toBe(verdict);
    expect(found.sentence).not.toMatch(odd);
  });

  it("turns round where fewer is worse", () => {
    const of = (worse: "more" | "fewer") =>
      given(guardrail(rate("c", 0.3, 1e5), rate("t", 0.2, 1e5), {margin: 0.1, worse})).verdict;
    expect([of("more"), of("fewer")]).toEqual(["good", "harmed"]);
  });

  it("is kept where nothing bad happens any more, and harmed where nothing good does", () => {
    const of = (worse: "more" | "fewer") =>
      given(guardrail(rate("c", 0.2, 1000), rate("t", 0, 1000), {margin: 0.1, worse}));
    expect([of("more").verdict, of("fewer").verdict]).toEqual(["good", "harmed"]);
    expect(of("more").sentence).toMatch(/changed by −100\.0\s%, at worst −9[89]\.\d\s%/);
  });

  it("needs a margin and something to be relative to", () => {
    const one = rate("c", 0.5, 100);
    expect(refusal(guardrail(one, one, {margin: 0, worse: "more"}))).toMatch(/margin must be above 0/);
    expect(refusal(guardrail(rate("c", 0, 100), one, {margin: 0.1, worse: "more"}))).toMatch(/stands at 0/);
  });
});

it("caps only what is above the percentile", () => {
  expect(capOutliers(Float64Array.of(1, 2, 3, 100), 0.5)).toEqual({
    values: Float64Array.of(1, 2, 2.5, 2.5),
    cap: 2.5,
    capped: 2
  });
  expect(capOutliers(Float64Array.of(1, 2), 1).capped).toBe(0);
});
