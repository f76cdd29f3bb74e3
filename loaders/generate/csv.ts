import {dateOf, isoDay} from "../../lib/days.js";

const special = /^\d|[",\n\r\\]/;
const twoDigits = Array.from({length: 60}, (_, i) => String(i).padStart(2, "0"));
const days = new Map<number, string>();

/**
 * A text as Kaggle's files quote it: when it begins with a digit or holds a comma, quote, line break or backslash.
 * @example quoted("09790") => '"09790"'
 */
export const quoted = (value: string): string =>
  special.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/**
 * Seconds since 1970 of local time as date and time; empty where there is none.
 * @example timestamp(1511481600) => "2017-11-24 00:00:00"
 */
export function timestamp(seconds: number | null): string {
  if (seconds === null) return "";
  const day = Math.floor(seconds / 86_400);
  let date = days.get(day);
  if (date === undefined) {
    date = isoDay(dateOf(day));
    days.set(day, date);
  }
  const rest = seconds - day * 86_400;
  const hour = Math.floor(rest / 3600);
  const minute = Math.floor((rest - hour * 3600) / 60);
  return `${date} ${twoDigits[hour]}:${twoDigits[minute]}:${twoDigits[rest - hour * 3600 - minute * 60]}`;
}

/** Cents as an amount with two decimals. @example amount(1329) => "13.29" */
export function amount(cents: number): string {
  const whole = Math.floor(cents / 100);
  const rest = cents - whole * 100;
  return rest < 10 ? `${whole}.0${rest}` : `${whole}.${rest}`;
}
