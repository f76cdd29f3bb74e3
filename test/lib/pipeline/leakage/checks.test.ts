import {describe, expect, it} from "vitest";
import {finish} from "../../../../lib/learn/finish.js";
import type {LabExamples} from "../../../../lib/pipeline/fitting.js";
import {encodingCheck} from "../../../../lib/pipeline/leakage/encodingCheck.js";
import {featuresAlone} from "../../../../lib/pipeline/leakage/featuresAlone.js";
import {originSplit, stacked} from "../../../../lib/pipeline/leakage/snapshots.js";
import {randomSource} from "../../../../lib/random/source.js";

/** Rows in many small cities, with a column that tells all, one that tells nothing, a category and the city's rate. */
function made(rows: number): LabExamples & {city: {codes: Int32Array; column: number}} {
  const random = randomSource(7);
  const labels = Uint8Array.from({length: rows}, () => Number(random() < 0.2));
  const level = Float32Array.from(labels, (label) => Number(random() < (label ? 0.6 : 0.3)));
  return {
    columns: [
      {name: "noise", feature: "noise", kind: "number"},
      {name: "twin", feature: "twin", kind: "number"},
      {name: "region=N", feature: "region", kind: "level"},
      {name: "region=S", feature: "region", kind: "level"},
      {name: "rate", feature: "rate", kind: "number"}
    ],
    values: [
      Float32Array.from(labels, () => random()),
      Float32Array.from(labels, (label) => -label),
      level,
      Float32Array.from(labels, () => Number(random() < 0.5)),
      new Float32Array(rows)
    ],
    labels,
    times: new Float64Array(rows),
    keys: Int32Array.from(labels.keys()),
    city: {codes: Int32Array.from(labels, () => Math.floor(random() * (rows / 3))), column: 4}
  };
}

describe("features alone", () => {
  it("come the most telling first, once each, a category by its best level", () => {
    const aucs = finish(featuresAlone(made(3000), 1));
    if (!aucs.ok) throw new Error(aucs.message);
    expect(aucs.value.map(({feature}) => feature).toSorted()).toEqual(["noise", "rate", "region", "twin"]);
    expect(aucs.value[0]).toMatchObject({feature: "twin", auc: 1, higher: false, alarming: true});
    expect(aucs.value[1]).toMatchObject({feature: "region", name: "region=N", alarming: false});
    expect(aucs.value.map(({auc}) => auc)).toEqual(aucs.value.map(({auc}) => auc).toSorted((a, b) => b - a));
  });

  it("judge the rate by city out of fold, so that a city of one tells nothing", () => {
    const examples = made(3000);
    const aucs = finish(featuresAlone(examples, 1));
    const rate = aucs.ok ? aucs.value.find(({feature}) => feature === "rate")?.auc : undefined;
    expect(rate).toBeGreaterThanOrEqual(0.5);
    expect(rate).toBeLessThan(0.54);
  });

  it("fail with a sentence where all rows have one outcome", () => {
    const examples = made(50);
    const one = {...examples, city: undefined, labels: new Uint8Array(50)};
    expect(finish(featuresAlone(one, 1))).toMatchObject({ok: false, code: "one-class"});
  });
});

describe("the check of the rate by city", () => {
  it("finds that a rate with the row's own label predicts noise, and one without does not", () => {
    const {labels, city} = made(6000);
    const checks = [1, 2, 3, 4].map((seed) => {
      const check = finish(encodingCheck({labels, city: city.codes}, seed));
      if (!check.ok) throw new Error(check.message);
      return check.value;
    });
    const positives = labels.reduce((sum, label) => sum + label, 0);
    for (const {rows, positives: found, inFold} of checks) {
      expect({rows, positives: found}).toEqual({rows: 6000, positives});
      expect(inFold.value).toBeGreaterThan(0.65);
      expect(inFold.interval?.low).toBeGreaterThan(0.6);
    }
    const outOfFold = checks.map(({outOfFold: {value}}) => value ?? NaN);
    // A shuffle's AUC spreads by about .015, the mean of four by half of that.
    expect(Math.abs(outOfFold.reduce((sum, value) => sum + value / 4, 0) - 0.5)).toBeLessThan(0.025);
  });

  it("draws the same for the same seed, and leaves the labels as they were", () => {
    const {labels, city} = made(600);
    const before = labels.slice();
    const draw = (seed: number) => finish(encodingCheck({labels, city: city.codes}, seed));
    expect(draw(5)).toEqual(draw(5));
    expect(draw(5)).not.toEqual(draw(6));
    expect(labels).toEqual(before);
  });

  it("says that a class is too small for folds", () => {
    const labels = Uint8Array.of(1, 0, 0, 0, 0, 0);
    expect(finish(encodingCheck({labels, city: new Int32Array(6)}, 1))).toMatchObject({ok: false});
  });
});

describe("snapshots", () => {
  const [first, second] = [made(4), made(7)];

  it("stand one after the other", () => {
    const both = stacked([first, second]);
    expect(both.labels).toEqual(Uint8Array.of(...first.labels, ...second.labels));
    expect(both.values[0]).toEqual(Float32Array.of(...first.values[0], ...second.values[0]));
    expect(both.keys).toEqual(Int32Array.of(...first.keys, ...second.keys));
    expect(() => stacked([first, {...second, columns: second.columns.slice(1)}])).toThrow(/columns/);
  });

  it("are learnt from and judged by whole", () => {
    expect(originSplit([2, 1, 3], {train: [1, 0], test: 2})).toEqual({
      train: Uint32Array.of(0, 1, 2),
      test: Uint32Array.of(3, 4, 5)
    });
    expect(originSplit([2, 0, 3], {train: [1], test: 0})).toEqual({
      train: new Uint32Array(),
      test: Uint32Array.of(0, 1)
    });
  });
});
