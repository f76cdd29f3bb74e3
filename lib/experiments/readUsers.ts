import {formatCount} from "../format.js";
import {isAbsent} from "../reading/absent.js";
import {dayOf, dayParts} from "../reading/dayField.js";
import {readNumber} from "../reading/numberColumn.js";
import {settleZones, zoneEvidence} from "../reading/zones.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {armLimits} from "./arms.js";
import type {ByUser, Repeats} from "./byUser.js";
import {byUser} from "./byUser.js";
import {controlOf} from "./controlArm.js";
import type {CsvTable} from "./csvTable.js";
import type {NumberRole, UserAnswers, UserLayout} from "./userLayout.js";
import {fieldsOf, numberRoles, openQuestion, userLayout} from "./userLayout.js";
import type {Users} from "./users.js";
import {isConversion, noDay} from "./users.js";

/** A row that is not read, and why. */
export interface BadRow {
  /** Its line among the rows, the header being 1. */
  row: number;
  column: string;
  reason: string;
}

/** Several rows of a user, and what was made of them. */
export interface RepeatedUsers extends Omit<ByUser, "users"> {
  how: Repeats;
  /** Whether each outcome is 1 or 0, so that "at least once" is a choice. */
  conversions: boolean;
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
  /** Rows whose day is not known; they count but for the effect by day. */
  undated: number;
  /** null where each user has one row, or no column names the user. */
  repeated: RepeatedUsers | null;
  /** The control's name, and whether a name or the reader tells, or only the order of the rows. */
  control: {name: string; told: boolean};
  /** What else is to be known of how the table was read. */
  notes: string[];
}

/** How many bad rows are named. */
const named = 100;

const truths: Readonly<Record<string, number>> = {
  true: 1,
  yes: 1,
  sim: 1,
  verdadeiro: 1,
  false: 0,
  no: 0,
  não: 0,
  nao: 0,
  falso: 0
};

const truthOf = (field: string): number => {
  const word = field.trim().toLowerCase();
  return Object.hasOwn(truths, word) ? truths[word] : NaN;
};

/** A row as it was read, or why it was not: a column and a reason. */
type ReadRow =
  {arm: string; user: string; day: number; values: Record<NumberRole, number>} | [string, string];

/** Reads one row of a layout. */
function rowReader({header}: CsvTable, {places, styles, order}: UserLayout) {
  const shown = (field: string) => `“${field.trim().slice(0, 40)}”`;
  return (fields: readonly string[]): ReadRow => {
    const width = fields.length;
    if (width !== header.length)
      return [
        "",
        `it has ${formatCount(width)} field${width === 1 ? "" : "s"} where the header has ${header.length}`
      ];
    const field = (role: keyof typeof places) => fields[places[role] ?? -1] ?? "";
    const column = (role: keyof typeof places) => header[places[role] ?? -1] ?? role;
    const arm = field("arm").trim();
    if (!arm) return [column("arm"), "the arm is empty"];
    if (arm.length > armLimits.name)
      return [column("arm"), `the arm’s name is longer than ${armLimits.name} characters`];
    const user = field("user").trim();
    if (places.user !== undefined && isAbsent(user)) return [column("user"), "the user is empty"];
    const values: Record<NumberRole, number> = {outcome: NaN, before: NaN, denominator: NaN};
    for (const role of numberRoles) {
      const style = styles[role];
      if (!style) continue;
      const text = field(role);
      const truth = truthOf(text);
      values[role] = Number.isNaN(truth) ? readNumber(text, style) : truth;
      const absent = isAbsent(text);
      if (Number.isFinite(values[role]) || (absent && role === "before")) continue;
      return [column(role), absent ? "it is empty" : `${shown(text)} is not a number`];
    }
    const day = order === null ? NaN : dayOf(dayParts(field("date")), order);
    return {arm, user, day: Number.isNaN(day) ? noDay : day, values};
  };
}

/**
 * Users of an experiment out of a table: an arm and an outcome (a number, or yes and no) for each, and a user (whose rows
 * count as one), a value from before (may be empty), a date and a denominator where there are. Each row that is not read
 * is counted and the first hundred named. The control is the arm that the reader says, else the one called so, else that
 * of the first row. Refuses a table that leaves open what could change the effect.
 * @example readUsers(csvTable("arm,outcome\nvariant,1\ncontrol,0").value).value.users.arms => ["control", "variant"]
 */
