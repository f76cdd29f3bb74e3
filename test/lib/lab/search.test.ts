import {beforeAll, describe, expect, it} from "vitest";
import {briefSpecs} from "../../../lib/learn/families.js";
import type {LabExamples} from "../../../lib/pipeline/fitting.js";
import {scoreColumns} from "../../../lib/model/model.js";
import {randomSource} from "../../../lib/random/source.js";
import type {LabRequest} from "../../../lib/lab/bench.js";
import {fitOn, open} from "../../../lib/lab/bench.js";
import {curvesOf, testLosses} from "../../../lib/lab/curves.js";
import {searchOn, selectOn} from "../../../lib/lab/search.js";
import {kernels} from "../../support/kernels.js";

const rows = 3000;
const random = randomSource(5);
const column = (value: () => number) => Float32Array.from({length: rows}, value);
const telling = column(() => 4 * random() - 2);
const noise = column(() => (random() < 0.2 ? NaN : random()));
const copy = telling.map((x) => 2 * x + 1);
const labels = Uint8Array.from(telling, (x) => Number(random() < 1 / (1 + Math.exp(2.5 - 1.5 * x))));
const examples: LabExamples = {
  columns: ["telling", "noise", "copy"].map((name) => ({name, feature: name, kind: "number"})),
  values: [telling, noise, copy],
  labels,
  times: new Float64Array(rows),
  keys: Int32Array.from(labels.keys())
};
const every = Uint32Array.from(labels.keys());
const train = every.filter((row) => row % 4 !== 0);
const test = every.filter((row) => row % 4 === 0);
const spec = {...briefSpecs.xgboost, rounds: 30, eta: 0.2, scalePosWeight: 4};
const request: LabRequest = {
  ...{spec, train, test, seed: 1, backend: "cpu", balance: "none", provenance: "made"}
};
const quiet = () => undefined;
const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const labelsOf = (some: Uint32Array) => Uint8Array.from(some, (row) => labels[row]);

async function fitted(change: Partial<LabRequest> = {}) {
  const result = await fitOn("made", {...request, ...change}, quiet);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

beforeAll(async () => open("made", examples, await kernels()));

describe("a fit in the worker", () => {
  it.each(["platt", "isotonic", "prior"] as const)(
    "calibrated by %s gives probabilities that mean what they say, and a model that gives the same",
    async (calibration) => {
      const share = mean(labelsOf(test));
      const [plain, told] = [await fitted(), await fitted({calibration})];
      expect(Math.abs(mean(plain.probabilities) - share)).toBeGreaterThan(0.1);
      expect(Math.abs(mean(told.probabilities) - share)).toBeLessThan(0.04);
      expect(told.model.calibration?.method).toBe(calibration);
      expect(told.rows).toMatchObject({test: test.length, train: calibration === "prior" ? 2250 : 1800});
      expect(told.trainProbabilities).toHaveLength(told.rows.train);
      const columns = examples.values.map((values) => Float32Array.from(test, (row) => values[row]));
      scoreColumns(told.model, columns).forEach((p, i) => expect(p).toBeCloseTo(told.probabilities[i], 9));
      expect(told.hash).not.toBe(plain.hash);
    }
  );

  it("stops early by rows that it does not learn from", async () => {
    const stopping = {...spec, rounds: 400, eta: 0.5, earlyStoppingRounds: 5};
    const stopped = await fitted({spec: stopping});
    expect(stopped.rows.train).toBe(1912);
    expect(stopped.rounds).toBeLessThan(100);
    expect(stopped.curve?.validation).toBeDefined();
    const losses = testLosses("made", {...request, spec: stopping}, stopped.model);
    expect(losses.ok && losses.value.length).toBe(stopped.rounds);
  });

  it("has no loss by round where trees do not build on each other", async () => {
    const forest = await fitted({spec: {...briefSpecs.forest, trees: 5}});
    expect(testLosses("made", request, forest.model)).toMatchObject({ok: false, code: "family"});
    expect(forest.auc.test).toBeGreaterThan(0.7);
    expect(forest.auc.train).toBeGreaterThan(0.7);
  });
});

describe("a search in the worker", () => {
  const job = {spec, balance: "none", matrix: every, train, test, seed: 1, rows: null} as const;

  it("scores a candidate as a fit on the same rows would, on fewer rows where asked", async () => {
    const {auc} = await fitted({matrix: every});
    expect(searchOn("made", job, quiet)).toEqual({ok: true, value: {score: auc.test}});
    const fewer = searchOn("made", {...job, rows: 400}, quiet);
    expect(fewer.ok && fewer.value.score).toBeGreaterThan(0.6);
    expect(fewer.ok && fewer.value.score).not.toBe(auc.test);
  });

  it("says why a candidate has no score", () => {
    const one = train.filter((row) => labels[row]);
    expect(searchOn("made", {...job, train: one}, quiet)).toMatchObject({
      ok: true,
      value: {score: null, problem: expect.stringMatching(/same outcome/) as string}
    });
  });
});

describe("a selection in the worker", () => {
  it("drops what another says and what tells nothing, but what is to be kept", () => {
    const selected = (keep: string[]) => {
      const result = selectOn("made", {train, keep, features: 2, seed: 1}, quiet);
      if (!result.ok) throw new Error(result.message);
      return result.value.features;
    };
    expect(selected([])).toHaveLength(1);
    expect(selected([])).not.toContain("noise");
    expect(selected(["noise", "nothing of the table"])).toContain("noise");
  });
});

describe("the curves", () => {
  it("are of a few hundred points from end to end, with the metrics of each part", async () => {
    const {probabilities, auc} = await fitted();
    const own = labelsOf(test);
    const {roc, precisionRecall, gain, reliability, parts} = curvesOf(own, probabilities, [300, 450]);
    expect(roc.length).toBeLessThanOrEqual(400);
    expect([roc[0].truePositiveRate, roc.at(-1)?.falsePositiveRate]).toEqual([0, 1]);
    expect(precisionRecall.at(-1)).toMatchObject({recall: 1, precision: mean(own)});
    expect(gain[100].gain).toBe(1);
    expect(reliability.reduce((sum, {rows}) => sum + rows, 0)).toBe(test.length);
    expect(parts).toHaveLength(2);
    expect(curvesOf(own, probabilities, [750]).parts[0].rocAuc).toBe(auc.test);
  });

  it("are empty where all rows ended the same way", () => {
    const {roc, precisionRecall, gain} = curvesOf(new Uint8Array(3), Float64Array.of(0.1, 0.2, 0.3), [3]);
    expect([roc, precisionRecall, gain]).toEqual([[], [], []]);
  });
});
