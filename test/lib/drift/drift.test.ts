import {readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {countsBetween, quantileEdges} from "../../../lib/drift/bins.js";
import {columnDrift} from "../../../lib/drift/columnDrift.js";
import {goodnessOfFit, sharesTest} from "../../../lib/drift/goodnessOfFit.js";
import {jensenShannon} from "../../../lib/drift/jensenShannon.js";
import {kolmogorovSmirnov} from "../../../lib/drift/kolmogorovSmirnov.js";
import {driftMethod} from "../../../lib/drift/method.js";
import {psi, sharesOf} from "../../../lib/drift/psi.js";
import {countsOf, hasMoreValues, sampleOf} from "../../../lib/drift/sample.js";
import {twoSamples} from "../../../lib/drift/twoSamples.js";
import {normedWasserstein, wasserstein} from "../../../lib/drift/wasserstein.js";

interface Reference {
  psi: {expected: number[]; actual: number[]; psi: number}[];
  ks: {x: number[]; y: number[]; D: number; p_exact?: number; wasserstein?: number}[];
  js: {p: number[]; q: number[]; base: number | "e"; distance: number}[];
  chi2: {expected: number[]; observed: number[]; X2: number; p: number};
}
const published = JSON.parse(
  readFileSync(new URL("../../reference/drift/psi_ks.json", import.meta.url), "utf8")
) as Reference;
const ascending = (values: readonly number[]) => Float64Array.from(values).sort();

describe("drift measures", () => {
  it("give the published figures", () => {
    for (const {expected, actual, psi: value} of published.psi)
      expect(psi(expected, actual)).toBeCloseTo(value, 12);
    for (const {x, y, D, p_exact, wasserstein: distance} of published.ks) {
      const test = kolmogorovSmirnov(ascending(x), ascending(y));
      expect(test?.statistic).toBeCloseTo(D, 14);
      expect(test?.p).toBeCloseTo(p_exact ?? 1, 10);
      if (distance) expect(wasserstein(ascending(x), ascending(y))).toBeCloseTo(distance, 10);
    }
    for (const {p, q, base, distance} of published.js)
      expect(jensenShannon(p, q, base === "e" ? Math.E : base)).toBeCloseTo(distance, 12);
    const {expected, observed, X2, p} = published.chi2;
    expect(goodnessOfFit(expected, observed)?.statistic).toBeCloseTo(X2, 12);
    expect(goodnessOfFit(expected, observed)?.p).toBeCloseTo(p, 12);
    expect(sharesTest([200, 1000], [250, 1000])?.statistic).toBeCloseTo(2.6773978, 7);
    expect(sharesTest([200, 1000], [250, 1000])?.p).toBeCloseTo(0.00741965, 8);
  });

  it("give the figures of scipy 1.17.1 on samples with ties", () => {
    const a = Array.from({length: 700}, (_, i) => (i * i) % 23);
    const b = Array.from({length: 900}, (_, i) => ((i * i * 3) % 29) - 2);
    const c = Array.from({length: 900}, (_, i) => ((i * i) % 23) + (i % 7 < 3 ? 1 : 0));
    expect(wasserstein(ascending(a), ascending(b))).toBeCloseTo(4.3336507936507935, 10);
    expect(normedWasserstein(ascending(a), ascending(b))).toBeCloseTo(0.7647922464614468, 10);
    expect(normedWasserstein(ascending(a), ascending(c))).toBeCloseTo(0.07552120344517102, 10);
    const far = kolmogorovSmirnov(ascending(a), ascending(b));
    expect(far?.statistic).toBeCloseTo(0.27142857142857146, 12);
    expect(far?.p).toBeLessThan(1e-24);
    // The exact p-value is 0.6018; this many pairs go by the limit.
    expect(kolmogorovSmirnov(ascending(a), ascending(c))?.p).toBeCloseTo(0.6, 1);
    const exact = kolmogorovSmirnov(ascending(a.slice(0, 300)), ascending(c.slice(0, 400)));
    expect(exact?.statistic).toBeCloseTo(0.04, 12);
    expect(exact?.p).toBeCloseTo(0.9377279059884525, 9);
  });

  it("hold their documentation's examples", () => {
    expect(sharesOf([1, 3])).toEqual([0.25, 0.75]);
    expect(psi([50, 50], [60, 40])).toBeCloseTo(0.04054651081081642, 14);
    expect(jensenShannon([1, 0, 0], [0, 1, 0])).toBe(1);
    expect(wasserstein([0, 1, 3], [5, 6, 8])).toBeCloseTo(5, 12);
    expect(normedWasserstein([0, 2], [1, 3])).toBe(1);
    expect(kolmogorovSmirnov([1, 2, 2, 3], [1, 2, 2, 3])).toEqual({statistic: 0, p: 1});
    expect(quantileEdges([1, 1, 1, 2, 3, 4], 2)).toEqual([1.5]);
    expect(countsBetween([1, 2, 2, 9], [2, 5])).toEqual([3, 0, 1]);
    expect(driftMethod("number", 22226, 4000)).toBe("wasserstein");
    expect(sampleOf("number", [3, null, 1])).toEqual({
      ...{kind: "number", rows: 3, missing: 1},
      ascending: Float64Array.of(1, 3)
    });
    expect(countsOf(sampleOf("category", ["a"]), sampleOf("category", ["b"]))).toEqual({
      ...{levels: ["a", "b"], before: [1, 0], now: [0, 1]}
    });
    const sides = [sampleOf("number", [1, 2]), sampleOf("number", [2, 3])] as const;
    expect([2, 3].map((most) => hasMoreValues(...sides, most))).toEqual([true, false]);
    const [one, three] = [sampleOf("number", [1]), sampleOf("number", [1, 2, 3])];
    expect(twoSamples(one, one, {before: [1], now: [1]})).toEqual({effect: 0, p: 1, ks: 1});
    expect(columnDrift(three, three).drifted).toBe(false);
  });

  it("choose as Evidently does", () => {
    const chosen = ([kind, rows, values]: readonly ["number" | "category", number, number]) =>
      driftMethod(kind, rows, values);
    expect(
      (
        [
          ["number", 1000, 6],
          ["number", 1000, 5],
          ["number", 1000, 2],
          ["category", 1000, 9],
          ["category", 1000, 2],
          ["number", 1001, 6],
          ["number", 1001, 5],
          ["category", 1001, 9]
        ] as const
      ).map(chosen)
    ).toEqual([
      "ks",
      "chi-square",
      "z",
      "chi-square",
      "z",
      "wasserstein",
      "jensen-shannon",
      "jensen-shannon"
    ]);
  });
});

describe("degenerate columns", () => {
  const of = (...values: (number | null)[]) => sampleOf("number", values);

  it("are compared as far as they can be", () => {
    const empty = columnDrift(of(1, 2), of());
    expect(empty).toMatchObject({rows: 0, effect: null, psi: null, drifted: false, outside: 0});
    expect(columnDrift(of(), of()).value).toBeNull();
    const gone = columnDrift(of(1, 2, 3), of(null, null, null));
    expect(gone).toMatchObject({effect: null, drifted: false, missing: {reference: 0, current: 1}});
    expect(gone.missing.p).toBeLessThan(0.05);
    const constant = Array.from({length: 2000}, () => 7);
    expect(columnDrift(of(...constant), of(...constant))).toMatchObject({effect: 0, psi: 0, drifted: false});
    const moved = columnDrift(of(...constant), of(...constant.map(() => 8)));
    expect(moved).toMatchObject({effect: 1, drifted: true, outside: 1, method: "jensen-shannon"});
  });

  it("tell categories that are new", () => {
    const before = sampleOf("category", ["a", "a", "b", null]);
    const now = sampleOf("category", ["a", "c", "c", "b"]);
    expect(columnDrift(before, now).fresh).toEqual([{level: "c", rows: 2}]);
    expect(goodnessOfFit([2, 1, 0], [1, 1, 2])).toEqual({statistic: Infinity, p: 0});
  });

  it("a trifle among many rows is significant but no drift", () => {
    const before = Array.from({length: 90_000}, (_, i) => (i % 1000) / 1000);
    const drift = columnDrift(of(...before), of(...before.map((value) => value + 0.012)));
    expect(drift.p).toBeLessThan(1e-4);
    expect(drift.drifted).toBe(false);
  });
});

describe("distances", () => {
  const values = fc.array(fc.integer({min: -4, max: 4}), {minLength: 1, maxLength: 40});
  it("are symmetric, zero for the same, and within their bounds", () => {
    fc.assert(
      fc.property(values, values, (x, y) => {
        const [a, b] = [ascending(x), ascending(y)];
        expect(wasserstein(a, b)).toBeCloseTo(wasserstein(b, a) ?? NaN, 12);
        expect(wasserstein(a, a)).toBe(0);
        const mean = (list: number[]) => list.reduce((s, v) => s + v, 0) / list.length;
        expect(wasserstein(a, b) ?? NaN).toBeGreaterThanOrEqual(Math.abs(mean(x) - mean(y)) - 1e-12);
        const [forth, back] = [kolmogorovSmirnov(a, b), kolmogorovSmirnov(b, a)];
        expect(forth?.p).toBeCloseTo(back?.p ?? NaN, 9);
        expect(forth?.statistic).toBeLessThanOrEqual(1);
        const {before, now} = countsOf(sampleOf("number", x), sampleOf("number", y));
        const distance = jensenShannon(before, now) ?? NaN;
        expect(distance).toBeLessThanOrEqual(1 + 1e-12);
        expect(distance).toBeCloseTo(jensenShannon(now, before) ?? NaN, 12);
      })
    );
  });
});
