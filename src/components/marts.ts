import {decompress} from "fzstd";
import {parquetReadObjects} from "hyparquet";
import type {Manifest} from "../lib/marts/manifest.js";
import {onSourceChange, tableSource} from "./martsSource.js";
import {atWork} from "./atWork.js";

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

/** What the marts were made of: source, files, rows and when. */
export function manifest(): Promise<Manifest> {
  listed ??= atWork(tableSource().manifest());
  listed.catch(() => (listed = undefined));
  return listed;
}

const read = async (name: string): Promise<MartRows> => {
  const bytes = await tableSource().bytes(name);
  const objects = await parquetReadObjects({
    file: bytes.buffer as ArrayBuffer,
    compressors: {ZSTD: (input, size) => decompress(input, new Uint8Array(size))}
  });
  for (const row of objects)
    for (const column in row) {
      const value: unknown = row[column];
      if (typeof value === "bigint") row[column] = Number(value);
    }
  return Object.assign(objects, {columns: Object.keys(objects[0] ?? {})});
};

const kept = <T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> => {
  const found = cache.get(key) ?? atWork(make());
  cache.set(key, found);
  found.catch(() => cache.delete(key));
  return found;
};
