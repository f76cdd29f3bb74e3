import {isoDay, midnightOf, millisecondsPerDay} from "../../../lib/days.js";
import {formatMoney, formatCount, formatDay, formatNumber, formatRate} from "../../../lib/format.js";
import {segments} from "../../../lib/marts/segments.js";
import {quote} from "../../../lib/sql/expressions.js";
import type {Result} from "../../../lib/result.js";
import {fail, ok} from "../../../lib/result.js";
import {sql} from "../../sql.js";
import type {PlanChoice, PlanMetricName} from "./parameters.js";

/** What the page takes for a metric's present value: of the parameters, those that describe it. */
export type Baseline = Pick<
  PlanChoice,
  "baseline" | "buyers" | "mean" | "sd" | "per" | "perSd" | "correlation"
>;

/** The answer to {@link baselineSql}. */
export interface BaselineRow {
  users: number;
  buyers: number | null;
  mean: number | null;
  sd: number | null;
  per: number | null;
  per_sd: number | null;
  correlation: number | null;
}

const horizon = 90;
const isLater = (metric: PlanMetricName) => metric === "proportion" || metric === "revenue";

/** The day on which the population is looked at: what is bought later takes time to be bought. */
export const populationDay = (metric: PlanMetricName, cutoff: string): Date =>
  new Date(midnightOf(cutoff).getTime() - (isLater(metric) ? horizon * millisecondsPerDay : 0));

/**
 * The query for a metric's present value in a population: people with a delivered order by state and RFM segment. Of
 * shares and revenue, what they ordered in the 90 days before the cutoff, the population as it was when these began;
 * of order values, all their delivered orders.
 */
export function baselineSql(
  {metric, population, segment}: Pick<PlanChoice, "metric" | "population" | "segment">,
  cutoff: string
): string {
  const day = isoDay(populationDay(metric, cutoff));
  const where = [
    ...(population === "all" ? [] : [`state = ${quote(population)}`]),
    ...(segment === "everybody" ? [] : [`segment = ${quote(segment)}`])
  ];
  const chosen = isLater(metric)
    ? `purchased_at >= timestamp '${day} 00:00:00' and status not in ('canceled', 'unavailable')`
    : "status = 'delivered'";
  return `with scored as (
${segments.sql({cutoff: `${day}T00:00:00`})}
),
people as (
  select customer_key from scored ${where.length > 0 ? `where ${where.join(" and ")}` : ""}
),
chosen as (
  select customer_key, price_cents / 100.0 as spend
  from orders
  where purchased_at < timestamp '${cutoff.slice(0, 10)} 00:00:00' and ${chosen}
    and customer_key in (select customer_key from people)
),
by_customer as (
  select customer_key, sum(spend) as spend, count(*) as orders from chosen group by customer_key
)
${
  metric === "mean"
    ? `select count(*) as users, 1 as buyers, avg(spend) as mean, stddev_samp(spend) as sd,
  null as per, null as per_sd, null as correlation
from chosen`
    : `select (select count(*) from people) as users, count(*) / (select count(*) from people) as buyers,
  avg(spend) as mean, stddev_samp(spend) as sd, avg(orders) as per, stddev_samp(orders) as per_sd,
  corr(spend, orders) as correlation
from by_customer`
}`;
}

/** The answer as the page's inputs would say it; refuses a population too small to have a spread. */
export function baselineOf({
  users,
  buyers,
  mean,
  sd,
  per,
  per_sd,
  correlation
}: BaselineRow): Result<Baseline> {
  if (!(users >= 2) || !buyers || mean === null || sd === null)
    return fail(
      "population",
      "Too few people, or none who bought: choose a larger population, or type the value in."
    );
  return ok({
    baseline: 100 * buyers,
    buyers: 100 * buyers,
    mean,
    sd,
    per: per ?? 1,
    perSd: per_sd ?? 0,
    correlation: Math.max(-1, Math.min(1, correlation ?? 0))
  });
}

/** What was found in the data, in a sentence. */
export function baselineSentence(
  {users}: Pick<BaselineRow, "users">,
  {buyers, mean, sd, per}: Baseline,
  metric: PlanMetricName,
  cutoff: string
): string {
  const day = formatDay(populationDay(metric, cutoff));
  const spend = `${formatMoney(100 * mean)} (standard deviation ${formatMoney(100 * sd)})`;
  const few = users < 100 ? " So few say little: take the value with caution." : "";
  const text =
    metric === "mean"
      ? `${formatCount(users)} delivered orders before ${day} of the people chosen are worth ${spend} each.`
      : metric === "ratio"
        ? `${formatCount(users)} people with a delivered order before ${day} spent ${spend} each, in ${formatNumber(per, 2)} orders.`
        : `Of ${formatCount(users)} people with a delivered order before ${day}, ${formatRate(buyers / 100)} ordered again within ${horizon} days${metric === "revenue" ? ` and spent ${spend}` : ""}.`;
  return text + few;
}

/** A metric's present value in the data, and the sentence that says so. */
export interface Found {
  baseline: Baseline;
  sentence: string;
}

/** Asks the data for a metric's present value. */
export async function baselineFrom(choice: PlanChoice, cutoff: string): Promise<Result<Found>> {
  const [row] = (await sql(baselineSql(choice, cutoff))) as unknown as BaselineRow[];
  const baseline = baselineOf(row);
  if (!baseline.ok) return baseline;
  return ok({
    baseline: baseline.value,
    sentence: baselineSentence(row, baseline.value, choice.metric, cutoff)
  });
}
