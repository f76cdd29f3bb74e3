import {isoDay, midnightOf, millisecondsPerDay} from "../days.js";

/** A month of the record, judged at its end. */
export interface WatchedMonth {
  /** @example "2018-03" */
  month: string;
  /** ISO day on which it is judged, exclusive: the first of the next month, or the end of the record within it. */
  cutoff: string;
  /** Days of it in the record. */
  days: number;
  /** Whether the record ends within it. */
  partial: boolean;
}

/** A month that the record covers less of tells too little. */
const leastDays = 20;

/**
 * The months from the first to the record's end, each with the day that it is judged on; a last month of which the
 * record covers fewer than 20 days is left out.
 * @param from ISO day within the first month
 * @param end ISO day, exclusive
 * @example watchedMonths("2018-06-01", "2018-07-30") => [{month: "2018-06", cutoff: "2018-07-01", days: 30, partial: false},
 *   {month: "2018-07", cutoff: "2018-07-30", days: 29, partial: true}]
 */
export function watchedMonths(from: string, end: string): WatchedMonth[] {
  const first = midnightOf(from);
  const last = midnightOf(end).getTime();
  const months: WatchedMonth[] = [];
  for (let ahead = 0; ; ahead++) {
    const start = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + ahead, 1);
    const next = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + ahead + 1, 1);
    const cutoff = Math.min(next, last);
    const days = Math.round((cutoff - start) / millisecondsPerDay);
    if (days < leastDays) return months;
    months.push({month: isoDay(start).slice(0, 7), cutoff: isoDay(cutoff), days, partial: cutoff < next});
  }
}

/** An ISO day, so many days later. @example daysAfter("2018-03-01", 180) => "2018-08-28" */
export const daysAfter = (day: string, days: number): string =>
  isoDay(midnightOf(day).getTime() + days * millisecondsPerDay);

/** The first of the month so many months before a day. @example monthsBefore("2017-09-01", 6) => "2017-03-01" */
export function monthsBefore(day: string, months: number): string {
  const at = midnightOf(day);
  return isoDay(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months, 1));
}
