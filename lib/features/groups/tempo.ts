import {currency} from "../../format.js";
import {atLeast, days, reais, seconds, wholeDays} from "../exact.js";
import {feature} from "../feature.js";
import type {FeatureGroup} from "../feature.js";
import type {Moment} from "../moment.js";

const since = (moment: Moment, from: number, to = 0) =>
  `purchased_at >= ${moment.daysBefore(from)}${to ? ` and purchased_at < ${moment.daysBefore(to)}` : ""}`;

const count = (condition: string) => `cast(count(case when ${condition} then 1 end) as integer)`;

export const tempo: FeatureGroup = {
  letter: "A",
  title: "Recency, frequency, value, tempo",
  perOrder: (moment) => [
    `${reais("price_cents")} as spent`,
    `${wholeDays("max(purchased_at)", moment.now, moment.dialect)} as recency_days`,
    `${wholeDays("min(purchased_at)", moment.now, moment.dialect)} as first_days`,
    `${wholeDays("min(purchased_at)", "max(purchased_at)", moment.dialect)} as lifetime_days`,
    `${count(since(moment, 90))} as orders_90`,
    `${count(since(moment, 180))} as orders_180`,
    `${count(since(moment, 360, 180))} as orders_before_180`,
    `${reais(`case when ${since(moment, 180)} then price_cents end`)} as spent_180`
  ],
  tables: ({dialect: d}) => `ordered as (
  select v.customer_key, v.order_key, v.purchased_at,
    ${days("p.first_at", "p.last_at", d)} / (p.orders - 1) as mean_gap,
    ${seconds("lag(v.purchased_at) over (partition by v.customer_key order by v.order_key)", "v.purchased_at", d)} as gap
  from valid v
  join people p on p.customer_key = v.customer_key
  where p.orders > 1
),
gaps as (
  select customer_key, max(mean_gap) as mean_gap,
    sqrt(cast(count(gap) * sum(gap * gap) - sum(gap) * sum(gap) as double)
      / nullif(count(gap) * (count(gap) - 1), 0)) / 86400 as gap_deviation,
    max_by(gap, order_key) / 86400e0 as last_gap,
    cast(count(distinct date_trunc('month', purchased_at)) as integer) as months
  from ordered
  group by customer_key
)`,
  joins: "left join gaps g on g.customer_key = p.customer_key",
  features: [
    feature({
      number: 1,
      name: "recency_days",
      kind: "integer",
      leak: "input",
      unit: "days",
      sql: "p.recency_days",
      definition: "Whole days of 24 hours from the last valid order to the cutoff."
    }),
    feature({
      number: 2,
      name: "frequency",
      kind: "integer",
      leak: "input",
      unit: "orders",
      sql: "p.orders",
      definition: "Valid orders before the cutoff."
    }),
    feature({
      number: 3,
      name: "monetary_value",
      absent: "0",
      unit: currency,
      sql: "p.spent",
      definition: "Sum of the prices of all lines of the valid orders, without freight."
    }),
    feature({
      number: 4,
      name: "days_since_first_purchase",
      kind: "integer",
      leak: "proxy",
      unit: "days",
      sql: "p.first_days",
      definition: "Whole days from the first valid order to the cutoff."
    }),
    feature({
      number: 5,
      name: "customer_lifetime_days",
      kind: "integer",
      leak: "proxy",
      unit: "days",
      sql: "p.lifetime_days",
      definition: "Whole days from the first valid order to the last; 0 with one order."
    }),
    feature({
      number: 6,
      name: "avg_days_between_orders",
      absent: "missing",
      leak: "input",
      unit: "days",
      sql: "g.mean_gap",
      definition: "Mean time between one valid order and the next, with fractions of a day; needs two orders."
    }),
    feature({
      number: 7,
      name: "std_days_between_orders",
      absent: "missing",
      leak: "proxy",
      unit: "days",
      sql: "g.gap_deviation",
      definition: "Sample standard deviation of the times between orders; needs three orders."
    }),
    feature({
      number: 8,
      name: "last_gap_days",
      absent: "missing",
      leak: "proxy",
      unit: "days",
      sql: "g.last_gap",
      definition: "Time between the last two valid orders, with fractions of a day."
    }),
    feature({
      number: 9,
      name: "recency_to_gap_ratio",
      absent: "missing",
      leak: "proxy",
      sql: `p.recency_days / (${atLeast("g.mean_gap", "1e0")})`,
      definition: "Recency in days over the mean time between orders, which counts as at least one day."
    }),
    feature({
      number: 10,
      name: "purchase_velocity",
      leak: "proxy",
      unit: "orders a month",
      sql: `p.orders / (${atLeast("p.first_days / 30.4375e0", "1e0")})`,
      definition: "Valid orders per month of 30.4375 days since the first; at least one month."
    }),
    feature({
      number: 11,
      name: "order_frequency_trend",
      absent: "0",
      leak: "proxy",
      sql: "coalesce(1e0 * (p.orders_180 - p.orders_before_180) / nullif(p.orders_180 + p.orders_before_180, 0), 0)",
      definition:
        "(a - b) / (a + b), with a the valid orders of the 180 days before the cutoff and b those of the 180 days before these."
    }),
    ...[90, 180].map((span, i) =>
      feature({
        number: 12 + i,
        name: `orders_last_${span}d`,
        kind: "integer",
        absent: "0",
        leak: "proxy",
        unit: "orders",
        sql: `p.orders_${span}`,
        definition: `Valid orders in the ${span} days before the cutoff.`
      })
    ),
    feature({
      number: 14,
      name: "spend_last_180d",
      absent: "0",
      leak: "proxy",
      unit: currency,
      sql: "p.spent_180",
      definition: "Sum of the prices of the valid orders of the 180 days before the cutoff."
    }),
    feature({
      number: 15,
      name: "active_months",
      kind: "integer",
      leak: "proxy",
      unit: "months",
      sql: "coalesce(g.months, 1)",
      definition: "Calendar months in which the person placed a valid order."
    }),
    feature({
      number: 16,
      name: "is_repeat_customer",
      kind: "flag",
      leak: "proxy",
      sql: "case when p.orders >= 2 then 1 else 0 end",
      definition: "1 with two or more valid orders."
    })
  ]
};
