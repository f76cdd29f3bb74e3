import {describe, expect, it} from "vitest";
import {boundsOf} from "../../../../lib/lab/explainedRow.js";
import type {ExampleColumn} from "../../../../lib/learn/examples.js";
import {editables, editedRow} from "../../../../src/components/models/explain/editing.js";
import {admitted, editsOf, editsText} from "../../../../src/components/models/explain/edits.js";

const columns: ExampleColumn[] = [
  {name: "score", feature: "score", kind: "number"},
  {name: "freight", feature: "freight", kind: "number"},
  {name: "region=N", feature: "region", kind: "level"},
  {name: "region=SE", feature: "region", kind: "level"},
  {name: "never", feature: "never", kind: "number"}
];
const values = [
  Float32Array.of(1, 5, NaN),
  Float32Array.of(0.5, 20.25, 3),
  Float32Array.of(1, 0, 0),
  Float32Array.of(0, 1, 0),
  Float32Array.of(NaN, NaN, NaN)
];
const all = editables(columns, values.map(boundsOf), ["score", "freight", "region", "never"]);
const edits = (text: string) => [...editsOf(text, all)];

describe("what may be changed", () => {
  it("lies within the data, whole where the data are, and has the levels of a category", () => {
    expect(all).toEqual([
      {feature: "score", bounds: {low: 1, high: 5, whole: true}},
      {feature: "freight", bounds: {low: 0.5, high: 20.25, whole: false}},
      {feature: "region", levels: ["N", "SE"]},
      {feature: "never"}
    ]);
  });

  it.each([
    [
      "score:1,freight:2.5,region:SE",
      [
        ["score", 1],
        ["freight", 2.5],
        ["region", "SE"]
      ]
    ],
    ["score:9", [["score", 5]]],
    ["score:-3", [["score", 1]]],
    ["score:2.6", [["score", 3]]],
    ["region:XX", []],
    ["never:1", []],
    ["score:", []],
    ["score:x", []],
    ["unknown:1,:3,,score", []],
    ["__proto__:1", []]
  ])("is read from an address: %s", (text, expected) => {
    expect(edits(text)).toEqual(expected);
  });

  it("stands in an address as it is read", () => {
    const text = "score:4,region:N,freight:0.75";
    expect(editsText(editsOf(text, all))).toBe(text);
    expect(editsText(new Map())).toBe("");
  });

  it("is nothing where a field is empty", () => {
    expect(admitted("", all[0])).toBeUndefined();
    expect(admitted(" ", all[1])).toBeUndefined();
  });
});

it("changes a row's columns, all of a category's among them, and not the row itself", () => {
  const row = Float32Array.of(3, 4, 1, 0, NaN);
  const changed = editedRow(columns, row, editsOf("score:1,region:SE", all));
  expect([...changed]).toEqual([1, 4, 0, 1, NaN]);
  expect([...row]).toEqual([3, 4, 1, 0, NaN]);
});
