import type {Result} from "../result.js";
import type {Connection} from "./connection.js";
import {fail, ok} from "../result.js";

/** The time that the staged orders span, as ISO local times. */
export interface Span {
  firstPurchase: string;
  lastPurchase: string;
  /** Exclusive end of what the marts with a cutoff look at. */
  cutoff: string;
}

/**
 * A cutoff as an ISO local time, from "2018-08-30" or "2018-08-30T12:00:00"; a failure with code "bad-date" for
 * anything else, days that the calendar lacks included.
 * @example parseCutoff("2018-08-30") => {ok: true, value: "2018-08-30T00:00:00"}
 */
export function parseCutoff(text: string): Result<string> {
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00` : text.replace(" ", "T");
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(iso) ? new Date(`${iso}Z`) : new Date(NaN);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(iso)
    ? ok(iso)
    : fail("bad-date", `"${text}" is no date: write it as 2018-08-30, year first.`);
}

/** The span of the staged orders; without `cutoff` it ends with the day of the last delivered purchase. */
export async function spanOf(connection: Connection, cutoff?: string): Promise<Result<Span>> {
  const iso = (time: string) => `strftime(${time}, '%Y-%m-%dT%H:%M:%S')`;
  const [span] = (await connection.rows(
    `select ${iso("min(purchased_at)")} as first, ${iso("max(purchased_at)")} as last,
       ${iso("min(purchased_at) filter (where status = 'delivered')")} as delivered,
       ${iso("cast(max(purchased_at) filter (where status = 'delivered') as date) + interval 1 day")} as end
     from staged_orders`
  )) as [{first: string | null; last: string; delivered: string; end: string}];
  if (span.first === null || span.delivered === null)
    return fail("no-orders", "The orders file holds no delivered order: there is nothing to analyse.");
  const end = cutoff ?? span.end;
  if (end <= span.delivered)
    return fail(
      "early-cutoff",
      `No delivered order was bought before ${end.replace("T", " ")}: the first was on ${span.delivered.slice(0, 10)}.`
    );
  return ok({firstPurchase: span.first, lastPurchase: span.last, cutoff: end});
}
