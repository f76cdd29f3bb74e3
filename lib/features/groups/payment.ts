import type {Dialect} from "../../dialect/dialect.js";
import {paymentTypes} from "../base.js";
import {atLeast, atMost, exactMean, seconds, totalOf} from "../exact.js";
import {feature} from "../feature.js";
import type {FeatureGroup} from "../feature.js";

const approval = (d: Dialect) =>
  atMost(atLeast(`${seconds("purchased_at", "approved_at", d)} / 3600e0`, "0e0"), "720e0");

export const payment: FeatureGroup = {
  letter: "C",
  title: "Payment",
  perOrder: ({dialect}) => [
    `${totalOf("paid_cents")} as paid_cents`,
    ...paymentTypes.flatMap((type) => [
      `${totalOf(`${type}_cents`)} as ${type}_cents`,
      `max(case when ${type}_used = 1 then order_key end) as ${type}_key`
    ]),
    `sum(card_weighted) / nullif(sum(credit_card_cents), 0) as card_installments`,
    "max(installments) as installments",
    "1e0 * count(case when payments > 1 then 1 end) / nullif(count(payments), 0) as split_share",
    `${exactMean(approval(dialect))} as approval_hours`
  ],
  tables: () => `used_types as (
  ${paymentTypes
    .map(
      (type) => `select customer_key, '${type}' as type, ${type}_cents as cents, ${type}_key as latest_key
  from people
  where ${type}_key is not null`
    )
    .join("\n  union all\n  ")}
),
ranked_types as (
  select customer_key, type, row_number() over (
      partition by customer_key order by cents desc, latest_key desc, type
    ) as place
  from used_types
)`,
  joins: "left join ranked_types y on y.customer_key = p.customer_key and y.place = 1",
  features: [
    feature({
      number: 31,
      name: "preferred_payment_method",
      kind: "category",
      absent: "none",
      levels: paymentTypes,
      sql: "coalesce(y.type, 'none')",
      definition:
        "Type that paid the most over all known payments; of equals, the type of the latest order, then the first by alphabet. A payment is known once its order is approved; boleto and voucher are known with the order."
    }),
    ...paymentTypes.map((type, i) =>
      feature({
        number: 32 + i,
        name: `${type}_share`,
        absent: "0",
        sql: `coalesce(p.${type}_cents / nullif(p.paid_cents, 0), 0)`,
        definition: `Share of the value of all known payments that was paid by ${type.replace("_", " ")}.`
      })
    ),
    feature({
      number: 36,
      name: "n_payment_methods",
      kind: "integer",
      absent: "0",
      sql: paymentTypes.map((type) => `case when p.${type}_key is null then 0 else 1 end`).join(" + "),
      definition: "Types among the known payments, not_defined aside."
    }),
    feature({
      number: 37,
      name: "avg_installments",
      absent: "1",
      sql: "coalesce(p.card_installments, 1)",
      definition:
        "Mean number of installments of the known card payments, at least 1 each, weighted by value."
    }),
    feature({
      number: 38,
      name: "max_installments",
      kind: "integer",
      absent: "1",
      sql: "coalesce(p.installments, 1)",
      definition: "Most installments of a known payment of any type, as the file has it: 0 occurs."
    }),
    feature({
      number: 39,
      name: "split_payment_share",
      absent: "0",
      sql: "coalesce(p.split_share, 0)",
      definition: "Share of the valid orders with a known payment that have more than one."
    }),
    feature({
      number: 40,
      name: "avg_approval_hours",
      absent: "missing",
      unit: "hours",
      sql: "p.approval_hours",
      definition:
        "Mean time from purchase to approval of the orders approved by the cutoff, each between 0 and 720 hours."
    })
  ]
};
