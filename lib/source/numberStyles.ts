import type {Connection} from "./connection.js";
import type {DecimalSign} from "../reading/numberField.js";
import type {Result} from "../result.js";
import type {NumericKind} from "./numberBounds.js";
import type {Table} from "./tables.js";
import {formatCount} from "../format.js";
import {settleNumbers} from "../reading/numberColumn.js";
import {ok} from "../result.js";
import {partsSql, stepName} from "./cellSql.js";
import {isNumeric, numberBounds} from "./numberBounds.js";
import {isWhole, numberValue, signCalledFor} from "./numberSql.js";
import {rawRecords} from "./read.js";
import {quoted, refuse} from "./refusal.js";
import {rows} from "./sql.js";

/** The decimal sign of each column of numbers, by its place, and what to tell about them. */
interface NumberStyles {
  decimals: Map<number, DecimalSign>;
  notes: string[];
}

/** SQL of whether a body has decimals that only a float's tail writes: more than a cell may have, and not zeros. */
function hasTail(body: string, {is}: NumericKind): string {
  if (is === "degrees") return "false";
  const kept = is === "money" ? 2 : 0;
  return `(regexp_matches(${body}, '[.,][0-9]{4,}$') AND NOT regexp_matches(${body}, '[.,][0-9]{${kept}}0+$'))`;
}

/** SQL of whether an amount that may have any decimals has some beyond the cents, in a column of that decimal sign. */
const isFine = (kind: NumericKind, parts: string, form: string, decimal: DecimalSign) =>
  kind.is === "money" && (kind.signed || kind.perUnit)
    ? `(${form} IS NOT NULL AND NOT ${isWhole(numberValue(parts, form, decimal), 100)})`
    : "false";

/** What was done with amounts of more than two decimals. */
const fineNote = (column: string, amounts: number, perUnit: boolean) =>
  `${column}: ${formatCount(amounts)} ${amounts === 1 ? "amount" : "amounts"} with more than two decimals, rounded to two ${perUnit ? "once multiplied by the quantity" : "one by one"}`;

/** Counts what a column's cells say of how it writes its numbers. */
async function evidence(connection: Connection, table: Table, index: number, kind: NumericKind) {
  const [text, parts, form] = (["filled", "parts", "form"] as const).map((step) => stepName(step, 0));
  const body = `${parts}.body`;
  const [found] = await rows(
    connection,
    `SELECT count(*) FILTER (sign = '.') AS point, count(*) FILTER (sign = ',') AS comma,
       min_by(text, "at") FILTER (sign = 'either') AS either, min("at") FILTER (sign = 'either') AS "eitherAt",
       string_agg(DISTINCT currency, ' ' ORDER BY currency) FILTER (form IS NOT NULL AND currency <> '') AS currencies, count(form) AS numbers,
       count(*) FILTER (form = 'comma' AND contains(body, ',')) AS commas,
       count(*) FILTER (form = 'eitherPoint') AS "eitherPoint",
       count(*) FILTER (form = 'eitherComma') AS "eitherComma",
       count(*) FILTER (grouped) AS grouped, count(*) FILTER (tail AND NOT "finePoint") AS tails,
       count(*) FILTER ("finePoint") AS "finePoint", count(*) FILTER ("fineComma") AS "fineComma"
     FROM (SELECT "at", ${text} AS text, ${form} AS form, ${body} AS body, ${signCalledFor(parts, form, numberBounds(kind))} AS sign,
         concat(${parts}.before, ${parts}.after) AS currency,
         regexp_matches(${body}, '[., ''][0-9]{3}[., '']|^[0-9]{1,3}[ ''][0-9]{3}$') AND ${form} NOT LIKE 'either%' AS grouped,
         ${hasTail(body, kind)} AS tail, ${isFine(kind, parts, form, ".")} AS "finePoint",
         ${isFine(kind, parts, form, ",")} AS "fineComma"
       FROM (${partsSql(rawRecords(table, index), [table.columns[index]])}))`
  );
  const count = (name: string) => Number(found[name] ?? 0);
  return {
    settled: {
      point: count("point"),
      comma: count("comma"),
      either: found.either === null ? null : String(found.either),
      currencies: found.currencies === null ? [] : String(found.currencies).split(" "),
      percent: 0,
      numbers: count("numbers")
    },
    eitherAt: count("eitherAt"),
    commas: (decimal: DecimalSign) => count("commas") + (decimal === "," ? count("eitherComma") : 0),
    grouped: (decimal: DecimalSign) =>
      count("grouped") + count(decimal === "." ? "eitherComma" : "eitherPoint"),
    tails: count("tails"),
    fine: (decimal: DecimalSign) => count(decimal === "." ? "finePoint" : "fineComma")
  };
}

/**
 * Settles for each column of numbers which sign stands before its decimals, from all its cells and from what its numbers
 * may be. Refuses a column of which nothing tells, with both readings, and one of several currencies.
 */
export async function settleNumberStyles(
  connection: Connection,
  table: Table
): Promise<Result<NumberStyles>> {
  const decimals = new Map<number, DecimalSign>();
  const currencies = new Set<string>();
  const fine: string[] = [];
  let [commas, grouped, tails] = [0, 0, 0];
  for (const [index, {name, kind}] of table.columns.entries()) {
    if (!isNumeric(kind)) continue;
    const found = await evidence(connection, table, index, kind);
    const settled = settleNumbers(found.settled);
    const place = {file: table.file, column: name};
    if (!settled.ok) {
      const [problem, repair] = settled.message.split(": ");
      return refuse("several-currencies", {...place, problem: `has ${problem}`, repair});
    }
    const {style, question} = settled.value;
    if (question && !table.told?.decimal) {
      const sign = question.ifDecimals === "." ? "point" : "comma";
      return refuse("ambiguous-number", {
        ...place,
        row: found.eitherAt + 1,
        problem: `has ${quoted(question.field)}, which is ${question.thousands} if the ${sign} sets thousands apart and ${question.decimals} if it is the decimal sign, and the column does not tell`,
        repair: `write the column without thousands separators, as ${question.thousands} or ${question.decimals.toFixed(2)}`
      });
    }
    const decimal = question ? (table.told?.decimal ?? ".") : style.decimal;
    decimals.set(index, decimal);
    for (const currency of found.settled.currencies) currencies.add(currency);
    commas += found.commas(decimal);
    grouped += found.grouped(decimal);
    tails += found.tails;
    const finer = found.fine(decimal);
    if (finer > 0 && kind.is === "money") fine.push(fineNote(name, finer, kind.perUnit ?? false));
  }
  return ok({
    decimals,
    notes: [
      ...(commas > 0 ? ["decimal commas"] : []),
      ...(grouped > 0 ? [`${formatCount(grouped)} numbers with their thousands set apart`] : []),
      ...(currencies.size > 0 ? [`amounts in ${[...currencies].join(" and ")}`] : []),
      ...(tails > 0 ? [`${formatCount(tails)} numbers rounded that had the tail of a float`] : []),
      ...fine
    ]
  });
}
