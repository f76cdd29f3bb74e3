import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {finish} from "../../../../lib/learn/finish.js";
import {neighbours} from "../../../../lib/learn/resample/neighbours.js";
import {pointsOf} from "../../../../lib/learn/resample/points.js";
import {randomSource} from "../../../../lib/random/source.js";
import {kernels} from "../../../support/kernels.js";

const module = await kernels();
const all = (count: number) => Uint32Array.from({length: count}, (_, row) => row);

/** Every distance, sorted: nearest first, of equal ones the row that comes first. */
function bySorting(columns: readonly Float32Array[], query: number, k: number): number[] {
  const squared = (row: number) =>
    columns.reduce((sum, column) => sum + (column[row] - column[query]) ** 2, 0);
  return [...columns[0].keys()]
    .filter((row) => row !== query)
    .sort((a, b) => squared(a) - squared(b) || a - b)
    .slice(0, k);
}

describe("the nearest neighbours", () => {
  it("keep the documented examples", () => {
    expect([...pointsOf([Float32Array.of(1, 2, 3)], Uint32Array.of(2, 0)).values]).toEqual([
      3, 0, 0, 0, 1, 0, 0, 0
    ]);
    const points = pointsOf([Float32Array.of(0, 5, 1)], all(3));
    expect([...finish(neighbours(points, Uint32Array.of(0), 2))]).toEqual([2, 1]);
  });

  it("are those of sorting all distances, ties by row, in WebAssembly too", () => {
    const whole = fc.integer({min: -3, max: 3});
    fc.assert(
      fc.property(
        fc
          .integer({min: 1, max: 19})
          .chain((width) =>
            fc.array(fc.array(whole, {minLength: width, maxLength: width}), {minLength: 4, maxLength: 40})
          ),
        fc.integer({min: 1, max: 3}),
        (rows, k) => {
          const columns = rows[0].map((_, j) => Float32Array.from(rows, (row) => row[j]));
          const points = pointsOf(columns, all(rows.length));
          const expected = rows.flatMap((_, query) => bySorting(columns, query, k));
          expect([...finish(neighbours(points, all(rows.length), k))]).toEqual(expected);
          expect([...finish(neighbours(points, all(rows.length), k, module))]).toEqual(expected);
        }
      ),
      {numRuns: 150}
    );
  });

  it("are the same in WebAssembly and in TypeScript where values differ widely in size", () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(0, 3, 6), fc.constantFrom(0, 1e4), (seed, decades, offset) => {
        const random = randomSource(seed);
        const columns = Array.from({length: 94}, () => {
          const scale = 10 ** (decades * (random() - 0.5));
          return Float32Array.from({length: 300}, () => offset + scale * (random() - random()));
        });
        const points = pointsOf(columns, all(300));
        const queries = all(300).filter((row) => row % 3 === 0);
        expect(finish(neighbours(points, queries, 5, module))).toEqual(
          finish(neighbours(points, queries, 5))
        );
      }),
      {numRuns: 25}
    );
  });

  it("do not depend on which other rows are asked for", () => {
    const random = randomSource(9);
    const points = pointsOf(
      [0, 1, 2].map(() => Float32Array.from({length: 500}, random)),
      all(500)
    );
    const together = finish(neighbours(points, all(500), 4, module));
    const alone = finish(neighbours(points, Uint32Array.of(317), 4, module));
    expect([...alone]).toEqual([...together.subarray(317 * 4, 318 * 4)]);
  });

  it("report a share that grows to one, and give way", () => {
    const random = randomSource(2);
    const points = pointsOf([Float32Array.from({length: 300}, random)], all(300));
    const shares = [...neighbours(points, all(300), 2)];
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThan(1);
  });
});
