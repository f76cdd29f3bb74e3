import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import type {ModelSpec} from "../../../lib/learn/families.js";
import {briefSpecs} from "../../../lib/learn/families.js";
import {finish} from "../../../lib/learn/finish.js";
import {fit} from "../../../lib/pipeline/fit.js";
import type {LabExamples} from "../../../lib/pipeline/fitting.js";
import {splitsOf} from "../../../lib/pipeline/splits.js";
import {workbench} from "../../../lib/pipeline/workbench.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {scoreColumns} from "../../../lib/model/model.js";
import {randomSource} from "../../../lib/random/source.js";
import {kernels} from "../../support/kernels.js";

let module: WebAssembly.Module;
beforeAll(async () => {
  module = await kernels();
});

/** Rows whose label leans on the first column and the flag; the second column is noise with gaps. */
function examples(rows: number, {seed = 1, city = false} = {}): LabExamples {
  const random = randomSource(seed);
  const first = Float32Array.from({length: rows}, () => random() * 4 - 2);
  const noise = Float32Array.from({length: rows}, () => (random() < 0.2 ? NaN : random()));
  const flag = Float32Array.from({length: rows}, () => Number(random() < 0.3));
  const labels = Uint8Array.from(first, (x, i) =>
    Number(random() < 1 / (1 + Math.exp(2 - 1.5 * x - flag[i])))
  );
  return {
    columns: [
      {name: "first", feature: "first", kind: "number"},
      {name: "noise", feature: "noise", kind: "number"},
      {name: "flag", feature: "flag", kind: "flag"},
      ...(city ? [{name: "city", feature: "city", kind: "number"} as const] : [])
    ],
    values: [first, noise, flag, ...(city ? [new Float32Array(rows)] : [])],
    labels,
    times: Float64Array.from({length: rows}, (_, i) => i),
    keys: Int32Array.from({length: rows}, (_, i) => i),
    city: city
      ? {codes: Int32Array.from({length: rows}, () => Math.floor(random() * 40)), column: 3}
      : undefined
  };
}

const specs: ModelSpec[] = [
  {...briefSpecs.logistic, C: 1},
  {...briefSpecs.forest, trees: 20, minLeafRows: 5, maxFeatures: 1},
  {...briefSpecs.boosting, rounds: 20, minLeafRows: 5},
  {...briefSpecs.xgboost, rounds: 20, eta: 0.3}
];

const part = (data: LabExamples) => {
  const splits = splitsOf(data, {validation: "holdout", held: 0.25, seed: 1});
  if (!splits.ok) throw new Error(splits.message);
  return splits.value[0];
};

