import type {Dialect} from "../../dialect/dialect.js";
import type {Check} from "./check.js";
import {namingOrders, amount, shown} from "./check.js";

const of = "staged_orders";
const where = (condition: string, detail: string) => `select order_key as key, ${detail} as detail
  from staged_orders where ${condition}`;
const without = (source: string) => `select o.order_key as key, concat('status ', o.status) as detail
  from staged_orders o left join (select distinct order_key from ${source}) x on x.order_key = o.order_key
  where x.order_key is null`;
const counted = (
  source: string,
  having: string,
  detail: string
) => `select order_key as key, ${detail} as detail
  from (select order_key, count(*) as n from ${source} group by order_key having ${having})`;

/** What each order was asked to pay and what was paid, where both are known. */
const comparable = `(select i.order_key, asked, paid
    from (select order_key, sum(price_cents + freight_cents) as asked from staged_items group by order_key) i
    join (select order_key, sum(value_cents) as paid from staged_payments group by order_key) p
      on p.order_key = i.order_key)`;

const fromTo = (from: string, to: string) => `concat(${shown(from)}, ' > ', ${shown(to)})`;

const checksOfOrders = (d: Dialect): readonly Check[] => [
  {
    name: "order without items",
    table: "orders",
    of,
    failing: without("staged_items"),
    action: "kept as an order with 0 items and a price of 0; it adds to no category"
  },
  {
    name: "order without payment",
    table: "orders",
    of,
    failing: without("staged_payments"),
    action: "kept, with a payment of 0 and no payment type"
  },
  {
    name: "order without review",
    table: "orders",
    of,
    failing: without("staged_reviews"),
    action: "kept, without a score; mean scores count reviews only"
  },
  {
    name: "order with more than one review",
    table: "orders",
    of,
    failing: counted("staged_reviews", "count(*) > 1", "concat(cast(n as varchar), ' reviews')"),
    action: "the order's score is the latest review's (created, answered, review_id); all count as reviews"
  },
  {
    name: "order whose reviews disagree on the score",
    table: "orders",
    of,
    failing: counted("staged_reviews", "min(score) <> max(score)", "concat(cast(n as varchar), ' reviews')"),
    action: "the order's score is the latest review's"
  },
  {
    name: "delivered order without a delivery date",
    table: "orders",
    of: `${of} where status = 'delivered'`,
    failing: where(
      "status = 'delivered' and delivered_at is null",
      "concat('bought ', cast(purchased_at as varchar))"
    ),
    action: "counts as delivered, not in delivery times nor in the late share"
  },
  {
    name: "delivered order without an approval date",
    table: "orders",
    of: `${of} where status = 'delivered'`,
    failing: where(
      "status = 'delivered' and approved_at is null",
      "concat('bought ', cast(purchased_at as varchar))"
    ),
    action: "kept; no mart measures the time to approval"
  },
  {
    name: "delivered order without a carrier date",
    table: "orders",
    of: `${of} where status = 'delivered'`,
    failing: where(
      "status = 'delivered' and shipped_at is null",
      "concat('bought ', cast(purchased_at as varchar))"
    ),
    action: "kept; not in handling times"
  },
  {
    name: "canceled order with a delivery date",
    table: "orders",
    of: `${of} where status = 'canceled'`,
    failing: where(
      "status = 'canceled' and delivered_at is not null",
      "concat('delivered ', cast(delivered_at as varchar))"
    ),
    action: "counts as canceled; neither late nor on time"
  },
  {
    name: "approved after it was handed to the carrier",
    table: "orders",
    of,
    failing: where("approved_at > shipped_at", fromTo("approved_at", "shipped_at")),
    action: "kept as written; a negative stage is not shown as a duration"
  },
  {
    name: "handed to the carrier before the purchase",
    table: "orders",
    of,
    failing: where("shipped_at < purchased_at", fromTo("purchased_at", "shipped_at")),
    action: "kept as written; a negative stage is not shown as a duration"
  },
  {
    name: "handed to the carrier after the customer had it",
    table: "orders",
    of,
    failing: where("shipped_at > delivered_at", fromTo("shipped_at", "delivered_at")),
    action: "kept as written; a negative stage is not shown as a duration"
  },
  {
    name: "late by the clock, on time by the calendar day",
    table: "orders",
    of: `${of} where status = 'delivered' and delivered_at is not null`,
    failing: where(
      "status = 'delivered' and delivered_at > estimated_at and cast(delivered_at as date) = cast(estimated_at as date)",
      "concat('delivered ', cast(delivered_at as varchar))"
    ),
    action: "counts as on time: the promise is a day, written as its first midnight"
  },
  {
    name: "payments differ from items and freight by more than one cent",
    table: "orders",
    of: comparable,
    failing: `select c.order_key as key, concat(${amount("c.paid", d)}, ' paid for ', ${amount("c.asked", d)}) as detail
  from ${comparable} c
  where abs(c.paid - c.asked) > 1`,
    action: "revenue is the price of the items; payments, with the interest of installments, stand apart"
  }
];

const monthsWithOrders = (d: Dialect): Check => ({
  name: "gap of whole months without an order",
  table: "orders",
  of: "(select distinct date_trunc('month', purchased_at) from staged_orders)",
  failing: `select substr(cast(month as varchar), 1, 7) as key,
    concat('next month with an order: ', substr(cast(following as varchar), 1, 7)) as detail
  from (select month, lead(month) over (order by month) as following
    from (select distinct date_trunc('month', purchased_at) as month from staged_orders))
  where ${d.between("month", "month", "following")} > 1`,
  action: "shown as a month of 0 orders"
});

export const orderChecks = (d: Dialect): readonly Check[] => [
  ...checksOfOrders(d).map(namingOrders),
  monthsWithOrders(d)
];
