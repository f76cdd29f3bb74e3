import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {buildMarts} from "../../loaders/build.js";
import {parseCommand} from "../../loaders/command.js";
import {queryRows} from "../../loaders/database.js";
import {marts} from "../../lib/marts/index.js";
import type {Manifest} from "../../lib/marts/manifest.js";
import {sampledMarts} from "../../lib/marts/sample.js";

let scratch: string;
let connection: DuckDBConnection;
let whole: Manifest;
let part: Manifest;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "vitrine-sample-"));
  connection = await (await DuckDBInstance.create(":memory:")).connect();
  const built = async (out: string, sample?: {customers: number; seed: number}) => {
    const source = {kind: "synthetic", scale: 0.02, seed: 3} as const;
    const manifest = await buildMarts({source, out: join(scratch, out), cache: scratch, sample});
    if (!manifest.ok) throw new Error(manifest.message);
    return manifest.value;
  };
  whole = await built("whole");
  part = await built("part", {customers: 500, seed: 1});
});
afterAll(() => rm(scratch, {recursive: true, force: true}));

const file = (folder: string, name: string) => `'${join(scratch, folder, `${name}.parquet`)}'`;
const count = async (sql: string) => (await queryRows<{n: number}>(connection, sql))[0].n;

describe("marts of a sample of the customers", () => {
  it("tell of it, with about as many customers as were asked for", () => {
    expect(whole.sample).toBeUndefined();
    const {customers, kept, share} = part.sample ?? expect.unreachable();
    expect(customers).toBe(whole.marts.customers.rows);
    expect(kept).toBe(part.marts.customers.rows);
    // Six standard deviations of a binomial.
    expect(Math.abs(kept - 500)).toBeLessThan(6 * Math.sqrt(500 * (1 - share)));
  });

  it.each(marts.map(({name}) => name))(
    "hold of %s the sampled customers' rows in their order, or all",
    async (name) => {
      const key = Object.hasOwn(sampledMarts, name) ? sampledMarts[name] : undefined;
      const told = part.marts[name];
      expect(told.grain).toBe(key === undefined ? undefined : "customer");
      expect(told.rows_before).toBe(key === undefined ? undefined : whole.marts[name].rows);
      const people = `select customer_key from ${file("part", "customers")}`;
      const among =
        key === "order_key"
          ? `where order_key in (select order_key from ${file("whole", "orders")} where customer_key in (${people}))`
          : key === "customer_key"
            ? `where customer_key in (${people})`
            : "";
      const ordered = (folder: string) =>
        `(select *, row_number() over () as place_of_row from ${file(folder, name)})`;
      const expected = `(select * replace (row_number() over (order by place_of_row) as place_of_row) from ${ordered("whole")} ${among})`;
      const differing = `select count(*) as n from ((from ${expected} except all from ${ordered("part")}) union all (from ${ordered("part")} except all from ${expected}))`;
      expect(await count(differing)).toBe(0);
    }
  );

  it("stay whole where the shop has no more customers than that", async () => {
    const source = {kind: "synthetic", scale: 0.02, seed: 3} as const;
    const all = await buildMarts({
      source,
      out: join(scratch, "all"),
      cache: scratch,
      sample: {customers: 1e6, seed: 1}
    });
    expect(all.ok && all.value.sample).toBeUndefined();
    expect(all.ok && all.value.marts.orders.rows).toBe(whole.marts.orders.rows);
  });
});

it("reads the sample from the command line", () => {
  const read = parseCommand([
    "--synthetic",
    "--out",
    "x",
    "--sample-customers",
    "1000",
    "--sample-seed",
    "2"
  ]);
  expect(read).toMatchObject({ok: true, value: {sample: {customers: 1000, seed: 2}}});
  for (const wrong of [
    ["--sample-customers", "0"],
    ["--sample-customers", "many"],
    ["--sample-seed", "2"],
    ["--sample-customers", "9", "--only", "orders"]
  ])
    expect(parseCommand(["--synthetic", "--out", "x", ...wrong])).toMatchObject({ok: false, code: "usage"});
});
