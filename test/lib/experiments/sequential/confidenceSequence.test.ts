import {readFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Sides} from "../../../../lib/experiments/arms.js";
import {
  confidenceSequence,
  largestOneSidedP,
  mixing,
  widthFactor
} from "../../../../lib/experiments/sequential/confidenceSequence.js";
import type {Difference} from "../../../../lib/experiments/sequential/effect.js";
import {meanMoments, measured, proportionMoments} from "../../../../lib/experiments/sequential/effect.js";
import {lookVerdict, readLook} from "../../../../lib/experiments/sequential/readLook.js";
import {referenceDir} from "../../../support/paths.js";

const file = join(referenceDir, "ab", "growthbook_cases.json");

interface Sums {
  sum: number;
  sum_squares: number;
  n: number;
}
interface Case {
  kind?: string;
  side?: "greater" | "less";
  a?: Sums;
  b?: Sums;
  tuning?: number;
  difference?: Difference;
  ci?: (number | string)[];
  sd?: number;
  expected?: number;
  p?: number;
}

const arms = (kind: string | undefined, sums: Sums[]) =>
  sums.map(({n, sum, sum_squares}, i) =>
    kind === "proportion"
      ? proportionMoments({name: `${i}`, users: n, converted: sum})
      : meanMoments({name: `${i}`, users: n, sum, sumSquares: sum_squares})
  );
const valueOf = <T>(result: {ok: true; value: T} | {ok: false; message: string}): T => {
  if (!result.ok) throw new Error(result.message);
  return result.value;
};
const far = {low: -1, high: 1};
const end = (value: number | string) => (typeof value === "number" ? value : null);

describe("a confidence sequence is that of GrowthBook", () => {
  const cases = (JSON.parse(readFileSync(file, "utf8")) as {sequential: Case[]}).sequential.filter(
    ({ci}) => ci
  );
  const first = cases.find(({side}) => side);

  it.each(cases.map((found, i) => [i, found] as const))("in case %i", (_, found) => {
    const {
      kind,
      side = "two-sided",
      difference = "relative",
      tuning = 5000,
      ci = [],
      sd,
      expected,
      p
    } = found;
    const [control, treatment] = arms(kind, [found.a ?? first?.a, found.b ?? first?.b] as Sums[]);
    const effect = valueOf(measured(control, treatment, difference));
    const read = confidenceSequence(effect, {alpha: 0.05, tuning, sides: side});
    for (const [value, theirs] of [
      [read.low, end(ci[0])],
      [read.high, end(ci[1])]
    ])
      if (theirs === null) expect(value).toBeNull();
      else expect(Math.abs((value ?? NaN) - (theirs ?? NaN))).toBeLessThan(1e-5);
    if (sd !== undefined) expect(Math.abs(effect.standardError - sd)).toBeLessThan(1e-5);
    if (expected !== undefined) expect(Math.abs(effect.effect - expected)).toBeLessThan(1e-5);
    // A one-sided p of theirs is found by halving until it is about right, ours in closed form.
    expect(Math.abs(read.p - (p ?? NaN))).toBeLessThan(side === "two-sided" ? 1e-5 : 1.5e-4);
  });

  it("has six of them", () => expect(cases).toHaveLength(6));

  it("is narrower when tuned to the users at hand than to far fewer or more, and least wide of the latter", () => {
    const [control, treatment] = arms(undefined, [first?.a, first?.b] as Sums[]);
    const effect = valueOf(measured(control, treatment, "relative"));
    const width = (tuning: number) => {
      const {low, high} = confidenceSequence(effect, {alpha: 0.05, tuning, sides: "two-sided"});
      return (high ?? NaN) - (low ?? NaN);
    };
    expect(width(6461)).toBeLessThan(width(10));
    expect(width(6461)).toBeLessThan(width(10_000));
    expect(width(10)).toBeGreaterThan(width(10_000));
  });
});

describe("a confidence sequence", () => {
  const effects = fc.record({
    effect: fc.double({...far, noNaN: true}),
    standardError: fc.double({min: 1e-6, max: 10, noNaN: true}),
    users: fc.integer({min: 4, max: 10_000_000})
  });
  const options = fc.record({
    alpha: fc.double({min: 1e-4, max: 0.3, noNaN: true}),
    tuning: fc.double({min: 1, max: 1e7, noNaN: true}),
    sides: fc.constantFrom<Sides>("two-sided", "greater", "less")
  });

  it("leaves 0 out exactly where its p is below alpha", () => {
    fc.assert(
      fc.property(effects, options, (effect, option) => {
        const {low, high, p} = confidenceSequence(effect, option);
        const out = (low !== null && low > 0) || (high !== null && high < 0);
        if (Math.abs(p / option.alpha - 1) > 1e-6) expect(out).toBe(p < option.alpha);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(option.sides === "two-sided" ? 1 : largestOneSidedP);
      })
    );
  });

  it("is wider than the interval of one look, and of one side narrower than of two", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 10, max: 1_000_000}),
        fc.integer({min: 10, max: 1_000_000}),
        (users, tuning) => {
          const two = widthFactor(users, {alpha: 0.05, tuning, sides: "two-sided"});
          expect(two).toBeGreaterThan(1.959964);
          const one = widthFactor(users, {alpha: 0.05, tuning, sides: "greater"});
          expect(one).toBeGreaterThan(1.644854);
        }
      )
    );
  });

  it("is tightest, over the standard error, where it is tuned to be", () => {
    const at = (tuning: number) => widthFactor(20_000, {alpha: 0.05, tuning, sides: "two-sided"});
    const best = at(20_000);
    for (const tuning of [100, 5000, 15_000, 27_000, 100_000]) expect(at(tuning)).toBeGreaterThan(best);
  });

  it("reads as its examples say", () => {
    expect(mixing(0.05, 5000)).toBeCloseTo(0.0398, 4);
    const {low, high, p} = confidenceSequence(
      {effect: 0.1, standardError: 0.02, users: 5000},
      {alpha: 0.05, tuning: 5000, sides: "two-sided"}
    );
    expect([low, high, p].map((value, i) => Number(value?.toFixed(i < 2 ? 4 : 5)))).toEqual([
      0.0393, 0.1607, 0.00005
    ]);
  });
});

