import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {finish} from "../../../../lib/learn/finish.js";
import {selectFeatures} from "../../../../lib/learn/select/selectFeatures.js";
import type {SelectionOptions} from "../../../../lib/learn/select/selectFeatures.js";
import {randomSource} from "../../../../lib/random/source.js";
import {kernels} from "../../../support/kernels.js";
import {messageOf, valueOf} from "../support.js";
import {examplesOf, labels, made} from "./made.js";

const module = await kernels();

/** A made-up ranking: the later a column, the less important. */
function* rank(columns: Uint32Array) {
  yield;
  return Array.from(columns, (j) => 1 / (1 + j));
}
const options: SelectionOptions = {rank, seed: 1, features: 4};
const region = (level: number) => made.c.map((value) => Number(value === level));
const flat = Float32Array.from(labels, (_, row) => Number(row === 7));
const table = {
  ...{a: made.a, b: made.b, flat, d: made.d, e: made.e},
  ...{"region=N": region(0), "region=S": region(2), f: made.f}
};
const select = (values: Record<string, Float32Array>, more: Partial<SelectionOptions> = {}) =>
  valueOf(finish(selectFeatures(examplesOf(values), {...options, ...more})));

describe("the selection of features", () => {
  it("takes six steps, each on what the one before has left, and keeps one-hot columns together", () => {
    const {steps, features, columns, path} = select(table);
    expect(steps.map(({step}) => step)).toEqual([
      ...["correlation", "variance", "mutual information", "elimination", "lasso", "keep-list"]
    ]);
    let left = ["a", "b", "flat", "d", "e", "region", "f"];
    for (const {verdicts, step} of steps.slice(0, 5)) {
      expect(
        verdicts.map(({feature}) => feature),
        step
      ).toEqual(left);
      left = verdicts.filter(({verdict}) => verdict !== "dropped").map(({feature}) => feature);
    }
    expect(features).toEqual(left);
    expect(features).toEqual(["a", "e", "region"]);
    expect([...columns]).toEqual([0, 4, 5, 6]);
    expect(path).toHaveLength(10);
    const why = (name: string) =>
      steps.find(({verdicts}) =>
        verdicts.some(({feature, verdict}) => feature === name && verdict === "dropped")
      )?.step;
    expect([why("b"), why("flat")]).toEqual(["correlation", "variance"]);
  });

  it("keeps the keep-list and says from what it was spared", () => {
    const {steps, features} = select(table, {keep: ["flat", "a"]});
    expect(features).toContain("flat");
    expect(steps[5].verdicts).toEqual([
      {
        feature: "flat",
        figure: 1 - 0.9975,
        verdict: "spared",
        reason: "variance: 99.75\u00a0% of the rows hold the same value"
      },
      {feature: "a", figure: 0, verdict: "kept", reason: ""}
    ]);
  });

  it("is the same in WebAssembly and for the same seed", () => {
    expect(select(table, {module})).toEqual(select(table));
  });

  it("reports a share that grows", () => {
    const shares = [...selectFeatures(examplesOf(table), options)].map(({share}) => share);
    expect(shares).toEqual([...shares].sort((x, y) => x - y));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  it("always leaves a feature and no number that is none, whatever the columns are", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({min: 1, max: 6}),
        fc.integer({min: 2, max: 30}),
        (seed, width, rows) => {
          const random = randomSource(seed);
          const outcome = Uint8Array.from({length: rows}, (_, row) => Number(row === 0 || random() < 0.4));
          outcome[1] = 0;
          const kinds = [
            () => NaN,
            () => 3,
            () => random(),
            () => (random() < 0.5 ? NaN : Math.floor(3 * random()))
          ];
          const values = Object.fromEntries(
            Array.from({length: width}, (_, j) => {
              const kind = kinds[Math.floor(4 * random())];
              return [`x${j}`, Float32Array.from({length: rows}, kind)];
            })
          );
          const selection = valueOf(finish(selectFeatures(examplesOf(values, outcome), options)));
          expect(selection.features.length).toBeGreaterThan(0);
          for (const {verdicts, rule} of selection.steps) {
            expect(rule).not.toMatch(/NaN|Infinity|undefined|–/);
            for (const {figure, reason} of verdicts) {
              expect(Number.isFinite(figure)).toBe(true);
              expect(reason).not.toMatch(/NaN|Infinity|undefined|–/);
            }
          }
        }
      ),
      {numRuns: 60}
    );
  });

  it("refuses what cannot be selected from, with a sentence", () => {
    const of = (values: Record<string, Float32Array>, outcome: Uint8Array, keep: string[] = []) =>
      messageOf(finish(selectFeatures(examplesOf(values, outcome), {...options, keep})));
    expect(of({}, labels)).toMatch(/no feature/);
    expect(of({x: new Float32Array()}, new Uint8Array())).toMatch(/^There are no rows/);
    expect(of({x: new Float32Array(3)}, new Uint8Array(3))).toMatch(/same outcome/);
    expect(of(table, labels, ["nonsense"])).toBe("The keep-list names no feature of the table: nonsense");
  });
});
