import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {sql} from "../../src/components/sql.js";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

describe("sql", () => {
  it("gives the text of a query with its values as literals", () => {
    expect(sql.text`from orders where state in ${["SP", "RJ"]} and status <> ${"it's"}`).toBe(
      "from orders where state in ('SP', 'RJ') and status <> 'it''s'"
    );
    expect(sql.text`from (${sql.raw("select 1")})`).toBe("from (select 1)");
    expect(sql.text("from orders")).toBe("from orders");
  });

  it("refuses what is no query without starting an engine", async () => {
    await expect(sql`drop table orders`).rejects.toThrow(/^A query starts with SELECT/);
    await expect(sql.columns("select 1; select 2")).rejects.toThrow(/more than one statement/);
    await expect(sql`select ${undefined}`).rejects.toThrow("no SQL literal for undefined");
  });

  it("takes the engine's files from the installed version", () => {
    const {dependencies} = JSON.parse(read("package.json")) as {dependencies: Record<string, string>};
    const versions = [read("src/components/engineStart.ts"), read("src/workers/engine.worker.ts")]
      .join("")
      .matchAll(/npm:@duckdb\/duckdb-wasm@([^/]+)\//g);
    expect(new Set(Array.from(versions, ([, version]) => version))).toEqual(
      new Set([dependencies["@duckdb/duckdb-wasm"]])
    );
  });
});