export function readUsers(table: CsvTable, answers: UserAnswers = {}): Result<ReadUsers> {
  const layout = userLayout(table, answers);
  if (!layout.ok) return layout;
  const open = openQuestion(layout.value, table.header);
  if (open !== null) return fail("question", open);
  const {places, dayNote} = layout.value;
  const {rows, header} = table;
  const size = rows.length;
  const arms: string[] = [];
  const armPlaces = new Map<string, number>();
  const alike = new Set<string>();
  const arm = new Uint8Array(size);
  const values = {
    outcome: new Float64Array(size),
    before: new Float64Array(size),
    denominator: new Float64Array(size)
  };
  const day = new Int32Array(size);
  const ids: string[] = [];
  const badRows: BadRow[] = [];
  let [kept, bad, blank, undated] = [0, 0, 0, 0];
  const read = rowReader(table, layout.value);
  for (const [i, fields] of rows.entries()) {
    if (fields.every((field) => field.trim() === "")) {
      blank++;
      continue;
    }
    const row = read(fields);
    if (Array.isArray(row)) {
      if (++bad <= named) badRows.push({row: i + 2, column: row[0], reason: row[1]});
      continue;
    }
    const key = row.arm.toLowerCase();
    let which = armPlaces.get(key);
    if (which === undefined) {
      which = arms.push(row.arm) - 1;
      armPlaces.set(key, which);
      if (arms.length > armLimits.most) return fail("arms", tooMany(arms, header[places.arm ?? 0]));
    } else if (arms[which] !== row.arm) alike.add(`“${arms[which]}” and “${row.arm}”`);
    arm[kept] = which;
    for (const role of numberRoles) values[role][kept] = row.values[role];
    day[kept] = row.day;
    if (row.day === noDay) undated++;
    if (places.user !== undefined) ids.push(row.user);
    kept++;
  }
  if (arms.length < armLimits.fewest)
    return fail("arms", tooFew(arms, {rows: size - blank, bad, first: badRows.at(0)}));
  const all: Users = {
    arms,
    arm: arm.slice(0, kept),
    outcome: values.outcome.slice(0, kept),
    ...(places.before === undefined ? {} : {before: values.before.slice(0, kept)}),
    ...(places.date === undefined || undated === kept ? {} : {day: day.slice(0, kept)}),
    ...(places.denominator === undefined ? {} : {denominator: values.denominator.slice(0, kept)})
  };
  const {users, repeated} =
    places.user === undefined ? {users: all, repeated: null} : gather(all, ids, answers);
  const told = answers.control === undefined ? controlOf(arms) : arms.indexOf(answers.control);
  const control = Math.max(0, told);
  const used = new Set(Object.values(places));
  return ok({
    users: controlFirst(users, control),
    rows: size - blank,
    blank,
    bad,
    badRows,
    ignored: header.filter((_, place) => !used.has(place)),
    undated: places.date === undefined ? 0 : undated,
    repeated,
    control: {name: arms[control], told: told >= 0},
    notes: [
      ...[...alike].map((pair) => `${pair} are taken for one arm.`),
      ...(dayNote === null ? [] : [dayNote]),
      ...(places.date === undefined ? [] : zoneNotes(table, places.date))
    ]
  });
}

/** Users of rows: as they are where each has one, else as the reader says, their outcomes added up unless said otherwise. */
function gather(
  rows: Users,
  ids: readonly string[],
  {repeats = "sum"}: UserAnswers
): {users: Users; repeated: RepeatedUsers | null} {
  const conversions = isConversion(rows.outcome);
  const how = repeats === "ever" && !conversions ? "sum" : repeats;
  const {users, ...counts} = byUser(rows, ids, how === "rows" ? "sum" : how);
  if (counts.repeated === 0) return {users: rows, repeated: null};
  return {users: how === "rows" ? rows : users, repeated: {...counts, how, conversions}};
}

function zoneNotes(table: CsvTable, place: number): string[] {
  const {zones, bare} = zoneEvidence(fieldsOf(table, place));
  const settled = settleZones(zones, bare);
  if (!settled.ok) return [`The dates are ${settled.message}: each counts for the day that it shows.`];
  return settled.value === null ? [] : [`The dates’ ${settled.value}.`];
}

function controlFirst(users: Users, control: number): Users {
  if (control === 0) return users;
  const moved = (which: number) => (which === control ? 0 : which < control ? which + 1 : which);
  const arms = [users.arms[control], ...users.arms.filter((_, i) => i !== control)];
  return {...users, arms, arm: users.arm.map(moved)};
}

const tooMany = (arms: readonly string[], column: string): string =>
  `There are more than ${armLimits.most} arms in column “${column}” (${arms
    .slice(0, 3)
    .map((name) => `“${name}”`)
    .join(", ")} …): if it is not the arm, choose the column where the table is given.`;

/** Why there is nothing to compare. */
function tooFew(
  arms: readonly string[],
  {rows, bad, first}: {rows: number; bad: number; first?: BadRow}
): string {
  const why = first
    ? `: in row ${formatCount(first.row)}${first.column ? `, column “${first.column}”` : ""}, ${first.reason}${bad > 1 ? ", and so on" : ""}`
    : "";
  if (!arms.length) return `Not one of the ${formatCount(rows)} rows can be read${why}.`;
  return bad
    ? `All users that can be read are in one arm, “${arms[0]}”, and a test compares two at least; ${formatCount(bad)} of ${formatCount(rows)} rows cannot be read${why}.`
    : `All users are in one arm, “${arms[0]}”: a test compares two at least. Give the control’s users too.`;
}
