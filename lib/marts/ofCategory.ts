import type {Mart} from "./mart.js";
import {quote, tally, total} from "../sql/expressions.js";
import {inPlaceOf} from "../sql/inPlaceOf.js";

/**
 * The query for a mart of orders and lines as if the shop sold one category alone: orders with a line of it, at the prices
 * of these lines. Reviews and lateness are those of the whole order.
 * @param category its English label
 * @example ofCategory(daily, "Toys").includes("category_label = 'Toys'") => true
 */
export const ofCategory = ({sql}: Pick<Mart, "sql">, category: string): string => `with category_lines as (
  select i.*
  from items i
  join products p on p.product_key = i.product_key
  where p.category_label = ${quote(category)}
),
category_totals as (
  select order_key, ${tally()} as items, ${total("price_cents")} as price_cents, ${total("freight_cents")} as freight_cents
  from category_lines
  group by order_key
),
category_orders as (
  select o.* replace (t.items as items, t.price_cents as price_cents, t.freight_cents as freight_cents)
  from orders o
  join category_totals t on t.order_key = o.order_key
)
select * from (
${inPlaceOf({orders: "category_orders", items: "category_lines"}, sql({cutoff: ""}))}
)`;
