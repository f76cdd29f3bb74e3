import type {Dialect} from "../dialect/dialect.js";
import {segmentMap} from "../rfm/segments.js";
import {quote} from "../sql/expressions.js";

/**
 * Twice the midrank, less one, of a person among those of the same cutoff: equal keys stand at the same place,
 * whatever the order of the rows; with midrank = rank + (ties - 1) / 2 it is a whole number. Counted by key first, so that an
 * engine with many workers has few rows to rank, not all people of a cutoff.
 */
const placesSql = (name: string, key: string): string => `${name}s as (
  select cutoff, ${key}, 2 * sum(n) over (partition by cutoff order by ${key}) - n as ${name}
  from (select cutoff, ${key}, count(*) as n from measured group by cutoff, ${key}) counted
)`;

/** Joined from the left, though all are found: else DuckDB joins the places with each other first, by the cutoff alone. */
const joined = (name: string, key: string): string =>
  [
    `left join ${name}s on ${name}s.cutoff = m.cutoff`,
    ...key.split(", ").map((part) => `${name}s.${part} = m.${part}`)
  ].join(" and ");

/** min(5, 1 + floor(5 (midrank - 0.5) / n)) in whole numbers. */
const quintileSql = (place: string): string =>
  `case ${[1, 2, 3, 4].map((score) => `when 5 * ${place} < ${2 * score} * people then ${score}`).join(" ")} else 5 end`;

/** The segment of a recency score and a spend score. */
export const segmentSql = (recencyScore: string, spendScore: string): string => {
  const cases = segmentMap.flatMap((row, r) =>
    row.map((name, s) => `when ${(r + 1) * 10 + s + 1} then ${quote(name)}`)
  );
  return `case ${recencyScore} * 10 + ${spendScore} ${cases.join(" ")} end`;
};

/**
 * Common table expressions that end in `placed`: a row per cutoff and person with a delivered order before it, from
 * the mart `orders` and a table expression `cutoffs(cutoff)`. Recency is in whole days; `places` are keys to rank by.
 */
export const placedSql = (places: Readonly<Record<string, string>>, d: Dialect): string => `running as (
  select customer_key, state, purchased_at,
    lead(purchased_at) over (partition by customer_key order by order_key) as next_purchased_at,
    count(*) over (partition by customer_key order by order_key) as frequency,
    sum(price_cents) over (partition by customer_key order by order_key) as monetary_cents
  from orders
  where status = 'delivered'
),
measured as (
  select c.cutoff, r.customer_key, r.state, cast(r.frequency as integer) as frequency,
    cast(r.monetary_cents as integer) as monetary_cents,
    cast(floor(${d.between("second", "r.purchased_at", "c.cutoff")} / 86400e0) as integer) as recency_days
  from running r
  join cutoffs c on r.purchased_at < c.cutoff and coalesce(r.next_purchased_at >= c.cutoff, true)
),
totals as (
  select cutoff, count(*) as people from measured group by cutoff
),
${Object.entries(places)
  .map(([name, key]) => placesSql(name, key))
  .join(",\n")},
placed as (
  select m.*, totals.people, ${Object.keys(places).join(", ")}
  from measured m
  join totals on totals.cutoff = m.cutoff
  ${Object.entries(places)
    .map(([name, key]) => joined(name, key))
    .join("\n  ")}
)`;

/** Scores 1 to 5 from the places of the same names; the more recent, the higher. */
export const scoreSql = {
  recency: `6 - ${quintileSql("recency_place")}`,
  frequency: quintileSql("frequency_place"),
  monetary: quintileSql("monetary_place"),
  spend: quintileSql("spend_place"),
  repeat: "case when frequency >= 4 then 5 when frequency = 3 then 4 when frequency = 2 then 3 else 1 end"
} as const;
