import {formatCount} from "../format.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {armLimits} from "./arms.js";
import {dayField, decimalOf, numberField} from "./csvFields.js";
import type {ColumnRole, CsvTable} from "./csvTable.js";
import {csvTable} from "./csvTable.js";
import type {Users} from "./users.js";

/** A row that is not read, and why. */
export interface BadRow {
  /** Its line among the rows, the header being 1. */
  row: number;
  column: string;
  reason: string;
}

/** Users out of a text, with an account of what is not read. */
export interface ReadUsers {
  users: Users;
  /** Rows below the header, blank ones left out. */
  rows: number;
  blank: number;
  bad: number;
  /** The first of the bad rows. */
  badRows: BadRow[];
  /** Columns that are not looked at. */
  ignored: string[];
}

/** How many bad rows are named. */
const named = 100;

/** Names that a control goes by, so that it is the first arm wherever it stands. */
const controls = [/^(control|controle|baseline)$/i, /^(a|0)$/i];

/**
 * Users of an experiment out of comma-, semicolon- or tab-separated text with columns arm and outcome (a number, or yes
 * and no), and before (a covariate, may be empty), date and denominator where there are. Each bad row is counted and
 * the first hundred named; the control is the arm called so, else that of the first row.
 * @example readUsers("arm,outcome\ncontrol,0\nvariant,1").value.users.arms => ["control", "variant"]
 */
export function readUsers(text: string): Result<ReadUsers> {
  const table = csvTable(text);
  if (!table.ok) return table;
  const {rows, header, places, ignored} = table.value;
  const unclear = unclearNumber(table.value);
  if (unclear)
    return fail(
      "numbers",
      `“${unclear.field}” in the column “${unclear.role}” could be thousands or decimals, as no other number there tells which: write numbers without separators for thousands.`
    );
  const decimals = decimalsOf(table.value);
  const size = rows.length;
  const arms: string[] = [];
  const arm = new Uint8Array(size);
  const outcome = new Float64Array(size);
  const before = new Float64Array(size);
  const day = new Int32Array(size);
  const denominator = new Float64Array(size);
  const badRows: BadRow[] = [];
  let [kept, bad, blank] = [0, 0, 0];

  const check = (fields: readonly string[]): [string, string] | null => {
    if (fields.length !== header.length)
      return ["", `it has ${fields.length} fields where the header has ${header.length}`];
    const field = (role: ColumnRole) => fields[places[role] ?? -1] ?? "";
    const name = field("arm").trim();
    if (!name) return [header[places.arm], "the arm is empty"];
    if (name.length > armLimits.name)
      return [header[places.arm], `the arm’s name is longer than ${armLimits.name} characters`];
    for (const [role, column] of numbers) {
      const place = places[role];
      if (place === undefined) continue;
      const empty = fields[place].trim() === "";
      column[kept] = empty ? NaN : numberField(fields[place], decimals[role] ?? ".");
      if (Number.isFinite(column[kept]) || (empty && role === "before")) continue;
      return [header[place], empty ? "it is empty" : `“${fields[place].slice(0, 40)}” is not a number`];
    }
    if (places.date !== undefined) {
      const when = dayField(field("date"));
      if (Number.isNaN(when))
        return [
          header[places.date],
          `“${field("date").slice(0, 40)}” is not a day like 2018-08-29 or 29/08/2018`
        ];
      day[kept] = when;
    }
    let which = arms.indexOf(name);
    if (which === -1) which = arms.push(name) - 1;
    arm[kept] = Math.min(which, armLimits.most);
    return null;
  };
  const numbers = [
    ["outcome", outcome],
    ["before", before],
    ["denominator", denominator]
  ] as const;

  for (const [i, fields] of rows.entries()) {
    if (fields.every((field) => field.trim() === "")) {
      blank++;
      continue;
    }
    const problem = check(fields);
    if (problem === null) kept++;
    else if (++bad <= named) badRows.push({row: i + 2, column: problem[0], reason: problem[1]});
    if (arms.length > armLimits.most)
      return fail(
        "arms",
        `There are more than ${armLimits.most} arms in column “${header[places.arm]}” (${arms
          .slice(0, 3)
          .map((name) => `“${name}”`)
          .join(", ")} …): is it the right column?`
      );
  }
  if (arms.length < armLimits.fewest)
    return fail("arms", tooFew(arms, {rows: size - blank, bad, first: badRows.at(0)}));
  const users: Users = {
    arms,
    arm: arm.slice(0, kept),
    outcome: outcome.slice(0, kept),
    ...(places.before === undefined ? {} : {before: before.slice(0, kept)}),
    ...(places.date === undefined ? {} : {day: day.slice(0, kept)}),
    ...(places.denominator === undefined ? {} : {denominator: denominator.slice(0, kept)})
  };
  return ok({users: controlFirst(users), rows: size - blank, blank, bad, badRows, ignored});
}

function decimalsOf({rows, places}: CsvTable): Partial<Record<ColumnRole, "," | ".">> {
  const fields = function* (place: number) {
    for (const row of rows) yield row[place] ?? "";
  };
  return Object.fromEntries(Object.entries(places).map(([role, place]) => [role, decimalOf(fields(place))]));
}

/** A number of a column all of whose marks could be for thousands as well as for decimals. */
function unclearNumber({rows, places}: CsvTable): {role: string; field: string} | undefined {
  for (const role of ["outcome", "before", "denominator"] as const) {
    const place = places[role];
    if (place === undefined) continue;
    const marked = rows.map((row) => row[place]?.trim() ?? "").filter((field) => /[.,]/.test(field));
    if (marked.length > 0 && marked.every((field) => /^[+-]?[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*$/.test(field)))
      return {role, field: marked[0].slice(0, 40)};
  }
  return undefined;
}

function controlFirst(users: Users): Users {
  const control =
    controls.map((named) => users.arms.findIndex((name) => named.test(name))).find((at) => at >= 0) ?? 0;
  if (control < 1) return users;
  const moved = (which: number) => (which === control ? 0 : which < control ? which + 1 : which);
  const arms = [users.arms[control], ...users.arms.filter((_, i) => i !== control)];
  return {...users, arms, arm: users.arm.map(moved)};
}

/** Why there is nothing to compare. */
function tooFew(
  arms: readonly string[],
  {rows, bad, first}: {rows: number; bad: number; first?: BadRow}
): string {
  if (arms.length)
    return `All users are in one arm, “${arms[0]}”: a test compares two at least. Give the control’s users too.`;
  return `Not one of the ${formatCount(rows)} rows can be read${
    first ? `: in row ${first.row}${first.column ? `, column “${first.column}”` : ""}, ${first.reason}` : ""
  }${bad > 1 ? ", and so on" : ""}.`;
}
