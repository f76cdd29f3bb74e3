import type {Dialect} from "../../dialect/dialect.js";
import type {Check} from "./check.js";
import {formatted, namingOrders, amount} from "./check.js";

const line = (
  from: string,
  condition: string,
  detail: string
) => `select x.order_key as key, ${detail} as detail
  from ${from} where ${condition}`;

/** Item lines as a row-level join with payments would repeat them. */
const joined = "staged_items i join staged_payments p on p.order_key = i.order_key";

const itemChecks = (d: Dialect): readonly Check[] => [
  {
    name: "order_item_id above 1: a line number, not a quantity",
    table: "items",
    of: "staged_items",
    failing: line("staged_items x", "x.line > 1", "concat('line ', cast(x.line as varchar))"),
    action: "a line counts as one item; line numbers are never summed"
  },
  {
    name: "product repeated within an order",
    table: "items",
    of: "(select distinct order_key, product_key from staged_items)",
    failing: `select x.order_key as key, concat(cast(x.n as varchar), ' lines of product ', p.product_id) as detail
  from (select order_key, product_key, count(*) as n from staged_items
    group by order_key, product_key having count(*) > 1) x
  join staged_products p on p.product_key = x.product_key`,
    action: "each line is kept: this is how the files write a quantity"
  },
  {
    name: "shipping limit more than a year after the purchase",
    table: "items",
    of: "staged_items",
    failing: line(
      "staged_items x join staged_orders o on o.order_key = x.order_key",
      "x.shipping_limit_at > o.purchased_at + interval '365' day",
      "concat('limit ', cast(x.shipping_limit_at as varchar))"
    ),
    action: "kept; no mart uses the shipping limit"
  },
  {
    name: "line without freight",
    table: "items",
    of: "staged_items",
    failing: line("staged_items x", "x.freight_cents = 0", amount("x.price_cents", d)),
    action: "kept: free delivery"
  },
  {
    name: "line repeated by joining items with payments row by row",
    table: "items",
    of: `(select 1 from ${joined})`,
    failing: `select x.order_key as key, concat('line ', cast(x.line as varchar), ' of ', ${amount("x.price_cents", d)}) as detail
  from (select i.order_key, i.line, i.price_cents,
      row_number() over (partition by i.order_key, i.line order by p.sequential) as n
    from ${joined}) x
  where x.n > 1`,
    action:
      "payments are summed per order before any join; the join would count these lines again as revenue",
    effect: `select concat('a sum of prices of ', ${amount("joined", d)}, ' instead of ', ${amount("true_cents", d)}, ', ',
        ${formatted("100.0e0 * (joined - true_cents) / greatest(true_cents, 1)", 1, d)}, ' % more') as told
      from (select sum(i.price_cents) as joined from ${joined}) j
      cross join (select sum(price_cents) as true_cents from staged_items) t`
  }
];

const paymentChecks = (d: Dialect): readonly Check[] => [
  {
    name: "payment of zero",
    table: "payments",
    of: "staged_payments",
    failing: line("staged_payments x", "x.value_cents = 0", "concat('type ', x.type)"),
    action: "kept; it adds nothing"
  },
  {
    name: "payment type not_defined",
    table: "payments",
    of: "staged_payments",
    failing: line("staged_payments x", "x.type = 'not_defined'", amount("x.value_cents", d)),
    action: "kept as a type of its own"
  },
  {
    name: "payment in zero installments",
    table: "payments",
    of: "staged_payments",
    failing: line("staged_payments x", "x.installments = 0", amount("x.value_cents", d)),
    action: "kept as written"
  },
  {
    name: "order whose payments do not start at 1",
    table: "payments",
    of: "(select distinct order_key from staged_payments)",
    failing: `select x.order_key as key, concat('starts at ', cast(x.n as varchar)) as detail
  from (select order_key, min(sequential) as n from staged_payments group by order_key having min(sequential) > 1) x`,
    action: "the payments that are there are summed"
  }
];

export const lineChecks = (d: Dialect): readonly Check[] =>
  [...itemChecks(d), ...paymentChecks(d)].map(namingOrders);
