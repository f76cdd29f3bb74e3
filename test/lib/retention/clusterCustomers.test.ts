import {describe, expect, it} from "vitest";
import {drawsFrom} from "../../../lib/distributions/draws.js";
import type {Progress} from "../../../lib/driven.js";
import {finish} from "../../../lib/learn/finish.js";
import {randomSource} from "../../../lib/random/source.js";
import type {ClusterOptions} from "../../../lib/retention/clusterCustomers.js";
import {clusterCustomers, clusterName} from "../../../lib/retention/clusterCustomers.js";
import type {CustomerColumn} from "../../../lib/retention/customerColumns.js";
import {failure} from "../cluster/support.js";
import {given, near, unshowable} from "../value/support.js";

const column = (name: string, values: ArrayLike<number>, log = false): CustomerColumn => ({
  ...{name, label: name, log},
  values: Float32Array.from(values)
});

/** Customers of three kinds, far apart: 60, 36 and 24 of them in turns of ten. */
const kinds = Array.from({length: 120}, (_, row) => (row % 10 < 5 ? 0 : row % 10 < 8 ? 1 : 2));
const {normal} = drawsFrom(randomSource(2));
const columns = [
  column(
    "recency",
    kinds.map((kind) => [10, 200, 400][kind] + normal(0, 5))
  ),
  column(
    "spend",
    kinds.map((kind) => Math.exp([2, 6, 4][kind] + normal(0, 0.1))),
    true
  ),
  column(
    "score",
    kinds.map((kind, row) => (kind === 0 && row % 7 === 0 ? NaN : [3, 1, 5][kind]))
  )
];
const segments = kinds.map((kind, row) => (row % 3 ? ["Champions", "At Risk", "Lost"][kind] : null));
const asked: ClusterOptions = {
  ...{k: 0, most: 4, seed: 1},
  ...{segments, segmentOrder: ["Champions", "At Risk", "Hibernating", "Lost"]}
};
const run = (some: readonly CustomerColumn[], options: Partial<ClusterOptions> = {}) =>
  finish(clusterCustomers(some, {...asked, segments: undefined, ...options}));
