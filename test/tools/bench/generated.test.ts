import {expect, it} from "vitest";
import {generatedMatrix} from "../../../tools/bench/churn/generated.js";

const {columns, features, labels} = generatedMatrix(20_000);
const share = (column: Float32Array, is: (value: number) => boolean) =>
  column.reduce((sum, value) => sum + Number(is(value)), 0) / column.length;

it("is shaped like the features: 94 columns, 18 known of 3 % of the rows, 21 flags, 12 % with label 1", () => {
  expect(features).toHaveLength(94);
  expect(columns).toHaveLength(94);
  const rare = columns.filter((column) => share(column, Number.isNaN) > 0.9);
  expect(rare).toHaveLength(18);
  for (const column of rare) expect(share(column, Number.isNaN)).toBeCloseTo(0.97, 2);
  const flags = columns.filter((column) => share(column, (value) => value === 0 || value === 1) === 1);
  expect(flags).toHaveLength(21);
  expect(labels.reduce((sum, label) => sum + label, 0)).toBe(2400);
});

it("is the same every time", () => {
  const [first, again] = [generatedMatrix(500), generatedMatrix(500)];
  expect(again.labels).toEqual(first.labels);
  expect(again.columns.map((column) => [...column])).toEqual(first.columns.map((column) => [...column]));
});
