import type {Column, Kind, Table} from "../../../lib/source/tables.js";
import type {NumericKind} from "../../../lib/source/numberBounds.js";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {dayEvidence, settleDays} from "../../../lib/reading/dayColumn.js";
import {dayOf, dayParts} from "../../../lib/reading/dayField.js";
import {numberEvidence, settleNumbers} from "../../../lib/reading/numberColumn.js";
import {numberOf, numberParts} from "../../../lib/reading/numberField.js";
import {settleZones, zoneEvidence} from "../../../lib/reading/zones.js";
import {cellsSql, publishedStyle, stepName} from "../../../lib/source/cellSql.js";
import {settleDayStyles} from "../../../lib/source/dayStyles.js";
import {numberBounds} from "../../../lib/source/numberBounds.js";
import {settleNumberStyles} from "../../../lib/source/numberStyles.js";
import {rawName, rawRecords} from "../../../lib/source/read.js";
import {quote} from "../../../lib/sql/expressions.js";
import {rows} from "../../../lib/source/sql.js";
import {dayDialect, junk, nothing, numberDialect, writtenDay, writtenNumber} from "./dialects.js";
import {ownDatabase} from "./refusals.js";
import {connectionOf} from "../../../loaders/source/connection.js";

const connection = ownDatabase();

/** A table of one column that holds the fields as text. */
async function raw(kind: Kind, fields: readonly string[]): Promise<Table & {columns: [Column]}> {
  const column = {name: "it", staged: "it", kind, nullable: true};
  const table = {name: "read", file: "read.csv", key: [], columns: [column] as [Column]};
  const values = fields.map((field) => `(${quote(field)})`).join(", ");
  await connection().run(
    `CREATE OR REPLACE TEMP TABLE ${rawName(table)} AS FROM (VALUES ${values}) AS t(c0)`
  );
  return table;
}

const orNull = (value: number) => (Number.isNaN(value) ? null : value);

const kinds: NumericKind[] = [
  {is: "money"},
  {is: "integer", least: 0, most: 1_000_000},
  {is: "degrees", least: -180, most: 180}
];

/** What both readers make of a column of numbers: its sign and the number of each field, or why it is not read. */
const numberReaders = {
  async sql(kind: NumericKind, fields: readonly string[]) {
    const table = await raw(kind, fields);
    const settled = await settleNumberStyles(connectionOf(connection()), table);
    if (!settled.ok) return settled.code;
    const decimal = settled.value.decimals.get(0) ?? ".";
    const parts = stepName("parts", 0);
    const found = await rows(
      connectionOf(connection()),
      `SELECT ${stepName("number", 0)} AS n, concat(${parts}.before, ${parts}.after) AS currency, ${parts}.percent = '%' AS percent
       FROM (${cellsSql(rawRecords(table), table.columns, [{...publishedStyle, decimal}])}) ORDER BY "at"`
    );
    return {decimal, numbers: found.map(({n}) => n)};
  },
  script(kind: NumericKind, fields: readonly string[]) {
    const evidence = numberEvidence(fields, numberBounds(kind));
    const settled = settleNumbers({...evidence, percent: 0});
    if (!settled.ok) return "several-currencies";
    const {style} = settled.value;
    if (!style) return "ambiguous-number";
    const {decimal} = style;
    return {decimal, numbers: fields.map((field) => orNull(numberOf(numberParts(field), decimal)))};
  }
};

