import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {adjustedRandIndex} from "../../../lib/cluster/adjustedRandIndex.js";
import {contingency} from "../../../lib/cluster/contingency.js";
import {migration} from "../../../lib/cluster/migration.js";
import {failure, reference, species, value} from "./support.js";

const labelPairs = fc.array(fc.tuple(fc.integer({min: 0, max: 4}), fc.integer({min: 0, max: 3})), {
  minLength: 2,
  maxLength: 40
});

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

describe("the adjusted Rand index", () => {
  it("is scikit-learn's of iris, .7302383", () => {
    const {labels, ari} = reference.iris_kmeans3;
    expect(adjustedRandIndex(labels, species)).toBeCloseTo(ari, 14);
  });

  it("is that of the examples in scikit-learn's documentation", () => {
    expect(adjustedRandIndex([0, 0, 1, 2], [0, 0, 1, 1])).toBeCloseTo(4 / 7, 14);
    expect(adjustedRandIndex([0, 0, 0, 0], [0, 1, 2, 3])).toBe(0);
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1])).toBe(-0.5);
  });

  it("is symmetric, at most 1, and 1 for the same groups whatever their names", () => {
    fc.assert(
      fc.property(labelPairs, (pairs) => {
        const [a, b] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
        const found = adjustedRandIndex(a, b);
        expect(adjustedRandIndex(b, a)).toBe(found);
        expect(found).toBeLessThanOrEqual(1);
        expect(
          adjustedRandIndex(
            a,
            a.map((label) => `segment ${9 - label}`)
          )
        ).toBe(1);
      })
    );
  });

  it("cannot tell of fewer than 2 rows, and is 1 where both have one group or only rows alone", () => {
    expect(adjustedRandIndex([], [])).toBeNull();
    expect(adjustedRandIndex([1], [1])).toBeNull();
    expect(adjustedRandIndex([1, 1, 1], [2, 2, 2])).toBe(1);
    expect(adjustedRandIndex([1, 2, 3], [3, 1, 2])).toBe(1);
    expect(() => adjustedRandIndex([1], [])).toThrow(RangeError);
  });
});

describe("a table of two labelings", () => {
  it("counts iris by cluster and species", () => {
    const {rows, columns, counts, shares} = value(contingency(reference.iris_kmeans3.labels, species));
    expect([rows, columns]).toEqual([
      [0, 1, 2],
      [0, 1, 2]
    ]);
    expect(counts).toEqual([
      [50, 0, 0],
      [0, 48, 14],
      [0, 2, 36]
    ]);
    expect(shares[1]).toEqual([0, 48 / 62, 14 / 62]);
  });

  it("lists labels in the order given, then the others, and has no shares of nobody", () => {
    const order = {rows: [3, 1], columns: ["z", "a"]};
    const table = value(contingency([1, 0, 1], ["a", "b", "z"], order));
    expect(table).toEqual({
      ...{rows: [3, 1, 0], columns: ["z", "a", "b"], total: 3},
      counts: [
        [0, 0, 0],
        [1, 1, 0],
        [0, 0, 1]
      ],
      ...{rowSizes: [0, 2, 1], columnSizes: [1, 1, 1]},
      shares: [
        [null, null, null],
        [0.5, 0.5, 0],
        [0, 0, 1]
      ]
    });
  });

  it("sums to the sizes of either side", () => {
    fc.assert(
      fc.property(labelPairs, (pairs) => {
        const [a, b] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
        const table = value(contingency(a, b));
        table.rows.forEach((name, i) => {
          expect(table.rowSizes[i]).toBe(a.filter((label) => label === name).length);
          expect(total(table.shares[i] as number[])).toBeCloseTo(1, 12);
        });
        table.columns.forEach((name, j) =>
          expect(table.columnSizes[j]).toBe(b.filter((label) => label === name).length)
        );
        expect(total(table.rowSizes)).toBe(table.total);
      })
    );
  });

  it("needs a row", () => {
    expect(failure(contingency([], []))).toBe("rows");
    expect(() => contingency([1], [])).toThrow(RangeError);
  });
});

describe("migration between segments", () => {
  it("counts who went where, who came and who left", () => {
    const from = ["new", "new", "loyal", null, "loyal", null];
    const to = ["loyal", "new", "loyal", "new", null, null];
    expect(value(migration(from, to, ["loyal", "lost"]))).toEqual({
      segments: ["loyal", "lost", "new"],
      counts: [
        [1, 0, 0],
        [0, 0, 0],
        [1, 0, 1]
      ],
      shares: [
        [0.5, 0, 0],
        [null, null, null],
        [0.5, 0, 0.5]
      ],
      ...{fromSizes: [2, 0, 2], toSizes: [2, 0, 2], arrived: [0, 0, 1], left: [1, 0, 0], stayed: 2}
    });
  });

  it("has rows and columns that sum to the segments' sizes", () => {
    const segment = fc.constantFrom("a", "b", "c", null);
    fc.assert(
      fc.property(fc.array(fc.tuple(segment, segment), {minLength: 1, maxLength: 40}), (people) => {
        const [from, to] = [people.map(([one]) => one), people.map(([, other]) => other)];
        const found = migration(from, to);
        if (!found.ok) {
          expect(people.flat().every((one) => one === null)).toBe(true);
          return;
        }
        const {segments, counts, fromSizes, toSizes, arrived, left} = found.value;
        segments.forEach((name, i) => {
          expect(fromSizes[i]).toBe(from.filter((one) => one === name).length);
          expect(toSizes[i]).toBe(to.filter((one) => one === name).length);
          expect(total(counts[i]) + left[i]).toBe(fromSizes[i]);
          expect(total(counts.map((row) => row[i])) + arrived[i]).toBe(toSizes[i]);
        });
      }),
      {numRuns: 50}
    );
  });

  it("needs somebody in a segment", () => {
    expect(failure(migration([], []))).toBe("rows");
    expect(failure(migration([null], [null]))).toBe("rows");
    expect(() => migration(["a"], [])).toThrow(RangeError);
  });
});
