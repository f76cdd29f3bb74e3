import {segmentMap} from "../rfm/segments.js";
import {quote, total} from "./sql.js";

/**
 * A score 1 to 5 by midrank, so that equal values score the same in any row order:
 * min(5, 1 + floor(5 (midrank - 0.5) / n)), with midrank = rank + (ties - 1) / 2.
 */
const midrankQuintile = (key: string): string => {
  const ordered = `partition by cutoff order by ${key}`;
  const twiceMidrankLessOne = `(2 * rank() over (${ordered})
    + count(*) over (${ordered} range between current row and current row) - 2)`;
  return `cast(least(5, 1 + floor(5.0 * ${twiceMidrankLessOne} / (2.0 * count(*) over (partition by cutoff)))) as integer)`;
};

/** The segment of a recency score and a spend score, as SQL. */
export const segmentSql = (recencyScore: string, spendScore: string): string => {
  const cases = segmentMap.flatMap((row, r) =>
    row.map((name, s) => `when ${(r + 1) * 10 + s + 1} then ${quote(name)}`)
  );
  return `case ${recencyScore} * 10 + ${spendScore} ${cases.join(" ")} end`;
};

/**
 * Common table expressions that end in `measured`: a row per cutoff and person with a delivered order before
 * it, from the mart `orders` and a table expression `cutoffs(cutoff)`. Recency is in whole days.
 */
export const measuredSql = `bought as (
  select c.cutoff, o.customer_key, max_by(o.state, o.order_key) as state,
    max(o.purchased_at) as last_purchased_at,
    cast(count(*) as integer) as frequency, ${total("o.price_cents")} as monetary_cents
  from orders o
  join cutoffs c on o.purchased_at < c.cutoff
  where o.status = 'delivered'
  group by c.cutoff, o.customer_key
),
measured as (
  select cutoff, customer_key, state, frequency, monetary_cents,
    cast(floor(date_diff('second', last_purchased_at, cutoff) / 86400.0) as integer) as recency_days
  from bought
)`;

/** The scores of `measured`, as SQL expressions. */
export const scores = {
  recency: `6 - ${midrankQuintile("recency_days")}`,
  frequency: midrankQuintile("frequency"),
  monetary: midrankQuintile("monetary_cents"),
  spend: midrankQuintile("frequency, monetary_cents"),
  repeat: "case when frequency >= 4 then 5 when frequency = 3 then 4 when frequency = 2 then 3 else 1 end"
} as const;
