import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {DayOrder} from "./dayField.js";
import {dayParts, yearBounds} from "./dayField.js";

/** What a column's fields say of how its days are written: a field of each sort, if there is one. */
export interface DayEvidence {
  /** A field whose first number is above 12, so that it is the day. */
  dayFirst: string | null;
  /** A field whose second number is above 12. */
  monthFirst: string | null;
  /** A field that is another day in either order. */
  either: string | null;
}

/** A day that can be read two ways, which nothing in its column tells apart. */
export interface DayQuestion {
  field: string;
}

/**
 * Looks at all fields of a column for what they say of the order of day and month.
 * @example dayEvidence(["08/01/2018", "08/13/2018"]) => {dayFirst: null, monthFirst: "08/13/2018", either: "08/01/2018"}
 */
export function dayEvidence(fields: Iterable<string>): DayEvidence {
  const evidence: DayEvidence = {dayFirst: null, monthFirst: null, either: null};
  for (const field of fields) {
    const {form, numbers} = dayParts(field);
    if (form !== "year-last") continue;
    const [a, b, year] = numbers;
    if (a < 1 || b < 1 || year < yearBounds.first || year > yearBounds.last) continue;
    if (a > 12 && b <= 12) evidence.dayFirst ??= field.trim();
    else if (b > 12 && a <= 12) evidence.monthFirst ??= field.trim();
    else if (a <= 12 && b <= 12 && a !== b) evidence.either ??= field.trim();
  }
  return evidence;
}

/**
 * Settles from all of a column's fields whether the day or the month comes first: a number above 12 is the day. Where no
 * field tells, that is a question which `answer` settles. Refuses a column where some fields must be one way and some the
 * other.
 * @example settleDays(dayEvidence(["08/01/2018", "08/13/2018"])).value.order => "month-day-year"
 */
export function settleDays(
  {dayFirst, monthFirst, either}: DayEvidence,
  answer?: DayOrder
): Result<{order: DayOrder; question: null} | {order: null; question: DayQuestion}> {
  if (dayFirst !== null && monthFirst !== null)
    return fail(
      "dates",
      `“${dayFirst.slice(0, 40)}”, where the day comes first, and “${monthFirst.slice(0, 40)}”, where the month does: write all days as 2018-08-29`
    );
  const settled = dayFirst !== null ? "day-month-year" : monthFirst !== null ? "month-day-year" : answer;
  if (settled === undefined && either !== null) return ok({order: null, question: {field: either}});
  return ok({order: settled ?? "day-month-year", question: null});
}
