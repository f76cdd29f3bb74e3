import {monthNumber} from "./monthNumber.js";

/** Calendar months of days as codes: the first month, how many there are up to the last, and each day's place. */
export interface Months {
  first: number;
  count: number;
  codes: Int32Array;
}

/**
 * Puts days into calendar months. Days that are NaN get the code -1.
 * @example monthsOf([0, 40]) => {first: 0, count: 2, codes: Int32Array.of(0, 1)}
 */
export function monthsOf(days: ArrayLike<number>): Months {
  const known = new Map<number, number>();
  const months = Int32Array.from(days, (day) => {
    if (Number.isNaN(day)) return -1;
    const month = known.get(day) ?? monthNumber(day);
    known.set(day, month);
    return month;
  });
  const found = [...new Set(months)].filter((month) => month >= 0);
  const first = found.length ? Math.min(...found) : 0;
  const count = found.length ? Math.max(...found) - first + 1 : 0;
  return {first, count, codes: months.map((month) => (month < 0 ? -1 : month - first))};
}
