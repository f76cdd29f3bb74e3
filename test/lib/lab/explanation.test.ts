import {beforeAll, describe, expect, it} from "vitest";
import {briefSpecs} from "../../../lib/learn/families.js";
import type {Family, ModelSpec} from "../../../lib/learn/families.js";
import type {LabExamples} from "../../../lib/pipeline/fitting.js";
import {randomSource} from "../../../lib/random/source.js";
import type {Result} from "../../../lib/result.js";
import type {LabFit, LabRequest} from "../../../lib/lab/bench.js";
import {fitOn, open} from "../../../lib/lab/bench.js";
import {dependenceOf, pairOf} from "../../../lib/lab/dependence.js";
import {explain, explainedOf, explains, permuted} from "../../../lib/lab/explanation.js";
import {kernels} from "../../support/kernels.js";

const rows = 600;
const random = randomSource(4);
const first = Float32Array.from({length: rows}, () => random() * 4 - 2);
const noise = Float32Array.from({length: rows}, () => (random() < 0.2 ? NaN : random()));
const flag = Float32Array.from({length: rows}, () => Number(random() < 0.5));
const level = Uint8Array.from({length: rows}, () => Math.floor(3 * random()));
const examples: LabExamples = {
  columns: [
    {name: "first", feature: "first", kind: "number"},
    {name: "noise", feature: "noise", kind: "number"},
    {name: "flag", feature: "flag", kind: "flag"},
    {name: "region=N", feature: "region", kind: "level"},
    {name: "region=S", feature: "region", kind: "level"},
    {name: "city", feature: "city", kind: "number"}
  ],
  values: [
    first,
    noise,
    flag,
    ...[1, 2].map((one) => Float32Array.from(level, (at) => Number(at === one))),
    new Float32Array(rows)
  ],
  labels: Uint8Array.from(first, (x, row) => Number(random() < 1 / (1 + Math.exp(1 - 3 * x * flag[row])))),
  times: Float64Array.from({length: rows}, (_, row) => row),
  keys: Int32Array.from({length: rows}, (_, row) => row),
  city: {codes: Int32Array.from({length: rows}, () => Math.floor(8 * random())), column: 5}
};

const specs: Record<Family, ModelSpec> = {
  logistic: {...briefSpecs.logistic, C: 1},
  forest: {...briefSpecs.forest, trees: 20, minLeafRows: 5, maxFeatures: 1},
  boosting: {...briefSpecs.boosting, rounds: 30, minLeafRows: 5},
  xgboost: {...briefSpecs.xgboost, rounds: 30, eta: 0.3}
};
const every = Uint32Array.from({length: rows}, (_, row) => row);
const requestOf = (family: Family): LabRequest => ({
  ...{spec: specs[family], balance: "none", seed: 1, backend: "cpu", provenance: {}},
  train: every.filter((row) => row % 4 > 0),
  test: every.filter((row) => row % 4 === 0)
});
const id = "examples";
const nobody = () => undefined;

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

beforeAll(async () => open(id, examples, await kernels()));

describe.each(Object.keys(specs) as Family[])("a model of the family %s", (family) => {
  const request = requestOf(family);
  let made: LabFit;
  beforeAll(async () => {
    made = valueOf(await fitOn(id, request, nobody));
    valueOf(explain(id, made.hash, request, made.model, nobody));
  });

  it("has SHAP values of every row that add up to its score, and that score is the trained model's", () => {
    const {rows: explained, gap, scores, base, overall} = explainedOf(made.hash);
    expect(explained).toBe(rows);
    expect(gap).toBeLessThan(1e-10);
    const probability = (score: number) => (family === "forest" ? score / 100 : 1 / (1 + Math.exp(-score)));
    request.test.forEach((row, i) => expect(probability(scores[row])).toBeCloseTo(made.probabilities[i], 12));
    expect(Number.isFinite(base)).toBe(true);
    expect(overall[0].feature).toBe("first");
    expect(new Set(overall.map(({feature}) => feature))).toEqual(
      new Set(["first", "noise", "flag", "region", "city"])
    );
  });

  it("loses most on rows that it has not learnt from when its best feature is shuffled", () => {
    const importances = valueOf(permuted(id, request, made.model, nobody));
    expect(importances[0]).toMatchObject({feature: "first"});
    expect(importances[0].low).toBeGreaterThan(0);
  });

  it("has a number's contributions by value and a flag's by yes and no", () => {
    const points = valueOf(dependenceOf(made.hash, "noise", "flag"));
    expect(points).toMatchObject({kind: "points", colour: "flag"});
    if (points.kind === "points") {
      const missing = noise.filter(Number.isNaN).length;
      expect(points.missing.rows).toBe(missing);
      expect(points.points).toHaveLength(rows - missing);
    }
    const levels = valueOf(dependenceOf(made.hash, "flag", ""));
    expect(levels.kind === "levels" && levels.levels.map((one) => one.level).sort()).toEqual(["no", "yes"]);
    const regions = valueOf(dependenceOf(made.hash, "region", ""));
    expect(regions.kind === "levels" && regions.levels.map((one) => one.level).sort()).toEqual([
      "(none)",
      "N",
      "S"
    ]);
    expect(dependenceOf(made.hash, "nothing", "")).toMatchObject({ok: false, code: "feature"});
  });

  it("lets two columns act together only where it is made of trees", () => {
    const pair = pairOf(made.hash, "first", "flag", nobody);
    if (family === "logistic") {
      expect(pair).toMatchObject({ok: false, code: "linear"});
      return;
    }
    const {together, whole, points} = valueOf(pair);
    expect(together).toBeGreaterThan(0.05 * whole);
    expect(points).toHaveLength(rows);
    expect(pairOf(made.hash, "first", "first", nobody)).toMatchObject({ok: false, code: "pair"});
  });
});

it("keeps the last explanation, and colours by the column that goes along best with the spread", async () => {
  const request = requestOf("xgboost");
  const {model} = valueOf(await fitOn(id, request, nobody));
  valueOf(explain(id, "one", request, model, nobody));
  valueOf(explain(id, "two", request, model, nobody));
  expect([explains("one"), explains("two")]).toEqual([false, true]);
  expect(() => explainedOf("one")).toThrow(/one/);
  expect(dependenceOf("two", "first", "")).toMatchObject({value: {colour: "flag"}});
  expect(dependenceOf("two", "first", null)).toMatchObject({value: {colour: null}});
});
