import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {baskets} from "../../../lib/recommend/baskets.js";
import {bm25} from "../../../lib/recommend/bm25.js";
import {csr} from "../../../lib/recommend/csr.js";
import {fillFromPopularity} from "../../../lib/recommend/fillFromPopularity.js";
import {interactions} from "../../../lib/recommend/interactions.js";
import {invertPositive} from "../../../lib/recommend/invertPositive.js";
import {linkedGroups} from "../../../lib/recommend/linkedGroups.js";
import {orthonormalise} from "../../../lib/recommend/orthonormalise.js";
import {popularityReason} from "../../../lib/recommend/popularityReason.js";
import {scoreRanks} from "../../../lib/recommend/scoreRanks.js";
import {topItems} from "../../../lib/recommend/topItems.js";
import {transpose} from "../../../lib/recommend/transpose.js";
import {columnsOf, sparse} from "./support.js";

describe("sparse matrices", () => {
  it("adds up what stands at one place, whatever the order of the coordinates", () => {
    expect(csr(2, 3, [1, 0, 1], [2, 1, 2])).toEqual({
      rows: 2,
      columns: 3,
      indptr: Int32Array.of(0, 1, 2),
      indices: Int32Array.of(1, 2),
      values: Float32Array.of(1, 2)
    });
    expect(() => csr(1, 1, [0], [1])).toThrow(RangeError);
    expect(() => csr(1, 1, [0], [])).toThrow(RangeError);
    expect(csr(2, 0, [], []).indptr).toEqual(Int32Array.of(0, 0, 0));
  });

  it("is itself when turned twice, and equal to the full table", () => {
    const table = fc.array(fc.array(fc.integer({min: 0, max: 3}), {minLength: 4, maxLength: 4}), {
      minLength: 1,
      maxLength: 8
    });
    fc.assert(
      fc.property(table, (full) => {
        const matrix = sparse(full);
        expect(transpose(transpose(matrix))).toEqual(matrix);
        const back = full.map((line) => line.map(() => 0));
        for (let row = 0; row < matrix.rows; row++)
          for (let at = matrix.indptr[row]; at < matrix.indptr[row + 1]; at++)
            back[row][matrix.indices[at]] = matrix.values[at];
        expect(back).toEqual(full);
      }),
      {numRuns: 50}
    );
  });

  it("counts an item's orders, not its pieces", () => {
    // Person 0 buys item 1 twice in order 0 and again in order 2; person 1 buys item 0.
    const columns = columnsOf([
      [0, 1, 5, 0],
      [0, 1, 5, 0],
      [0, 1, 9, 2],
      [1, 0, 6, 1]
    ]);
    const counted = interactions(columns, {people: 2, items: 3, weight: "counts"});
    expect([...counted.byPerson.values]).toEqual([2, 1]);
    expect([...interactions(columns, {people: 2, items: 3}).byPerson.values]).toEqual([1, 1]);
    expect([...counted.byItem.indptr]).toEqual([0, 1, 2, 2]);
    expect(interactions(columns, {people: 2, items: 3, rows: Uint32Array.of(3)}).byPerson.indptr).toEqual(
      Int32Array.of(0, 0, 1)
    );
    expect(baskets(columns, 3).indptr).toEqual(Int32Array.of(0, 1, 2, 3));
    expect(interactions(columnsOf([]), {people: 1, items: 1}).byPerson.indices).toHaveLength(0);
  });
});

it("linked groups follow chains of people, and leave out what no one links", () => {
  const matrix = sparse([
    [1, 0, 1, 0, 0, 0],
    [0, 0, 1, 0, 0, 1],
    [0, 1, 0, 0, 1, 0],
    [0, 0, 0, 1, 0, 0]
  ]);
  expect(linkedGroups(matrix).map((group) => [...group])).toEqual([
    [0, 2, 5],
    [1, 4]
  ]);
});

it("BM25 gives implicit's formula with a logarithm that stays above 0", () => {
  const weighted = bm25(
    sparse([
      [2, 1],
      [0, 1]
    ]),
    {k1: 1.2, b: 0.75}
  );
  // Lengths 3 and 1, mean 2; the first person has 1 item of 2, the second 2.
  const first = (2 * 2.2) / (1.2 * (0.25 + (0.75 * 3) / 2) + 2);
  expect(weighted.values[0]).toBeCloseTo(first * Math.log(3 / 2), 6);
  expect(weighted.values[1]).toBe(0);
});

