import {readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {solvePositive} from "../../../lib/stats/solvePositive.js";
import {confidenceSolver} from "../../../lib/recommend/confidenceSolver.js";
import type {Csr} from "../../../lib/recommend/csr.js";
import {csr} from "../../../lib/recommend/csr.js";
import {interactions} from "../../../lib/recommend/interactions.js";
import {fitBpr} from "../../../lib/recommend/models/bpr.js";
import {fitEase, mostEaseItems} from "../../../lib/recommend/models/ease.js";
import {fitImplicitAls} from "../../../lib/recommend/models/implicitAls.js";
import {fitPureSvd} from "../../../lib/recommend/models/pureSvd.js";
import {linkedSvd} from "../../../lib/recommend/linkedSvd.js";
import {sparseSvd} from "../../../lib/recommend/sparseSvd.js";
import {transpose} from "../../../lib/recommend/transpose.js";
import {randomSource} from "../../../lib/random/source.js";
import {interactionsOf, people, scoresOf, sparse, valueOf} from "./support.js";

interface Reference {
  wikipedia: {A: number[][]; s: number[]};
  ratings: {R: number[][]; s: number[]; rank2: number[][]};
  iris_truncated_svd: {singular_values: number[]; abs_components: number[][]};
}
const read = (name: string) =>
  readFileSync(new URL(`../../reference/linalg/${name}`, import.meta.url), "utf8");
const reference = JSON.parse(read("svd_kmeans.json")) as Reference;

const svd = (matrix: Csr, k: number, tolerance = 1e-12) =>
  valueOf(finish(sparseSvd(matrix, {k, seed: 4, tolerance, iterations: 500})));

describe("the sparse SVD", () => {
  it("has the singular values and the rank-2 product of the references", () => {
    const {wikipedia, ratings} = reference;
    svd(sparse(wikipedia.A), 4).singularValues.forEach((value, i) =>
      expect(value).toBeCloseTo(wikipedia.s[i], 12)
    );
    svd(sparse(ratings.R), 4).singularValues.forEach((value, i) =>
      expect(value).toBeCloseTo(ratings.s[i], 12)
    );
    const {right} = svd(sparse(ratings.R), 2);
    ratings.R.forEach((line, row) =>
      ratings.rank2[row].forEach((expected, column) => {
        let value = 0;
        for (let i = 0; i < 2; i++)
          for (let j = 0; j < 4; j++) value += line[j] * right[i * 4 + j] * right[i * 4 + column];
        expect(value).toBeCloseTo(expected, 11);
      })
    );
  });

  it("has those of iris", () => {
    const rows = read("iris.csv").trim().split("\n").slice(1);
    const table = rows.map((line) => line.split(",").slice(0, 4).map(Number));
    const {singularValues, right} = svd(sparse(table), 2);
    // Values are float32: 5.1 is off by 1e-7.
    reference.iris_truncated_svd.singular_values.forEach((value, i) =>
      expect(singularValues[i]).toBeCloseTo(value, 5)
    );
    reference.iris_truncated_svd.abs_components
      .flat()
      .forEach((value, at) => expect(Math.abs(right[at])).toBeCloseTo(value, 6));
  });

  it("finds the few largest of many, as the full ones are", () => {
    const {byPerson} = interactions(people(200, {loyalty: 0.7}), {people: 200, items: 60});
    const all = svd(byPerson, 60);
    const few = svd(byPerson, 6);
    expect(few.converged).toBe(true);
    few.singularValues.forEach((value, i) => expect(value / all.singularValues[i]).toBeCloseTo(1, 9));
  });

  it("refuses more factors than columns, and zeros", () => {
    expect(finish(sparseSvd(sparse([[1, 2]]), {k: 2, seed: 1}))).toMatchObject({
      ok: false,
      code: "parameter"
    });
    expect(finish(sparseSvd(csr(2, 2, [], []), {k: 1, seed: 1}))).toMatchObject({ok: false, code: "empty"});
  });
});

it("PureSVD scores by the projection, and its parts add up to the score", () => {
  const model = valueOf(
    finish(fitPureSvd(interactionsOf(reference.ratings.R), {k: 2, seed: 1, tolerance: 1e-14}))
  );
  const values = Float32Array.of(5, 3, 1);
  const scores = scoresOf(model, [0, 1, 3], {values});
  // The first row of the ratings, seen through two factors, is the first row of the rank-2 product.
  reference.ratings.rank2[0].forEach((value, item) => expect(scores[item]).toBeCloseTo(value, 5));
  const reason = model.explain({items: Int32Array.of(0, 1, 3), values}, 0);
  if (reason.kind !== "parts") throw new Error(reason.kind);
  expect(reason.score).toBeCloseTo(scores[0], 5);
  expect(reason.bought.reduce((sum, {amount}) => sum + amount, 0)).toBeCloseTo(reason.score, 10);
});

describe("EASE", () => {
  it("is the regression of each item on the others, solved one by one", () => {
    const table = [
      [1, 1, 0, 0],
      [1, 1, 1, 0],
      [0, 1, 1, 0],
      [1, 0, 1, 0],
      [0, 0, 0, 1]
    ];
    const model = valueOf(finish(fitEase(interactionsOf(table), {regularisation: 0.5})));
    const gram = (i: number, j: number) => table.reduce((sum, line) => sum + line[i] * line[j], 0);
    // B's column j minimises |x_j - X b|² + 0.5 |b|² with b_j = 0.
    for (let j = 0; j < 3; j++) {
      const others = [0, 1, 2].filter((i) => i !== j);
      const b = solvePositive(
        Float64Array.from(others.flatMap((i) => others.map((k) => gram(i, k) + (i === k ? 0.5 : 0)))),
        Float64Array.from(others, (i) => gram(i, j))
      );
      others.forEach((i, at) => expect(scoresOf(model, [i])[j]).toBeCloseTo(b?.[at] ?? NaN, 6));
    }
    expect(model.explain({items: Int32Array.of(0, 1)}, 2)).toMatchObject({kind: "parts"});
    expect(model.explain({items: Int32Array.of(0)}, 3)).toMatchObject({kind: "popularity"});
  });

  it("refuses a linked group that is too large, in a sentence, but not many small ones", () => {
    const items = mostEaseItems + 1;
    const all = Array.from({length: items}, (_, item) => item);
    const joined = csr(1, items, new Uint8Array(items), all);
    expect(finish(fitEase({byPerson: joined, byItem: transpose(joined)}, {regularisation: 1}))).toMatchObject(
      {
        code: "size",
        message: expect.stringContaining("4,001 linked items") as string
      }
    );
    const apart = csr(items, items, all, all);
    const model = valueOf(finish(fitEase({byPerson: apart, byItem: transpose(apart)}, {regularisation: 1})));
    expect(scoresOf(model, [3])[3]).toBeGreaterThan(0);
    expect(finish(fitEase(interactionsOf([[1, 1]]), {regularisation: 0}))).toMatchObject({code: "parameter"});
  });
});

describe("implicit ALS", () => {
  const options = {factors: 5, alpha: 20, regularisation: 0.5, iterations: 12, seed: 1};
  const data = interactions(people(120, {loyalty: 0.6}), {people: 120, items: 60, weight: "counts"});

  it("never raises its objective, which is that of the paper", () => {
    const {objective} = valueOf(finish(fitImplicitAls(data, options)));
    for (let i = 1; i < objective.length; i++) expect(objective[i]).toBeLessThanOrEqual(objective[i - 1]);
    // One person and one item: (1 + 20) (1 - x y)² + 0.5 (x² + y²) is least where x = y and x² = 1 - 0.5 / 21.
    const one = valueOf(
      finish(fitImplicitAls(interactionsOf([[1]]), {...options, factors: 1, iterations: 200}))
    );
    const square = 1 - 0.5 / 21;
    expect(one.objective[199]).toBeCloseTo(21 * (1 - square) ** 2 + square, 10);
  });

  it("solves a row in the same way through its purchases as through all factors", () => {
    const width = 4;
    fc.assert(
      fc.property(
        fc.array(fc.double({min: -2, max: 2, noNaN: true}), {minLength: 24, maxLength: 24}),
        fc.uniqueArray(fc.integer({min: 0, max: 5}), {minLength: 1, maxLength: 6}),
        (list, chosen) => {
          const factors = Float64Array.from(list);
          const {solve, weigh} = confidenceSolver(factors, width, 0.3);
          const indices = Int32Array.from(chosen).sort();
          const confidence = Float64Array.from(indices, (index) => 1 + index);
          const [out, right] = [new Float64Array(width), new Float64Array(width)];
          solve(indices, confidence, out);
          indices.forEach((index, place) => {
            for (let i = 0; i < width; i++) right[i] += (1 + confidence[place]) * factors[index * width + i];
          });
          weigh(indices, confidence, right).forEach((value, i) => expect(out[i]).toBeCloseTo(value, 8));
        }
      ),
      {numRuns: 40}
    );
  });

  it("explains a score by parts that add up to it", () => {
    const model = valueOf(finish(fitImplicitAls(data, options)));
    const items = [0, 6, 12];
    const reason = model.explain({items: Int32Array.from(items)}, 18);
    if (reason.kind !== "parts") throw new Error(reason.kind);
    expect(reason.score).toBeCloseTo(scoresOf(model, items)[18], 5);
  });

  it("refuses parameters that make no sense", () => {
    expect(finish(fitImplicitAls(data, {...options, alpha: 0}))).toMatchObject({code: "parameter"});
    expect(finish(fitImplicitAls(data, {...options, regularisation: 0}))).toMatchObject({code: "parameter"});
    expect(finish(fitImplicitAls(data, {...options, factors: 0}))).toMatchObject({code: "parameter"});
  });
});

describe("BPR", () => {
  const options = {factors: 8, epochs: 30, learningRate: 0.05, regularisation: 0.01, seed: 2};
  const data = interactions(people(120, {loyalty: 0.9}), {people: 120, items: 60});

  it("puts what was bought ahead, more so with each pass, and is repeatable", () => {
    const model = valueOf(finish(fitBpr(data, options)));
    expect(model.ahead[0]).toBeLessThan(0.8);
    expect(model.ahead[29]).toBeGreaterThan(0.9);
    const again = valueOf(finish(fitBpr(data, options)));
    expect(scoresOf(again, [0, 6], {person: 3})).toEqual(scoresOf(model, [0, 6], {person: 3}));
    expect(scoresOf(again, [0, 6])).toEqual(scoresOf(model, [0, 6]));
  });

  it("learns a new person's factors with the items held, and names similar items", () => {
    const model = valueOf(finish(fitBpr(data, options)));
    const scores = scoresOf(model, [0, 6, 12]);
    const mean = (block: number) =>
      Array.from({length: 10}, (_, i) => scores[block + 6 * i]).reduce((sum, score) => sum + score, 0) / 10;
    for (let block = 1; block < 6; block++) expect(mean(0)).toBeGreaterThan(mean(block));
    expect(model.explain({items: Int32Array.of(0, 6)}, 12)).toMatchObject({kind: "similar"});
    expect(finish(fitBpr(data, {...options, learningRate: 0}))).toMatchObject({code: "parameter"});
    expect(finish(fitBpr(data, {...options, epochs: 0}))).toMatchObject({code: "parameter"});
  });
});

describe("the SVD of a matrix in blocks", () => {
  /** Blocks of a few columns each, and columns by themselves. */
  const blocks = (seed: number) => {
    const random = randomSource(seed, 2);
    const [row, column, value]: number[][] = [[], [], []];
    for (let line = 0; line < 120; line++) {
      const block = Math.floor(random() * 6);
      for (const at of new Set([0, 1, 2].map(() => 5 * block + Math.floor(random() * (block < 2 ? 1 : 5))))) {
        row.push(line);
        column.push(at);
        value.push(1 + Math.floor(random() * 3));
      }
    }
    return csr(120, 40, row, column, value);
  };

  it.each([1, 2, 3])("is that of the whole, seed %i", (seed) => {
    const matrix = blocks(seed);
    const options = {k: 8, seed: 1, tolerance: 1e-12, iterations: 2000};
    const [whole, linked] = [sparseSvd, linkedSvd].map((svd) => valueOf(finish(svd(matrix, options))));
    linked.singularValues.forEach((value, i) => expect(value).toBeCloseTo(whole.singularValues[i], 5));
    for (let i = 0; i < 8; i++) {
      const own = linked.right.subarray(i * 40, (i + 1) * 40);
      expect(own.reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(1, 6);
      for (let j = 0; j < i; j++)
        expect(own.reduce((sum, value, at) => sum + value * linked.right[j * 40 + at], 0)).toBeCloseTo(0, 6);
    }
  });

  it("takes columns by themselves, refuses nothing and too many factors", () => {
    const alone = valueOf(finish(linkedSvd(csr(3, 3, [0, 1, 2], [0, 1, 1], [3, 4, 3]), {k: 3, seed: 1})));
    expect([...alone.singularValues]).toEqual([5, 3, 0]);
    expect([...alone.right]).toEqual([0, 1, 0, 1, 0, 0, 0, 0, 0]);
    expect(finish(linkedSvd(csr(2, 2, [], []), {k: 1, seed: 1}))).toMatchObject({ok: false, code: "empty"});
    expect(finish(linkedSvd(csr(1, 2, [0], [0]), {k: 2, seed: 1})).ok).toBe(false);
  });
});
