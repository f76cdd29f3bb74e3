import {currency, formatMoney, formatMoneyWhole} from "../../format.js";
import {reais, totalOf} from "../exact.js";
import {feature} from "../feature.js";
import type {FeatureGroup} from "../feature.js";

/** The price of an order with lines; an order without any has no value, which is not a value of 0. */
const value = "case when items > 0 then price_cents end";

const amount = {absent: "0", unit: currency} as const;
const ofItems = {absent: "0", unit: "items"} as const;

export const basket: FeatureGroup = {
  letter: "B",
  title: "Basket and ticket",
  perOrder: () => [
    `cast(count(${value}) as integer) as filled`,
    `coalesce(max(${value}), 0) / 1e2 as max_value`,
    `coalesce(min(${value}), 0) / 1e2 as min_value`,
    "min_by(price_cents, order_key) / 1e2 as first_value",
    "max_by(price_cents, order_key) / 1e2 as last_value",
    `${totalOf("price_cents")} as cents`,
    `${totalOf("1e0 * price_cents * price_cents")} as squares`,
    "cast(sum(items) as integer) as items",
    "max(items) as max_items",
    `${reais("freight_cents")} as freight`
  ],
  perLine: ["max(l.price_cents) / 1e2 as dearest"],
  features: [
    feature({
      ...amount,
      number: 17,
      name: "avg_order_value",
      sql: "coalesce(p.cents / 100 / nullif(p.filled, 0), 0)",
      definition: "Sum of prices over the valid orders that have lines."
    }),
    feature({
      ...amount,
      number: 18,
      name: "max_order_value",
      sql: "p.max_value",
      definition: "Highest sum of prices of a valid order."
    }),
    feature({
      ...amount,
      number: 19,
      name: "min_order_value",
      sql: "p.min_value",
      definition: "Lowest sum of prices of a valid order that has lines."
    }),
    feature({
      ...amount,
      number: 20,
      name: "std_order_value",
      sql: `case when p.filled >= 2
    then sqrt(greatest(p.filled * p.squares - p.cents * p.cents, 0) / (1e0 * p.filled * (p.filled - 1))) / 100 else 0 end`,
      definition:
        "Sample standard deviation of the sums of prices of the valid orders that have lines; needs two."
    }),
    feature({
      ...amount,
      number: 21,
      name: "last_order_value",
      sql: "p.last_value",
      definition: "Sum of prices of the last valid order."
    }),
    feature({
      ...amount,
      number: 22,
      name: "first_order_value",
      sql: "p.first_value",
      definition: "Sum of prices of the first valid order."
    }),
    feature({
      number: 23,
      name: "order_value_trend",
      absent: "0",
      sql: "(p.last_value - p.first_value) / greatest(p.first_value, 1e0)",
      definition: `Last order's value less the first's, over the first's, which counts as at least ${formatMoneyWhole(100)}.`
    }),
    feature({
      ...ofItems,
      number: 24,
      name: "total_items",
      kind: "integer",
      sql: "p.items",
      definition: "Lines of all valid orders."
    }),
    feature({
      ...ofItems,
      number: 25,
      name: "avg_items_per_order",
      sql: "coalesce(1e0 * p.items / nullif(p.filled, 0), 0)",
      definition: "Lines over the valid orders that have lines."
    }),
    feature({
      ...ofItems,
      number: 26,
      name: "max_items_in_order",
      kind: "integer",
      sql: "p.max_items",
      definition: "Most lines of a valid order."
    }),
    feature({
      ...amount,
      number: 27,
      name: "avg_item_price",
      sql: "coalesce(p.spent / nullif(p.items, 0), 0)",
      definition: "Sum of prices over lines."
    }),
    feature({
      ...amount,
      number: 28,
      name: "max_item_price",
      sql: "coalesce(w.dearest, 0)",
      definition: "Highest price of a line."
    }),
    feature({
      ...amount,
      number: 29,
      name: "total_freight",
      sql: "p.freight",
      definition: "Sum of the freight of all valid orders."
    }),
    feature({
      number: 30,
      name: "freight_ratio",
      absent: "0",
      sql: "p.freight / greatest(p.spent, 0.01e0)",
      definition: `Freight over prices, which count as at least ${formatMoney(1)}.`
    })
  ]
};
