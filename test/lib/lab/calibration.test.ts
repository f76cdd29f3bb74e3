import {beforeAll, describe, expect, it} from "vitest";
import type {ModelSpec} from "../../../lib/learn/families.js";
import {briefSpecs} from "../../../lib/learn/families.js";
import type {LabExamples} from "../../../lib/pipeline/fitting.js";
import {largestDifference} from "../../../lib/model/difference.js";
import {fromFile, toFile} from "../../../lib/model/file.js";
import {marginsOf, scoreColumns} from "../../../lib/model/model.js";
import type {TrainedModel} from "../../../lib/model/model.js";
import {scoringSql} from "../../../lib/model/scoringSql.js";
import {randomSource} from "../../../lib/random/source.js";
import {queryRows, withDatabase} from "../../../loaders/database.js";
import type {LabRequest} from "../../../lib/lab/bench.js";
import {fitOn, open} from "../../../lib/lab/bench.js";
import {serve} from "../../../lib/lab/decision.js";
import {kernels} from "../../support/kernels.js";

const rows = 240;
const width = 60;
const random = randomSource(17);
const labels = Uint8Array.from({length: rows}, () => Number(random() < 0.4));
const names = Array.from({length: width}, (_, j) => `x${j}`);
/** The first column says something, and the others let a model learn its few rows by heart. */
const values = names.map((_, j) =>
  Float32Array.from(labels, (label) => (random() < 0.05 ? NaN : random() + (j ? 0 : 0.5 * label)))
);
const examples: LabExamples = {
  columns: names.map((name) => ({name, feature: name, kind: "number"})),
  values,
  labels,
  times: new Float64Array(rows),
  keys: Int32Array.from(labels.keys())
};
const every = Uint32Array.from(labels.keys());
const train = every.filter((row) => row % 3 === 0);
const test = every.filter((row) => row % 3 > 0);
const bold: ModelSpec[] = [
  {...briefSpecs.logistic, C: 1000, l1Ratio: 0},
  {...briefSpecs.xgboost, rounds: 200, eta: 1, maxDepth: 2, alpha: 0, lambda: 0, minChildWeight: 0},
  {...briefSpecs.forest, trees: 15, minLeafRows: 1}
];
const cases = bold.flatMap((spec) =>
  (["none", "platt", "isotonic", "prior"] as const).map((method) => [spec.family, method, spec] as const)
);

/** What DuckDB says of every row. */
const byStatement = (model: TrainedModel): Promise<Float64Array> =>
  withDatabase(async (connect) => {
    const connection = await connect();
    const literal = (value: number) => (Number.isNaN(value) ? "null" : `cast('${value}' as real)`);
    const list = Array.from(
      every,
      (row) => `(${[row, ...values.map((column) => literal(column[row]))].join()})`
    );
    await connection.run(`create table features as from (values ${list.join()}) as t(id, ${names.join()})`);
    const sql = scoringSql(model, {table: "features", key: "id", columns: examples.columns});
    const scored = await queryRows<{probability: number}>(connection, `from (${sql}) order by id`);
    return Float64Array.from(scored, ({probability}) => probability);
  });

beforeAll(async () => open("bold", examples, await kernels()));

/** Beyond 20, a probability in 64 bits holds no more than half the digits of its log-odds; beyond 37, none. */
describe("a model that is sure of itself", () => {
  it.each(cases)(
    "%s, calibrated by %s, gives the same probabilities in the tab, from its file and in SQL",
    async (_, calibration, spec) => {
      const request: LabRequest = {
        ...{spec, train, test, calibration, seed: 1, backend: "cpu", balance: "weights", provenance: "made"}
      };
      const fitted = await fitOn("bold", request, () => undefined);
      if (!fitted.ok) throw new Error(fitted.message);
      const {model, probabilities} = fitted.value;
      if (spec.family !== "forest")
        expect(Math.max(...marginsOf(model, values).map(Math.abs))).toBeGreaterThan(20);
      const served = serve("bold", request, model);
      if (!served.ok) throw new Error(served.message);
      const own = served.value.probabilities;
      expect(new Set(own).size).toBeGreaterThan(2);
      const file = fromFile(toFile(model), names);
      if (!file.ok) throw new Error(file.message);
      expect(
        largestDifference(
          Float64Array.from(test, (row) => own[row]),
          probabilities
        )
      ).toBeLessThan(1e-12);
      expect(largestDifference(scoreColumns(file.value.model, values), own)).toBeLessThan(1e-12);
      expect(largestDifference(await byStatement(model), own)).toBeLessThan(1e-12);
    }
  );
});
