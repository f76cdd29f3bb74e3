import type {DuckDBConnection} from "@duckdb/node-api";
import {rename, mkdir, rm} from "node:fs/promises";
import {join} from "node:path";
import type {CustomerSample} from "../lib/marts/sample.js";
import {inSampleSql, sampledMarts} from "../lib/marts/sample.js";
import {quote} from "../lib/sql/expressions.js";
import {queryRows} from "./database.js";
import type {WrittenMart} from "./writeMart.js";
import {writeMart} from "./writeMart.js";

/** How many customers the marts are kept to, by which seed. */
export interface SampleWish {
  customers: number;
  seed: number;
}

export interface Sampled {
  written: WrittenMart[];
  /** Undefined where the shop has no more customers than are asked for, so that all marts are whole. */
  sample?: CustomerSample;
}

/**
 * Keeps the written marts that grow with the customers to a sample of these, each with all orders, in the marts' order.
 * Of the customers about as many remain as are asked for: each is in or out by a hash of the id alone.
 */
export async function sampleMarts(
  connection: DuckDBConnection,
  {written, directory, wish}: {written: readonly WrittenMart[]; directory: string; wish: SampleWish}
): Promise<Sampled> {
  const file = (name: string) => quote(join(directory, `${name}.parquet`));
  const [{customers}] = await queryRows<{customers: number}>(
    connection,
    `select count(*) as customers from ${file("customer_ids")}`
  );
  if (customers <= wish.customers) return {written: [...written]};
  const share = wish.customers / customers;
  await connection.run(`create temporary table sampled_customers as
    select customer_key from ${file("customer_ids")} where ${inSampleSql("customer_unique_id", {share, seed: wish.seed})}`);
  await connection.run(`create temporary table sampled_orders as
    select order_key from ${file("orders")} where customer_key in (from sampled_customers)`);
  const among = {customer_key: "sampled_customers", order_key: "sampled_orders"} as const;
  const aside = join(directory, "sample");
  await mkdir(aside);
  const results: WrittenMart[] = [];
  for (const mart of written) {
    const key = Object.hasOwn(sampledMarts, mart.mart.name) ? sampledMarts[mart.mart.name] : undefined;
    if (key === undefined) {
      results.push(mart);
      continue;
    }
    const select = `select * exclude (place_of_row)
      from (select *, row_number() over () as place_of_row from ${file(mart.mart.name)}) whole
      where ${key} in (from ${among[key]}) order by place_of_row`;
    const kept = await writeMart(connection, {mart: mart.mart, select, directory: aside});
    results.push({...kept, milliseconds: mart.milliseconds + kept.milliseconds, rowsBefore: mart.rows});
  }
  for (const {mart, rowsBefore} of results)
    if (rowsBefore !== undefined)
      await rename(join(aside, `${mart.name}.parquet`), join(directory, `${mart.name}.parquet`));
  await rm(aside, {recursive: true});
  const [{kept}] = await queryRows<{kept: number}>(
    connection,
    "select count(*) as kept from sampled_customers"
  );
  return {written: results, sample: {seed: wish.seed, share, customers, kept}};
}
