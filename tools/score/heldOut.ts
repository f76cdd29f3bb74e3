import type {DuckDBConnection} from "@duckdb/node-api";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {labData} from "../../lib/lab/data.js";
import type {Lab} from "../../lib/lab/lab.js";
import type {PublishedTraining} from "../../lib/lab/published.js";
import type {Manifest} from "../../lib/marts/manifest.js";
import type {LabExamples} from "../../lib/pipeline/fitting.js";
import {manifestFile} from "../../loaders/manifest.js";

const plain = (value: unknown) => (typeof value === "bigint" ? Number(value) : value);

/** The examples of a published training, worked out anew from the marts that the connection has as views. */
export async function examplesOf(
  connection: DuckDBConnection,
  marts: string,
  {choice}: Pick<PublishedTraining, "choice">
): Promise<LabExamples> {
  const about = JSON.parse(await readFile(join(marts, manifestFile), "utf8")) as Manifest;
  const columns = async (sql: string) => {
    const reader = await connection.runAndReadAll(sql);
    const found = reader.getColumnsJS();
    return Object.fromEntries(reader.columnNames().map((name, i) => [name, found[i].map(plain)]));
  };
  const lab = {columns, about: () => Promise.resolve(about)} as unknown as Lab;
  const data = await labData(lab, choice.question);
  if (!data.ok) throw new Error(data.message);
  return data.value.examples;
}

/** A feature's values in some rows, as somebody would write them: of a category its level, null where it is missing. */
export function writtenValues(
  {columns, values}: Pick<LabExamples, "columns" | "values">,
  feature: string,
  rows: ArrayLike<number>,
  written: (value: number) => number = (value) => value
): (number | string | null)[] {
  const own = columns.flatMap((column, j) => (column.feature === feature ? [j] : []));
  return Array.from(rows, (row) => {
    if (columns[own[0]].kind === "level") {
      const at = own.find((j) => values[j][row] === 1);
      return at === undefined ? null : columns[at].name.slice(feature.length + 1);
    }
    const value = values[own[0]][row];
    return Number.isNaN(value) ? null : written(value);
  });
}