/** What both readers make of a column of days: its order and the day of each field, or why it is not read. */
const dayReaders = {
  async sql(fields: readonly string[]) {
    const table = await raw({is: "time"}, fields);
    const settled = await settleDayStyles(connectionOf(connection()), table);
    if (!settled.ok) return settled.code;
    const order = settled.value.orders.get(0) ?? publishedStyle.order;
    const found = await rows(
      connectionOf(connection()),
      `SELECT strftime(it, '%Y-%m-%d') AS day
       FROM (${cellsSql(rawRecords(table), table.columns, [{...publishedStyle, order}])}) ORDER BY "at"`
    );
    return {order, days: found.map(({day}) => day)};
  },
  script(fields: readonly string[]) {
    const settled = settleDays(dayEvidence(fields));
    if (!settled.ok) return "contradictory-dates";
    const {order} = settled.value;
    if (!order) return "ambiguous-dates";
    const {zones, bare} = zoneEvidence(fields);
    if (!settleZones(zones, bare).ok) return "several-zones";
    const day = (field: string) => {
      const found = dayOf(dayParts(field), order);
      if (Number.isNaN(found)) return null;
      const text = new Date(found * 86_400_000).toISOString().slice(0, 10);
      return text >= "2000" && text < "2101" ? text : null;
    };
    return {order, days: fields.map(day)};
  }
};

/** Columns of fields in a dialect, a field of another or none here and there. */
const columnOf = (field: fc.Arbitrary<fc.Arbitrary<string>>) =>
  fc
    .tuple(field, field)
    .chain(([most, other]) =>
      fc.array(
        fc.oneof(
          {weight: 10, arbitrary: most},
          {weight: 1, arbitrary: other},
          {weight: 2, arbitrary: junk},
          {weight: 1, arbitrary: nothing}
        ),
        {minLength: 1, maxLength: 12}
      )
    );

describe("the loader and the tab read alike", () => {
  test.each<[string, string[], unknown]>([
    [
      "a clock that shows no such time",
      ["2018-08-29 24:00:00", "2018-08-29 25:00", "2018-08-29"],
      [null, null, "2018-08-29"]
    ],
    [
      "a day that is none in either order",
      ["00/05/2018", "01/02/0001", "08/13/2018"],
      [null, null, "2018-08-13"]
    ],
    ["nothing but such days", ["01/02/0001", "02/00/2018"], [null, null]],
    ["a day alone beside times of a zone", ["2018-08-29", "2018-08-30 10:00Z"], ["2018-08-29", "2018-08-30"]],
    [
      "a word for nothing beside times of a zone",
      ["0000-00-00 00:00:00", "2018-08-30 10:00Z"],
      [null, "2018-08-30"]
    ]
  ])("%s", async (_, fields, days) => {
    expect(await dayReaders.sql(fields)).toMatchObject({days});
    expect(await dayReaders.sql(fields)).toEqual(dayReaders.script(fields));
  });

  test.each<[string, string[], unknown]>([
    ["a currency around no number", ["R$ 1.2.3", "$5$", "€ 5"], [null, null, 5]],
    ["a number too large", ["1e999", "5"], [null, 5]]
  ])("%s", async (_, fields, numbers) => {
    const found = await numberReaders.sql({is: "money"}, fields);
    expect(found).toMatchObject({numbers});
    expect(found).toEqual(numberReaders.script({is: "money"}, fields));
  });

  test("numbers", async () => {
    const value = fc.oneof(fc.integer({min: -1e6, max: 1e7}), fc.double({min: -2e5, max: 2e5, noNaN: true}));
    const fields = columnOf(numberDialect(0).map((style) => value.map((each) => writtenNumber(each, style))));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...kinds), fields, async (kind, column) => {
        expect(await numberReaders.sql(kind, column)).toEqual(numberReaders.script(kind, column));
      }),
      {numRuns: 30}
    );
  });

  test("days", async () => {
    const time = fc.date({min: new Date("1890-01-01"), max: new Date("2205-01-01"), noInvalidDate: true});
    const fields = columnOf(dayDialect.map((style) => time.map((each) => writtenDay(each, style))));
    await fc.assert(
      fc.asyncProperty(fields, async (column) => {
        expect(await dayReaders.sql(column)).toEqual(dayReaders.script(column));
      }),
      {numRuns: 30}
    );
  });
});