const found = given(run(columns, {segments}));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("clusters of customers", () => {
  it("says on how many customers each criterion rests", () => {
    const made = finish(clusterCustomers(columns, asked));
    expect(made.ok && made.value.judged).toEqual({silhouette: 120, gap: 120, stability: 120});
    expect(made.ok && made.value.gaps.map(({k}) => k)[0]).toBe(1);
  });

  it("are found where they are, the largest first, and all criteria agree on their number", () => {
    expect(found).toMatchObject({customers: 120, k: 3, best: {silhouette: 3, gap: 3}, leftOut: []});
    expect([...found.labels]).toEqual(kinds);
    expect(found.profiles.map(({customers}) => customers)).toEqual([60, 36, 24]);
    expect(found.criteria.map(({k}) => k)).toEqual([2, 3, 4]);
    expect(found.criteria[1].stability).toBe(1);
    expect(unshowable(found)).toEqual([]);
  });

  it("are described in the columns' own units, without gaps, and on one scale", () => {
    const [first, second] = found.profiles;
    expect([first.means[2], second.means[2]]).toEqual([3, 1]);
    near(first.means[0] ?? NaN, 10, 0.1);
    const own = [...columns[1].values].filter((_, row) => kinds[row] === 1);
    near(second.means[1] ?? NaN, sum(own) / own.length, 1e-6);
    for (let j = 0; j < 3; j++)
      expect(sum(found.profiles.map(({customers, scores}) => customers * (scores[j] ?? NaN)))).toBeCloseTo(
        0,
        3
      );
    const within = found.profiles.map(({customers, silhouette}) => customers * (silhouette ?? NaN));
    expect(sum(within) / 120).toBeCloseTo(found.criteria[1].silhouette, 9);
  });

  it("are crossed with segments: rows add up to clusters, columns to segments", () => {
    const {table, agreement} = found.segments ?? {table: null, agreement: null};
    expect(table?.rows).toEqual(["A", "B", "C"]);
    expect(table?.columns).toEqual(["Champions", "At Risk", "Hibernating", "Lost", "No segment"]);
    expect(table?.counts.map(sum)).toEqual([60, 36, 24]);
    expect(table?.columnSizes).toEqual([40, 24, 0, 16, 40]);
    expect(agreement).toBeGreaterThan(0);
    expect(agreement).toBeLessThan(1);
    expect(given(run(columns, {segments: kinds.map(String), most: 3})).segments?.agreement).toBe(1);
    expect(given(run(columns, {most: 3})).segments).toBeNull();
  });

  it("are drawn in the plane of two components", () => {
    expect(found.picture).toHaveLength(120);
    expect(found.picture.map(({cluster}) => cluster)).toEqual(kinds);
    expect(sum(found.ratios)).toBeGreaterThan(0.9);
    expect(sum(found.ratios)).toBeLessThanOrEqual(1);
  });

  it("are the same for the same seed, and wherever a customer stands", () => {
    expect(given(run(columns, {segments}))).toEqual(found);
    const turned = columns.map((one) => ({...one, values: one.values.slice().reverse()}));
    const other = given(run(turned));
    expect([...other.labels].reverse()).toEqual(kinds);
    other.profiles.forEach(({customers, scores}, cluster) => {
      expect(customers).toBe(found.profiles[cluster].customers);
      scores.forEach((score, j) => expect(score).toBeCloseTo(found.profiles[cluster].scores[j] ?? NaN, 4));
    });
  });

  it("can be as many as asked, also one", () => {
    const two = given(run(columns, {k: 2}));
    expect(two).toMatchObject({k: 2, best: found.best});
    expect(two.criteria).toEqual(found.criteria);
    const one = given(run(columns, {k: 1}));
    expect(one.profiles).toHaveLength(1);
    expect(one.profiles[0]).toMatchObject({customers: 120, silhouette: null});
    expect(unshowable(one)).toEqual([]);
  });

  it("leave out what is the same of all, and say so", () => {
    const some = given(
      run(
        [
          ...columns,
          column(
            "orders",
            kinds.map(() => 1)
          )
        ],
        {most: 3}
      )
    );
    expect(some.leftOut).toEqual([{name: "orders", why: "constant"}]);
    expect(some.profiles[0].scores[3]).toBeNull();
    expect(some.profiles[0].means[3]).toBe(1);
    expect([...some.labels]).toEqual(kinds);
  });

  it("tell how far they are, and never go back", () => {
    const shares = Array.from(clusterCustomers(columns, asked) as Iterable<Progress>, ({share}) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBeGreaterThanOrEqual(0);
    expect(shares.at(-1)).toBeLessThan(1);
  });

  it("are called by letters", () => {
    expect([0, 1, 25].map(clusterName)).toEqual(["A", "B", "Z"]);
  });
});

describe("clusters at their ends", () => {
  const first = (rows: number) =>
    columns.map((one) => ({...one, values: one.values.filter((_, row) => row < rows)}));
  const alike = (rows: number) =>
    ["recency", "spend"].map((name) => column(name, new Float32Array(rows).fill(5)));

  it("refuse with a sentence: no column or one, nobody, one customer, customers who are alike", () => {
    expect(failure(run([]))).toBe("columns");
    expect(failure(run(columns.slice(0, 1)))).toBe("columns");
    expect(failure(run(first(0)))).toBe("rows");
    expect(failure(run(first(1)))).toBe("constant");
    expect(failure(run(alike(50)))).toBe("constant");
  });

  it("refuse with a sentence where only one column tells customers apart", () => {
    expect(failure(run([columns[0], ...alike(120)]))).toBe("columns");
  });

  it("refuse with a sentence more clusters than there are different customers", () => {
    expect(failure(run(first(4)))).toBe("distinct");
    const pairs = ["recency", "spend"].map((name) => column(name, kinds));
    expect(failure(run(pairs))).toBe("distinct");
    expect(failure(run(columns, {k: 500}))).toBe("k");
    expect(failure(run(columns, {k: -1}))).toBe("k");
    expect(failure(run(columns, {most: 1}))).toBe("most");
  });

  it("refuse with a sentence values that cannot be", () => {
    const broken = column(
      "Spend",
      kinds.map((kind, row) => (row === 7 ? Infinity : kind))
    );
    expect(failure(run([columns[0], broken]))).toBe("values");
    expect(
      failure(
        run([
          columns[0],
          column(
            "Spend",
            kinds.map((kind) => kind - 1),
            true
          )
        ])
      )
    ).toBe("log");
  });
});
