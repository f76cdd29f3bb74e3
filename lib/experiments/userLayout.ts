import type {DayOrder} from "../reading/dayField.js";
import type {DayQuestion} from "../reading/dayColumn.js";
import {dayEvidence, settleDays} from "../reading/dayColumn.js";
import type {DecimalSign} from "../reading/numberField.js";
import type {NumberQuestion, NumberStyle} from "../reading/numberColumn.js";
import {numberEvidence, settleNumbers} from "../reading/numberColumn.js";
import {formatDecimal} from "../format.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Repeats} from "./byUser.js";
import type {CsvTable} from "./csvTable.js";
import type {ColumnAnswers, ColumnPlaces, ColumnQuestion} from "./userColumns.js";
import {userColumns} from "./userColumns.js";

/** Columns of numbers. */
export const numberRoles = ["outcome", "before", "denominator"] as const;
export type NumberRole = (typeof numberRoles)[number];

/** What a reader has said of a table of users; what is not said is settled by the table itself, or asked. */
export interface UserAnswers {
  columns?: ColumnAnswers;
  decimals?: Partial<Record<NumberRole, DecimalSign>>;
  days?: DayOrder;
  repeats?: Repeats;
  /** The name of the control. */
  control?: string;
}

/** What the table leaves open and the reader must say. */
export type UserQuestion =
  | ({about: "column"} & ColumnQuestion)
  | ({about: "number"; role: NumberRole} & NumberQuestion)
  | ({about: "day"} & DayQuestion);

/** How a table of users is laid out and written. */
export interface UserLayout {
  places: ColumnPlaces;
  questions: UserQuestion[];
  styles: Partial<Record<NumberRole, NumberStyle>>;
  /** null where there are no days, or none that can be read. */
  order: DayOrder | null;
  /** What is to be said of the days, if anything. */
  dayNote: string | null;
}

/** The fields of a column. */
export function* fieldsOf({rows}: CsvTable, place: number): Generator<string> {
  for (const row of rows) yield row[place] ?? "";
}

/**
 * Which columns of a table hold what, and how its numbers and days are written, by all their fields. What the fields leave
 * open is a question. Refuses a column of numbers written in two ways.
 * @example userLayout({header: ["arm", "outcome"], rows: [["a", "1.370"], ["b", "2"]]}).value.questions[0].thousands => 1370
 */
export function userLayout(table: CsvTable, answers: UserAnswers = {}): Result<UserLayout> {
  const {places, questions: columns} = userColumns(table.header, answers.columns);
  const questions: UserQuestion[] = columns.map((question) => ({about: "column", ...question}));
  const styles: UserLayout["styles"] = {};
  for (const role of numberRoles) {
    const place = places[role];
    if (place === undefined) continue;
    const settled = settleNumbers(numberEvidence(fieldsOf(table, place)), answers.decimals?.[role]);
    if (!settled.ok) return fail(settled.code, `The column “${table.header[place]}” has ${settled.message}.`);
    const {style, question} = settled.value;
    if (question) questions.push({about: "number", role, ...question});
    else styles[role] = style;
  }
  const base = {places, questions, styles};
  if (places.date === undefined) return ok({...base, order: null, dayNote: null});
  const days = settleDays(dayEvidence(fieldsOf(table, places.date)), answers.days);
  if (!days.ok)
    return ok({
      ...base,
      order: null,
      dayNote: `The column “${table.header[places.date]}” has ${days.message}. No day is read.`
    });
  const {order, question} = days.value;
  if (question) questions.push({about: "day", ...question});
  return ok({
    ...base,
    order,
    dayNote: question
      ? `Days such as “${question.field}” could begin with the day or with the month: say which, and the effect is shown by day.`
      : null
  });
}

const listed = (names: readonly string[]): string => {
  const shown = names.slice(0, 8).map((name) => `“${name.slice(0, 40)}”`);
  return `${shown.join(", ")}${names.length > 8 ? " …" : ""}`;
};

/**
 * What must be answered before the effect can be read, in a sentence; null where nothing must. Days can wait: the effect
 * does not hang on them.
 */
export function openQuestion({questions}: UserLayout, header: readonly string[]): string | null {
  for (const question of questions) {
    if (question.about === "day") continue;
    if (question.about === "number") {
      const {field, thousands, decimals} = question;
      return `“${field.slice(0, 40)}” in the column of the ${question.role} could be ${formatDecimal(thousands)} or ${formatDecimal(decimals)}, and no other number there tells: say which, where the table is given.`;
    }
    const {role, options, unnamed} = question;
    const named = listed(options.map((place) => header[place]));
    return unnamed
      ? `No column’s name says that it is the ${role}, among ${listed(header)}: the first line must name the columns. Choose the ${role} where the table is given.`
      : `${options.length === 2 ? "Two" : "Several"} columns could be the ${role}: ${named}. Choose one where the table is given.`;
  }
  return null;
}