describe("a fit in the lab", () => {
  it.each(specs)("of $family finds what the label leans on, with the kernels and without", (spec) => {
    const data = examples(1200);
    const {train, test} = part(data);
    const labels = Uint8Array.from(test, (row) => data.labels[row]);
    const [plain, quick] = [undefined, module].map((kernel) => {
      const fitted = finish(fit(workbench(data, kernel), {spec, balance: "none", train, test, seed: 1}));
      if (!fitted.ok) throw new Error(fitted.message);
      return fitted.value;
    });
    expect(rocAuc(labels, plain.probabilities)).toBeGreaterThan(0.75);
    expect(quick.model).toEqual(plain.model);
    expect(quick.probabilities).toEqual(plain.probabilities);
    expect(plain.rows).toEqual({train: train.length, synthetic: 0, test: test.length});
  });

  it.each(specs)("of $family gives the probabilities that its model gives", (spec) => {
    const data = examples(600);
    const {train, test} = part(data);
    const fitted = finish(fit(workbench(data), {spec, balance: "weights", train, test, seed: 1}));
    if (!fitted.ok) throw new Error(fitted.message);
    const columns = data.values.map((column) => Float32Array.from(test, (row) => column[row]));
    expect(fitted.value.probabilities).toEqual(scoreColumns(fitted.value.model, columns));
  });

  it("does not look at the labels of the test rows", () => {
    const data = examples(800, {city: true});
    const {train, test} = part(data);
    const other = {...data, labels: data.labels.slice()};
    for (const row of test) other.labels[row] = 1 - other.labels[row];
    for (const spec of specs) {
      const request = {spec, balance: "none", train, test, seed: 3} as const;
      const [a, b] = [data, other].map((some) => finish(fit(workbench(some, module), request)));
      expect(a).toEqual(b);
    }
  });

  it("gives the same model whatever was fitted before on the same workbench", () => {
    const data = examples(500, {city: true});
    const folds = splitsOf(data, {validation: "folds", held: 0.2, seed: 2});
    if (!folds.ok) throw new Error(folds.message);
    const shared = workbench(data, module);
    const matrix = Uint32Array.from(data.labels.keys());
    for (const spec of specs)
      for (const split of folds.value) {
        const request = {spec, balance: "none", ...split, matrix, seed: 1} as const;
        expect(finish(fit(shared, request))).toEqual(finish(fit(workbench(data, module), request)));
      }
  });

  it("makes synthetic rows of the training part alone, with gaps where the rows that they start from have them", () => {
    const data = examples(700);
    const {train, test} = part(data);
    const positives = train.reduce((sum, row) => sum + data.labels[row], 0);
    for (const balance of ["smote", "smotenc"] as const) {
      const fitted = finish(fit(workbench(data, module), {spec: specs[3], balance, train, test, seed: 1}));
      if (!fitted.ok) throw new Error(fitted.message);
      expect(fitted.value.rows.synthetic).toBe(train.length - 2 * positives);
      expect(fitted.value.probabilities.length).toBe(test.length);
    }
  });

  it("stops early by rows that it does not learn from", () => {
    const data = examples(900);
    const {train, test} = part(data);
    const spec: ModelSpec = {...briefSpecs.xgboost, rounds: 200, eta: 0.5, alpha: 0, earlyStoppingRounds: 5};
    const validation = train.filter((_, i) => i % 5 === 0);
    const learnt = train.filter((_, i) => i % 5 !== 0);
    const fitted = finish(
      fit(workbench(data, module), {spec, balance: "none", train: learnt, validation, test, seed: 1})
    );
    if (!fitted.ok) throw new Error(fitted.message);
    expect(fitted.value.rounds).toBeLessThan(200);
    expect(fitted.value.curve?.validation?.length).toBe(fitted.value.rounds + 5);
  });

  it("says in a sentence what cannot be learnt", () => {
    const data = examples(50);
    const every = Uint32Array.from(data.labels.keys());
    const run = (some: Partial<LabExamples>, train = every) =>
      finish(
        fit(workbench({...data, ...some}), {spec: specs[0], balance: "none", train, test: every, seed: 1})
      );
    expect(run({labels: new Uint8Array(50)})).toMatchObject({ok: false, code: "one-class"});
    expect(run({columns: [], values: []})).toMatchObject({ok: false, code: "columns"});
    expect(run({}, new Uint32Array())).toMatchObject({ok: false, code: "rows"});
    const [first, ...others] = data.values;
    expect(run({values: [first.with(3, Infinity), ...others]})).toMatchObject({ok: false, code: "infinite"});
  });

  it("never gives a probability that is none, whatever the columns", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom(NaN, -1, 0, 1, 1e30, Infinity), fc.constantFrom(NaN, 3), fc.nat(1)),
          {
            minLength: 12,
            maxLength: 40
          }
        ),
        fc.constantFrom(...specs.slice(1)),
        (rows, spec) => {
          const base = examples(rows.length);
          const data = {
            ...base,
            columns: base.columns.slice(0, 2),
            values: [Float32Array.from(rows, ([x]) => x), Float32Array.from(rows, ([, y]) => y)],
            labels: Uint8Array.from(rows, ([, , z]) => z)
          };
          const every = Uint32Array.from(rows.keys());
          const fitted = finish(
            fit(workbench(data), {spec, balance: "none", train: every, test: every, seed: 1})
          );
          return !fitted.ok || fitted.value.probabilities.every((p) => p >= 0 && p <= 1);
        }
      ),
      {numRuns: 40}
    );
  });
});
