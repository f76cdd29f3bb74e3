import type {DuckDBConnection} from "@duckdb/node-api";
import {DuckDBInstance} from "@duckdb/node-api";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {emptyTrees} from "../../../lib/learn/trees/builder.js";
import type {Calibration} from "../../../lib/model/calibration.js";
import {sigmoidSql} from "../../../lib/model/calibrationSql.js";
import type {TrainedModel} from "../../../lib/model/model.js";
import {scoreColumns} from "../../../lib/model/model.js";
import {scoringSql} from "../../../lib/model/scoringSql.js";
import {double, real} from "../../../lib/model/sqlNumbers.js";
import {treeSql} from "../../../lib/model/treeSql.js";
import {queryRows} from "../../../loaders/database.js";
import {madeUpColumns, madeUpLinear, madeUpTrees} from "./support.js";

const calibrations: (Calibration | undefined)[] = [
  undefined,
  {method: "platt", slope: 1.4, intercept: -0.7},
  {
    method: "isotonic",
    scores: Float64Array.of(0.2, 0.45, 0.5, 0.7),
    probabilities: Float64Array.of(0, 0.1, 0.1, 0.9)
  },
  {method: "prior", learnt: 0.5, actual: 0.03}
];

const numeric = (names: readonly string[]) =>
  names.map((name) => ({name, feature: name, kind: "number" as const}));

let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(":memory:");
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

const text = (value: number) => (Number.isNaN(value) ? "null" : `cast('${value}' as double)`);

/** A table of doubles, as a mart holds them: NULL for NaN. */
async function fill(table: string, names: readonly string[], columns: readonly ArrayLike<number>[]) {
  const rows = Array.from(
    columns[0],
    (_, row) => `(${[row, ...columns.map((column) => text(column[row]))].join(",")})`
  );
  const quoted = names.map((name) => `"${name.replaceAll('"', '""')}"`);
  await connection.run(
    `create or replace table ${table} as select * from (values ${rows.join(",")}) as t(id, ${quoted.join(",")})`
  );
}

interface Scored {
  id: number;
  score: number;
  probability: number;
}

async function expectSame(model: TrainedModel, sql: string, columns: Float32Array[]) {
  const rows = await queryRows<Scored>(connection, sql);
  const expected = scoreColumns(model, columns);
  expect(rows).toHaveLength(expected.length);
  for (const {id, probability} of rows) expect(Math.abs(probability - expected[id])).toBeLessThan(1e-9);
}

describe("examples of the documentation", () => {
  it("hold", () => {
    expect(double(-0.5)).toBe("(-0.5e0)");
    expect(real(0.5)).toBe("cast(5e-1 as real)");
    expect(sigmoidSql("x")).toBe("1e0 / (1e0 + exp(-greatest(least(x, 700e0), -700e0)))");
    const {trees} = madeUpTrees({seed: 1, trees: 1, depth: 1, features: 1});
    trees.threshold[0] = 0.5;
    trees.defaultLeft[0] = 1;
    trees.value.set([1, -1], 1);
    expect(treeSql(trees, 0)).toBe(
      "case when f0 < cast(5e-1 as real) or f0 is null then 1e0 else (-1e0) end"
    );
  });
});

