import {dateOf, dayOf} from "../days.js";

/** The calendar month of a day's number, counted from January 1970. @example monthNumber(31) => 1 */
export function monthNumber(day: number): number {
  const date = dateOf(day);
  return 12 * (date.getUTCFullYear() - 1970) + date.getUTCMonth();
}

/** The first day of a month. @example monthDay(1) => 31 */
export const monthDay = (month: number): number => dayOf(new Date(Date.UTC(1970, month, 1)));

/** The number of a month written as in an address. @example writtenMonth("1970-02") => 1 */
export const writtenMonth = (month: string): number => monthNumber(dayOf(new Date(`${month}-01`)));
