import {dateOf, isoDay} from "../days.js";
import type {Connection} from "./connection.js";
import type {DayOrder} from "../reading/dayField.js";
import type {Result} from "../result.js";
import type {TimeColumn} from "./fileZones.js";
import type {Row} from "./sql.js";
import type {Column, Table} from "./tables.js";
import {formatCount} from "../format.js";
import {settleDays} from "../reading/dayColumn.js";
import {dayOf, dayParts, speltDay, yearBounds} from "../reading/dayField.js";
import {settleZones} from "../reading/zones.js";
import {ok} from "../result.js";
import {partsSql, stepName} from "./cellSql.js";
import {isCompactDay} from "./daySql.js";
import {rawRecords} from "./read.js";
import {quoted, refuse} from "./refusal.js";
import {rows} from "./sql.js";

/** Whether day or month comes first in each column of days, by its place, their zones, and what to tell about them. */
interface DayStyles {
  orders: Map<number, DayOrder>;
  times: TimeColumn[];
  notes: string[];
}

/** A cell that tells something, and the number of its record from 1. */
interface Sample {
  field: string;
  row: number;
}

interface Evidence {
  column: Column;
  index: number;
  dayFirst: Sample | null;
  monthFirst: Sample | null;
  either: Sample | null;
  dated: boolean;
  zones: string[];
  /** The first record whose time has a zone. */
  zonedRow: number;
  bare: boolean;
  /** A day that is written without signs between its numbers. */
  compact: string | null;
}

const sorts = {
  dayFirst: "a > 12 AND b <= 12",
  monthFirst: "b > 12 AND a <= 12",
  either: "a <= 12 AND b <= 12 AND a <> b"
};

/** Looks where a column's days have a number above 12, which must be the day, and for the zones of its times. */
async function evidence(connection: Connection, table: Table, index: number): Promise<Evidence> {
  const [text, parts, form] = (["filled", "parts", "form"] as const).map((step) => stepName(step, 0));
  const [a, b, year] = ["a", "b", "c"].map((part) => `try_cast(${parts}.${part} AS INTEGER)`);
  const telling = `${form} = 'year-last' AND ${a} > 0 AND ${b} > 0 AND ${year} BETWEEN ${yearBounds.first} AND ${yearBounds.last}`;
  const samples = Object.entries(sorts).flatMap(([name, test]) => [
    `min_by(text, "at") FILTER (${test}) AS "${name}"`,
    `min("at") FILTER (${test}) + 1 AS "${name}Row"`
  ]);
  const [found] = await rows(
    connection,
    `SELECT ${samples.join(", ")}, count(a) AS dated, count(*) FILTER (clock <> '' AND zone = '') AS bare,
       string_agg(DISTINCT zone, ' ') FILTER (zone <> '') AS zones, min("at") FILTER (zone <> '') + 1 AS "zonedRow",
       min_by(text, "at") FILTER (compact) AS compact
     FROM (SELECT "at", ${text} AS text, ${parts}.clock AS clock, ${parts}.zone AS zone,
         ${form} IS NOT NULL AND ${isCompactDay(text)} AS compact,
         CASE WHEN ${telling} THEN ${a} END AS a,
         CASE WHEN ${telling} THEN ${b} END AS b
       FROM (${partsSql(rawRecords(table, index), [table.columns[index]])}))`
  );
  const sample = (name: keyof typeof sorts, {[name]: field, [`${name}Row`]: row}: Row) =>
    field === null ? null : {field: String(field), row: Number(row)};
  return {
    column: table.columns[index],
    index,
    dayFirst: sample("dayFirst", found),
    monthFirst: sample("monthFirst", found),
    either: sample("either", found),
    dated: Number(found.dated) > 0,
    zones: found.zones === null ? [] : String(found.zones).split(" ").sort(),
    zonedRow: Number(found.zonedRow),
    bare: Number(found.bare) > 0,
    compact: found.compact === null ? null : String(found.compact)
  };
}

