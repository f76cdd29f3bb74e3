import {readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {compareModels, pairedComparison} from "../../../lib/metrics/compareModels.js";
import {deLong} from "../../../lib/metrics/deLong.js";
import {holm} from "../../../lib/metrics/holm.js";
import {mcNemar} from "../../../lib/metrics/mcNemar.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {randomSource} from "../../../lib/random/source.js";
import {referenceDir} from "../../support/paths.js";
import {formula, labelled} from "./support.js";

const {labels, a, b} = formula;
const options = (seed = 1) => ({random: randomSource(seed), resamples: 400});

/** The definition: all pairs of a positive and a negative row. */
function byAllPairs(y: number[], first: number[], second: number[]) {
  const of = (label: number) => y.flatMap((d, row) => (d === label ? [row] : []));
  const [positives, negatives] = [of(1), of(0)];
  const win = (s: number[], p: number, n: number) => (Math.sign(s[p] - s[n]) + 1) / 2;
  const mean = (values: number[]) => values.reduce((sum, d) => sum + d, 0) / values.length;
  const gap = (p: number, n: number) => win(first, p, n) - win(second, p, n);
  const variance = (values: number[]) => {
    const middle = mean(values);
    return values.reduce((sum, d) => sum + (d - middle) ** 2, 0) / (values.length - 1) / values.length;
  };
  const up = positives.map((p) => mean(negatives.map((n) => gap(p, n))));
  const down = negatives.map((n) => mean(positives.map((p) => gap(p, n))));
  return {difference: mean(up), standardError: Math.sqrt(variance(up) + variance(down))};
}

describe("DeLong's comparison of two areas under the ROC curve", () => {
  it("is numpy's, by all pairs, of the two made-up scores", () => {
    const found = deLong(labels, a, b)!;
    expect(found.a).toBeCloseTo(0.579797470674487, 12);
    expect(found.b).toBeCloseTo(0.6183101173020527, 12);
    expect(found.difference).toBeCloseTo(-0.0385126466275657, 12);
    expect(found.standardError).toBeCloseTo(0.0464009513381963, 12);
    expect(found.z).toBeCloseTo(-0.8299969185300495, 10);
  });

  it("is a case worked by hand", () => {
    // Differences of placements -1/2, 1/3, 1 and 1/3, 0, 1/2: their variances are 61/108 and 7/108.
    const found = deLong(
      [0, 0, 0, 1, 1, 1],
      [0.1, 0.4, 0.5, 0.35, 0.8, 0.9],
      [0.3, 0.2, 0.6, 0.6, 0.5, 0.1]
    )!;
    expect(found.a).toBeCloseTo(7 / 9, 12);
    expect(found.b).toBeCloseTo(1 / 2, 12);
    expect(found.standardError).toBeCloseTo(Math.sqrt(17) / 9, 12);
  });

  it("is the definition by all pairs for any scores with ties", () => {
    fc.assert(
      fc.property(labelled(2, 4), (data) => {
        const [y, p, q] = [0, 1, 2].map((column) => data.map((row) => row[column]));
        const positives = y.filter((d) => d === 1).length;
        const found = deLong(y, p, q);
        if (Math.min(positives, y.length - positives) < 2) {
          expect(found).toBeNull();
          return;
        }
        const expected = byAllPairs(y, p, q);
        expect(found!.difference).toBeCloseTo(expected.difference, 11);
        expect(found!.standardError).toBeCloseTo(expected.standardError, 11);
        expect(found!.a).toBeCloseTo(rocAuc(y, p)!, 11);
      })
    );
  });

  it("says nothing with fewer than two rows of a class, and has no z for equal scores", () => {
    expect(deLong([0, 0, 1], [1, 2, 3], [1, 2, 3])).toBeNull();
    expect(deLong([], [], [])).toBeNull();
    expect(deLong(labels, a, a)).toMatchObject({difference: 0, standardError: 0, z: null});
  });

  it("holds the example of the documentation", () => {
    expect(deLong([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], [0.1, 0.2, 0.6, 0.5])!.difference).toBe(-0.25);
  });
});

describe("McNemar's exact test", () => {
  const split = (onlyA: number, onlyB: number) =>
    mcNemar(
      Array<number>(onlyA + onlyB + 3).fill(1),
      [...Array<number>(onlyA).fill(1), ...Array<number>(onlyB).fill(0), 1, 0, 1],
      [...Array<number>(onlyA).fill(0), ...Array<number>(onlyB).fill(1), 1, 0, 1]
    );

  it("is scipy 1.10's binomtest", () => {
    const calls = (p: number[]) => p.map((d) => Number(d >= 0.5));
    expect(mcNemar(labels, calls(a), calls(b))).toMatchObject({onlyA: 68, onlyB: 82});
    expect(mcNemar(labels, calls(a), calls(b)).p).toBeCloseTo(0.2884557489907643, 11);
    expect(split(3, 14).p).toBeCloseTo(0.012725830078125, 14);
    expect(split(1100, 900).p / 8.457089535503812e-6).toBeCloseTo(1, 8);
    expect(split(4800, 5199).p / 6.871504393332141e-5).toBeCloseTo(1, 8);
  });

  it("is 1 for an even split and for none", () => {
    expect(split(0, 0).p).toBe(1);
    expect(split(5, 5).p).toBe(1);
    expect(split(5, 6).p).toBe(1);
    expect(mcNemar([1, 1, 1, 1], [1, 1, 1, 1], [0, 0, 0, 0]).p).toBe(0.125);
  });
});

describe("Holm's adjustment", () => {
  const file = `${referenceDir}/ab/r_reference.json`;
  it("is R's p.adjust", () => {
    const {p_adjust: cases} = JSON.parse(readFileSync(file, "utf8")) as {
      p_adjust: {p: number[]; holm: number[]}[];
    };
    expect(cases.length).toBeGreaterThan(1);
    for (const {p, holm: expected} of cases)
      holm(p).forEach((value, index) => expect(value).toBeCloseTo(expected[index], 12));
  });

  it("leaves out what was not tested, in any order", () => {
    expect(holm([0.01, null, 0.04])).toEqual([0.02, null, 0.04]);
    expect(holm([0.04, 0.01])).toEqual([0.04, 0.02]);
    expect(holm([])).toEqual([]);
  });
});

describe("a paired comparison", () => {
  it("finds no significant difference between scores that are equally good", () => {
    const found = finish(pairedComparison(labels, a, b, {...options(), metric: "rocAuc"}));
    expect(found.verdict).toBe("difference not significant");
    expect(found.difference).toBeCloseTo(-0.0385126466275657, 12);
    const width = found.interval!.high - found.interval!.low;
    expect(width / (2 * 1.959964 * found.deLong!.standardError)).toBeCloseTo(1, 0.9);
    expect(found.p).toBeGreaterThan(0.2);
    expect(found.p).toBeLessThan(0.7);
  });

  it("finds the better model, more or less being better", () => {
    const good = labels.map((label, row) => 0.25 + 0.3 * label + 0.2 * a[row]);
    const of = (metric: "rocAuc" | "brier" | "accuracy") =>
      finish(pairedComparison(labels, good, a, {...options(), metric}));
    expect(of("rocAuc")).toMatchObject({verdict: "a is better", p: 2 / 401, adjusted: 2 / 401});
    expect(of("brier").difference).toBeLessThan(0);
    expect(of("brier")).toMatchObject({verdict: "a is better", deLong: null, mcNemar: null});
    expect(of("accuracy").mcNemar!.p).toBeLessThan(0.001);
    const worse = finish(pairedComparison(labels, a, good, {...options(), metric: "logLoss"}));
    expect(worse.verdict).toBe("b is better");
  });

  it("turns its sign with the models' order", () => {
    const there = finish(pairedComparison(labels, a, b, {...options(5), metric: "averagePrecision"}));
    const back = finish(pairedComparison(labels, b, a, {...options(5), metric: "averagePrecision"}));
    expect(back.difference).toBe(-there.difference!);
    expect(back.interval!.low).toBeCloseTo(-there.interval!.high, 12);
    expect(back.p).toBe(there.p);
  });

  it("is told of every pair, adjusted for their number", () => {
    const models = [a, b, labels.map((d) => d / 2)].map((probabilities, i) => ({
      name: "xyz"[i],
      probabilities
    }));
    const found = finish(compareModels(labels, models, {...options(), metric: "rocAuc"}));
    expect(found.map((d) => d.a + d.b)).toEqual(["xy", "xz", "yz"]);
    expect(found.map((d) => d.adjusted)).toEqual(holm(found.map((d) => d.p)));
    expect(found.map((d) => d.verdict)).toEqual(["difference not significant", "b is better", "b is better"]);
    expect(finish(compareModels(labels, models.slice(1), {...options(), metric: "rocAuc"}))[0].p).toBe(
      found[2].p
    );
  });

  it("cannot be made where the rows cannot tell, and finds equal models equal", () => {
    const one = finish(pairedComparison([0, 0], [0.1, 0.2], [0.3, 0.1], {...options(), metric: "rocAuc"}));
    expect(one).toMatchObject({difference: null, interval: null, p: null, verdict: "cannot be compared"});
    const none = finish(pairedComparison([], [], [], {...options(), metric: "brier"}));
    expect(none.verdict).toBe("cannot be compared");
    const same = finish(pairedComparison(labels, a, a, {...options(), metric: "brier"}));
    expect(same).toMatchObject({difference: 0, p: 1, verdict: "difference not significant"});
    expect(finish(compareModels(labels, [], {...options(), metric: "brier"}))).toEqual([]);
    expect(
      finish(pairedComparison([0, 1], [0.1, 0.9], [0.1, 0.9], {...options(), metric: "brier"})).difference
    ).toBe(0);
  });
});
