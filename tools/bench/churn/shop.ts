import type {DuckDBConnection} from "@duckdb/node-api";
import {readdirSync} from "node:fs";
import {join} from "node:path";
import {ensureMarts} from "../../../loaders/build.js";
import {queryRows, withDatabase} from "../../../loaders/database.js";
import {featureInputs, featuresSql} from "../../../lib/features/sql.js";
import {examplesOf} from "../../../lib/features/matrix.js";
import type {Matrix} from "./matrix.js";

/** Days a feature matrix is asked for: each is new to the tab and to native DuckDB alike. */
export const cutoffs = ["2018-03-01", "2018-01-01", "2018-02-01", "2017-12-01", "2017-11-01"];

export const horizon = 180;

const textOf = (cutoff: string) => featuresSql({cutoff: `${cutoff}T00:00:00`, horizon, strict: false});

/** Where the marts are; builds them where they are stale. */
export async function martsDirectory(): Promise<string> {
  const marts = await ensureMarts();
  if (!marts.ok) throw new Error(marts.message);
  return marts.value.directory;
}

async function openTables(connection: DuckDBConnection, marts: string): Promise<void> {
  const names = readdirSync(marts).map((file) => file.replace(".parquet", ""));
  for (const name of featureInputs)
    if (names.includes(name))
      await connection.run(
        `create table ${name} as from read_parquet('${join(marts, `${name}.parquet`).replaceAll("'", "''")}')`
      );
}

/** The shop's own features at the first cutoff, with the label "no order within 180 days". */
export const shopMatrix = (marts: string): Promise<Matrix> =>
  withDatabase(async (connect) => {
    const connection = await connect();
    await openTables(connection, marts);
    const rows = await queryRows<Record<string, unknown>>(connection, textOf(cutoffs[0]));
    const table = Object.fromEntries(
      Object.keys(rows[0] ?? {}).map((name) => [name, rows.map((row) => row[name])])
    );
    const examples = examplesOf(table, {label: {kind: "forward"}, preset: "forward"});
    if (!examples.ok) throw new Error(examples.message);
    const {columns, values, labels} = examples.value;
    return {
      name: "shop",
      about: `the shop's features at ${cutoffs[0]}`,
      features: columns.map(({name}) => name),
      columns: values,
      labels
    };
  });

/** Hands `work` native DuckDB's time for the features at a cutoff, into a table, in milliseconds. */
export const withNativeFeatures = <T>(
  marts: string,
  work: (featuresAt: (cutoff: string) => Promise<number>) => Promise<T>
): Promise<T> =>
  withDatabase(async (connect) => {
    const connection = await connect();
    await openTables(connection, marts);
    return work(async (cutoff) => {
      const started = performance.now();
      await connection.run(`create or replace table answer as ${textOf(cutoff)}`);
      return performance.now() - started;
    });
  });
