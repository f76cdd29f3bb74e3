import {mainCategorySql} from "../marts/mainCategory.js";
import {noItems, none} from "./dimensions.js";

const orNone = (column: string) => `coalesce(${column}, '${none}')`;

/**
 * The query for the orders as they are explored: one row for each order of the mart `orders`, amounts in units of the
 * currency, times in days. An order without lines has no value and no freight, for it is not known what it was worth. It reads the marts `orders`, `items`, `products` and `segments` alone.
 */
export const exploredSql = exploredFrom("orders", "segments");

/**
 * The same of other tables in place of the marts `orders` and `segments`, with their columns.
 * @param tables common table expressions that make them
 */
export function exploredFrom(orders: string, segments: string, tables: readonly string[] = []): string {
  return `with ${[...tables, mainCategorySql].join(",\n")}
select o.order_key, o.customer_key, o.purchased_at, o.status, o.state, coalesce(m.category, '${noItems}') as category,
  ${orNone("o.payment_type")} as payment, ${orNone("s.segment")} as segment,
  case when o.items > 0 then o.price_cents / 1e2 end as value, case when o.items > 0 then o.freight_cents / 1e2 end as freight, o.items, o.installments,
  case when o.status = 'delivered' then date_diff('second', o.purchased_at, o.delivered_at) / 86400e0 end as lead_days,
  case when o.status = 'delivered' then cast(date_diff('day', cast(o.estimated_at as date), cast(o.delivered_at as date)) as integer) end as delay_days,
  o.late, o.review_score, ${orNone("cast(o.review_score as varchar)")} as score,
  strftime(o.purchased_at, '%Y-%m') as month, cast(hour(o.purchased_at) as integer) as hour,
  cast(isodow(o.purchased_at) as varchar) as weekday
from ${orders} o
left join main_categories m on m.order_key = o.order_key
left join ${segments} s on s.customer_key = o.customer_key`;
}
