import type {Column, Kind} from "../../../lib/source/tables.js";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {readCells} from "../../../lib/source/cells.js";
import {rows} from "../../../lib/source/sql.js";
import {dayDialect, keptTime, nothing, numberDialect, writtenDay, writtenNumber} from "./dialects.js";
import {csvText, hex} from "./fixture.js";
import {ownDatabase} from "./refusals.js";
import {connectionOf} from "../../../loaders/source/connection.js";
import {fileAt, folderAt} from "../../../loaders/source/folder.js";

const connection = ownDatabase();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vitrine-dialects-"));
});
afterAll(() => rmSync(folder, {recursive: true}));

/** What the loader makes of a column in a file: a value for each field, or its refusal. */
async function load(kind: Kind, fields: readonly string[]) {
  const columns: Column[] = [
    {name: "id", staged: "id", kind: {is: "id"}},
    {name: "it", staged: "it", kind, nullable: true}
  ];
  const path = join(folder, "dialect.csv");
  writeFileSync(
    path,
    csvText({header: ["id", "it"], rows: fields.map((field, row) => [hex("a", row), field])})
  );
  const read = await readCells(connectionOf(connection()), folderAt(folder), {
    table: {name: "dialect", file: "dialect.csv", key: ["id"], columns},
    source: fileAt(path),
    header: {delimiter: ",", width: 2, columns, positions: [0, 1], absent: [], extra: [], misspelt: []},
    inspection: {bytes: 0, sha256: "", utf8: true, head: Buffer.alloc(0), endMark: false},
    notes: [],
    close: () => Promise.resolve()
  });
  if (!read.ok) return read;
  const value = kind.is === "time" ? "strftime(it, '%Y-%m-%d %H:%M:%S.%g')" : "it";
  const found = await rows(
    connectionOf(connection()),
    `SELECT ${value} AS v FROM typed_dialect ORDER BY "row"`
  );
  return found.map(({v}) => v);
}

/** Numbers that a kind of column may hold, what the loader makes of each, and in how many decimals they are known. */
const numbers = {
  money: {
    kind: {is: "money"},
    value: fc
      .oneof(
        fc.nat({max: 1_000_000_000}),
        fc.nat({max: 10_000}).map((n) => n * 1000)
      )
      .map((cents) => cents / 100),
    staged: (value: number) => Math.round(value * 100),
    dialect: numberDialect(2)
  },
  integer: {
    kind: {is: "integer", least: 0, most: 1_000_000},
    value: fc.nat({max: 1_000_000}),
    staged: (value: number) => value,
    dialect: numberDialect(0, false)
  },
  thousands: {
    kind: {is: "integer", least: 0, most: 1_000_000},
    value: fc.integer({min: 1, max: 999}).map((n) => n * 1000),
    staged: (value: number) => value,
    dialect: numberDialect(0, false)
  },
  degrees: {
    kind: {is: "degrees", least: -180, most: 180},
    value: fc.integer({min: -180e6, max: 180e6}).map((n) => n / 1e6),
    staged: (value: number) => value,
    dialect: numberDialect(6, false)
  },
  thousandths: {
    kind: {is: "degrees", least: -1e9, most: 1e9},
    value: fc.integer({min: -999_999, max: 999_999}).map((n) => n / 1000),
    staged: (value: number) => value,
    dialect: numberDialect(3, false)
  }
} as const;

describe("the loader gives back", () => {
  test.each(Object.entries(numbers))(
    "%s in any dialect, or asks",
    async (_, {kind, value, staged, dialect}) => {
      let asked = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.option(value, {freq: 8}), {minLength: 1, maxLength: 6}),
          fc.array(nothing, {minLength: 6, maxLength: 6}),
          dialect,
          async (values, words, style) => {
            const fields = values.map((each, row) =>
              each === null ? words[row] : writtenNumber(each, style)
            );
            const found = await load(kind, fields);
            if (Array.isArray(found)) {
              expect(found).toEqual(values.map((each) => (each === null ? null : staged(each))));
              return;
            }
            const question = /row (\d+), .*, which is (\S+) if the .* apart and (\S+) if it/.exec(
              found.message
            );
            expect([found.code, found.message]).toEqual([
              "ambiguous-number",
              expect.stringMatching(/, which is /)
            ]);
            expect(question?.slice(2).map(Number)).toContain(values[Number(question?.[1]) - 1]);
            asked++;
          }
        ),
        {numRuns: 16}
      );
      expect(asked).toBeLessThan(16);
    }
  );

  test("times in any dialect, or asks", async () => {
    const time = fc.date({
      min: new Date("2000-01-01"),
      max: new Date("2100-12-31T23:59:59.999Z"),
      noInvalidDate: true
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(time, {freq: 8}), {minLength: 1, maxLength: 8}),
        fc.array(nothing, {minLength: 8, maxLength: 8}),
        dayDialect,
        async (times, words, style) => {
          const fields = times.map((each, row) => (each === null ? words[row] : writtenDay(each, style)));
          const found = await load({is: "time"}, fields);
          if (Array.isArray(found)) {
            expect(found).toEqual(times.map((each) => each && keptTime(each, style)));
            return;
          }
          const question = /row (\d+), .*, which is (\S+) if the day .* and (\S+) if the month/.exec(
            found.message
          );
          expect([found.code, found.message]).toEqual([
            "ambiguous-dates",
            expect.stringMatching(/, which is /)
          ]);
          const meant = times[Number(question?.[1]) - 1];
          expect(question?.slice(2)).toContain(meant?.toISOString().slice(0, 10));
        }
      ),
      {numRuns: 16}
    );
  });
});

describe("the loader refuses", () => {
  test.each<[string, Kind, string[], string]>([
    ["years of two digits", {is: "time"}, ["29/08/18", "30/08/18"], "bad-time"],
    ["days without signs that no month has", {is: "time"}, ["20180230"], "bad-time"],
    ["names of months", {is: "time"}, ["29-Aug-2018"], "bad-time"],
    ["zones by name", {is: "time"}, ["2018-08-29 10:00 BRT"], "bad-time"],
    ["both orders of day and month", {is: "time"}, ["29/08/2018", "08/30/2018"], "contradictory-dates"],
    ["per cent", {is: "money"}, ["3,5 %", "12 %"], "bad-money"],
    ["thousands of two digits", {is: "money"}, ["1,00,000.00"], "bad-money"],
    ["two currencies", {is: "money"}, ["R$ 5,00", "€ 5,00"], "several-currencies"],
    ["a currency where none can be", {is: "integer", least: 0, most: 9}, ["R$ 5"], "bad-integer"],
    ["a sign behind", {is: "degrees", least: -90, most: 90}, ["23,5-"], "bad-degrees"]
  ])("%s", async (_, kind, fields, code) => {
    expect(await load(kind, fields)).toMatchObject({ok: false, code});
  });
});
