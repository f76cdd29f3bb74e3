import type {Column} from "../../../lib/source/tables.js";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {stage} from "../../../loaders/source/stage.js";
import {cellsSql, publishedStyle} from "../../../lib/source/cellSql.js";
import {bounded} from "../../../lib/source/values.js";
import {plain} from "../../../lib/source/plain.js";
import {tables} from "../../../lib/source/tables.js";
import {quote} from "../../../lib/sql/expressions.js";
import {csvText, shop, writeShop} from "./fixture.js";
import {ownDatabase} from "./refusals.js";
import {stagedTables} from "./staged.js";

const connection = ownDatabase();

const column = (table: string, staged: string) => {
  const found = tables.find(({name}) => name === table)?.columns.find((each) => each.staged === staged);
  if (!found) throw new Error(`unknown column: ${staged}`);
  return found;
};

const values = (texts: string[]) =>
  `(VALUES ${texts.map((text, index) => `(${index}, ${quote(text)})`).join(", ")}) AS t(i, c0)`;

async function firstColumn(sql: string): Promise<(string | null)[]> {
  return (await connection().runAndReadAll(sql)).getRows().map(([value]) => value as string | null);
}

/** What the quick and the tolerant reading make of texts in a column. */
const quickly = (column: Column, texts: string[]) =>
  firstColumn(
    `SELECT CAST(${bounded(column.kind, `(${plain(column, "c0")})`)} AS VARCHAR) FROM ${values(texts)} ORDER BY i`
  );
const tolerantly = (column: Column, texts: string[]) =>
  firstColumn(
    `SELECT CAST(${column.staged} AS VARCHAR) FROM (${cellsSql(values(texts), [column], [publishedStyle])}) ORDER BY i`
  );

describe("stage", () => {
  test("gives the same tables whatever the order of rows", async () => {
    const files = shop(12);
    files.orders.rows.forEach((row, index) => (row[3] = `2017-10-0${1 + (index % 3)} 10:00:00`));
    const run = async (shops: typeof files) => {
      const {directory, remove} = writeShop(shops);
      const result = await stage(connection(), directory);
      remove();
      expect(result.ok).toBe(true);
      return stagedTables(connection());
    };
    const expected = await run(files);
    const shuffles = fc.record(
      Object.fromEntries(
        Object.entries(files).map(([name, {rows}]) => [
          name,
          fc.shuffledSubarray(rows, {minLength: rows.length})
        ])
      )
    );
    await fc.assert(
      fc.asyncProperty(shuffles, async (shuffled) => {
        const shops = Object.fromEntries(
          Object.entries(files).map(([name, {header}]) => [name, {header, rows: shuffled[name]}])
        );
        expect(await run(shops)).toEqual(expected);
      }),
      {numRuns: 12}
    );
  });

  test("refuses or stages a file with any bytes changed, and never throws", async () => {
    const files = shop();
    const table = fc.constantFrom(...tables.map(({name}) => name));
    const change = fc.record({
      at: fc.double({min: 0, max: 0.999, noNaN: true}),
      bytes: fc.oneof(
        fc.uint8Array({maxLength: 4}),
        fc.constantFrom(...['"', ",", "\n", "\r\n", ""].map((text) => Buffer.from(text)))
      ),
      drop: fc.nat({max: 40})
    });
    await fc.assert(
      fc.asyncProperty(table, fc.array(change, {minLength: 1, maxLength: 3}), async (name, changes) => {
        let content = Buffer.from(csvText(files[name]));
        for (const {at, bytes, drop} of changes) {
          const from = Math.floor(at * content.length);
          content = Buffer.concat([content.subarray(0, from), bytes, content.subarray(from + drop)]);
        }
        const {directory, remove} = writeShop(files, {[name]: content});
        try {
          const result = await stage(connection(), directory);
          const said = result.ok ? result.value.files.length : result.message;
          expect(said).toEqual(result.ok ? 9 : expect.stringMatching(/^[^\n]+: [^\n]+\.$/));
        } finally {
          remove();
        }
      }),
      {numRuns: 60}
    );
  });
});

describe("values", () => {
  test("money is exact to the cent, with a point or a comma", async () => {
    const cents = fc.array(fc.integer({min: 0, max: 1_000_000_000}), {minLength: 1, maxLength: 200});
    const price = column("items", "price_cents");
    await fc.assert(
      fc.asyncProperty(cents, async (amounts) => {
        const texts = amounts.map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")}`);
        const expected = amounts.map(String);
        expect(await tolerantly(price, texts)).toEqual(expected);
        const commas = texts.map((text) => text.replace(".", ","));
        expect(await tolerantly(price, commas)).toEqual(expected);
      }),
      {numRuns: 20}
    );
  });

  test("the quick reading gives up or agrees with the tolerant one", async () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string({unit: fc.constantFrom(..."0123456789.,-:/ TEe+x")}),
      fc.constantFrom(
        "2017-02-30 10:56:33",
        "2017-10-02 10:56:33",
        "2017-10-02 24:00:00",
        "12.50",
        "1e5",
        "1_0",
        "inf",
        "SP",
        " SP",
        "-0",
        "+-0",
        "09790",
        "5.0"
      )
    );
    await fc.assert(
      fc.asyncProperty(fc.array(texts, {minLength: 20, maxLength: 200}), async (cells) => {
        const safe = cells.map((text) => text.replaceAll("\0", ""));
        for (const column of tables.flatMap(({columns}) => columns)) {
          if (column.kind.is === "text" || column.kind.is === "name") continue;
          const quick = await quickly(column, safe);
          const slow = await tolerantly(column, safe);
          for (const [index, value] of quick.entries()) if (value) expect(value).toBe(slow[index]);
        }
      }),
      {numRuns: 4}
    );
  });
});
