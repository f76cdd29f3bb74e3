import type {Manifest} from "../lib/marts/manifest.js";
import {onSourceChange, tableSource} from "./martsSource.js";
import {atWork} from "./atWork.js";
import {parquetColumns} from "./parquet.js";

export type Row = Record<string, unknown>;

/** Rows of a table, with the names of its columns in order. */
export type MartRows<T = Row> = T[] & {columns: string[]};

const rows = new Map<string, Promise<MartRows>>();
let listed: Promise<Manifest> | undefined;
onSourceChange(() => {
  rows.clear();
  listed = undefined;
});

/**
 * All rows of a small mart, read without DuckDB: whole numbers as numbers, times as Dates (UTC). Read once; a failed
 * reading can be tried again. Big marts are better asked with `sql`.
 * @example const daily = await readMart("daily")
 */
export function readMart<T = Row>(name: string): Promise<MartRows<T>> {
  return kept(rows, name, () => read(name)) as Promise<MartRows<T>>;
}

/** All columns of a mart, read without DuckDB as `readMart` reads rows. Not kept: what is made of them is. */
export const readColumns = (name: string): Promise<Record<string, unknown[]>> => atWork(columnsOf(name));

/** What the marts were made of: source, files, rows and when. */
export function manifest(): Promise<Manifest> {
  listed ??= atWork(tableSource().manifest());
  listed.catch(() => (listed = undefined));
  return listed;
}

const read = async (name: string): Promise<MartRows> => {
  const columns = await columnsOf(name);
  const names = Object.keys(columns);
  const length = columns[names[0]]?.length ?? 0;
  const rows = Array.from({length}, (_, i) =>
    Object.fromEntries(names.map((column) => [column, columns[column][i]]))
  );
  return Object.assign(rows, {columns: names});
};

const columnsOf = async (name: string) =>
  parquetColumns((await tableSource().bytes(name)) as Uint8Array<ArrayBuffer>);

const kept = <T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> => {
  const found = cache.get(key) ?? atWork(make());
  cache.set(key, found);
  found.catch(() => cache.delete(key));
  return found;
};
