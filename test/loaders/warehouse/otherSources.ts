import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {csvMapping, parquetMapping, readMapping} from "../../../loaders/warehouse/mapping.js";
import type {Mapping} from "../../../loaders/warehouse/mapping.js";
import type {Step} from "../../../loaders/warehouse/script.js";
import {tables} from "../../../lib/source/tables.js";

/** SELECTs of tables as a shop of its own might keep them, from what our importer staged. */
const kept = {
  orders: `select order_id as id, customer_id as account, upper(status) as state, purchased_at as created, approved_at, shipped_at,
    delivered_at, estimated_at from staged_orders`,
  customers: "select customer_id, customer_unique_id as person, zip, city, state from staged_customers",
  items: `select o.order_id, i.line, p.product_id, s.seller_id, i.shipping_limit_at, i.price_cents, i.freight_cents
    from staged_items i join staged_orders o on o.order_key = i.order_key
    join staged_products p on p.product_key = i.product_key join staged_sellers s on s.seller_key = i.seller_key`,
  sellers: "select seller_id, zip, city, state from staged_sellers"
} as const;

/**
 * A shop whose orders and customers stand in a catalogue under names of their own, whose items and sellers are folders
 * of Parquet, and whose other tables are the CSVs; and the statements that make the catalogue.
 */
export async function otherSources(
  connection: DuckDBConnection,
  {files, scratch}: {files: string; scratch: string}
): Promise<{mapping: Mapping; before: Step[]}> {
  const lake = join(scratch, "lake");
  for (const [name, select] of Object.entries(kept)) {
    const folder = join(lake, name);
    mkdirSync(folder, {recursive: true});
    for (const part of [0, 1])
      await connection.run(
        `copy (select * exclude (part) from (select *, row_number() over () % 2 as part from (${select})) where part = ${part})
         to '${join(folder, `part-${part}.parquet`)}' (format parquet)`
      );
  }
  const catalogue = {
    ...Object.fromEntries(tables.map(({name}) => [name, {from: `shop.${name}`}])),
    orders: {
      from: "shop.sales",
      columns: {order_id: "id", customer_id: "account", status: "lower(state)", purchased_at: "created"}
    },
    customers: {from: "shop.accounts", columns: {customer_unique_id: "person"}}
  };
  const file = join(scratch, "shop.json");
  writeFileSync(file, JSON.stringify(catalogue));
  // A folder of Parquet holds every table that no shop can do without: those that are not asked of it are not read.
  for (const {name} of tables) mkdirSync(join(lake, name), {recursive: true});
  const [csv, folders, named] = [csvMapping(files), parquetMapping(lake), await readMapping(file)];
  if (!csv.ok) throw new Error(csv.message);
  if (!folders.ok) throw new Error(folders.message);
  if (!named.ok) throw new Error(named.message);
  const taken = (from: Mapping, names: readonly string[]) =>
    [...from].filter(([name]) => names.includes(name));
  const mapping = new Map([
    ...csv.value,
    ...taken(folders.value, ["items", "sellers"]),
    ...taken(named.value, ["orders", "customers"])
  ]);
  const table = (name: string, folder: string): Step => ({
    sql: `create table shop.${name} using parquet options (path '${join(lake, folder)}')`
  });
  return {
    mapping,
    before: [{sql: "create database shop"}, table("sales", "orders"), table("accounts", "customers")]
  };
}
