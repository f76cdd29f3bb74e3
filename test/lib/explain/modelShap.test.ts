import {describe, expect, it} from "vitest";
import {modelBase, modelShap, rowShap, scoreUnit} from "../../../lib/explain/modelShap.js";
import {finish} from "../../../lib/learn/finish.js";
import type {TrainedModel} from "../../../lib/model/model.js";
import {marginsOf} from "../../../lib/model/model.js";
import {feverAndCough, randomColumns, randomModel} from "./support.js";

const linear: TrainedModel = {
  kind: "linear",
  features: ["a", "b", "unused"],
  intercept: -1,
  coefficients: Float64Array.of(1, -0.5, 0),
  mean: Float64Array.of(2, 0.5, 9),
  deviation: Float64Array.of(1, 0.25, 1),
  median: Float64Array.of(2, 0, 9)
};
const logit = randomModel(3, {width: 3, depth: 3, count: 20});
const models: Record<string, TrainedModel> = {
  "a linear model": linear,
  "boosted trees": logit,
  "a forest": {...logit, link: "mean"}
};
const columns = randomColumns(5, 40, 3);
const rowAt = (row: number) => Float32Array.from(columns, (column) => column[row]);

describe.each(Object.entries(models))("%s", (_, model) => {
  const {base, contributions} = finish(modelShap(model, columns));
  const {factor} = scoreUnit(model);

  it("has contributions that add up with the base to every row's score", () => {
    marginsOf(model, columns).forEach((margin, row) => {
      const sum = contributions.reduce((total, column) => total + column[row], base);
      expect(sum).toBeCloseTo(factor * margin, 9);
    });
  });

  it("is explained row by row as all at once", () => {
    expect(modelBase(model)).toBeCloseTo(base, 12);
    for (const row of [0, 7, 39])
      rowShap(model, rowAt(row)).forEach((value, j) => expect(value).toBeCloseTo(contributions[j][row], 9));
  });
});

it("counts a forest in percentage points of probability, all else in log-odds", () => {
  expect(scoreUnit(models["a forest"])).toEqual({name: "percentage points of probability", factor: 100});
  expect(scoreUnit(logit).name).toBe("log-odds");
  expect(scoreUnit(linear).name).toBe("log-odds");
  expect([...rowShap({...feverAndCough, link: "mean"}, Float32Array.of(1, 1))]).toEqual([3000, 3000]);
});

it("gives a linear model's columns coefficient times z-score, the median where a value is missing", () => {
  const {base, contributions} = finish(
    modelShap(linear, [Float32Array.of(3, NaN), Float32Array.of(1, NaN), Float32Array.of(NaN, 1)])
  );
  expect(base).toBe(-1);
  expect(contributions.map((column) => [...column])).toEqual([
    [1, 0],
    [-1, 1],
    [0, 0]
  ]);
});
