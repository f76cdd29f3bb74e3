import {DuckDBInstance} from "@duckdb/node-api";
import {expect, test} from "vitest";
import {open} from "../../../lib/source/open.js";
import {readPlain} from "../../../lib/source/read.js";
import {tables} from "../../../lib/source/tables.js";
import {shop, writeShop} from "./fixture.js";
import {connectionOf} from "../../../loaders/source/connection.js";
import {folderAt} from "../../../loaders/source/folder.js";

test.each(tables.map((table) => [table.name, table] as const))(
  "the records of %s are read in the order of the file: no join stands between",
  async (_, table) => {
    const {directory, remove} = writeShop(shop());
    try {
      const instance = await DuckDBInstance.create(":memory:");
      const connection = await instance.connect();
      const run = connection.run.bind(connection);
      const statements: string[] = [];
      connection.run = (sql: string) => {
        statements.push(sql);
        return run(sql);
      };
      const opened = await open(table, folderAt(directory));
      if (!opened.ok) throw new Error(opened.message);
      await readPlain(connectionOf(connection), opened.value);
      await opened.value.close();
      const reading = statements.find((sql) => sql.includes("read_csv")) ?? "";
      const plan = await connection.runAndReadAll(`explain ${reading}`);
      expect(JSON.stringify(plan.getRows())).toContain("READ_CSV");
      expect(JSON.stringify(plan.getRows())).not.toMatch(/JOIN/);
      connection.closeSync();
      instance.closeSync();
    } finally {
      remove();
    }
  }
);
