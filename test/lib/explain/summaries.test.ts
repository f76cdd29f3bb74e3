import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {beeswarm} from "../../../lib/explain/beeswarm.js";
import {colourCandidates} from "../../../lib/explain/colourCandidates.js";
import {dependence} from "../../../lib/explain/dependence.js";
import {featureSums} from "../../../lib/explain/featureSums.js";
import {meanAbsolute} from "../../../lib/explain/meanAbsolute.js";
import {ranking} from "../../../lib/explain/ranking.js";
import {sampleRows} from "../../../lib/random/sampleRows.js";
import {waterfall} from "../../../lib/explain/waterfall.js";
import {randomSource} from "../../../lib/random/source.js";

const columns = ["recency", "region", "region", "constant"].map((feature) => ({feature}));
const contributions = [
  Float64Array.of(0.5, -1.5, 1),
  Float64Array.of(2, -2, 0.25),
  Float64Array.of(-1, 1, 0.25),
  new Float64Array(3)
];
const values = [
  Float32Array.of(7, NaN, 9),
  Float32Array.of(1, 0, 0),
  Float32Array.of(0, 1, 0),
  Float32Array.of(4, 4, 4)
];
const features = featureSums(columns, contributions);

describe("sums by feature", () => {
  it("add up a one-hot feature's columns row by row before anything is made absolute", () => {
    expect(features.map(({feature, columns}) => [feature, columns])).toEqual([
      ["recency", [0]],
      ["region", [1, 2]],
      ["constant", [3]]
    ]);
    expect([...features[1].contributions]).toEqual([1, -1, 0.5]);
    expect([...contributions[1]]).toEqual([2, -2, 0.25]);
    expect(meanAbsolute(features)).toEqual([
      {feature: "recency", value: 1},
      {feature: "region", value: 2.5 / 3},
      {feature: "constant", value: 0}
    ]);
  });

  it("are zero without rows and none without columns", () => {
    expect(meanAbsolute(featureSums([{feature: "a"}], [new Float64Array(0)]))).toEqual([
      {feature: "a", value: 0}
    ]);
    expect(featureSums([], [])).toEqual([]);
  });
});

