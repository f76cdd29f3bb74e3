import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import {quoted} from "../refusal.js";
import {fileNames, tables} from "../tables.js";
import type {NamedBlob} from "./unzip.js";
import {unzip} from "./unzip.js";

/** Whether a file may hold a table, by its name. */
export const isTable = (name: string): boolean => /[.](csv|tsv|txt|parquet|pq)$/i.test(name);

/** Whether a file is a zip, by its name. */
export const isZip = (name: string): boolean => /[.]zip$/i.test(name);

const isText = (name: string) => /[.]txt$/i.test(name);

/**
 * The tables among what a reader chose, unpacked: texts that stand beside tables are notes about them. Refuses two of one name,
 * and a zip without any.
 */
export async function gather(chosen: readonly NamedBlob[]): Promise<Result<NamedBlob[]>> {
  const found: NamedBlob[] = [];
  for (const file of chosen) {
    const unpacked = isZip(file.name) ? await unzip(file, isTable) : ok([file]);
    if (!unpacked.ok) return unpacked;
    if (unpacked.value.length === 0)
      return fail("not-a-table", `${file.name} holds no table: put CSV or Parquet files into it.`);
    found.push(...unpacked.value);
  }
  const tables = found.filter(({name}) => !isText(name));
  const files = tables.length > 0 ? tables : found;
  const names = files.map(({name}) => name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  return twice === undefined
    ? ok(files)
    : fail("same-name", `Two of the files are called ${quoted(twice)}: choose the folder of one shop alone.`);
}

/**
 * The table of transactions among a shop's files: the only file, where it is none of the nine.
 * @example oneTable([{name: "orders.csv"}]) => {name: "orders.csv"}
 */
export function oneTable<File extends {name: string}>(files: readonly File[]): File | undefined {
  const [first, ...more] = files;
  const isOfNine = tables.some((table) => fileNames(table).includes(first.name));
  return more.length > 0 || isOfNine ? undefined : first;
}
