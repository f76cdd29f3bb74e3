import type {DuckDBConnection} from "@duckdb/node-api";
import type {RefusalCode} from "../../../lib/source/refusal.js";
import type {Csv} from "./fixture.js";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, expect, test} from "vitest";
import {stage} from "../../../loaders/source/stage.js";
import {tables} from "../../../lib/source/tables.js";
import {csvText, set, shop, writeShop} from "./fixture.js";

/** A DuckDB of its own for a test file, with one thread: what it reads is small, and another file is read beside it. */
export function ownDatabase(): () => DuckDBConnection {
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;
  beforeAll(async () => {
    instance = await DuckDBInstance.create(":memory:", {threads: "1"});
    connection = await instance.connect();
  });
  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });
  return () => connection;
}

/** A shop with one file spoilt, by its rows or by its text, and what the refusal says. */
export interface Case {
  title: string;
  table: string;
  code: RefusalCode;
  says: string[];
  orders?: number;
  rows?: (csv: Csv) => void;
  text?: (text: string) => string | Buffer | undefined;
}

/** A shop with one wrong cell. */
export const cell = (
  table: string,
  row: number,
  column: string,
  value: string,
  code: RefusalCode,
  ...says: string[]
): Case => ({
  title: `${table}: ${column} of ${JSON.stringify(value)}`,
  table,
  code,
  says: [`row ${row}`, column, ...(value.trim() === "" ? ["is empty"] : [JSON.stringify(value)]), ...says],
  rows: (csv) => set(csv, row, column, value)
});

/** Tests that staging each shop is refused with the code and with one sentence that names the place. */
export function refuses(connection: () => DuckDBConnection, cases: readonly Case[]): void {
  test.each(cases)("$title", async ({table, code, says, orders, rows, text}) => {
    const files = shop(orders);
    rows?.(files[table]);
    const {directory, remove} = writeShop(files, text ? {[table]: text(csvText(files[table]))} : {});
    const result = await stage(connection(), directory);
    remove();
    expect(result).toMatchObject({ok: false, code});
    const message = result.ok ? "" : result.message;
    const file = tables.find(({name}) => name === table)?.file;
    for (const part of [file, ...says]) expect(message).toContain(part);
    expect(message).toMatch(/^[^\n]+: [^\n]+\.$/);
    expect(message).not.toMatch(/undefined|NaN(?!")|null/);
  });
}