function refuseContradiction(file: string, {name}: Column, dayFirst: Sample, monthFirst: Sample) {
  const [late, early] = dayFirst.row > monthFirst.row ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  const [here, there] = late === dayFirst ? ["day", "month"] : ["month", "day"];
  return refuse("contradictory-dates", {
    file,
    row: late.row,
    column: name,
    problem: `has ${quoted(late.field)}, where the ${here} comes first, while ${quoted(early.field)} in row ${formatCount(early.row)} has the ${there} first`,
    repair: "write all dates of the column as 2017-10-02 10:56:33"
  });
}

const dayIn = (field: string, order: DayOrder) => isoDay(dateOf(dayOf(dayParts(field), order)));

function refuseAmbiguity(file: string, {name}: Column, {field, row}: Sample) {
  return refuse("ambiguous-dates", {
    file,
    row,
    column: name,
    problem: `has ${quoted(field)}, which is ${dayIn(field, "day-month-year")} if the day comes first and ${dayIn(field, "month-day-year")} if the month does, and no date of the file tells`,
    repair: "write its dates with the year first, as 2017-10-02 10:56:33"
  });
}

/** What to note of the zones of a file's times; refuses them where their clocks do not agree. */
function settleFileZones(file: string, columns: readonly Evidence[]): Result<string[]> {
  const repair = "write all times as those of one clock, without a zone";
  for (const {column, zones, zonedRow: row, bare} of columns) {
    const settled = settleZones(zones, bare);
    if (!settled.ok)
      return refuse("several-zones", {
        file,
        row,
        column: column.name,
        problem: `has ${settled.message}`,
        repair
      });
  }
  const zoned = columns.filter(({zones}) => zones.length > 0);
  const settled = settleZones([...new Set(zoned.flatMap(({zones}) => zones))], false);
  if (!settled.ok) {
    const names = zoned.map(({column}) => column.name).join(", ");
    return refuse("several-zones", {file, column: names, problem: `hold ${settled.message}`, repair});
  }
  return ok(settled.value === null ? [] : [settled.value]);
}

/**
 * Settles for each column of days whether the day or the month comes first, from the numbers above 12; where none tells,
 * from the other columns of the file. Refuses a column where some days must be one way and some the other, one of which
 * nothing tells, and times of several zones.
 */
export async function settleDayStyles(connection: Connection, table: Table): Promise<Result<DayStyles>> {
  const columns: Evidence[] = [];
  for (const [index, {kind}] of table.columns.entries())
    if (kind.is === "time") columns.push(await evidence(connection, table, index));
  const orders = new Map<number, DayOrder>();
  const undecided: {index: number; column: Column; either: Sample}[] = [];
  const told = new Set<DayOrder>();
  for (const {index, column, dayFirst, monthFirst, either, dated} of columns) {
    if (dayFirst && monthFirst) return refuseContradiction(table.file, column, dayFirst, monthFirst);
    const field = (sample: Sample | null) => sample?.field ?? null;
    const settled = settleDays({
      dayFirst: field(dayFirst),
      monthFirst: field(monthFirst),
      either: field(either)
    });
    if (!settled.ok) return settled;
    const {order} = settled.value;
    if (order !== null) orders.set(index, order);
    else if (either) undecided.push({index, column, either});
    if (order !== null && dated && (dayFirst ?? monthFirst)) told.add(order);
  }
  const [order] = told.size === 1 ? told : [];
  for (const {index, column, either} of undecided) {
    const decided = order ?? table.told?.order;
    if (decided === undefined) return refuseAmbiguity(table.file, column, either);
    orders.set(index, decided);
  }
  const zones = settleFileZones(table.file, columns);
  if (!zones.ok) return zones;
  const names = undecided.map(({column}) => column.name).join(", ");
  return ok({
    orders,
    times: columns.map(({column: {name}, zones, bare}) => ({file: table.file, name, zones, bare})),
    notes: [
      ...[...told].map((each) => `dates as ${each}`),
      ...columns.flatMap(({column: {name}, compact}) =>
        compact === null
          ? []
          : [`days of ${name} such as ${quoted(compact)} read as ${quoted(speltDay(compact))}`]
      ),
      ...(names ? [`the order of day and month in ${names} is that of the file's other dates`] : []),
      ...zones.value
    ]
  });
}
