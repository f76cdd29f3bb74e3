import {dateOf, millisecondsPerDay} from "../days.js";

/** How long a period is. */
export const periodUnits = ["month", "week"] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const mondayShift = 3;

/**
 * The number of the calendar month or the week (from Monday) that a day lies in.
 * @example periodOf(31, "month") => 1
 */
export function periodOf(day: number, unit: PeriodUnit): number {
  if (unit === "week") return Math.floor((day + mondayShift) / 7);
  const date = dateOf(day);
  return 12 * (date.getUTCFullYear() - 1970) + date.getUTCMonth();
}

/** The first day of a period. @example periodStart(1, "month") => 31 */
export const periodStart = (period: number, unit: PeriodUnit): number =>
  unit === "week"
    ? 7 * period - mondayShift
    : Date.UTC(1970 + Math.floor(period / 12), ((period % 12) + 12) % 12) / millisecondsPerDay;

/** Periods of many days at once: each day is looked up once. */
export function periodsOf(days: Int32Array, unit: PeriodUnit): Int32Array {
  const known = new Map<number, number>();
  return days.map((day) => {
    const found = known.get(day) ?? periodOf(day, unit);
    known.set(day, found);
    return found;
  });
}