describe("an effect", () => {
  const arm = (name: string, users: number, converted: number) => proportionMoments({name, users, converted});

  it("is treatment less control, with its standard error", () => {
    const {effect, standardError, users} = valueOf(
      measured(arm("a", 100, 20), arm("b", 100, 30), "absolute")
    );
    expect(effect).toBeCloseTo(0.1, 12);
    expect(standardError).toBeCloseTo(0.0608, 4);
    expect(users).toBe(200);
    expect(meanMoments({name: "a", users: 2, sum: 4, sumSquares: 10}).variance).toBe(2);
  });

  it.each([
    ["no users", arm("a", 0, 0), arm("b", 100, 20), "absolute", /fewer than two users/],
    ["one user", arm("a", 100, 2), arm("b", 1, 1), "relative", /“b” has fewer than two users/],
    ["nobody converted", arm("a", 100, 0), arm("b", 100, 0), "absolute", /the same value so far/],
    [
      "nobody of the variant",
      arm("a", 100, 20),
      arm("b", 100, 0),
      "relative",
      /“b” stands at 0 so far, 100 % below “a”/
    ],
    ["everybody converted", arm("a", 100, 100), arm("b", 90, 90), "absolute", /the same value so far/],
    [
      "nobody of the control",
      arm("a", 100, 0),
      arm("b", 100, 9),
      "relative",
      /choose the absolute difference/
    ]
  ] as const)("says what is missing where there are %s", (_, control, treatment, difference, sentence) => {
    const found = measured(control, treatment, difference);
    expect(found).toMatchObject({ok: false});
    expect(found.ok ? "" : found.message).toMatch(sentence);
  });

  it("is a number with a number for an error, or a sentence", () => {
    const counts = fc.tuple(fc.integer({min: 0, max: 50}), fc.integer({min: 0, max: 50}));
    fc.assert(
      fc.property(
        counts,
        counts,
        fc.constantFrom<Difference>("relative", "absolute"),
        (one, other, difference) => {
          const [a, b] = [one, other].map(([x, y], i) => arm(`${i}`, Math.max(x, y), Math.min(x, y)));
          const read = readLook([a, b], true, {alpha: 0.05, tuning: 5000, sides: "two-sided", difference});
          if (!read.ok) expect(read.message).toMatch(/\.$/);
          else
            for (const {effect, standardError, low, high, p, z, naiveP} of read.value)
              for (const value of [effect, standardError, low, high, p, z, naiveP])
                expect(Number.isFinite(value)).toBe(true);
        }
      )
    );
  });
});

describe("a look at a test", () => {
  const shares = [
    proportionMoments({name: "control", users: 1000, converted: 200}),
    proportionMoments({name: "variant", users: 1000, converted: 250})
  ];
  const options = {alpha: 0.05, tuning: 5000, sides: "two-sided", difference: "absolute"} as const;

  it("gives z and p of R's prop.test, and is not yet sure where that p is below .05", () => {
    const [reading] = valueOf(readLook(shares, true, options));
    expect(reading.z ** 2).toBeCloseTo(7.16845878, 7);
    expect(reading.naiveP).toBeCloseTo(0.00741965, 7);
    expect(reading.sure).toBe(false);
  });

  it("shares alpha out among several comparisons", () => {
    const [alone] = valueOf(readLook(shares, true, options));
    const [first, second] = valueOf(readLook([...shares, {...shares[1], name: "other"}], true, options));
    expect((first.high ?? 0) - (first.low ?? 0)).toBeGreaterThan((alone.high ?? 0) - (alone.low ?? 0));
    expect(second.low).toBe(first.low);
  });

  it("stops at a boundary reached, in the direction looked for", () => {
    const design = {z: [Infinity, 2.5, 2]};
    expect(lookVerdict(design, 1, 9, "two-sided")).toMatchObject({boundary: null, stop: false});
    expect(lookVerdict(design, 2, -2.6, "two-sided")).toMatchObject({
      boundary: 2.5,
      reached: 2.6,
      stop: true
    });
    expect(lookVerdict(design, 2, -2.6, "greater").stop).toBe(false);
    expect(lookVerdict(design, 3, -2.6, "less").stop).toBe(true);
  });
});

it("is sure of nothing where all users of one arm are alike so far", () => {
  const arm = (name: string, converted: number, users: number) => proportionMoments({name, users, converted});
  expect(measured(arm("c", 0, 4), arm("v", 1000, 1_000_000), "absolute")).toMatchObject({
    ok: false,
    code: "no-variance"
  });
  const flat = meanMoments({name: "c", users: 1000, sum: 100, sumSquares: 1000 * 0.1 ** 2});
  expect(flat.variance).toBe(0);
});