describe("orders", () => {
  it("ranks by score, equal ones by number in the top list and on a shared place in ranks", () => {
    expect([...topItems(Float32Array.of(1, 5, 5, 0), 3)]).toEqual([1, 2, 0]);
    expect([...topItems(Float32Array.of(1, 5, 5), 9, Uint8Array.of(0, 1, 0))]).toEqual([2, 0]);
    expect(topItems(Float32Array.of(1), 0)).toHaveLength(0);
    expect(() => topItems(Float32Array.of(1, NaN), 1)).toThrow(RangeError);
    expect([...scoreRanks(Float32Array.of(0.5, 2, 0.5, -1, -0, 0))]).toEqual([2, 1, 2, 6, 4, 4]);
  });

  it("agrees with a plain sort", () => {
    const scores = fc.array(
      fc.float({noNaN: true, min: -50, max: 50}).map((x) => Math.round(x * 2) / 4),
      {
        minLength: 1,
        maxLength: 60
      }
    );
    fc.assert(
      fc.property(scores, fc.integer({min: 1, max: 70}), (list, k) => {
        const values = Float32Array.from(list);
        const sorted = [...values.keys()].sort((a, b) => values[b] - values[a] || a - b);
        expect([...topItems(values, k)]).toEqual(sorted.slice(0, k));
        const ranks = list.map((own) => 1 + list.filter((other) => other > own).length);
        expect([...scoreRanks(values)]).toEqual(ranks);
      }),
      {numRuns: 60}
    );
  });

  it("puts what a model is silent about between its yes and its no, by popularity", () => {
    const out = Float32Array.of(0, 0.5, 0, -1, 0);
    fillFromPopularity(out, Float32Array.of(9, 1, 4, 99, 0));
    expect([...topItems(out, 5)]).toEqual([1, 0, 2, 3, 4]);
    // What is smaller than rounding says nothing, and leaves room for the popularity beneath what is said.
    const tiny = Float32Array.of(1, 1e-40, 0, 0);
    fillFromPopularity(tiny, Float32Array.of(1, 2, 3, 4));
    expect([...topItems(tiny, 4)]).toEqual([0, 3, 2, 1]);
    expect(popularityReason(Float32Array.of(3, 8, 3), 2)).toMatchObject({rank: 2, count: 3});
  });
});

it("inverts a positive-definite matrix in place, and says when it is not one", () => {
  for (const size of [1, 3, 4, 8, 22, 23, 25]) {
    const random = Float64Array.from({length: size * size}, (_, i) => Math.sin(i * i + 1));
    const matrix = new Float64Array(size * size);
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) {
        for (let k = 0; k < size; k++) matrix[i * size + j] += random[i * size + k] * random[j * size + k];
        if (i === j) matrix[i * size + j] += 1;
      }
    const inverse = matrix.slice();
    expect(finish(invertPositive(inverse, size))).toBe(true);
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) {
        let sum = 0;
        for (let k = 0; k < size; k++) sum += matrix[i * size + k] * inverse[k * size + j];
        expect(sum).toBeCloseTo(i === j ? 1 : 0, 10);
      }
  }
  expect(finish(invertPositive(Float64Array.of(1, 1, 1, 1), 2))).toBe(false);
  const shares = [
    ...invertPositive(
      Float64Array.from({length: 81}, (_, at) => Number(at % 10 === 0)),
      9
    )
  ];
  expect(shares.map(({share}) => share)).toEqual(shares.map(({share}) => share).sort((a, b) => a - b));
  expect(shares.at(-1)?.share).toBe(1);
});

it("makes vectors orthonormal, and 0 where nothing of one is left", () => {
  const vectors = Float64Array.of(2, 0, 0, 1, 1, 0, 3, 3, 0);
  const r = orthonormalise(vectors, 3);
  [1, 0, 0, 0, 1, 0, 0, 0, 0].forEach((value, at) => expect(vectors[at]).toBeCloseTo(value, 14));
  expect([...r]).toEqual([2, 1, 3, 0, 1, 3, 0, 0, 0]);
});