describe("the SQL of a model", () => {
  it("scores in DuckDB as the model does, missing values and calibration included", async () => {
    const columns = madeUpColumns(5, 300, 4);
    const names = ["x0", "x1", "x2", "x3"];
    await fill("features", names, columns);
    const models = fc.record({
      seed: fc.nat(1e6),
      trees: fc.integer({min: 0, max: 8}),
      depth: fc.integer({min: 0, max: 4}),
      link: fc.constantFrom("logit" as const, "mean" as const, "linear" as const),
      calibration: fc.constantFrom(...calibrations)
    });
    await fc.assert(
      fc.asyncProperty(models, async ({link, calibration, ...shape}) => {
        const bare =
          link === "linear" ? madeUpLinear(shape.seed, 4) : madeUpTrees({...shape, link, features: 4});
        const model = calibration ? {...bare, calibration} : bare;
        const sql = scoringSql(model, {table: "features", key: "id", columns: numeric(names)});
        expect(sql.startsWith("select")).toBe(true);
        await expectSame(model, sql, columns);
      }),
      {numRuns: 40}
    );
  });
  it("cuts a sum of 300 trees into pieces", async () => {
    const model = madeUpTrees({seed: 2, trees: 300, depth: 3, features: 4, base: -1.25});
    const columns = madeUpColumns(6, 200, 4);
    await fill("features", model.features, columns);
    const sql = scoringSql(model, {table: "features", key: "id", columns: numeric(model.features)});
    expect(sql.match(/ as s\d+/g)).toHaveLength(6);
    await expectSame(model, sql, columns);
  });
  it("compares in float32: a double just below a threshold may round up to it", async () => {
    const model = madeUpTrees({seed: 1, trees: 1, depth: 1, features: 1});
    model.trees.threshold[0] = 0.1;
    const doubles = [0.1, 0.1 - 1e-10, Math.fround(0.1), 0.0999999, 0.10000001, -1e-46, 1e-46];
    await fill("features", ["x0"], [doubles]);
    const sql = scoringSql(model, {table: "features", key: "id", columns: numeric(["x0"])});
    await expectSame(model, sql, [Float32Array.from(doubles)]);
    const sides = (await queryRows<Scored>(connection, sql))
      .sort((a, b) => a.id - b.id)
      .map(({score}) => score);
    expect(sides.map((score) => score === model.trees.value[1])).toEqual([
      false,
      false,
      false,
      true,
      false,
      true,
      true
    ]);
  });
  it("takes a NaN of the table for a missing value, flags for 0 or 1, and makes columns of texts", async () => {
    const model = madeUpTrees({seed: 11, trees: 6, depth: 4, features: 3});
    model.features = ["amount", "repeat", "region='S\"E"];
    model.trees.threshold.fill(0.5);
    await connection.run(
      `create or replace table features as select * from (values
        (0, cast('NaN' as double), true, '''S"E'), (1, 0.2, false, 'N'), (2, 0.7, null, null), (3, null, true, ''),
        (4, 0.2, true, '''S"E')) as t(id, amount, repeat, region)`
    );
    const columns = [
      Float32Array.of(NaN, 0.2, 0.7, NaN, 0.2),
      Float32Array.of(1, 0, NaN, 1, 1),
      Float32Array.of(1, 0, 0, 0, 1)
    ];
    const source = [
      {name: "amount", feature: "amount", kind: "number" as const},
      {name: "repeat", feature: "repeat", kind: "flag" as const},
      {name: "region='S\"E", feature: "region", kind: "level" as const}
    ];
    await expectSame(model, scoringSql(model, {table: "features", key: "id", columns: source}), columns);
  });
  it("quotes names, so that none of them can leave its place", async () => {
    const names = ['x" from features; drop table features; --', "select", "It's\n--"];
    const model = {...madeUpLinear(3, 3), features: names};
    model.coefficients.fill(0.5);
    const columns = madeUpColumns(7, 20, 3);
    await fill('"odd "" table"', names, columns);
    const source = {table: 'odd " table', key: "id", columns: numeric(names)};
    await expectSame(model, scoringSql(model, source), columns);
  });
  it("holds the ends of the number ranges", async () => {
    const model = madeUpTrees({seed: 1, trees: 4, depth: 2, features: 1, base: 2000});
    model.trees.threshold.forEach((_, node, list) => (list[node] = [1e-45, 3.4028234e38, -1e-40][node % 3]));
    const columns = [Float32Array.of(0, -0, 1e-45, 3.4028234e38, -3.4028234e38, 1e-39, -1e-39, NaN)];
    await fill("features", ["x0"], columns);
    const source = {table: "features", key: "id", columns: numeric(["x0"])};
    await expectSame(model, scoringSql(model, source), columns);
    await expectSame({...model, base: -2000}, scoringSql({...model, base: -2000}, source), columns);
  });
  it("is not written for a column that is not there, or a tree too deep", () => {
    const model = madeUpTrees({seed: 2, trees: 3, depth: 3, features: 2});
    expect(() => scoringSql(model, {table: "t", key: "id", columns: numeric(["x0"])})).toThrow(
      'no column for the feature "x1"'
    );
    const chain = emptyTrees(403, 1);
    for (let node = 0; node < 403; node++) {
      const split = node % 2 === 0 && node < 402;
      chain.feature[node] = split ? 0 : -1;
      chain.left[node] = split ? node + 1 : -1;
      chain.right[node] = split ? node + 2 : -1;
    }
    expect(() => treeSql(chain, 0)).toThrow("a tree is too deep for SQL: more than 200 splits");
    expect(() => double(NaN)).toThrow("no SQL literal for the number NaN");
  });
});
