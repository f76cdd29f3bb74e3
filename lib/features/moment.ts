import type {Dialect} from "../dialect/dialect.js";
import {duckdb} from "../dialect/duckdb.js";
import {millisecondsPerDay} from "../days.js";
import {timestampLiteral} from "../sql/expressions.js";

export interface FeatureParameters {
  /** ISO local time such as "2018-03-01T00:00:00"; only what happened before it is known. */
  cutoff: string;
  /** Days after the cutoff in which the forward label looks for an order: a whole number from 0 to 3650. */
  horizon: number;
  /** Valid is an order whose payment was approved before the cutoff, whatever became of it later. */
  strict: boolean;
}

/** A cutoff with the times that are counted from it, as SQL literals. */
export interface Moment extends FeatureParameters {
  /** The engine that the text is for. */
  dialect: Dialect;
  /** The cutoff. */
  now: string;
  /** The cutoff, so many days earlier. */
  daysBefore(days: number): string;
  daysAfter(days: number): string;
  /** First moment of the cutoff's month, so many months earlier. */
  monthsBefore(months: number): string;
  /** That an order counts, for one who looks at `until` (a literal). */
  valid(until: string): string;
}

/** Final states of an order that never was a purchase. */
const voided = "('canceled', 'unavailable', 'created')";

const iso = (milliseconds: number) => timestampLiteral(new Date(milliseconds).toISOString().slice(0, 19));

/**
 * The times around a cutoff. Throws a RangeError for what is no local time and for a horizon out of bounds.
 * @example momentOf({cutoff: "2018-03-01T00:00:00", horizon: 180, strict: false}).daysAfter(180)
 *   => "timestamp '2018-08-28 00:00:00'"
 */
export function momentOf(parameters: FeatureParameters, dialect: Dialect = duckdb): Moment {
  const {cutoff, horizon, strict} = parameters;
  const now = timestampLiteral(cutoff);
  if (!Number.isInteger(horizon) || horizon < 0 || horizon > 3650)
    throw new RangeError(`not a horizon of 0 to 3650 whole days: ${horizon}`);
  const time = Date.parse(`${cutoff.slice(0, 10)}T${cutoff.slice(11) || "00:00:00"}Z`);
  const date = new Date(time);
  return {
    ...parameters,
    dialect,
    now,
    daysBefore: (days) => iso(time - days * millisecondsPerDay),
    daysAfter: (days) => iso(time + days * millisecondsPerDay),
    monthsBefore: (months) => iso(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1)),
    valid: (until) =>
      `purchased_at < ${until} and ${strict ? `approved_at < ${until}` : `status not in ${voided}`}`
  };
}
