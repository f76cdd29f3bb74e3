import {dsvFormat} from "d3";
import {formatCount} from "../format.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";

/** The columns that are looked for, with the names that they go by. */
const aliases = {
  arm: ["arm", "group", "variant", "variation", "treatment", "braço", "braco", "grupo", "variante"],
  outcome: ["outcome", "converted", "conversion", "value", "revenue", "resultado", "valor", "convertido"],
  before: ["before", "pre", "covariate", "antes"],
  date: ["date", "day", "data", "dia"],
  denominator: ["denominator", "per", "denominador"]
} as const;

export type ColumnRole = keyof typeof aliases;

/** A text of rows as fields, and where the columns that are looked for stand. */
export interface CsvTable {
  rows: string[][];
  /** Names of all columns, as the first line has them. */
  header: string[];
  places: Partial<Record<ColumnRole, number>> & {arm: number; outcome: number};
  /** Columns that are not looked at. */
  ignored: string[];
}

/** The most rows that are read. */
export const mostRows = 2_000_000;

/** The separator of a header: whichever of comma, semicolon and tab it has most of. @example separatorOf("arm;outcome") => ";" */
export function separatorOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, "");
  const count = (separator: string) => bare.split(separator).length;
  return [";", "\t"].reduce((best, separator) => (count(separator) > count(best) ? separator : best), ",");
}

/**
 * A text of comma-, semicolon- or tab-separated values with a header as rows of fields.
 * @example csvTable("arm,outcome\na,1").value.places => {arm: 0, outcome: 1}
 */
export function csvTable(text: string): Result<CsvTable> {
  const body = text.replace(/^\uFEFF/, "");
  if (!body.trim()) return fail("empty", "The text is empty: paste a header line and a row for each user.");
  const first = body.slice(0, body.search(/\r|\n|$/));
  const [header = [], ...rows] = dsvFormat(separatorOf(first)).parseRows(body);
  if (rows.length > mostRows)
    return fail(
      "rows",
      `The text has ${formatCount(rows.length)} rows; at most ${formatCount(mostRows)} are read.`
    );
  const names = header.map((name) => name.trim());
  const places: Partial<Record<ColumnRole, number>> = {};
  for (const role of Object.keys(aliases) as ColumnRole[]) {
    const known: readonly string[] = aliases[role];
    const found = names.flatMap((name, place) => (known.includes(name.toLowerCase()) ? [place] : []));
    if (found.length > 1)
      return fail(
        "columns",
        `Two columns could be the ${role}: ${found.map((place) => `“${names[place]}”`).join(" and ")}. Rename one.`
      );
    if (found.length) places[role] = found[0];
  }
  const {arm, outcome} = places;
  if (arm === undefined || outcome === undefined)
    return fail("columns", missingColumns(arm === undefined, outcome === undefined, names));
  if (!rows.length) return fail("empty", "There is a header but no row below it: give a row for each user.");
  const used = new Set(Object.values(places));
  return ok({
    rows,
    header: names,
    places: {...places, arm, outcome},
    ignored: names.filter((_, place) => !used.has(place))
  });
}

function missingColumns(arm: boolean, outcome: boolean, names: readonly string[]): string {
  const lost = [...(arm ? ["“arm”"] : []), ...(outcome ? ["“outcome”"] : [])];
  const shown = names.slice(0, 8).map((name) => `“${name.slice(0, 40)}”`);
  return `The first line must name the columns, and there is no ${lost.join(" and no ")} among ${shown.join(", ")}${names.length > 8 ? " …" : ""}. Needed are arm and outcome; before, date and denominator may be there too.`;
}
