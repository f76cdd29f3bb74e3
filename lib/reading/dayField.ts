import {millisecondsPerDay} from "../days.js";

/** Whether the day or the month comes first where the year comes last. */
export type DayOrder = "day-month-year" | "month-day-year";

/** Years outside these are taken for slips: a day 0001-01-01 is a database's nothing. Both included. */
export const yearBounds = {first: 1900, last: 2199} as const;

const minutes = ":[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,9})?)?";
const clock = `(?:0?[1-9]|1[0-2])${minutes} ?[AaPp][.]?[Mm][.]?|(?:[01]?[0-9]|2[0-3])${minutes}`;

/** A zone behind a time: Z, UTC, GMT or an offset such as -03:00, -0300 or -03. */
export const zonePattern = "Z|z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?";

/**
 * Patterns of a whole field, in the syntax that JavaScript and RE2 (DuckDB) share. Groups 1 to 3 are the numbers of the
 * day, 4 the time (if any), 5 the zone (if any).
 */
export const dayPatterns = {
  yearFirst: `([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ] ?(${clock}) ?(${zonePattern})?)?`,
  yearLast: `([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})(?:[T ] ?(${clock}) ?(${zonePattern})?)?`
} as const;

const day = "([0-9]{4})([0-9]{2})([0-9]{2})";

/**
 * Days without signs between their numbers, such as 20220424, 20220424 101500 or 202204241015, each as a pattern of the whole
 * field and what it is spelt out as; the year comes first, as no other order makes a day of our times of eight digits.
 */
export const compactDays: readonly (readonly [pattern: string, spelt: string])[] = [
  [`^${day}(?:[.]0)?$`, "1-2-3"],
  [`^${day}([T ].*:.*)$`, "1-2-34"],
  [`^${day}[T ]?([0-9]{2})([0-9]{2})(Z|[+-].*)?$`, "1-2-3 4:56"],
  [`^${day}[T ]?([0-9]{2})([0-9]{2})([0-9]{2})(.*)$`, "1-2-3 4:5:67"]
];

const compact = compactDays.map(
  ([pattern, spelt]) => [new RegExp(pattern), spelt.replace(/\d/g, "$$$&")] as const
);

/** A field with its day spelt out where it is written without signs. @example speltDay("20220424 101500") => "2022-04-24 10:15:00" */
export function speltDay(field: string): string {
  const form = /^\d{8}/.test(field) ? compact.find(([pattern]) => pattern.test(field)) : undefined;
  return form ? field.replace(form[0], form[1]) : field;
}

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`);
const yearFirst = whole(dayPatterns.yearFirst);
const yearLast = whole(dayPatterns.yearLast);

/** A field's numbers as they stand, its time on the clock and its zone, empty where it has none. */
export interface DayParts {
  form: "year-first" | "year-last" | "none";
  numbers: readonly [number, number, number];
  clock: string;
  zone: string;
}

/**
 * What a field of a day is made of. A time may follow, and a zone; 20180829 is 2018-08-29.
 * @example dayParts("08/13/2018") => {form: "year-last", numbers: [8, 13, 2018], clock: "", zone: ""}
 */
export function dayParts(text: string): DayParts {
  const field = speltDay(text.trim());
  const [form, found] = ((): [DayParts["form"], RegExpExecArray | null] => {
    const first = yearFirst.exec(field);
    if (first) return ["year-first", first];
    const last = yearLast.exec(field);
    return last ? ["year-last", last] : ["none", null];
  })();
  if (!found) return {form, numbers: [NaN, NaN, NaN], clock: "", zone: ""};
  const [a, b, c, time = "", zone = ""] = found.slice(1) as (string | undefined)[];
  return {form, numbers: [Number(a), Number(b), Number(c)], clock: time, zone};
}

/**
 * Days since 1970-01-01 of a field's parts; NaN where it is no day between the years 1900 and 2199. A zone is not looked
 * at: the day is the one that is written.
 * @example dayOf(dayParts("29/08/2018"), "day-month-year") === dayOf(dayParts("2018-08-29 10:00"), "month-day-year") => true
 */
export function dayOf({form, numbers: [a, b, c]}: DayParts, order: DayOrder): number {
  if (form === "none") return NaN;
  const [year, month, day] =
    form === "year-first" ? [a, b, c] : order === "day-month-year" ? [c, b, a] : [c, a, b];
  if (year < yearBounds.first || year > yearBounds.last) return NaN;
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time / millisecondsPerDay : NaN;
}