describe("a beeswarm", () => {
  it("shows the top features with values and ranks; a missing value and a category have none", () => {
    const points = beeswarm(features, values, {seed: 1});
    expect(points.map(({feature, row}) => [feature, row])).toEqual([
      ["recency", 0],
      ["recency", 1],
      ["recency", 2],
      ["region", 0],
      ["region", 1],
      ["region", 2]
    ]);
    expect(points[0]).toEqual({feature: "recency", row: 0, shap: 0.5, value: 7, rank: 0});
    expect(points[1]).toEqual({feature: "recency", row: 1, shap: -1.5, value: null, rank: null});
    expect(points[5]).toEqual({feature: "region", row: 2, shap: 0.5, value: null, rank: null});
    expect(new Set(beeswarm(features, values, {seed: 1, top: 1}).map(({feature}) => feature))).toEqual(
      new Set(["recency"])
    );
  });

  it("draws the same rows for every feature and for the same seed", () => {
    const many = Float64Array.from({length: 5000}, (_, row) => row - 1000);
    const wide = featureSums([{feature: "a"}, {feature: "b"}], [many, many.map((value) => -value)]);
    const column = Float32Array.from(many);
    const draw = (seed: number) => beeswarm(wide, [column, column], {seed, points: 100});
    const rowsOf = (feature: string) =>
      draw(1).flatMap((point) => (point.feature === feature ? [point.row] : []));
    expect(rowsOf("a")).toHaveLength(100);
    expect(rowsOf("a")).toEqual(rowsOf("b"));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it("is empty without rows or features", () => {
    expect(beeswarm([], [], {seed: 1})).toEqual([]);
    const none = featureSums([{feature: "a"}], [new Float64Array(0)]);
    expect(beeswarm(none, [new Float32Array(0)], {seed: 1})).toEqual([]);
  });
});

describe("ranks and samples", () => {
  it("rank a value by those below it and half of its equals", () => {
    const rankOf = ranking(Float32Array.of(7, 1, NaN, 1, 9));
    expect([1, 7, 9].map(rankOf)).toEqual([1 / 6, 2 / 3, 1]);
    expect([rankOf(NaN), rankOf(-5), rankOf(50)]).toEqual([null, 0, 1]);
    expect([ranking(Float32Array.of(3))(3), ranking(new Float32Array(0))(1)]).toEqual([0.5, 0.5]);
    expect(ranking(Float32Array.of(3, 3, 3))(3)).toBe(0.5);
    expect(ranking(Float32Array.of(7, 1, 1, 9))(7)).toBe(2 / 3);
  });

  it("draw ascending rows without repetition", () => {
    fc.assert(
      fc.property(fc.nat({max: 60}), fc.nat({max: 60}), fc.nat(), (count, some, seed) => {
        const rows = [...sampleRows(count, some, seed, "explain.beeswarm")];
        expect(rows).toHaveLength(Math.min(count, some));
        expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
        expect(rows.every((row) => row < count)).toBe(true);
      })
    );
    expect([...sampleRows(3, 5, 1, "explain.beeswarm")]).toEqual([0, 1, 2]);
  });
});

describe("a dependence plot's rows", () => {
  it("leave out missing values of the column and keep those of the colour as null", () => {
    const points = dependence(values, contributions, {column: 3, colour: 0, seed: 1});
    expect(points.map(({colour, rank}) => [colour, rank])).toEqual([
      [7, 0],
      [null, null],
      [9, 1]
    ]);
    expect(dependence(values, contributions, {column: 0, seed: 1})).toEqual([
      {row: 0, x: 7, shap: 0.5, colour: null, rank: null},
      {row: 2, x: 9, shap: 1, colour: null, rank: null}
    ]);
    expect(dependence([new Float32Array(0)], [new Float64Array(0)], {column: 0, seed: 1})).toEqual([]);
    expect(dependence([Float32Array.of(5)], [Float64Array.of(0.1)], {column: 0, seed: 1})[0].x).toBe(5);
  });

  it("are best coloured by the column that their SHAP values interact with", () => {
    const random = randomSource(2);
    const [x, partner, noise] = [0, 1, 2].map(() => Float32Array.from({length: 3000}, random));
    const shap = Float64Array.from(x, (value, row) => (value - 0.5) * (partner[row] > 0.5 ? 1 : -1));
    const candidates = colourCandidates([x, noise, partner, new Float32Array(3000)], shap, {
      column: 0,
      seed: 1
    });
    expect(candidates[0].column).toBe(2);
    expect(candidates[0].strength).toBeGreaterThan(0.6);
    expect(candidates[1].strength).toBeLessThan(0.1);
    expect(candidates.map(({column}) => column)).not.toContain(3);
    const additive = Float64Array.from(x);
    expect(
      colourCandidates([x, noise], additive, {column: 0, seed: 1}).every(({strength}) => strength < 0.1)
    ).toBe(true);
    expect(colourCandidates([x, noise], new Float64Array(3000), {column: 0, seed: 1})).toEqual([]);
    expect(colourCandidates([new Float32Array(0)], new Float64Array(0), {column: 0, seed: 1})).toEqual([]);
  });
});

describe("a waterfall", () => {
  const patient = [
    {feature: "fever", contribution: 30},
    {feature: "cough", contribution: -35},
    {feature: "age", contribution: 0},
    {feature: "sex", contribution: 1},
    {feature: "weight", contribution: -2}
  ];

  it("goes from the base to the score, the greatest steps first and the others in one", () => {
    expect(waterfall(20, patient, 2)).toEqual({
      base: 20,
      steps: [
        {feature: "cough", contribution: -35, from: 20, to: -15},
        {feature: "fever", contribution: 30, from: -15, to: 15},
        {feature: null, contribution: -1, from: 15, to: 14}
      ],
      others: 2,
      score: 14
    });
  });

  it("names the last feature rather than calling it one other", () => {
    const {steps, others} = waterfall(20, patient, 3);
    expect(steps.map(({feature}) => feature)).toEqual(["cough", "fever", "weight", "sex"]);
    expect(others).toBe(0);
  });

  it("is the base alone where nothing moves the score", () => {
    expect(waterfall(20, [{feature: "age", contribution: 0}])).toEqual({
      base: 20,
      steps: [],
      others: 0,
      score: 20
    });
    const both = ["fever", "cough"].map((feature) => ({feature, contribution: 30}));
    expect(waterfall(20, both).score).toBe(80);
  });
});
