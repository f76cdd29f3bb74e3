import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";

export interface Duration {
  /** Days until enough users have come. */
  days: number;
  weeks: number;
  /** The same in whole weeks, so that every weekday counts alike. */
  wholeDays: number;
}

/**
 * How long a test lasts until so many users have come.
 * @param users of all arms
 * @param perDay users who come in a day
 * @param share of them that takes part, 0 < share <= 1
 * @example durationOf(16_316, 1000, 1).value => {days: 17, weeks: 3, wholeDays: 21}
 */
export function durationOf(users: number, perDay: number, share: number): Result<Duration> {
  if (!(perDay > 0 && Number.isFinite(perDay)))
    return fail("traffic", "Without users a day no test ever ends: give a traffic above zero.");
  if (!(share > 0 && share <= 1))
    return fail("share", "The share that takes part must be above 0 % and at most 100 %.");
  const days = Math.max(1, Math.ceil(users / (perDay * share) - 1e-9));
  const weeks = Math.ceil(days / 7);
  return ok({days, weeks, wholeDays: 7 * weeks});
}
